// Who asks the Direct Line host, and whether they may: a server with a secret, or a client with a token, on a page that may use it.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { LineFault } from './line-fault.js';
import type { LineTokens, Opened, Purpose } from './token.js';

/** What a request says of its caller. */
export interface LineRequest {
  /** The Authorization header. */
  readonly authorization: string | undefined;
  /** The Origin header; browsers send it with everything but a GET to their own origin. */
  readonly origin: string | undefined;
  /** The address at which this server was asked, `https://host`. */
  readonly ownOrigin: string;
  /** From this very machine. */
  readonly local: boolean;
}

export type Caller = { readonly kind: 'server' } | { readonly kind: 'client'; readonly opened: Opened };

export interface CallerRules {
  readonly tokens: LineTokens;
  /** Secrets in force; the first is the one to use. */
  readonly secrets: readonly string[];
  /** Origins of other pages that may speak to this server. */
  readonly origins: readonly string[];
  readonly production: boolean;
}

/** The caller, or why they are refused. */
export async function callerOf(request: LineRequest, rules: CallerRules): Promise<Caller | LineFault> {
  const { authorization, origin } = request;
  if (!mayOriginSpeak(request, rules)) return 'foreign-origin';
  const bearer = /^Bearer ([\w.~+/=-]{1,4000})$/u.exec(authorization ?? '')?.[1];
  if (bearer === undefined) return 'missing-token';
  if (isSecret(bearer, rules.secrets)) return origin === undefined ? { kind: 'server' } : 'secret-in-browser';
  const opened = await openFor(rules.tokens, bearer, 'token', origin);
  return typeof opened === 'string' ? opened : { kind: 'client', opened };
}

/** What a token is bound to, if a page of this origin may use it. */
export async function openFor(
  tokens: LineTokens,
  token: string,
  purpose: Purpose,
  origin: string | undefined,
): Promise<Opened | LineFault> {
  const opened = await tokens.open(token, purpose);
  if (opened === 'expired') return 'expired-token';
  if (opened === 'invalid') return 'invalid-token';
  return opened.origins && origin !== undefined && !opened.origins.includes(origin) ? 'foreign-origin' : opened;
}

/** The caller, if this conversation is theirs. */
export async function callerIn(
  request: LineRequest & { readonly conversationId: string },
  rules: CallerRules,
): Promise<Caller | LineFault> {
  const caller = await callerOf(request, rules);
  if (typeof caller === 'string' || caller.kind === 'server') return caller;
  return caller.opened.conversation === request.conversationId ? caller : 'foreign-token';
}

/** May a page of this origin ask here at all? What sends no origin is no page of another. */
export function mayOriginSpeak(
  { origin, ownOrigin }: Pick<LineRequest, 'origin' | 'ownOrigin'>,
  { origins, production }: Omit<CallerRules, 'tokens' | 'secrets'>,
): boolean {
  if (origin === undefined || origin === ownOrigin || origins.includes(origin)) return true;
  return !production && /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/u.test(origin);
}

function isSecret(given: string, secrets: readonly string[]): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  // every secret is looked at, whichever it is
  return secrets.filter(secret => timingSafeEqual(digest(secret), digest(given))).length > 0;
}
