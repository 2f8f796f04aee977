// What a notice of a referral says, and all that it may say: a channel is read by many and kept by the organisation whose Teams it is. Never a
// name, a way to reach the person, a need in words, or anything they wrote.
import { createHash } from 'node:crypto';
import type { Referral } from '../referral/referral.js';
import { worstTier } from './flagged.js';
import type { ReferralRecord } from './referral-record.js';

/** One referral as a notice tells it. */
export interface NoticeFacts {
  readonly id: string;
  readonly reference: string;
  /** ISO instant at which it was sent. */
  readonly submittedAt: string;
  readonly urgency: Referral['urgency'];
  readonly practice?: { readonly ods: string; readonly name: string };
  /** Language to speak with the person: BCP 47, or `bfi`; absent: not told. */
  readonly language?: string;
  readonly interpreter: boolean;
  /** The worst danger told that nobody has acted on yet. */
  readonly openFlags?: 'act' | 'ask';
  readonly status: ReferralRecord['status'];
  /** Who has it, by the name others read. */
  readonly assigned?: string;
}

/** A stored referral is checked no further than listing needs; these may be missing. */
type Readable = Pick<Referral, 'id' | 'reference' | 'submittedAt' | 'urgency'> &
  Partial<Pick<Referral, 'eligibility' | 'language' | 'flags'>>;

/** The facts of a record. */
export function factsOf({ referral, status, flagged, assigned }: ReferralRecord): NoticeFacts {
  const readable: Readable = referral;
  const { id, reference, submittedAt, urgency } = readable;
  const tier = flagged?.open === true ? worstTier(readable.flags ?? []) : undefined;
  return {
    ...{ id, reference, submittedAt, urgency },
    ...spokenWith(readable),
    ...(tier && { openFlags: tier }),
    status,
    ...(assigned && { assigned: assigned.who }),
  };
}

function spokenWith({ eligibility, language }: Readable): Pick<NoticeFacts, 'practice' | 'language' | 'interpreter'> {
  const { practice } = eligibility ?? {};
  const { spoken, interpreter = false } = language ?? {};
  return { ...(practice && { practice }), ...(spoken !== undefined && { language: spoken }), interpreter };
}

/** The same for the same facts: whether a card shows them already. */
export function digestOf(facts: NoticeFacts): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
}

/** Is it anything to tell of as new? */
export function isNews({ status, openFlags }: NoticeFacts): boolean {
  return status === 'requested' || openFlags !== undefined;
}
