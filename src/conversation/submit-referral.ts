// The sending phase: everything is answered and the person said send (or the way needs no review): the referral is made, once an episode.
import { buildReferral } from '../referral/build-referral.js';
import { sourceOf } from './referral-source-of.js';
import type { Phase } from './turn-state.js';
import { withConversation, withNotices, withoutMarks } from './turn-state.js';

/** Makes the referral and the effect that stores it; both are saved in the same write as the conversation. */
export const submitReferral: Phase = state => {
  const { conversation, content, position, turn } = state;
  const due = state.sending || position.standing.kind === 'complete';
  if (!due || conversation.sent) return state;
  const referral = buildReferral(sourceOf(state), content);
  const sent = { referralId: referral.id, reference: referral.reference, at: turn.at };
  const next = withConversation(state, { ...withoutMarks(conversation), sent });
  return { ...withNotices(next, { code: 'sent' }), effects: [...state.effects, { kind: 'referral', id: referral.id, referral }] };
};
