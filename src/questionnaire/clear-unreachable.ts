// Drops answers that are no longer asked for, so that a changed mind leaves nothing behind.
// Rule: an item that is not enabled allows no answers, https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
import { isQuestion } from '../content/forms/form.js';
import { lastPlace } from './answer-key.js';
import { valuesOf } from './answers.js';
import type { FormState } from './form-state.js';
import { placeOf } from './owed-steps.js';
import type { Step } from './steps.js';

/** Places of what repeats, with the last of its repetitions that a person has answered anything in. */
function lastFilled(state: FormState): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const step of state.steps) {
    if (step.kind === 'more' || !step.askable || !state.enabled.hasStep(step) || valuesOf(state.answers, step.key).length === 0) continue;
    for (let at: Step | undefined = step; at !== undefined; at = at.parent) last.set(placeOf(at), lastPlace(at.path));
  }
  return last;
}

/** A question, or whether there is another of what is not empty from there on. */
function holdsAnswer(step: Step, last: ReadonlyMap<string, number>): boolean {
  if (step.kind === 'item') return isQuestion(step.item);
  return lastPlace(step.path) <= (last.get(placeOf(step)) ?? -1);
}

/** Of these answer keys, those that name nothing a person can still be asked: not enabled, not in this form, or a repetition that is gone. */
export function unreachableKeys(state: FormState, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return [];
  const last = lastFilled(state);
  const reachable = new Set(state.steps.filter(step => holdsAnswer(step, last) && state.enabled.hasStep(step)).map(step => step.key));
  return keys.filter(key => !reachable.has(key));
}
