// The answer a question comes with already, understood or given before, as the fields of a form hold it.
import type { AnswerValue } from '../../content/forms/form.js';
import type { Question, QuestionOption } from '../../conversation/reply.js';
import { showPhone } from '../../text/show-phone.js';

/** A FHIR value as a form field holds it. */
function fieldValue(value: AnswerValue): string {
  if ('valueCoding' in value) return value.valueCoding.code;
  if ('valueQuantity' in value) return String(value.valueQuantity.value);
  if ('valueReference' in value) return value.valueReference.reference ?? value.valueReference.display ?? '';
  if ('valueAttachment' in value) return value.valueAttachment.url ?? '';
  if ('valueTime' in value) return value.valueTime.slice(0, 5);
  return String(Object.values(value)[0]);
}

/** Is this option the one that was chosen? Its label is the value itself, worded. */
function isOptionOf(option: QuestionOption, value: AnswerValue): boolean {
  const { label } = option;
  const same = 'answer' in label && JSON.stringify(label.answer[0]) === JSON.stringify(value);
  return same || option.value === fieldValue(value);
}

/** The answer a question comes with already, as form values: the values of its options where it has any, a telephone number as people write it. */
export function suggestedValues({ suggested = [], options, format }: Question): readonly string[] {
  const shown = (value: AnswerValue): string => (format === 'phone' ? showPhone(fieldValue(value)) : fieldValue(value));
  return suggested.map(value => options?.find(option => isOptionOf(option, value))?.value ?? shown(value));
}

/** What was written in one's own words beside the options of an open choice. */
export function suggestedWords(question: Question): string {
  if (question.type !== 'open-choice') return '';
  const own = (question.suggested ?? []).filter(value => !(question.options ?? []).some(option => isOptionOf(option, value)));
  return own.map(fieldValue).join(', ');
}

/** The unit a quantity was given in, as the value of its field. */
export function suggestedUnit({ suggested = [], units = [] }: Question): string {
  const [first] = suggested;
  if (first === undefined || !('valueQuantity' in first)) return '';
  const { code, unit } = first.valueQuantity;
  return units.find(one => one.value === code || one.label === unit || one.value === unit)?.value ?? '';
}
