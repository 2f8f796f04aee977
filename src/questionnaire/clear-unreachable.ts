// Drops answers that are no longer asked for, so that a changed mind leaves nothing behind.
// Rule: an item that is not enabled allows no answers, https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
import { isQuestion } from '../content/form.js';
import type { FormState } from './form-state.js';
import type { Step } from './steps.js';

function holdsAnswer(step: Step): boolean {
  return step.kind === 'more' || isQuestion(step.item);
}

/** Of these answer keys, those that name nothing a person can still be asked: not enabled, not in this form, or a repetition that is gone. */
export function unreachableKeys(state: FormState, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return [];
  const reachable = new Set(state.steps.filter(step => holdsAnswer(step) && state.enabled.has(step.key)).map(step => step.key));
  return keys.filter(key => !reachable.has(key));
}
