// Every setting, read once from the environment by main.ts. All problems are told together; a value that looks like a typing slip stops
// the start rather than being ignored.
import { z } from 'zod';
import { botProblems, credentials, botVariables } from './bot-credentials.js';
import type { BotFrameworkCredentials } from './bot-credentials.js';
import { directoryFeed, directoryVariables } from './directory-feed.js';
import type { DirectoryFeed } from './directory-feed.js';
import { directLineVariables } from './direct-line-settings.js';
import { draftLanguageProblems, readDraftLanguages } from './draft-languages.js';
import type { DraftLanguages } from './draft-languages.js';
import { embedVariables } from './embed-settings.js';
import { AppError, ConfigError } from './errors.js';
import { parseSmtpUrl } from './delivery/parse-smtp-url.js';
import type { SmtpPlace } from './delivery/parse-smtp-url.js';
import { parseKeys } from './storage/parse-keys.js';
import { parseRedisUrl } from './storage/redis/parse-redis-url.js';
import type { KeyRingEntry } from './storage/seal.js';

/** The variables of Waymark's own; anything else that begins with WAYMARK_ is told as a problem. */
const ownVariables = [
  'WAYMARK_DATA',
  'WAYMARK_STORE',
  'WAYMARK_KEY',
  'WAYMARK_DIALOGS',
  'WAYMARK_LOCALES',
  'WAYMARK_MODELS',
  'WAYMARK_PUBLIC_URL',
  'WAYMARK_TRUST_PROXY',
  'WAYMARK_METRICS_TOKEN',
  'WAYMARK_DRAFT_LANGUAGES',
  'WAYMARK_SMTP_URL',
  'WAYMARK_DIRECTORY_FEED',
  'WAYMARK_DIRECTORY_EVERY',
  'WAYMARK_DIRECT_LINE_SECRET',
  'WAYMARK_EMBED_ORIGINS',
  'WAYMARK_WEB_CHAT',
  'WAYMARK_STAFF',
] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** How much is logged. `trace` is left out: it would write whole responses. */
export type LogLevel = (typeof logLevels)[number];

/** The whole configuration, checked. Folders are as given: relative ones are relative to the working directory. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** Address to listen on; undefined: every address of the machine. */
  readonly host: string | undefined;
  readonly store: { readonly kind: 'embedded' } | { readonly kind: 'redis'; readonly url: string };
  /** Folder of the embedded store and of the development key. */
  readonly dataFolder: string;
  /** Encryption keys of 32 bytes; the first encrypts, the others still read. Undefined only outside production. */
  readonly keys: readonly KeyRingEntry[] | undefined;
  /** Folders that stand in for the shipped dialogs/ and locales/. */
  readonly dialogsFolder: string | undefined;
  readonly localesFolder: string | undefined;
  readonly modelsFolder: string | undefined;
  /** Undefined: /api/messages serves callers on this machine only. */
  readonly botFramework: BotFrameworkCredentials | undefined;
  /** Where patients reach the service, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** A proxy in front sets X-Forwarded-For and X-Forwarded-Proto, and both may be believed. */
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  /** Bearer token for /metrics; undefined: callers on this machine only. */
  readonly metricsToken: string | undefined;
  /** Languages offered before their review is finished, and who accepts that. */
  readonly draftLanguages: DraftLanguages;
  /** The mail server for notices to the duty contact; undefined: only the log tells of them. */
  readonly smtp: SmtpPlace | undefined;
  /** The feed of local services that the server imports by itself; undefined: only commands import. */
  readonly directoryFeed: DirectoryFeed | undefined;
  /** Sites that may show the patient's pages inside their own, as browsers write an origin; empty: none may. */
  readonly embedOrigins: readonly string[];
  /** With which other servers ask for Direct Line tokens; none: only callers on this machine may, and nobody in production. */
  readonly directLineSecrets: readonly string[];
  /** The file that names the staff who are known by their Teams identity; undefined: nobody is staff in Teams. */
  readonly staffFile: string | undefined;
  /** The file of the Web Chat component that /web-chat serves; undefined: that page says where the chat is instead. */
  readonly webChatFile: string | undefined;
}

const word = z.string().optional();

const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'yes', '0', 'false', 'no']))
  .transform(text => ['1', 'true', 'yes'].includes(text))
  .default(false);

const port = z
  .string()
  .regex(/^\d{1,5}$/u, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine(number => number <= 65_535, 'must be a whole number from 0 to 65535');

const redisUrl = word.superRefine((text, context) => {
  if (text !== undefined) tryReading(() => parseRedisUrl(text), context);
});

const smtpUrl = word.transform((text, context) => (text === undefined ? undefined : tryReading(() => parseSmtpUrl(text), context)));

const httpUrl = word
  .refine(text => text === undefined || /^https?:$/u.test(urlOf(text)?.protocol ?? ''), 'must be an http:// or https:// address')
  .transform(text => text?.replace(/\/+$/u, ''));

const keys = word.transform((text, context) => (text === undefined ? undefined : tryReading(() => parseKeys(text), context)));

/** Reads with the very function that will be used; its faults name what is wrong and never show the value. */
function tryReading<T>(read: () => T, context: z.core.$RefinementCtx): T | undefined {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    context.issues.push({ code: 'custom', message: fault.message, input: undefined });
    return undefined;
  }
}

const draftLanguages = word.transform(readDraftLanguages);

const variables = z.object({
  NODE_ENV: word,
  PORT: port.default(3978),
  HOST: word,
  REDIS_URL: redisUrl,
  LOG_LEVEL: z.enum(logLevels).default('info'),
  ...botVariables,
  WAYMARK_DATA: word,
  WAYMARK_STORE: z.enum(['embedded', 'redis']).optional(),
  WAYMARK_KEY: keys,
  WAYMARK_DIALOGS: word,
  WAYMARK_LOCALES: word,
  WAYMARK_MODELS: word,
  WAYMARK_PUBLIC_URL: httpUrl,
  WAYMARK_TRUST_PROXY: flag,
  WAYMARK_METRICS_TOKEN: word.refine(text => text === undefined || text.length >= 16, 'must be at least 16 characters long'),
  WAYMARK_DRAFT_LANGUAGES: draftLanguages,
  WAYMARK_SMTP_URL: smtpUrl,
  ...directoryVariables,
  ...directLineVariables,
  ...embedVariables,
  WAYMARK_STAFF: word,
});

type Variables = z.infer<typeof variables>;

/**
 * Reads the configuration out of the environment variables given.
 * @throws ConfigError naming every variable that is wrong, missing or unknown, and why.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(withoutEmpty(env));
  const problems = [...unknownVariables(env), ...(parsed.error?.issues ?? []).map(sayIssue)];
  if (!parsed.success) throw new ConfigError(problems);
  const { data } = parsed;
  problems.push(...productionProblems(data), ...draftLanguageProblems(data.WAYMARK_DRAFT_LANGUAGES, isProduction(data)));
  problems.push(...storeProblems(data), ...botProblems(data), ...noticeProblems(data));
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

/** Container files often write a setting that is not set as an empty one. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => (text === undefined || text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}

function toConfig(read: Variables): Config {
  return {
    production: isProduction(read),
    port: read.PORT,
    host: read.HOST,
    store:
      read.REDIS_URL === undefined || read.WAYMARK_STORE === 'embedded' ? { kind: 'embedded' } : { kind: 'redis', url: read.REDIS_URL },
    dataFolder: read.WAYMARK_DATA ?? './data',
    keys: read.WAYMARK_KEY,
    dialogsFolder: read.WAYMARK_DIALOGS,
    localesFolder: read.WAYMARK_LOCALES,
    modelsFolder: read.WAYMARK_MODELS,
    botFramework: credentials(read),
    publicUrl: read.WAYMARK_PUBLIC_URL,
    trustProxy: read.WAYMARK_TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.WAYMARK_METRICS_TOKEN,
    draftLanguages: read.WAYMARK_DRAFT_LANGUAGES,
    smtp: read.WAYMARK_SMTP_URL,
    directoryFeed: directoryFeed(read),
    directLineSecrets: read.WAYMARK_DIRECT_LINE_SECRET,
    embedOrigins: read.WAYMARK_EMBED_ORIGINS,
    webChatFile: read.WAYMARK_WEB_CHAT,
    staffFile: read.WAYMARK_STAFF,
  };
}

function productionProblems(read: Variables): readonly string[] {
  if (!isProduction(read)) return [];
  const problems: string[] = [];
  if (read.REDIS_URL === undefined && read.WAYMARK_STORE !== 'embedded') {
    problems.push('REDIS_URL: required in production; to keep everything on this machine instead, set WAYMARK_STORE=embedded');
  }
  if (read.WAYMARK_KEY === undefined) {
    problems.push('WAYMARK_KEY: required in production; make one with: openssl rand -base64 32');
  }
  return problems;
}

function storeProblems(read: Variables): readonly string[] {
  const missing = read.WAYMARK_STORE === 'redis' && read.REDIS_URL === undefined && !isProduction(read);
  return missing ? ['REDIS_URL: required when WAYMARK_STORE=redis'] : [];
}

function noticeProblems(read: Variables): readonly string[] {
  const missing = read.WAYMARK_SMTP_URL !== undefined && read.WAYMARK_PUBLIC_URL === undefined;
  return missing ? ['WAYMARK_PUBLIC_URL: required when WAYMARK_SMTP_URL is set; the notices link to the worklist'] : [];
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known: ReadonlySet<string> = new Set(ownVariables);
  return Object.keys(env)
    .filter(name => name.startsWith('WAYMARK_') && !known.has(name))
    .sort()
    .map(name => `${name}: no such setting; the settings are ${ownVariables.join(', ')}`);
}

/** The value itself is never repeated: it may be a secret. */
function sayIssue(issue: z.core.$ZodIssue): string {
  const name = issue.path.map(String).join('.');
  const said = issue.code === 'invalid_value' ? `must be one of ${issue.values.map(String).filter(Boolean).join(', ')}` : issue.message;
  return `${name}: ${said.startsWith(`${name} `) ? said.slice(name.length + 1) : said}`;
}

function isProduction(read: Variables): boolean {
  return read.NODE_ENV === 'production';
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
