// Checks a text answer: something in it, neither too long nor too short, no control characters, the pattern its question sets.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.maxLength and
// https://hl7.org/fhir/R4/datatypes.html#string (no code points below 32 but tab, line feed and carriage return);
// extensions https://hl7.org/fhir/R4/extension-minlength.html and regex.
import type { FormItem } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';
import { matchesPattern } from './check-pattern.js';

/** White space and marks nobody sees, such as those for the direction of writing. */
const nothing = /^[\s\p{Cf}]*$/u;

function isControl(code: number): boolean {
  if (code === 0x09 || code === 0x0a || code === 0x0d) return false;
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

function isBroken(text: string): boolean {
  if (!text.isWellFormed()) return true;
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return true;
  return false;
}

/** Checks a text against its item; `longest` is the most Unicode code points it may have where the item does not say. */
export function checkText(item: FormItem, text: string, longest: number): AnswerCheck {
  const { maxLength = longest, minLength = 0 } = item;
  if (nothing.test(text)) return { ok: false, why: 'empty' };
  if (text.length > maxLength && Array.from(text).length > maxLength) return { ok: false, why: 'too-long', limit: maxLength };
  if (text.length < 2 * minLength && Array.from(text).length < minLength) return { ok: false, why: 'too-short', limit: minLength };
  if (!matchesPattern(item, text)) return { ok: false, why: 'wrong-format' };
  return isBroken(text) ? { ok: false, why: 'malformed' } : { ok: true };
}
