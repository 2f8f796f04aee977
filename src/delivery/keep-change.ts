// Writes what staff do to a referral: the one way for pages and Teams alike. Record, place in the list and audit line are one compare-and-set write,
// and what shows the referral elsewhere is told by the outbox. Of two people who accept at once one is saved; the other is told who has it.
import { auditLine } from '../audit/audit-line.js';
import type { Service } from '../content/journey/service-schema.js';
import type { Clock, ReferralStore } from '../storage/ports.js';
import { changedEntry } from './changed-entry.js';
import { actionOf, applies, changeRecord, type Change, type Doer } from './change-record.js';
import { readRecord, type OpenRecord } from './read-record.js';
import { indexOfRecord } from './record-index.js';
import { writeReferralRecord } from './referral-record.js';

const daySeconds = 24 * 3600;
const mostTries = 8;

/** What it needs. */
export interface KeepChangeParts {
  readonly referrals: Pick<ReferralStore, 'get' | 'update'>;
  readonly service: Pick<Service, 'retention'>;
  readonly clock: Clock;
}

/**
 * Writes a change to a record as it was read. `nothing`: the record stands so already, or does not allow it; `conflict`: somebody was quicker.
 * @throws StoreUnavailable; then it may or may not have been saved
 */
export async function keepChange(
  { referrals, service, clock }: KeepChangeParts,
  open: OpenRecord,
  change: Change,
  doer: Doer,
): Promise<'saved' | 'conflict' | 'nothing'> {
  if (!applies(open.record, change)) return 'nothing';
  const now = clock();
  const at = now.toISOString();
  const record = changeRecord(open.record, change, doer, at);
  const line = auditLine(actionOf(change), doer.name, now, open.id);
  // With its red flags acted on, a referral is kept as long from now on as any other.
  const lifetime = change.kind === 'close-flags' ? service.retention.referralDays * daySeconds : 'as-it-was';
  const effects = [changedEntry({ referralId: open.id, rev: open.rev + 1, at })];
  return referrals.update(open.id, indexOfRecord(record), writeReferralRecord(record), open.rev, line, lifetime, effects);
}

/** A change where nobody saw which revision it is for (a button on a card): it is made on what is there, if it still applies. */
export async function keepChangeNow(
  parts: KeepChangeParts,
  found: OpenRecord,
  change: Change,
  doer: Doer,
): Promise<{ readonly done: boolean; readonly open: OpenRecord }> {
  let open = found;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = await keepChange(parts, open, change, doer);
    const stored = end === 'nothing' ? undefined : await parts.referrals.get(open.id);
    open = (stored && readRecord(stored)) ?? open;
    if (end !== 'conflict') return { done: end === 'saved', open };
  }
  return { done: false, open };
}
