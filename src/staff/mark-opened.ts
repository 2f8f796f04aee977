// The first of the staff who sees open red flags is noted on the record: from then on it is not raised again.
import { auditLine } from '../audit/audit-line.js';
import { indexOfRecord } from '../delivery/record-index.js';
import { writeReferralRecord } from '../delivery/referral-record.js';
import type { ReferralStore } from '../storage/ports.js';
import { readRecord, type OpenRecord } from '../delivery/read-record.js';

const mostTries = 4;

/** The record with whoever opened it first noted, as it stands in the store then. */
export async function markOpened(
  found: OpenRecord,
  referrals: Pick<ReferralStore, 'get' | 'update'>,
  who: string,
  now: Date,
): Promise<OpenRecord> {
  let open = found;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { record } = open;
    if (record.flagged?.open !== true || record.flagged.opened !== undefined) return open;
    const next = { ...record, flagged: { ...record.flagged, opened: { at: now.toISOString(), who } } };
    const line = auditLine('opened', who, now, open.id);
    const saved = await referrals.update(open.id, indexOfRecord(next), writeReferralRecord(next), open.rev, line);
    const stored = await referrals.get(open.id);
    open = (stored && readRecord(stored)) ?? open;
    if (saved === 'saved') return open;
  }
  return open;
}
