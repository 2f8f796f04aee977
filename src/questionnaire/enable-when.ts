// Is one enableWhen condition met?
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen and
// https://hl7.org/fhir/R4/codesystem-questionnaire-enable-operator.html; what R4 leaves open is decided in docs/decisions/0005.
import type { AnswerValue } from '../content/forms/form.js';
import type { EnableWhen, EnableWhenOperator } from '../content/forms/questionnaire-schema.js';
import { comparisonFor } from './compare-answer.js';

type Comparison = Exclude<EnableWhenOperator, 'exists' | '!='>;

const holds: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '=': difference => difference === 0,
  '>': difference => difference > 0,
  '<': difference => difference < 0,
  '>=': difference => difference >= 0,
  '<=': difference => difference <= 0,
};

function anyHolds(values: readonly AnswerValue[], compare: (value: AnswerValue) => number | undefined, operator: Comparison): boolean {
  return values.some(value => {
    const difference = compare(value);
    return difference !== undefined && holds[operator](difference);
  });
}

/**
 * Is one enableWhen condition met? `answersOf` gives the values that count for a linkId, none where there is no answer.
 * One of several answers is enough for every operator except `!=`, which needs all of them to differ (and is met by none).
 */
export function isConditionMet(condition: EnableWhen, answersOf: (linkId: string) => readonly AnswerValue[]): boolean {
  const values = answersOf(condition.question);
  if (condition.operator === 'exists') return condition.answerBoolean === values.length > 0;
  const compare = comparisonFor(condition);
  if (compare === undefined) return false;
  return condition.operator === '!=' ? !anyHolds(values, compare, '=') : anyHolds(values, compare, condition.operator);
}
