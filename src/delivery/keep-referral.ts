// The first sink: puts a referral where link workers find it.
import { AppError } from '../errors.js';
import type { Json, OutboxEntry, RecordIndex, ReferralStore } from '../storage/ports.js';
import { referralCore } from './referral-record.js';
import type { Sink } from './sink.js';

export interface KeepReferralOptions {
  readonly referrals: ReferralStore;
  /** How long the practice keeps a referral. */
  readonly ttlSeconds: number;
}

/** Makes the sink. Putting the same referral again changes nothing. */
export function createKeepReferral({ referrals, ttlSeconds }: KeepReferralOptions): Sink {
  return {
    name: 'keep-referral',
    deliver: async entry => {
      const index = indexOf(entry);
      const record: Json = { v: 1, referral: entry.payload, status: index.status, notes: [], history: [] };
      await referrals.put(entry.id, index, record, ttlSeconds);
    },
  };
}

function indexOf({ id, payload }: OutboxEntry): RecordIndex {
  const read = referralCore.safeParse(payload);
  if (!read.success) {
    const places = read.error.issues.map(issue => issue.path.join('.'));
    throw new AppError('referral-shape', 'An outbox entry does not hold a referral', { places });
  }
  if (read.data.id !== id) throw new AppError('referral-shape', 'A referral stands in an outbox entry of another id');
  const { reference, submittedAt, urgency, eligibility } = read.data;
  return { reference, submittedAt, urgent: urgency !== 'routine', status: 'requested', practice: eligibility?.practice?.ods ?? '' };
}
