// Checks a time answer: a time of day as FHIR writes it, within its bounds.
// Rules: https://hl7.org/fhir/R4/datatypes.html#time (hh:mm:ss, no zone, never 24:00), https://hl7.org/fhir/R4/extension-minvalue.html
import type { FormItem } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';

const written = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/;

/** Checks the value of a time question. Times written so are in the order of their letters. */
export function checkTime({ min, max }: FormItem, value: string): AnswerCheck {
  if (!written.test(value)) return { ok: false, why: 'not-a-time' };
  if (typeof min === 'string' && value < min) return { ok: false, why: 'too-early', limit: min };
  return typeof max === 'string' && value > max ? { ok: false, why: 'too-late', limit: max } : { ok: true };
}
