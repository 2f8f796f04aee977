// Danger told after "sent" (or after a call was asked for) goes after the referral that is already there, in the same write as the turn.
import { makeAdditionId } from '../referral/make-reference.js';
import { flagOf } from './referral-source-of.js';
import type { Phase } from './turn-state.js';
import { withNotices } from './turn-state.js';

/** Adds the flags raised in this turn to what was sent; says so where everything was sent. */
export const addToSent: Phase = state => {
  const { conversation, notices, turn } = state;
  const raised = notices.filter(notice => notice.code === 'red-flag').length;
  const there = conversation.sent ?? conversation.called;
  if (raised === 0 || there === undefined || there.at === turn.at) return state;
  const { referralId, reference } = there;
  const addition = { v: 1, referralId, reference, at: turn.at, flags: conversation.flags.slice(-raised).map(flagOf) } as const;
  const effects = [...state.effects, { kind: 'addition', id: makeAdditionId(referralId, turn.id), addition } as const];
  const next = { ...state, effects };
  return conversation.sent === undefined ? next : withNotices(next, { code: 'flag-added' });
};
