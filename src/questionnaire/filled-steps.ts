// Which steps of a form hold an answer: a question its own, a group one of what stands in it.
import { isQuestion } from '../content/forms/form.js';
import { valuesOf } from './answers.js';
import type { FormState } from './form-state.js';

/** Keys of questions that are answered, and of groups that hold an answer, if enabled. */
export function filledKeys({ steps, answers, enabled }: Pick<FormState, 'steps' | 'answers' | 'enabled'>): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'more' || !enabled.hasStep(step) || valuesOf(answers, step.key).length === 0) continue;
    filled.add(step.key);
    for (let at = step.parent; at !== undefined; at = at.parent) if (!isQuestion(at.item)) filled.add(at.key);
  }
  return filled;
}
