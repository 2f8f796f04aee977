// What is left when danger is told after a referral whose time was over and which is not kept any more: the flags, and nothing to reach the
// person by. It is still a referral that somebody must look at; a flag is never dropped.
import { makeLostReference } from './make-reference.js';
import type { Referral, ReferralAddition } from './referral.js';

/** The least referral that holds these flags; its urgency is worked out by whoever keeps it. */
export function buildLostReferral({ referralId, reference, at, flags }: ReferralAddition): Referral {
  return {
    v: 1,
    id: referralId,
    reference: reference ?? makeLostReference(referralId),
    codeHash: '',
    way: 'full',
    submittedAt: at,
    urgency: 'routine',
    flags,
    contact: {
      name: '',
      safety: [
        'Told after an earlier referral of this person. That referral is no longer kept: no name and no number are known.',
        'Say nothing of this service to anyone else.',
      ],
    },
    language: { written: 'und', interpreter: false, access: [] },
    needs: [],
    words: [],
    measures: [],
    eligibility: {},
    person: {},
    consents: [],
    who: { kind: 'self', detail: [] },
    answers: [],
    codes: [],
    responses: [],
    contentVersion: '',
  };
}
