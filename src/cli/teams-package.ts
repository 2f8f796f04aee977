// The Teams app package: manifest/ with its placeholders filled, checked against Microsoft's own schemas, as a zip. Nothing is made of anything
// that Teams would refuse, as far as that can be known here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';

/** What a deployment fills in. */
export interface PackageOptions {
  /** GUID that names the app in Teams. */
  readonly appId: string;
  /** GUID of the bot's Azure registration (`MicrosoftAppId`). */
  readonly botId: string;
  /** Where patients reach the pages: https, no path. */
  readonly url: string;
  /** Who offers it, at most 32 letters. */
  readonly developer: string;
  /** Terms of use; the privacy page where there are none of their own. */
  readonly termsUrl?: string | undefined;
  /** Version of the package, such as 1.0.2: Teams takes an update only under a higher one. */
  readonly version: string;
}

/** The zip, or every reason why there is none. */
export type Packaged =
  { readonly kind: 'packaged'; readonly zip: Uint8Array } | { readonly kind: 'refused'; readonly reasons: readonly string[] };

const iconSizes = { 'color.png': 192, 'outline.png': 32 } as const;
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const lists = z.looseObject({
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })) }),
});

/** What stands in one place of the manifest with its placeholders filled. */
function fill(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(/\{\{([A-Z_]+)\}\}/gu, (whole, name: string) => words[name] ?? whole);
  if (Array.isArray(value)) return value.map(one => fill(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, words)]));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Every way in which data breaks a schema, each named for where it was found. */
type Faults = (data: unknown, name: string) => readonly string[];

/** A schema of Microsoft's, read once. Its `$schema` names draft 4, of which it uses nothing that later drafts read otherwise. */
function readSchema(folder: string, file: string): Faults {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const { $schema: _draft, ...schema } = z.looseObject({}).parse(readJson(join(folder, 'schema', file)));
  const check = ajv.compile(schema);
  return (data, name) => {
    if (check(data)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message }) => `${name}: ${instancePath === '' ? 'the whole' : instancePath} ${message ?? ''}`,
    );
  };
}

/** Is it a place on the web that anybody can open over a safe line? */
function wrongUrl(url: string, flag: string, mayHavePath: boolean): readonly string[] {
  if (!URL.canParse(url)) return [`${flag}: '${url}' is no web address`];
  const { protocol, hostname, pathname, search, hash, username } = new URL(url);
  const reasons = [
    protocol === 'https:' ? undefined : 'must begin with https://',
    hostname.includes('.') && !/^[\d.]+$/u.test(hostname) ? undefined : 'must name a public domain',
    username === '' ? undefined : 'must hold no user name',
    mayHavePath || (pathname === '/' && search === '' && hash === '')
      ? undefined
      : 'must be the address of the pages alone, without a path',
  ];
  return reasons.filter(reason => reason !== undefined).map(reason => `${flag}: ${reason}`);
}

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;

function wrongOptions({ appId, botId, url, termsUrl, developer, version }: PackageOptions): readonly string[] {
  return [
    ...(guid.test(appId) ? [] : [`--app-id: '${appId}' is no GUID`]),
    ...(guid.test(botId) ? [] : [`--bot-id: '${botId}' is no GUID`]),
    ...wrongUrl(url, '--url', false),
    ...(termsUrl === undefined ? [] : wrongUrl(termsUrl, '--terms', true)),
    ...(developer.trim() === '' || developer.length > 32 ? ['--developer: must have 1 to 32 letters'] : []),
    ...(/^[1-9]\d*\.\d+\.\d+$/u.test(version) ? [] : [`--app-version: '${version}' is none like 1.0.2`]),
  ];
}

/** An icon of the wrong kind or size. The first part of a PNG gives both. Source: https://www.w3.org/TR/png-3/#11IHDR */
function wrongIcon(folder: string, name: keyof typeof iconSizes): readonly string[] {
  const file = join(folder, name);
  if (!existsSync(file)) return [`${name}: is missing`];
  const bytes = readFileSync(file);
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngStart)) return [`${name}: is no PNG`];
  const [width, height, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]];
  const size = iconSizes[name];
  const sized =
    width === size && height === size ? [] : [`${name}: is ${String(width)} x ${String(height)}, not ${String(size)} x ${String(size)}`];
  return name === 'outline.png' && kind !== 6 && kind !== 4 ? [...sized, `${name}: has no transparency`] : sized;
}

interface Files {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly reasons: readonly string[];
}

/** The words of other languages, each its own file beside the manifest. */
function languageFiles(manifest: unknown, folder: string): Files {
  const read = lists.safeParse(manifest);
  const names = read.success ? read.data.localizationInfo.additionalLanguages.map(({ file }) => file) : [];
  const faultsOf = readSchema(folder, 'MicrosoftTeams.Localization.schema.json');
  const files = new Map<string, Uint8Array>();
  const reasons: string[] = [];
  for (const name of names) {
    const file = join(folder, 'languages', name);
    if (existsSync(file)) {
      const words = readJson(file);
      reasons.push(...faultsOf(words, name));
      files.set(name, strToU8(JSON.stringify(words)));
    } else reasons.push(`${name}: is missing in languages/`);
  }
  return { files, reasons };
}

/** The package of the manifest in this folder. */
export function packageForTeams(folder: string, options: PackageOptions): Packaged {
  const wrong = wrongOptions(options);
  if (wrong.length > 0) return { kind: 'refused', reasons: wrong };
  const { origin, hostname } = new URL(options.url);
  const words = {
    APP_ID: options.appId,
    BOT_ID: options.botId,
    URL: origin,
    DOMAIN: hostname,
    TERMS_URL: options.termsUrl ?? `${origin}/privacy`,
    DEVELOPER: options.developer,
    VERSION: options.version,
  };
  const manifest = fill(readJson(join(folder, 'manifest.json')), words);
  const { files, reasons } = languageFiles(manifest, folder);
  const faults = [
    ...readSchema(folder, 'MicrosoftTeams.schema.json')(manifest, 'manifest.json'),
    ...reasons,
    ...wrongIcon(folder, 'color.png'),
    ...wrongIcon(folder, 'outline.png'),
  ];
  if (faults.length > 0) return { kind: 'refused', reasons: faults };
  const whole = new Map([
    ['manifest.json', strToU8(JSON.stringify(manifest, undefined, 2))],
    ...(['color.png', 'outline.png'] as const).map(name => [name, new Uint8Array(readFileSync(join(folder, name)))] as const),
    ...files,
  ]);
  return { kind: 'packaged', zip: zipSync(Object.fromEntries(whole), { level: 9, mtime: '1980-01-02' }) };
}
