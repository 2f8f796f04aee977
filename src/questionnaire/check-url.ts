// Checks an address: nothing a browser would run, no white space; wherever an answer holds one (url, attachment, reference).
// Rule: https://hl7.org/fhir/R4/datatypes.html#uri (relative ones are allowed)
import type { AttachmentValue, ReferenceValue } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';

/** Schemes whose content would be run or shown in place of the page, or that reach into a machine. */
const unsafe = /^(?:javascript|vbscript|data|blob|file|filesystem|about|view-source):/i;
const spaced = /[\s\p{C}]/u;

function isAddress(text: string): boolean {
  return text !== '' && text.isWellFormed() && !spaced.test(text) && !unsafe.test(text);
}

/** Checks the value of a url question against the most characters it may have. */
export function checkUrl(text: string, longest: number): AnswerCheck {
  if (!isAddress(text)) return { ok: false, why: 'not-a-url' };
  return Array.from(text).length > longest ? { ok: false, why: 'too-long', limit: longest } : { ok: true };
}

/** Checks an attachment: a link, or what was put in by somebody else than this service. */
export function checkAttachment({ url }: AttachmentValue): AnswerCheck {
  return url === undefined || isAddress(url) ? { ok: true } : { ok: false, why: 'not-a-link' };
}

/** Checks a reference: an address, or only what the thing is called. */
export function checkReference({ reference, display = '' }: ReferenceValue): AnswerCheck {
  if (reference === undefined) return display.trim() === '' ? { ok: false, why: 'empty' } : { ok: true };
  return isAddress(reference) ? { ok: true } : { ok: false, why: 'not-a-url' };
}
