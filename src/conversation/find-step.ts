// Which question a client means by a key or a bare linkId.
import type { FormState } from '../questionnaire/form-state.js';
import type { Step } from '../questionnaire/steps.js';

type Steps = Pick<FormState, 'steps' | 'enabled'>;

/** The question this key names, in its repetition, enabled or not; undefined when nobody can be asked it. */
export function findStep(key: string, { steps }: Steps): Step | undefined {
  return steps.find(step => step.key === key && step.askable);
}

/**
 * The question meant by a linkId, as in its own file or in the journey: the pending one, or the only enabled one that has it. Undefined
 * when none can be meant.
 */
export function findByLinkId(linkId: string, { steps, enabled }: Steps, pending: string | null): Step | undefined {
  const named = steps.filter(
    ({ kind, item, key, askable }) => kind === 'item' && askable && enabled.has(key) && (item.linkId === linkId || item.localId === linkId),
  );
  return named.find(step => step.key === pending) ?? (named.length === 1 ? named[0] : undefined);
}
