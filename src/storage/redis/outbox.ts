// The outbox in Redis: one stream and one consumer group a partition. Taking is one script call over all partitions on a single server; on
// a cluster the lengths are asked first, all at once, and only streams that hold something are read.
import { z } from 'zod';
import { AppError } from '../../errors.js';
import type { Outbox, StoreLogger, TakenEntry } from '../ports.js';
import { OUTBOX_GROUP, outboxKeys, outboxSealName } from '../keys.js';
import type { KeyRing } from '../seal.js';
import { openEntry } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { finishEntry, takeEntries } from './scripts.js';

const text = z.instanceof(Buffer).transform(bytes => bytes.toString('latin1'));
const takenShape = z.array(z.tuple([text, text, z.number(), z.array(z.instanceof(Buffer))]));

type RawEntry = z.infer<typeof takenShape>[number];

/** Makes the outbox of this connection. */
export function createOutbox({ ask, run, client }: Asking, keys: KeyRing, logger: StoreLogger): Outbox {
  let turn = 0;

  const lengths = (): Promise<readonly number[]> => ask(redis => Promise.all(outboxKeys.map(key => redis.xlen(key))));

  // Each take begins one partition further, so that none waits behind a busy one.
  const inTurn = (): readonly string[] => {
    turn = (turn + 1) % outboxKeys.length;
    return [...outboxKeys.slice(turn), ...outboxKeys.slice(0, turn)];
  };

  const groupsToRead = async (): Promise<readonly (readonly string[])[]> => {
    if (!client.isCluster) return [inTurn()];
    const held = await lengths();
    const busy = new Set(outboxKeys.filter((_, partition) => (held[partition] ?? 0) > 0));
    return inTurn()
      .filter(key => busy.has(key))
      .map(key => [key]);
  };

  const readTaken = ([stream, id, attempts, fields]: RawEntry): TakenEntry | undefined => {
    const lane = fieldOf(fields, 'c')?.toString('latin1') ?? '';
    const rev = Number(fieldOf(fields, 'r')?.toString('latin1'));
    const sealed = fieldOf(fields, 'd');
    const entry = sealed && openEntry(keys, outboxSealName(lane), rev, sealed);
    if (entry === undefined) logger.error({ stream, outboxEntry: id }, 'an outbox entry cannot be read with the keys at hand');
    return entry && { ...entry, lane, attempts, receipt: `${String(outboxKeys.indexOf(stream))}/${id}` };
  };

  const take: Outbox['take'] = async (consumer, max, leaseMs) => {
    const taken: RawEntry[] = [];
    for (const streams of await groupsToRead()) {
      if (taken.length >= max) break;
      const reply = await run(takeEntries, streams, [OUTBOX_GROUP, consumer, max - taken.length, leaseMs]);
      taken.push(...takenShape.parse(reply));
    }
    return taken.flatMap(raw => readTaken(raw) ?? []);
  };

  const done: Outbox['done'] = async receipt => {
    const [partition = '', id = ''] = receipt.split('/');
    const stream = outboxKeys[Number(partition)];
    if (stream === undefined) throw new AppError('outbox-receipt', 'This is not a receipt of this outbox', { receipt });
    await run(finishEntry, [stream], [OUTBOX_GROUP, id]);
  };

  return { take, done, size: async () => (await lengths()).reduce((sum, length) => sum + length, 0) };
}

function fieldOf(fields: readonly Buffer[], name: string): Buffer | undefined {
  const at = fields.findIndex((field, place) => place % 2 === 0 && field.toString('latin1') === name);
  return at === -1 ? undefined : fields[at + 1];
}
