// Commands that choose another way through: just a call, only what is near, or a referral after all. Every answer is kept.
import type { Notice } from './conversation.js';
import { settled, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { TurnState } from './turn-state.js';
import { wayOf, withWay } from './way-of.js';

/** Goes another way, and says so; where the journey has no such way, how to reach a person is told. */
function take(state: TurnState, code: string, notice: Notice): TurnState {
  const { conversation, content, turn } = state;
  if (conversation.sent) return withNotices(state, { code: 'already-sent' });
  const next = withWay(withoutMarks(conversation), code, content, turn.at);
  return next === undefined ? withNotices(state, { code: 'person' }) : withNotices(withConversation(state, next), notice);
}

/** "Just call me". */
export function callMe(state: TurnState): TurnState {
  return take(state, 'call-me', { code: 'call-me' });
}

/** A referral, whatever way was gone so far. */
export function refer(state: TurnState): TurnState {
  return take(state, 'full', { code: 'refer' });
}

/** Is there a way that only shows what is near, and a directory to show it from? */
export function canShowNear({ directory, conversation, content, turn }: TurnState): boolean {
  return directory !== undefined && withWay(conversation, 'near', content, turn.at) !== undefined;
}

/** Only what is near. After sending, what was shown is shown once more. */
export function showNear(state: TurnState): TurnState {
  const { conversation, content } = state;
  if (!canShowNear(state)) return withNotices(state, { code: 'person' });
  if (conversation.sent && conversation.near?.shown.length) return settled(state);
  if (!conversation.sent && wayOf(conversation, content) === 'near') return withConversation(state, withoutMarks(conversation));
  return take(state, 'near', { code: 'near-only' });
}
