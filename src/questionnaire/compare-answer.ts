// Where an answer stands to the answer[x] of a condition: equal, before, after, or not to be ordered.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen.answer_x_
import type { AnswerValue, QuantityValue } from '../content/forms/form.js';
import type { EnableWhen } from '../content/forms/questionnaire-schema.js';
import { compareDates } from './compare-dates.js';

/** The difference in order, or undefined where the two cannot be ordered (and are not equal). */
type Difference = number | undefined;

/** Two things that can only be equal or not. */
const sameOrNot = (same: boolean): Difference => (same ? 0 : undefined);

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function compareCoding(value: AnswerValue, wanted: NonNullable<EnableWhen['answerCoding']>): Difference {
  if (!('valueCoding' in value) || value.valueCoding.code !== wanted.code) return undefined;
  return sameOrNot(wanted.system === undefined || wanted.system === value.valueCoding.system);
}

/** Quantities are compared in one unit only; nothing is converted. */
function isSameUnit(a: QuantityValue, b: NonNullable<EnableWhen['answerQuantity']>): boolean {
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code && a.system === b.system;
  return (a.unit ?? a.code) === (b.unit ?? b.code);
}

function compareQuantity(value: AnswerValue, wanted: NonNullable<EnableWhen['answerQuantity']>): Difference {
  if (!('valueQuantity' in value) || wanted.value === undefined || !isSameUnit(value.valueQuantity, wanted)) return undefined;
  return value.valueQuantity.value - wanted.value;
}

function compareNumber(value: AnswerValue, wanted: number): Difference {
  if ('valueInteger' in value) return value.valueInteger - wanted;
  return 'valueDecimal' in value ? value.valueDecimal - wanted : undefined;
}

function compareText(value: AnswerValue, wanted: string): Difference {
  if ('valueUri' in value) return inOrder(value.valueUri, wanted);
  return 'valueString' in value ? inOrder(value.valueString, wanted) : undefined;
}

function compareMoment(value: AnswerValue, wanted: string): Difference {
  if ('valueDateTime' in value) return compareDates(value.valueDateTime, wanted);
  return 'valueDate' in value ? compareDates(value.valueDate, wanted) : undefined;
}

function compareReference(value: AnswerValue, wanted: NonNullable<EnableWhen['answerReference']>): Difference {
  return sameOrNot('valueReference' in value && wanted.reference !== undefined && value.valueReference.reference === wanted.reference);
}

type Compare = (value: AnswerValue) => Difference;

/** How values are compared with an answer[x] that is a plain value. */
function plainComparison(condition: EnableWhen): Compare | undefined {
  const { answerBoolean, answerString, answerTime } = condition;
  const moment = condition.answerDate ?? condition.answerDateTime;
  const number = condition.answerInteger ?? condition.answerDecimal;
  if (answerBoolean !== undefined) return value => sameOrNot('valueBoolean' in value && value.valueBoolean === answerBoolean);
  if (answerString !== undefined) return value => compareText(value, answerString);
  if (number !== undefined) return value => compareNumber(value, number);
  if (moment !== undefined) return value => compareMoment(value, moment);
  return answerTime === undefined ? undefined : value => ('valueTime' in value ? inOrder(value.valueTime, answerTime) : undefined);
}

/** How values are compared with this condition, or undefined where it has no answer[x]. */
export function comparisonFor(condition: EnableWhen): Compare | undefined {
  const { answerCoding, answerQuantity, answerReference } = condition;
  if (answerCoding !== undefined) return value => compareCoding(value, answerCoding);
  if (answerQuantity !== undefined) return value => compareQuantity(value, answerQuantity);
  if (answerReference !== undefined) return value => compareReference(value, answerReference);
  return plainComparison(condition);
}
