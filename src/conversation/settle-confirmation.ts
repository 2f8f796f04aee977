// A destructive command waits for its second yes: this phase hears it, or lets go of the command.
import { readYesNo } from '../understanding/read-yes-no.js';
import { beginEpisode } from './begin-conversation.js';
import { isLate } from './is-late.js';
import { pendingKey } from './derive-position.js';
import { settled, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { TurnState } from './turn-state.js';

function confirmed(state: TurnState, command: 'restart' | 'delete'): TurnState {
  if (command === 'delete') return { ...withNotices(settled(state), { code: 'erased' }), erased: true };
  const next = beginEpisode(state.conversation, state.turn.at, state.content);
  return withNotices(settled(withConversation(state, next)), { code: 'restarted' });
}

/** What was said to "are you sure": yes, no, or something else. */
function heard(state: TurnState, command: 'restart' | 'delete'): boolean | undefined {
  const { said, conversation, content } = state;
  if (said.kind === 'answers') {
    const given = said.answers.find(answer => (answer.key ?? answer.linkId) === `confirm-${command}`)?.answer;
    return typeof given === 'boolean' ? given : undefined;
  }
  if (said.kind !== 'text') return undefined;
  const answer = readYesNo(said.text, conversation.lang, content.languages);
  return answer === 'yes' ? true : answer === 'no' ? false : undefined;
}

/** Obeys a confirmed command, or forgets it when the person says no or goes on to something else. */
export function settleConfirmation(state: TurnState): TurnState {
  const command = state.conversation.confirming;
  if (!command || pendingKey(state.position.standing) !== `confirm-${command}`) return state;
  // A "yes" to an earlier question must never start again or delete: it is told to be late by the phase that reads.
  if (isLate(state)) return state;
  const answer = heard(state, command);
  if (answer === true) return confirmed(state, command);
  const released = withConversation(state, withoutMarks(state.conversation));
  if (answer === false) return settled(released);
  // Something unclear: ask again. A command or an answer to another question goes on as usual.
  return state.said.kind === 'text' || state.said.kind === 'nothing'
    ? withNotices(settled(state), { code: 'refused', why: 'not-yes-no' })
    : released;
}
