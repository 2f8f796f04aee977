// Which questions must be answered though nothing says so of them alone: a required group must have something in it, and what repeats must
// come as often as minOccurs says. The last question that can still put it right is the one that cannot be skipped.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.required (a required group must contain at least one
// child), https://hl7.org/fhir/R4/extension-questionnaire-minoccurs.html
import { isQuestion } from '../content/forms/form.js';
import { lastPlace } from './answer-key.js';
import { valuesOf } from './answers.js';
import { filledKeys } from './filled-steps.js';
import { isRepeatedOneByOne, planOf } from './form-plan.js';
import type { FormState } from './form-state.js';
import type { Step } from './steps.js';

/** What of a form's state says what is owed. */
export type Owing = Pick<FormState, 'form' | 'steps' | 'answers' | 'enabled'>;

/** Names all repetitions of one item that stand in the same place. */
export function placeOf({ item, path }: Step): string {
  const around = isRepeatedOneByOne(item) ? path.slice(0, -1) : path;
  return `${item.linkId} ${around.join('.')}`;
}

/** Is every question it is nested in answered? What is nested in none has its place. */
export function hasPlace({ parent }: Step, answers: Owing['answers']): boolean {
  if (parent === undefined) return true;
  return (!isQuestion(parent.item) || valuesOf(answers, parent.key).length > 0) && hasPlace(parent, answers);
}

/** Is it due that this step holds something? `begun`: places where some repetition does. */
function isDue(step: Step, begun: ReadonlySet<string>): boolean {
  const { item, path } = step;
  if (!isRepeatedOneByOne(item)) return item.type === 'group' && item.required;
  const { required, minOccurs = required ? 1 : 0 } = item;
  return lastPlace(path) < minOccurs && (required || begun.has(placeOf(step)));
}

/** The last question that a person can be asked in each step, itself included; none where nothing can be asked. */
export function lastQuestions({ steps, enabled }: Pick<Owing, 'steps' | 'enabled'>): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const step of steps) {
    if (step.kind === 'more' || !step.askable || !enabled.hasStep(step)) continue;
    for (let at: Step | undefined = step; at !== undefined; at = at.parent) last.set(at.key, step.key);
  }
  return last;
}

function findOwed(state: Owing): ReadonlySet<string> {
  const { steps, answers, enabled } = state;
  const filled = filledKeys(state);
  const last = lastQuestions(state);
  const begun = new Set(steps.filter(step => step.kind === 'item' && filled.has(step.key)).map(placeOf));
  const due = steps.filter(
    step =>
      step.kind === 'item' &&
      !step.hidden &&
      enabled.hasStep(step) &&
      !filled.has(step.key) &&
      isDue(step, begun) &&
      hasPlace(step, answers),
  );
  return new Set(due.flatMap(step => (isQuestion(step.item) ? step.key : (last.get(step.key) ?? []))));
}

const owed = new WeakMap<Owing, ReadonlySet<string>>();

/** Must this question be answered now: because it is required, or because something round it would be left empty? */
export function mustBeAnswered(step: Step, state: Owing): boolean {
  if (step.item.required) return true;
  if (!planOf(state.form).owes) return false;
  const keys = owed.get(state) ?? findOwed(state);
  owed.set(state, keys);
  return keys.has(step.key);
}
