// A full UK postcode. Which part of town someone lives in decides which services they can use, so half a postcode is not enough.
// Format: Appendix C of the ILR specification, Royal Mail's PAF rules (BS 7666).
import { toAsciiDigits } from '../text/digits.js';
import { plainLine } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

const outward = '[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][ABCDEFGHJKPSTUW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRVWXY])';
const postcode = new RegExp(`^(${outward})([0-9][ABD-HJLNP-UW-Z]{2})$`);
const wordsThenPostcode = /^(?:[^0-9]{0,40} )?([A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9O][A-Z]{2})[.,]?$/;

/** The third character from the end is always a digit: an O there is a zero. */
function withZero(compact: string): string {
  return compact.replace(/O(?=[A-Z]{2}$)/, '0');
}

/** `e16an`, `E1 6AN` or "my postcode is e1 6an" as `E1 6AN`; half a postcode or anything else is `not-a-postcode`. */
export function readPostcode(text: string): Read<string> {
  const line = toAsciiDigits(plainLine(text).normalize('NFKC')).toUpperCase();
  const compact = line.replace(/[\s.,-]/g, '');
  const candidate = compact.length <= 7 ? compact : (wordsThenPostcode.exec(line)?.[1] ?? '').replace(' ', '');
  const [, outer, inner] = postcode.exec(withZero(candidate)) ?? [];
  return outer === undefined || inner === undefined ? unread('not-a-postcode') : readAs(`${outer} ${inner}`);
}
