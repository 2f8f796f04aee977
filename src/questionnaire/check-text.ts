// Checks a text answer: something in it, not too long, no control characters.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.maxLength and
// https://hl7.org/fhir/R4/datatypes.html#string (no code points below 32 but tab, line feed and carriage return).
import type { AnswerCheck } from './answer-fault.js';

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

/** Checks a text against the most Unicode code points it may have. */
export function checkText(text: string, longest: number): AnswerCheck {
  if (nothing.test(text)) return { ok: false, why: 'empty' };
  if (text.length > longest && Array.from(text).length > longest) return { ok: false, why: 'too-long', limit: longest };
  return isBroken(text) ? { ok: false, why: 'malformed' } : { ok: true };
}
