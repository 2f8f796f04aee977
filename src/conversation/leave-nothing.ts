// Some ends keep nothing (a child under 13): what was told is erased in the turn that reaches the end.
import type { TurnState } from './turn-state.js';
import { withNotices } from './turn-state.js';

/** Marks the conversation for erasure when it stands at an end that keeps nothing. */
export function leaveNothing(state: TurnState): TurnState {
  const { standing } = state.position;
  if (state.erased || standing.kind !== 'ended' || standing.end.keep) return state;
  return { ...withNotices(state, { code: 'ended', end: standing.end.id }), erased: true };
}
