// Where a referral stands with danger that was told: open until a person has written down what they did about it. While it is open the record
// stands at the top of the list and never expires.
import { z } from 'zod';
import type { ReferralFlag } from '../referral/referral.js';
import type { RecordIndex } from '../storage/ports.js';

/** What a person did about it. "Could not be reached" alone is none: somebody else has to know then. */
export const flagOutcomes = ['spoke', 'passed-to-clinician', 'safeguarding-referral', 'not-reached-escalated'] as const;

export type FlagOutcome = (typeof flagOutcomes)[number];

const stamp = z.object({ at: z.string(), who: z.string() }).readonly();

/** What was done, by whom; `detail` is what the outcome asks for (what was agreed, who was told, where to). */
const closing = z.object({ outcome: z.enum(flagOutcomes), detail: z.string(), at: z.string(), who: z.string() }).readonly();

/** Raised again because nobody had opened it: when last, and how often. `tellBy`: whoever is on duty is not told of it yet, and from then on any server may. */
const raised = z.object({ at: z.string(), times: z.number().int().min(1), tellBy: z.string().optional() }).readonly();

const told = {
  /** When the danger that is open, or was open last, was told. */
  since: z.string(),
  /** The first of the staff who saw it since. */
  opened: stamp.optional(),
  raised: raised.optional(),
  /** What was done about danger told before that, oldest first. */
  earlier: z.array(closing).readonly(),
};

/** Schema of `flagged` in a record. */
export const flaggedSchema = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true), ...told }).readonly(),
  z.object({ open: z.literal(false), ...told, closing }).readonly(),
]);

export type Flagged = z.infer<typeof flaggedSchema>;
export type FlagClosing = Readonly<z.infer<typeof closing>>;

/** Danger told now: open, and seen by nobody, whatever was done about danger told before. */
export function openFlags(since: string, before?: Flagged): Flagged {
  const earlier = before === undefined ? [] : before.open ? before.earlier : [...before.earlier, before.closing];
  return { open: true, since, earlier };
}

/** A person has acted. */
export function closeFlags({ since, opened, raised: again, earlier }: Flagged, done: FlagClosing): Flagged {
  return { open: false, since, ...(opened && { opened }), ...(again && { raised: again }), earlier, closing: done };
}

/** The worst tier among these flags; undefined for none. */
export function worstTier(flags: readonly Pick<ReferralFlag, 'tier'>[]): ReferralFlag['tier'] | undefined {
  if (flags.some(flag => flag.tier === 'act')) return 'act';
  return flags.length > 0 ? 'ask' : undefined;
}

/** What a list shows of it. */
export function flaggedInIndex(flagged: Flagged | undefined, flags: readonly Pick<ReferralFlag, 'tier'>[]): Pick<RecordIndex, 'flagged'> {
  const tier = flagged?.open === true ? worstTier(flags) : undefined;
  return tier === undefined ? {} : { flagged: tier };
}
