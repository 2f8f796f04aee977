// The stored record of a referral as the staff pages read and change it: what the patient sent, and beside it what staff did.
import { z } from 'zod';
import { referralRecordSchema, referralStatusSchema } from '../delivery/referral-record.js';
import type { Json, RecordIndex, StoredRecord } from '../storage/ports.js';

/** Why a referral was closed, as reports count it. */
export const closingReasons = {
  helped: 'The person got help',
  signposted: 'Signposted to another service',
  'not-reached': 'Could not be reached',
  withdrawn: 'The person no longer wants help',
  unsuitable: 'Not for this service',
} as const;

export type ClosingReason = keyof typeof closingReasons;

/** Is it one of the reasons? */
export function isClosingReason(text: string): text is ClosingReason {
  return Object.hasOwn(closingReasons, text);
}

const step = z.object({ at: z.string(), who: z.string(), status: referralStatusSchema, reason: z.string().optional() }).readonly();
const staffRecordSchema = referralRecordSchema.extend({ history: z.array(step).readonly() });

/** A referral with its status, its notes, and each change of status with the reason where it was closed. */
export type StaffRecord = Readonly<z.infer<typeof staffRecordSchema>>;

/** A record opened: what the store knows of it, and what it holds. */
export interface OpenRecord {
  readonly id: string;
  readonly rev: number;
  readonly index: RecordIndex;
  readonly record: StaffRecord;
}

/** Opens a stored record; undefined where a newer server wrote it in a shape this one does not know. */
export function readRecord(stored: StoredRecord): OpenRecord | undefined {
  const { data } = staffRecordSchema.safeParse(stored.value);
  return data === undefined ? undefined : { id: stored.id, rev: stored.rev, index: stored.index, record: data };
}

/** The record as the store takes it. */
export function toJson(record: StaffRecord): Json {
  // safe: it was read from JSON, and what staff add are texts
  return record as unknown as Json;
}
