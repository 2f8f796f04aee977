// A telephone number the link worker can ring: British unless it says otherwise. Stored as E.164, so that it dials from anywhere.
// The full metadata is used: loading it costs the same as the small one (about 12 MB, 100 ms measured) and it knows real number ranges.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Listen } from '../content/content.js';
import { toAsciiDigits } from '../text/digits.js';
import { plainLine } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';
import { saidDigits } from './said-digits.js';

/** A few words may stand before the number ("my number is"), nothing after it. */
const wordsThenNumber = /^(?:\D{0,60}?[^\d+(])??(\+?[\d ()./-]{6,40})$/u;

/** The letter O is typed for a zero: only among enough digits to be sure. */
const withLetterO = /(?<![\p{L}\p{M}])[+(\doO][\doO ()./-]{6,40}$/u;
const surelyDigits = 6;

function withZeros(number: string): string {
  return number.replace(/\D/g, '').length >= surelyDigits ? number.replace(/o/gi, '0') : number;
}

/** Only the number, or undefined. Full stops and slashes are how some people group digits. */
function numberIn(text: string): string | undefined {
  const line = toAsciiDigits(plainLine(text).normalize('NFKC'))
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s.]+$/, '')
    .replace(withLetterO, withZeros);
  return wordsThenNumber.exec(line)?.[1]?.replace(/[./]/g, ' ').trim();
}

/**
 * A number without its leading 0 or country code is not taken: ten bare digits may be an NHS number, a bare sum a debt.
 * 00 and a bare 44 before ten digits are country codes.
 */
function dialled(number: string): string | undefined {
  const digits = number.replace(/\D/g, '');
  if (number.startsWith('+')) return number;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (/^440?\d{10}$/.test(digits)) return `+${digits}`;
  return digits.startsWith('0') ? number : undefined;
}

/** The number as E.164 (`+447911123456`), else `not-a-phone`. Digits of any script, or said one by one in the words of these languages. */
export function readPhone(text: string, listens: readonly Listen[] = []): Read<string> {
  const number = dialled(numberIn(text) ?? '') ?? dialled(saidDigits(text, listens) ?? '');
  const phone = number === undefined ? undefined : parsePhoneNumberFromString(number, { defaultCountry: 'GB', extract: false });
  return phone?.isValid() === true ? readAs(phone.number) : unread('not-a-phone');
}
