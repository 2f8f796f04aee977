// When are two FHIR answer values the same value? Needed to find an answer among the options of its question.
import { isDeepStrictEqual } from 'node:util';
import type { AnswerValue, FormItem, FormOption, ReferenceValue } from '../content/forms/form.js';

/** Same type and same value; a Coding by system and code, its display does not matter. */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  if ('valueCoding' in a) {
    return 'valueCoding' in b && a.valueCoding.code === b.valueCoding.code && a.valueCoding.system === b.valueCoding.system;
  }
  if ('valueReference' in a && 'valueReference' in b) return isSameReference(a.valueReference, b.valueReference);
  return isDeepStrictEqual(a, b);
}

/** What is only called something is the same where it is called the same. */
function isSameReference(a: ReferenceValue, b: ReferenceValue): boolean {
  return a.reference === b.reference && (a.reference !== undefined || a.display === b.display);
}

/** The option of this item that holds this value, if any. */
export function optionOf(item: FormItem, value: AnswerValue): FormOption | undefined {
  return item.options.find(option => sameValue(option.value, value));
}
