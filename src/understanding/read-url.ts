// A web address as people type it, with or without https://; and the few other kinds of address there is a use for, typed in full.
// Never one that a browser would run (javascript:, data:), nor one that hides where it leads (a name before an @).
import { plainLine } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

const mostWords = 12;
const withScheme = /^https?:\/\/[^\\]+$/i;
const host = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d{1,5})?(?:[/?#][^\\]*)?$/u;
const topLevel = /\.(\p{L}{2,}|xn--[a-z0-9-]+)(?::\d+)?$/iu;
const inFull = /^(?:urn:[a-z0-9][a-z0-9-]{1,31}:[^\s\\]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]+|s?ftps?:\/\/[^\s\\]+)$/i;

/** Endings of files, which look like those of sites: "photo.jpg" is no address. */
const files = new Set(
  'jpg jpeg png gif heic webp bmp pdf doc docx odt rtf txt csv xls xlsx ppt pptx mp3 mp4 wav avi eml html htm'.split(' '),
);

/** What people put round an address in a sentence. A closing bracket stays where one was opened. */
function tidy(word: string): string {
  const bare = word.replace(/^[<("'[]+/, '').replace(/[>"',;:.!?\]]+$/, '');
  return bare.endsWith(')') && bare.split(')').length > bare.split('(').length ? bare.slice(0, -1) : bare;
}

function isWeb(address: string): boolean {
  if (!withScheme.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return (hostname.includes('.') || hostname.startsWith('[')) && username + password === '';
}

/** Typed without its scheme, for example `www.example.org/page`. */
function isBare(word: string): boolean {
  const [, ending = ''] = topLevel.exec(word.split(/[/?#]/, 1)[0] ?? '') ?? [];
  return host.test(word) && ending !== '' && !files.has(ending.toLowerCase());
}

/** The address with its scheme, in small letters; undefined where it is no web address. */
function webAddress(word: string): string | undefined {
  const full = isBare(word) ? `https://${word}` : word;
  return isWeb(full) ? full.replace(/^https?/i, scheme => scheme.toLowerCase()) : undefined;
}

function onlyAddress(text: string, addressOf: (word: string) => string | undefined): string | undefined {
  const words = plainLine(text)
    .replace(/\p{Cf}/gu, '')
    .split(' ');
  if (words.length > mostWords) return undefined;
  const found = words.map(word => addressOf(tidy(word))).filter(address => address !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

/** The one web address in a text (`https://` added where none was typed), or a urn, mailto, tel or ftp address; else `not-a-url`. */
export function readUrl(text: string): Read<string> {
  const address = onlyAddress(text, word => webAddress(word) ?? (inFull.test(word) ? word : undefined));
  return address === undefined ? unread('not-a-url') : readAs(address);
}

/** The one web address in a text, as a link to something that would otherwise be a file; else `not-a-link`. */
export function readLink(text: string): Read<string> {
  const address = onlyAddress(text, webAddress);
  return address === undefined ? unread('not-a-link') : readAs(address);
}
