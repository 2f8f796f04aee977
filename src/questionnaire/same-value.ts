// When are two FHIR answer values the same value? Needed to find an answer among the options of its question.
import type { AnswerValue, FormItem, FormOption } from '../content/form.js';

/** Same type and same value; a Coding by system and code, its display does not matter. */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  if ('valueCoding' in a) {
    return 'valueCoding' in b && a.valueCoding.code === b.valueCoding.code && a.valueCoding.system === b.valueCoding.system;
  }
  const [[type, value] = []] = Object.entries(a);
  const [[otherType, otherValue] = []] = Object.entries(b);
  return type === otherType && value === otherValue;
}

/** The option of this item that holds this value, if any. */
export function optionOf(item: FormItem, value: AnswerValue): FormOption | undefined {
  return item.options.find(option => sameValue(option.value, value));
}
