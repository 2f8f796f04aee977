// "Is that right?": a yes or no to something understood but not yet confirmed (a typed date of birth, the needs found in free text).
import { readYesNo } from '../understanding/read-yes-no.js';
import type { AskedStep } from './asked-step.js';
import { settled, withConversation, without } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** The state when `text` settles what was proposed for this question; undefined when it says something else. */
export function proposalAnswer(text: string, asked: AskedStep, state: TurnState): TurnState | undefined {
  const proposed = state.conversation.proposed[asked.key];
  if (!proposed) return undefined;
  const answer = readYesNo(text, state.conversation.lang, state.content.languages);
  if (answer === 'yes') return { ...settled(state), readings: [{ asked, understood: { kind: 'values', values: proposed } }] };
  if (answer !== 'no') return undefined;
  const next = { ...state.conversation, proposed: without(state.conversation.proposed, asked.key) };
  return settled(withConversation(state, next));
}
