// A referral as the practice holds it: what the patient sent, and what has been done with it since. The shape lies in the store, sealed.
import { z } from 'zod';
import { redFlagKinds, redFlagTiers } from '../content/content.js';
import type { Json } from '../storage/ports.js';
import type { Referral } from '../referral/referral.js';
import { endingOf, isClosingReason, referralStatuses } from '../referral/referral-status.js';
import type { ReferralStatus } from '../referral/referral-status.js';
import { caseWork } from './case-work.js';
import { flaggedSchema } from './flagged.js';

/** A red flag as it is stored with a referral or an addition. */
export const flagSchema = z.looseObject({
  kind: z.enum(redFlagKinds),
  tier: z.enum(redFlagTiers),
  rule: z.string(),
  at: z.string(),
  words: z.string().optional(),
});

/** The least of a referral that can be stored and listed. */
export const referralCore = z.looseObject({
  v: z.literal(1),
  id: z.string().min(1),
  reference: z.string().min(1),
  submittedAt: z.iso.datetime(),
  urgency: z.enum(['routine', 'urgent', 'same-day']),
  flags: z.array(flagSchema).optional(),
  eligibility: z.looseObject({ practice: z.looseObject({ ods: z.string() }).optional() }).optional(),
});

/** `closed` stands in records from before endings were told apart. */
const storedStatus = z.enum([...referralStatuses, 'closed']);

/** How a record that says only that it was closed ended, by the reason given then. */
function endingFrom(reason: string | undefined): ReferralStatus {
  return reason !== undefined && isClosingReason(reason) ? endingOf(reason) : 'completed';
}

/** A change of status; `reason` where it was closed. */
const step = z
  .object({ at: z.string(), who: z.string(), status: storedStatus, reason: z.string().optional() })
  .transform(({ status, ...rest }) => ({ ...rest, status: status === 'closed' ? endingFrom(rest.reason) : status }))
  .readonly();

/** Who has a referral, and since when: the name others read, and who that is in Teams where it is known. */
const assignedSchema = z
  .object({ who: z.string(), at: z.string(), teams: z.object({ tenant: z.string(), user: z.string() }).readonly().optional() })
  .readonly();

export type Assigned = z.infer<typeof assignedSchema>;

/** Schema of the stored record, version 1. `referral` is checked as far as listing needs it: this product wrote it, and its seal proves that. */
export const referralRecordSchema = z
  .object({
    v: z.literal(1),
    referral: z.custom<Referral>(value => referralCore.safeParse(value).success),
    status: storedStatus,
    notes: z.array(z.object({ at: z.string(), who: z.string(), text: z.string() }).readonly()).readonly(),
    history: z.array(step).readonly(),
    /** Absent where no danger was told, and in records from before this was kept. */
    flagged: flaggedSchema.optional(),
    /** Who has it; absent where nobody was named, and in records from before this was kept. */
    assigned: assignedSchema.optional(),
    /** Ids of the additions that are in it. */
    additions: z.array(z.string()).readonly().optional(),
    ...caseWork,
  })
  .transform(({ status, ...record }) => ({ ...record, status: status === 'closed' ? endingFrom(record.history.at(-1)?.reason) : status }));

/**
 * What the store holds of one referral: notes of staff (free text, shown to staff alone), each change of status, oldest first, and where it
 * stands with danger that was told.
 */
export type ReferralRecord = Readonly<z.infer<typeof referralRecordSchema>>;

/** Reads a stored value; undefined when it is of a version this server does not know. */
export function readReferralRecord(value: Json): ReferralRecord | undefined {
  return referralRecordSchema.safeParse(value).data;
}

/** The record as the store takes it. */
export function writeReferralRecord(record: ReferralRecord): Json {
  // Safe: a record holds strings, numbers, booleans, arrays and objects alone; an interface only lacks the index signature Json asks for.
  return record as unknown as Json;
}
