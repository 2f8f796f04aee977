// Is everything there that a completed response must have?
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.required (a required group needs at least one child;
// a disabled item is never required). What stands below a question that was left out has no answer to stand in, so it is not missed.
import { isQuestion, type Form, type FormItem } from '../content/form.js';
import { valuesOf, type Answers } from './answers.js';
import { isHidden } from './askable.js';
import { faultIssues, type ResponseIssue } from './response-issue.js';

function hasAnswer(item: FormItem, answers: Answers): boolean {
  return valuesOf(answers, item.linkId).length > 0;
}

function isAnswered(item: FormItem, answers: Answers): boolean {
  return hasAnswer(item, answers) || (item.type === 'group' && item.items.some(child => isAnswered(child, answers)));
}

function hasPlace(form: Form, item: FormItem, answers: Answers): boolean {
  const parent = item.parent === undefined ? undefined : form.byLinkId.get(item.parent);
  if (parent === undefined) return true;
  return (!isQuestion(parent) || hasAnswer(parent, answers)) && hasPlace(form, parent, answers);
}

/** One issue for each required, enabled, visible item without an answer. */
export function checkRequired(
  form: Form,
  enabled: ReadonlySet<string>,
  answers: Answers,
): readonly (ResponseIssue & { readonly linkId: string })[] {
  return form.order
    .filter(item => item.required && item.type !== 'display' && enabled.has(item.linkId) && !isHidden(form, item))
    .filter(item => !isAnswered(item, answers) && hasPlace(form, item, answers))
    .map(({ linkId }) => ({
      severity: 'error',
      code: faultIssues.required.code,
      expression: 'QuestionnaireResponse',
      linkId,
      text: faultIssues.required.say(''),
    }));
}
