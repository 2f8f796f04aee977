// An NHS number: ten digits, the last a modulus 11 check digit. https://www.datadictionary.nhs.uk/attributes/nhs_number.html
// Ranges issued in England, Wales and the Isle of Man: 400 000 000 to 499 999 999 and 600 000 000 to 799 999 999 (first nine digits);
// 999 000 000 to 999 999 999 are set aside for tests and never issued. Scotland's CHI and Northern Ireland's numbers lie elsewhere.
import { toAsciiDigits } from '../text/digits.js';
import { plainLine } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

const wordsThenDigits = /^(?:[^\d]{0,60})(\d[\d .-]{8,20})$/u;

/** Ten digits whose last is right: weights 10 to 2, 11 minus the remainder by 11; 11 counts as 0, and 10 is never issued. */
export function hasNhsCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** True for numbers of the range set aside for tests (999 ...): right in form, nobody's number. */
export function isTestNhsNumber(digits: string): boolean {
  return digits.startsWith('999');
}

function isIssued(digits: string): boolean {
  return /^[467]/.test(digits);
}

/**
 * The ten digits without spaces. `not-an-nhs-number`: not ten digits; `nhs-number-check`: a digit must be wrong, by the check digit or because
 * no such number is issued in England or Wales. Numbers of the test range are read too: see isTestNhsNumber.
 */
export function readNhsNumber(text: string): Read<string> {
  const line = toAsciiDigits(plainLine(text).normalize('NFKC')).replace(/[.\s]+$/, '');
  const digits = (wordsThenDigits.exec(line)?.[1] ?? '').replace(/\D/g, '');
  if (digits.length !== 10) return unread('not-an-nhs-number');
  return hasNhsCheckDigit(digits) && (isIssued(digits) || isTestNhsNumber(digits)) ? readAs(digits) : unread('nhs-number-check');
}
