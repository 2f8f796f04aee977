// The short referral of a person who asked for a call after urgent help: name, number, language and what was told. Nothing else they answered
// goes with it: they have agreed to a call and to no more.
import type { Content } from '../content/content.js';
import { buildReferral } from './build-referral.js';
import { hashCode, makeCallId, makeCallReference, makeCode } from './make-reference.js';
import type { Referral } from './referral.js';
import type { ReferralSource } from './referral-source.js';

/** Told beside what was answered to the offer itself: which language to speak, and which practice it is for. */
const told = ['spoken', 'practice'] as const;

function only({ answers, nearby: _, postcode: _postcode, ...source }: ReferralSource, content: Content): ReferralSource {
  const part = content.journey.form.byLinkId.get(content.journey.roles['call-back'][0] ?? '')?.part;
  const keys = new Set<string>(told.flatMap(role => content.journey.roles[role]));
  const isTold = (key: string) => keys.has(key) || content.journey.form.byLinkId.get(key)?.part === part;
  return {
    ...source,
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => isTold(key))),
    questions: source.questions.filter(({ key }) => isTold(key)),
    trail: [],
    measures: [],
    codes: [],
    responses: [],
  };
}

/** The referral for the `count`th call asked for in an episode (another number given later makes another). */
export function buildCallReferral(source: ReferralSource, content: Content, count: number): Referral {
  const { conversationId, episode } = source;
  const id = makeCallId(conversationId, episode, count);
  return {
    ...buildReferral(only(source, content), content),
    id,
    reference: makeCallReference(conversationId, episode, count),
    codeHash: hashCode(id, makeCode(conversationId, episode)),
    way: 'call-back',
  };
}
