// The outbox in lmdb: entries in the order they were saved. Who has taken what is kept in this process alone (a process that dies lets go of
// everything at once); how often an entry was taken is written down.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { answering } from '../answering.js';
import type { Clock, Outbox, OutboxEntry, StoreLogger, TakenEntry } from '../ports.js';
import { outboxSealName } from '../keys.js';
import type { KeyRing } from '../seal.js';
import { openEntry, sealEntry } from '../sealed-json.js';
import { writeTogether, type Databases, type OutboxKey } from './databases.js';

const NAME_CHARS = 24;

export interface PreparedEntry {
  readonly key: OutboxKey;
  readonly bytes: Buffer;
}

export interface EmbeddedOutbox extends Outbox {
  /** Seals effects and gives them their place; the caller writes them together with the conversation. */
  readonly prepare: (conversationName: string, rev: number, effects: readonly OutboxEntry[]) => readonly PreparedEntry[];
}

const receiptShape = z.tuple([z.number(), z.number(), z.number(), z.string()]);

/** Makes the outbox over open databases. */
export function createOutbox(dbs: Databases, keys: KeyRing, clock: Clock, logger: StoreLogger): EmbeddedOutbox {
  const leases = new Map<string, number>();
  let latest = 0;

  const prepare: EmbeddedOutbox['prepare'] = (name, rev, effects) => {
    // Never earlier than the entry before it, also when the machine's clock is set back.
    latest = Math.max(latest, clock().getTime());
    return effects.map((effect, place) => ({
      key: [latest, rev, place, randomBytes(6).toString('hex')],
      bytes: Buffer.concat([Buffer.from(name, 'latin1'), sealEntry(keys, outboxSealName(name), rev, effect)]),
    }));
  };

  const openAt = (key: OutboxKey, bytes: Buffer): (OutboxEntry & { readonly lane: string }) | undefined => {
    const lane = bytes.toString('latin1', 0, NAME_CHARS);
    const entry = openEntry(keys, outboxSealName(lane), key[1], bytes.subarray(NAME_CHARS));
    if (entry === undefined) logger.error({ outboxEntry: JSON.stringify(key) }, 'an outbox entry cannot be read with the keys at hand');
    return entry && { ...entry, lane };
  };

  // Runs without a pause, so that two takes of this process never get the same entry.
  const claim = (max: number, leaseMs: number): { readonly key: OutboxKey; readonly taken: TakenEntry }[] => {
    const now = clock().getTime();
    const claimed: { readonly key: OutboxKey; readonly taken: TakenEntry }[] = [];
    for (const { key, value } of dbs.outbox.getRange()) {
      if (claimed.length >= max) break;
      const receipt = JSON.stringify(key);
      if ((leases.get(receipt) ?? 0) > now) continue;
      leases.set(receipt, now + leaseMs);
      const entry = openAt(key, value);
      if (entry !== undefined) claimed.push({ key, taken: { ...entry, receipt, attempts: (dbs.attempts.get(key) ?? 0) + 1 } });
    }
    return claimed;
  };

  const take = async (max: number, leaseMs: number): Promise<readonly TakenEntry[]> => {
    const claimed = claim(max, leaseMs);
    await Promise.all(claimed.map(({ key, taken }) => dbs.attempts.put(key, taken.attempts)));
    return claimed.map(({ taken }) => taken);
  };

  const done = async (receipt: string): Promise<void> => {
    const key: OutboxKey = receiptShape.parse(JSON.parse(receipt));
    await writeTogether(
      action => dbs.outbox.batch(action),
      () => [dbs.outbox.remove(key), dbs.attempts.remove(key)],
    );
    leases.delete(receipt);
  };

  return {
    prepare,
    take: (_consumer, max, leaseMs) => answering(() => take(max, leaseMs)),
    done: receipt => answering(() => done(receipt)),
    size: () => answering(() => Promise.resolve(dbs.outbox.getCount())),
  };
}
