// Decides which items of a form are enabled for the answers given: enableWhen, enableBehavior, and disabled ancestors.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen and
// https://hl7.org/fhir/R4/codesystem-questionnaire-enable-operator.html; what R4 leaves open is decided in docs/decisions/0005.
import type { AnswerValue, Form, FormItem } from '../content/form.js';
import type { EnableWhen, EnableWhenOperator } from '../content/questionnaire-schema.js';
import { valuesOf, type Answers } from './answers.js';
import { compareDates } from './compare-dates.js';

/** Two things that can only be equal or not. */
const sameOrNot = (same: boolean): number | undefined => (same ? 0 : undefined);

function compareCoding(value: AnswerValue, wanted: { readonly system?: string | undefined; readonly code: string }): number | undefined {
  if (!('valueCoding' in value) || value.valueCoding.code !== wanted.code) return undefined;
  return sameOrNot(wanted.system === undefined || wanted.system === value.valueCoding.system);
}

function compareNumber(value: AnswerValue, wanted: number): number | undefined {
  if ('valueInteger' in value) return value.valueInteger - wanted;
  return 'valueDecimal' in value ? value.valueDecimal - wanted : undefined;
}

function compareText(value: AnswerValue, wanted: string): number | undefined {
  if (!('valueString' in value)) return undefined;
  if (value.valueString === wanted) return 0;
  return value.valueString < wanted ? -1 : 1;
}

/** Where a value stands to the answer[x] of a condition: the difference in order, or undefined where the two cannot be ordered. */
function difference(value: AnswerValue, condition: EnableWhen): number | undefined {
  const { answerBoolean, answerCoding, answerDate, answerString } = condition;
  if (answerCoding !== undefined) return compareCoding(value, answerCoding);
  if (answerBoolean !== undefined) return sameOrNot('valueBoolean' in value && value.valueBoolean === answerBoolean);
  if (answerString !== undefined) return compareText(value, answerString);
  if (answerDate !== undefined) return 'valueDate' in value ? compareDates(value.valueDate, answerDate) : undefined;
  const number = numberOf(condition);
  return number === undefined ? undefined : compareNumber(value, number);
}

const numberOf = ({ answerInteger, answerDecimal }: EnableWhen): number | undefined => answerInteger ?? answerDecimal;

/** Has the condition an answer[x] of a type that is held here? */
function isUnderstood(condition: EnableWhen): boolean {
  const { answerBoolean, answerCoding, answerDate, answerString } = condition;
  return (answerCoding ?? answerBoolean ?? answerString ?? answerDate ?? numberOf(condition)) !== undefined;
}

type Comparison = Exclude<EnableWhenOperator, 'exists' | '!='>;

const holds: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '=': difference => difference === 0,
  '>': difference => difference > 0,
  '<': difference => difference < 0,
  '>=': difference => difference >= 0,
  '<=': difference => difference <= 0,
};

function anyHolds(values: readonly AnswerValue[], condition: EnableWhen, operator: Comparison): boolean {
  for (const value of values) {
    const found = difference(value, condition);
    if (found !== undefined && holds[operator](found)) return true;
  }
  return false;
}

/**
 * Is one enableWhen condition met? `answersOf` gives the values that count for a linkId, none where there is no answer.
 * One of several answers is enough for every operator except `!=`, which needs all of them to differ (and is met by none).
 */
export function isConditionMet(condition: EnableWhen, answersOf: (linkId: string) => readonly AnswerValue[]): boolean {
  const values = answersOf(condition.question);
  if (condition.operator === 'exists') return condition.answerBoolean === values.length > 0;
  if (condition.operator !== '!=') return anyHolds(values, condition, condition.operator);
  return isUnderstood(condition) && !anyHolds(values, condition, '=');
}

function evaluation(form: Form, answers: Answers): (item: FormItem) => boolean {
  const known = new Map<string, boolean>();
  const answersOf = (linkId: string): readonly AnswerValue[] => {
    const values = valuesOf(answers, linkId);
    const item = values.length === 0 ? undefined : form.byLinkId.get(linkId);
    return item !== undefined && enabled(item) ? values : [];
  };
  const met = (condition: EnableWhen): boolean => isConditionMet(condition, answersOf);
  const decide = ({ parent, enableWhen, enableBehavior }: FormItem): boolean => {
    const above = parent === undefined ? undefined : form.byLinkId.get(parent);
    if (above !== undefined && !enabled(above)) return false;
    if (enableWhen.length === 0) return true;
    return enableBehavior === 'any' ? enableWhen.some(met) : enableWhen.every(met);
  };
  const enabled = (item: FormItem): boolean => {
    const before = known.get(item.linkId);
    if (before !== undefined) return before;
    // Stands while the item is being decided: a loop (refused when content is loaded) then ends here instead of hanging.
    known.set(item.linkId, false);
    const result = decide(item);
    known.set(item.linkId, result);
    return result;
  };
  return enabled;
}

/** Is this item enabled? Answers of disabled questions do not count; a disabled ancestor disables everything below it. */
export function isEnabled(item: FormItem, form: Form, answers: Answers): boolean {
  return evaluation(form, answers)(item);
}

/** The linkIds of every enabled item, hidden ones too, in the order of the form; each item is decided once. */
export function enabledItems(form: Form, answers: Answers): ReadonlySet<string> {
  const enabled = evaluation(form, answers);
  const result = new Set<string>();
  for (const item of form.order) if (enabled(item)) result.add(item.linkId);
  return result;
}
