// Checks a number answer: finite, whole where it must be, within its bounds, not too many decimal places.
// Rules: https://hl7.org/fhir/R4/datatypes.html#integer (32 bits, signed), https://hl7.org/fhir/R4/extension-minvalue.html,
// https://hl7.org/fhir/R4/extension-maxvalue.html, https://hl7.org/fhir/R4/extension-maxdecimalplaces.html
import type { FormItem } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';

const smallestInteger = -2_147_483_648;
const largestInteger = 2_147_483_647;

function within(value: number, min: number, max: number): AnswerCheck {
  if (value < min) return { ok: false, why: 'too-small', limit: min };
  return value > max ? { ok: false, why: 'too-large', limit: max } : { ok: true };
}

const bound = (limit: number | string | undefined, otherwise: number): number => (typeof limit === 'number' ? limit : otherwise);

/** Decimal places of a number as it is written, also where that is `1e-7`. */
function decimalPlaces(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const places = (mantissa.split('.')[1] ?? '').length;
  return Math.max(0, places - Number(exponent));
}

/** Checks the value of an integer question. */
export function checkInteger(item: FormItem, value: number): AnswerCheck {
  if (!Number.isFinite(value)) return { ok: false, why: 'not-a-number' };
  if (!Number.isInteger(value)) return { ok: false, why: 'not-whole' };
  const min = Math.max(smallestInteger, bound(item.min, smallestInteger));
  return within(value, min, Math.min(largestInteger, bound(item.max, largestInteger)));
}

/** Checks the value of a decimal question. */
export function checkDecimal(item: FormItem, value: number): AnswerCheck {
  if (!Number.isFinite(value)) return { ok: false, why: 'not-a-number' };
  const most = item.maxDecimalPlaces ?? Infinity;
  if (decimalPlaces(value) > most) return { ok: false, why: 'too-many-decimals', limit: most };
  return within(value, bound(item.min, -Infinity), bound(item.max, Infinity));
}
