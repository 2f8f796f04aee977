// Which steps of a form hold an answer, themselves or in something that stands in them.
import { valuesOf } from './answers.js';
import type { FormState } from './form-state.js';
import type { Step } from './steps.js';

/** Keys of the steps that hold an answer of an enabled item, themselves or below. `counts`: of which items; all of them where it is left out. */
export function filledKeys(
  { steps, answers, enabled }: Pick<FormState, 'steps' | 'answers' | 'enabled'>,
  counts: (step: Step) => boolean = () => true,
): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'more' || !enabled.hasStep(step) || valuesOf(answers, step.key).length === 0 || !counts(step)) continue;
    for (let at: Step | undefined = step; at !== undefined; at = at.parent) filled.add(at.key);
  }
  return filled;
}
