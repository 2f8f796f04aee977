// The outbox entry that goes with a change of a referral's record: whoever shows referrals elsewhere learns of it, on whichever server, also after
// a crash. It says that there was a change and not what; whoever takes it reads the record.
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { OutboxEntry } from '../storage/ports.js';

const changedSchema = z.looseObject({ referralId: z.string().min(1), rev: z.number().int(), at: z.iso.datetime() });

/** Which record, to which revision, when (ISO). */
export type Changed = Readonly<Pick<z.infer<typeof changedSchema>, 'referralId' | 'rev' | 'at'>>;

/** The entry for a change that makes revision `rev`. */
export function changedEntry(change: Changed): OutboxEntry {
  return { id: `${change.referralId}#${String(change.rev)}`, kind: 'changed', payload: { ...change } };
}

/** What an entry tells. @throws AppError `changed-shape`, naming places and never what stands there */
export function readChanged({ payload }: Pick<OutboxEntry, 'payload'>): Changed {
  const { data, error } = changedSchema.safeParse(payload);
  if (data !== undefined) return data;
  const places = error.issues.map(issue => issue.path.join('.'));
  throw new AppError('changed-shape', 'An outbox entry does not tell of a change', { places });
}
