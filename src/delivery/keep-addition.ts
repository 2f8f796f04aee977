// Danger told after a referral was sent is put to it: the flags stand beside those it had, it is as urgent as they make it, and open again even
// if somebody had acted on the earlier ones.
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import type { Content } from '../content/content.js';
import { AppError } from '../errors.js';
import { buildLostReferral } from '../referral/build-lost-referral.js';
import type { ReferralAddition } from '../referral/referral.js';
import { moreUrgent, urgencyOf } from '../referral/urgency.js';
import type { Clock, OutboxEntry, ReferralStore, StoredRecord } from '../storage/ports.js';
import { changedEntry } from './changed-entry.js';
import { openFlags } from './flagged.js';
import { indexOfRecord } from './record-index.js';
import { flagSchema, readReferralRecord, writeReferralRecord, type ReferralRecord } from './referral-record.js';
import { isOver } from '../referral/referral-status.js';

const additionSchema = z.looseObject({
  v: z.literal(1),
  referralId: z.string().min(1),
  reference: z.string().min(1).optional(),
  at: z.iso.datetime(),
  flags: z.array(flagSchema).min(1),
});

/** Who changes a record when no person does, as the audit trail names it. */
export const waymark = 'Waymark';

/** Somebody else may change the record in between this often before the outbox is left to try again. */
const mostTries = 8;

export interface KeepAdditionOptions {
  readonly referrals: ReferralStore;
  readonly content: Pick<Content, 'redFlags'>;
  readonly clock: Clock;
}

/** What an outbox entry adds. @throws AppError `addition-shape`, naming places and never what stands there. */
export function readAddition({ payload }: Pick<OutboxEntry, 'payload'>): ReferralAddition {
  const { success, error } = additionSchema.safeParse(payload);
  if (!success) {
    const places = error.issues.map(issue => issue.path.join('.'));
    throw new AppError('addition-shape', 'An outbox entry does not hold an addition', { places });
  }
  // Safe: checked just now; the schema's optional fields only allow undefined besides, which JSON has not.
  return payload as unknown as ReferralAddition;
}

/** Makes the keeping of additions. At least once is enough: an addition that is in the record already changes nothing. */
export function createKeepAddition({ referrals, content, clock }: KeepAdditionOptions): (entry: OutboxEntry) => Promise<void> {
  /** With these flags as if they had always been there; closed referrals are open again, for somebody to look at anew. */
  const added = (record: ReferralRecord, { at, flags }: ReferralAddition, id: string): ReferralRecord => {
    const { referral, additions = [], history } = record;
    const all = [...referral.flags, ...flags];
    const reopened = isOver(record.status);
    return {
      ...record,
      referral: { ...referral, flags: all, urgency: moreUrgent(referral.urgency, urgencyOf({ flags: all }, content)) },
      ...(reopened ? { status: 'requested', history: [...history, { at, who: waymark, status: 'requested' }] } : {}),
      flagged: openFlags(at, record.flagged),
      additions: [...additions, id],
    };
  };

  const putNew = async (addition: ReferralAddition, id: string): Promise<boolean> => {
    const lost = { ...buildLostReferral(addition), flags: [] };
    const record = added({ v: 1, referral: lost, status: 'requested', notes: [], history: [] }, addition, id);
    return (await referrals.put(lost.id, indexOfRecord(record), writeReferralRecord(record), 'kept')) === 'stored';
  };

  const putTo = async (stored: StoredRecord, addition: ReferralAddition, id: string): Promise<boolean> => {
    const record = readReferralRecord(stored.value);
    if (record === undefined)
      throw new AppError('record-newer', 'A newer server wrote this referral; it must add to it', { id: stored.id });
    if (record.additions?.includes(id) === true) return true;
    const next = added(record, addition, id);
    const line = auditLine('flags-added', waymark, clock(), stored.id);
    const effects = [changedEntry({ referralId: stored.id, rev: stored.rev + 1, at: clock().toISOString() })];
    const saved = await referrals.update(stored.id, indexOfRecord(next), writeReferralRecord(next), stored.rev, line, 'kept', effects);
    return saved === 'saved';
  };

  return async entry => {
    const addition = readAddition(entry);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const stored = await referrals.get(addition.referralId);
      if (await (stored === undefined ? putNew(addition, entry.id) : putTo(stored, addition, entry.id))) return;
    }
    throw new AppError('record-busy', 'A referral was changed by others each time something was to be added', { id: addition.referralId });
  };
}
