// Which enabled questions wait for another: one whose condition speaks of a question that is still open may yet be closed by its answer ("no
// telephone given: which e-mail address?"). Asked one by one they come late by themselves; where all are shown at once they are held back.
import type { FormState } from './form-state.js';
import type { Step } from './steps.js';

type Laid = Pick<FormState, 'byLinkId' | 'enabled'>;

/** Does this step, or what it stands in, hang on a question that can be asked now and is not settled? */
export function isWaiting(step: Step, { byLinkId, enabled }: Laid, isSettled: (step: Step) => boolean): boolean {
  const isOpen = (one: Step): boolean => one.askable && enabled.hasStep(one) && !isSettled(one);
  const waits = step.item.enableWhen.some(({ question }) => (byLinkId.get(question) ?? []).some(isOpen));
  return waits || (step.parent !== undefined && isWaiting(step.parent, { byLinkId, enabled }, isSettled));
}
