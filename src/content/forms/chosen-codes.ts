// Which options were chosen, by their codes; what else an answer holds is none.
import type { AnswerValue } from './form.js';

/** The codes among these values, in their order. */
export function chosenCodes(values: readonly AnswerValue[]): readonly string[] {
  return values.flatMap(value => ('valueCoding' in value ? [value.valueCoding.code] : []));
}
