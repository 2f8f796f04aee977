// The stored record of a referral as staff read and change it, on pages and in Teams: what the patient sent, and beside it what staff did.
import { readReferralRecord, type ReferralRecord } from './referral-record.js';
import type { RecordIndex, StoredRecord } from '../storage/ports.js';

/** A referral with its status, its notes, each change of status with the reason where it was closed, and where it stands with danger told. */
export type StaffRecord = ReferralRecord;

/** A record opened: what the store knows of it, and what it holds. */
export interface OpenRecord {
  readonly id: string;
  readonly rev: number;
  readonly index: RecordIndex;
  readonly record: StaffRecord;
}

/** Opens a stored record; undefined where a newer server wrote it in a shape this one does not know. */
export function readRecord(stored: StoredRecord): OpenRecord | undefined {
  const record = readReferralRecord(stored.value);
  return record === undefined ? undefined : { id: stored.id, rev: stored.rev, index: stored.index, record };
}
