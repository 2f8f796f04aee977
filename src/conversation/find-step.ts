// Which question a client means by a key or a bare linkId.
import type { FormState } from '../questionnaire/form-state.js';
import type { Step } from '../questionnaire/steps.js';

type Steps = Pick<FormState, 'steps' | 'enabled'>;

/** The question this key names, in its repetition, enabled or not; undefined when nobody can be asked it. */
export function findStep(key: string, { steps }: Steps): Step | undefined {
  return steps.find(step => step.key === key && step.askable);
}

/**
 * The question meant by a linkId, as in the journey or in its own file, while only one question has it. Of its repetitions the pending one
 * is meant, or the only one. Undefined when none can be meant.
 */
export function findByLinkId(linkId: string, { steps, enabled }: Steps, pending: string | null): Step | undefined {
  const open = steps.filter(({ kind, key, askable }) => kind === 'item' && askable && enabled.has(key));
  const whole = open.filter(({ item }) => item.linkId === linkId);
  const named = whole.length > 0 ? whole : open.filter(({ item }) => item.localId === linkId);
  if (new Set(named.map(({ item }) => item.linkId)).size !== 1) return undefined;
  return named.find(step => step.key === pending) ?? (named.length === 1 ? named[0] : undefined);
}
