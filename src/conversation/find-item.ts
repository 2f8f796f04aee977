// Which question a client means by a key or a bare linkId.
import { isAskable } from '../questionnaire/askable.js';
import type { FormItem } from '../content/form.js';
import type { TurnState } from './turn-state.js';

/** The question named, by its key, or by a bare linkId while only one enabled question has it; undefined when none can be meant. */
export function findItem(name: string, state: Pick<TurnState, 'content' | 'position'>): FormItem | undefined {
  const { form } = state.content.journey;
  const exact = form.byLinkId.get(name);
  if (exact) return isAskable(form, exact) ? exact : undefined;
  const bare = form.order.filter(item => item.localId === name && state.position.enabled.has(item.linkId) && isAskable(form, item));
  return bare.length === 1 ? bare[0] : undefined;
}
