// The trail of a conversation: which answers were changed, dropped or asked for again, and when. Keys only, never words: an account of how
// the answers came to be, which goes with the referral.
import type { Conversation, Notice, TrailEntry } from './conversation.js';
import type { TurnState } from './turn-state.js';

/** The most entries that are kept; the oldest fall away. */
const kept = 100;

function entries(notice: Notice, at: string): readonly TrailEntry[] {
  if (notice.code === 'changed') return [{ at, did: 'changed', key: notice.key }];
  return notice.code === 'dropped' || notice.code === 'asked-again' ? notice.keys.map(key => ({ at, did: notice.code, key })) : [];
}

/** The state with what these notices say of changed answers put on the trail. */
export function keepTrail(state: TurnState, notices: readonly Notice[]): TurnState {
  const added = notices.flatMap(notice => entries(notice, state.turn.at));
  if (added.length === 0) return state;
  const { conversation } = state;
  const trail = [...(conversation.trail ?? []), ...added].slice(-kept);
  const next: Conversation = { ...conversation, trail };
  return { ...state, conversation: next };
}
