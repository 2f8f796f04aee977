// An e-mail address, checked only as far as typing goes wrong; whether it is theirs, only a message can tell.
// RFC 5321 lengths: 64 before the @, 254 in all.
import type { Listen } from '../content/content.js';
import { toAsciiDigits } from '../text/digits.js';
import { foldText } from '../text/fold-text.js';
import { plainLine } from '../text/plain-text.js';
import { isCommonWord } from './common-words.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';
import { withSpeltSigns } from './spelt-email.js';

const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const topLevel = /^(?:\p{L}[\p{L}\p{M}]{1,30}|xn--[a-z0-9-]{1,59})$/u;
/** No such endings exist: they are ".com" and ".co.uk" mistyped. */
const slips = new Set(['con', 'cmo', 'ocm', 'vom', 'comm', 'xom', 'ukk']);

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every(part => label.test(part)) && topLevel.test(last) && !slips.has(last);
}

function isEmail(address: string): boolean {
  const [name = '', domain = '', ...more] = address.split('@');
  return more.length === 0 && address.length <= 254 && name.length <= 64 && local.test(name) && isDomain(domain);
}

/**
 * The address, domain in lower case, else `not-an-email`. Words may stand before it, as in "my e-mail is …". Its @ and dots may be said in
 * words of these languages.
 */
export function readEmail(text: string, listens: readonly Listen[] = []): Read<string> {
  const written = readWritten(text);
  if (written.ok) return written;
  const spelt = withSpeltSigns(plainLine(text).normalize('NFKC'), listens);
  return followsName(spelt, listens) ? unread('not-an-email') : readWritten(spelt);
}

/** "ania kowalska at example.com" may be one name or two: only a word of no weight ("is") may stand before what is spelt out. */
function followsName(spelt: string, listens: readonly Listen[]): boolean {
  const before = spelt.split('@', 1)[0]?.split(' ').at(-2);
  return before !== undefined && /\p{L}$/u.test(before) && !isCommonWord(foldText(before), listens);
}

function readWritten(text: string): Read<string> {
  const words = toAsciiDigits(plainLine(text).normalize('NFKC')).replace(/ ?@ ?/g, '@').split(' ');
  const found = words.filter(word => word.includes('@'));
  const address = (found[0] ?? '').replace(/^(?:mailto:|[<("':])+|[>)"',;:.!?]+$/g, '');
  const at = address.lastIndexOf('@');
  const tidy = address.slice(0, at) + address.slice(at).toLowerCase();
  return found.length === 1 && words.length <= 8 && isEmail(tidy) ? readAs(tidy) : unread('not-an-email');
}
