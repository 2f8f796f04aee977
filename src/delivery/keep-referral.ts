// The first sink: puts a referral where link workers find it, and what comes to it later.
import type { Content } from '../content/content.js';
import { AppError } from '../errors.js';
import type { Clock, Json, OutboxEntry, ReferralStore } from '../storage/ports.js';
import { openFlags } from './flagged.js';
import { createKeepAddition } from './keep-addition.js';
import { indexOfRecord } from './record-index.js';
import { referralCore, referralRecordSchema } from './referral-record.js';
import type { Sink } from './sink.js';

export interface KeepReferralOptions {
  readonly referrals: ReferralStore;
  /** How long the practice keeps a referral. One with danger that nobody has acted on is kept until somebody has. */
  readonly ttlSeconds: number;
  /** How urgent each kind of danger is. */
  readonly content: Pick<Content, 'redFlags'>;
  readonly clock: Clock;
}

/** Makes the sink. Putting the same referral, or the same addition, again changes nothing. */
export function createKeepReferral({ referrals, ttlSeconds, content, clock }: KeepReferralOptions): Sink {
  const keepAddition = createKeepAddition({ referrals, content, clock });
  return {
    name: 'keep-referral',
    deliver: async entry => {
      if (entry.kind === 'addition') return keepAddition(entry);
      if (entry.kind !== 'referral') return;
      const { value, record } = recordOfEntry(entry);
      await referrals.put(entry.id, indexOfRecord(record), value, record.flagged === undefined ? ttlSeconds : 'kept');
    },
  };
}

/** The record that a referral in the outbox begins with. @throws AppError `referral-shape` */
export function recordOfEntry({ id, payload }: OutboxEntry): {
  readonly value: Json;
  readonly record: ReturnType<typeof referralRecordSchema.parse>;
} {
  const read = referralCore.safeParse(payload);
  if (!read.success) {
    const places = read.error.issues.map(issue => issue.path.join('.'));
    throw new AppError('referral-shape', 'An outbox entry does not hold a referral', { places });
  }
  if (read.data.id !== id) throw new AppError('referral-shape', 'A referral stands in an outbox entry of another id');
  const { submittedAt, flags = [] } = read.data;
  const flagged = flags.length === 0 ? {} : { flagged: openFlags(submittedAt) };
  const value: Json = { v: 1, referral: payload, status: 'requested', notes: [], history: [], ...flagged };
  return { value, record: referralRecordSchema.parse(value) };
}
