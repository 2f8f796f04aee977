// What the list shows and sorts by, worked out from the record.
import { flaggedInIndex } from './flagged.js';
import type { RecordIndex } from '../storage/ports.js';
import type { ReferralRecord } from './referral-record.js';

/** The index of a record. */
export function indexOfRecord({ referral, status, flagged }: Pick<ReferralRecord, 'referral' | 'status' | 'flagged'>): RecordIndex {
  const { reference, submittedAt, urgency, eligibility, flags } = readable(referral);
  const practice = eligibility?.practice?.ods ?? '';
  return { reference, submittedAt, urgent: urgency !== 'routine', status, practice, ...flaggedInIndex(flagged, flags ?? []) };
}

/** A stored referral is checked no further than listing needs; these two may be missing. */
function readable(
  referral: ReferralRecord['referral'],
): Omit<ReferralRecord['referral'], 'flags' | 'eligibility'> & Partial<Pick<ReferralRecord['referral'], 'flags' | 'eligibility'>> {
  return referral;
}
