// "Is that right?": a yes or no to something understood but not yet confirmed (a typed date of birth, the needs found in free text).
import { readYesNo } from '../understanding/read-yes-no.js';
import type { FormItem } from '../content/form.js';
import { settled, withConversation, without } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** The state when `text` settles what was proposed for `item`; undefined when it says something else. */
export function proposalAnswer(text: string, item: FormItem, state: TurnState): TurnState | undefined {
  const proposed = state.conversation.proposed[item.linkId];
  if (!proposed) return undefined;
  const answer = readYesNo(text, state.conversation.lang, state.content.languages);
  if (answer === 'yes') return { ...settled(state), readings: [{ item, understood: { kind: 'values', values: proposed } }] };
  if (answer !== 'no') return undefined;
  const next = { ...state.conversation, proposed: without(state.conversation.proposed, item.linkId) };
  return settled(withConversation(state, next));
}
