// The answers a form starts with: initial values of questions that nobody is asked, because they are hidden or read-only.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.initial. The initial value of a question that is
// asked is only a suggestion until the person gives it.
import { isQuestion, type AnswerValue, type Form, type FormItem } from '../content/form.js';
import { type Answers } from './answers.js';
import { isAskable } from './askable.js';

/** A whole number may stand as the initial value of a decimal question; its answer is a decimal. */
function typed(item: FormItem, value: AnswerValue): AnswerValue {
  return item.type === 'decimal' && 'valueInteger' in value ? { valueDecimal: value.valueInteger } : value;
}

/** Initial answers by answer key; disabled items are included and do not count until they are enabled. */
export function initialAnswers(form: Form): Answers {
  const given = form.order.filter(item => isQuestion(item) && item.initial.length > 0 && !isAskable(form, item));
  return Object.fromEntries(given.map(item => [item.linkId, { values: item.initial.map(value => typed(item, value)) }]));
}
