// "Would you like someone to call you?": offered at once after the help for a danger that was told plainly. A yes, a name and a safe number
// make a short referral of their own, sent in the same turn; the conversation goes on where it was.
import type { Content } from '../content/content.js';
import { buildCallReferral } from '../referral/build-call-referral.js';
import { callKeys } from './call-keys.js';
import type { Conversation, Notice, Sent } from './conversation.js';
import { isYoung } from './is-young.js';
import { isSettled } from './safety-checks.js';
import { roleValues } from './role-values.js';
import { sourceOf } from './referral-source-of.js';
import type { Phase, TurnState } from './turn-state.js';
import { withConversation, withNotices } from './turn-state.js';

/**
 * May a call be offered? After a danger told plainly; in an emergency only once the person has said that they can go on here. Never to a child:
 * a stranger's call to a child's home can harm, and Childline is theirs at any hour.
 */
export function canOfferCall(conversation: Conversation, content: Content): boolean {
  const { flags } = conversation;
  const told = flags.some(({ kind, tier }) => {
    if (tier !== 'act') return false;
    return content.redFlags.responses.get(kind)?.alone !== true || isSettled(kind, conversation, content);
  });
  return told && !isYoung(conversation, content);
}

/** What this turn settled about a call; undefined when nothing. */
function settledNow({ notices, conversation, content }: TurnState): 'wanted' | 'refused' | undefined {
  const { ask, number } = callKeys(content);
  const touched = notices.flatMap(notice =>
    notice.code === 'recorded' || notice.code === 'changed' || notice.code === 'skipped' ? [notice.key] : [],
  );
  const isYes = roleValues('call-back', conversation, content).some(value => 'valueBoolean' in value && value.valueBoolean);
  if (ask !== undefined && touched.includes(ask) && !isYes) return 'refused';
  if (!isYes || number === undefined || !touched.includes(number)) return undefined;
  return conversation.answers[number] === undefined ? 'refused' : 'wanted';
}

/** Makes the short referral when the number is there; says plainly that nobody will call when there is none. */
export const answerCallOffer: Phase = state => {
  const settled = settledNow(state);
  if (settled === undefined) return state;
  if (settled === 'refused') return withNotices(state, { code: 'call-refused' });
  const { conversation, content, turn } = state;
  const count = (conversation.called?.count ?? 0) + 1;
  const referral = buildCallReferral(sourceOf(state), content, count);
  const called: Sent & { readonly count: number } = { referralId: referral.id, reference: referral.reference, at: turn.at, count };
  const asked: Notice = { code: 'call-asked' };
  const next = withNotices(withConversation(state, { ...conversation, called }), asked);
  return { ...next, effects: [...state.effects, { kind: 'referral', id: referral.id, referral }] };
};
