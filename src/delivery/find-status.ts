// How a referral stands, for the person who sent it: found by its reference and six-digit code, told in three words and nothing else.
import { timingSafeEqual } from 'node:crypto';
import { hashCode } from '../referral/make-reference.js';
import { isOver } from '../referral/referral-status.js';
import type { ReferralStatus } from '../referral/referral-status.js';
import type { Referral } from '../referral/referral.js';
import type { ReferralStore } from '../storage/ports.js';
import { readReferralRecord } from './referral-record.js';

/** Status and the instant (ISO) since which it stands so. */
export interface FoundStatus {
  readonly status: 'requested' | 'accepted' | 'closed';
  readonly at: string;
}

/** How it ended is told by a person, not by a page. */
function shortOf(status: ReferralStatus): FoundStatus['status'] {
  if (isOver(status)) return 'closed';
  return status === 'requested' ? 'requested' : 'accepted';
}

/** Does the code belong to this referral? A hash is made and compared for one that nobody has, too: the answer takes the same time. */
function isCodeOf(referral: Referral | undefined, code: string): boolean {
  const given = Buffer.from(hashCode(referral?.id ?? '', code), 'hex');
  const kept = Buffer.from(referral?.codeHash ?? '', 'hex');
  return kept.length === given.length && timingSafeEqual(kept, given);
}

/** Finds a status; undefined for a wrong reference and a wrong code alike. @throws StoreUnavailable */
export function createFindStatus(referrals: ReferralStore): (reference: string, code: string) => Promise<FoundStatus | undefined> {
  return async (reference, code) => {
    const stored = await referrals.findByReference(reference);
    const record = stored && readReferralRecord(stored.value);
    if (!isCodeOf(record?.referral, code) || !record) return undefined;
    return { status: shortOf(record.status), at: record.history.at(-1)?.at ?? record.referral.submittedAt };
  };
}
