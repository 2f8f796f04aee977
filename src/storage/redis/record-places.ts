// Where a record stands in the list and how it is found by its reference. Both lie apart from the record and cannot be written in one step with
// it, so they err on one side: before a record is written they are raised (higher in the list, kept longer), and only after it is written are
// they made exact. Whatever goes wrong in between, a record is never there without its place.
import { EXPIRY_KEY, INDEX_GRACE_SECONDS, ORDER_KEY, PLACED_KEY, recordKey, referenceKey } from '../keys.js';
import { listScore } from '../list-position.js';
import type { Clock, RecordIndex, RecordLifetime } from '../ports.js';
import type { KeyRing } from '../seal.js';
import type { Asking } from './ask.js';
import { placeRecord } from './scripts.js';

/** One revision of a record. */
export interface Placed {
  readonly name: string;
  readonly rev: number;
  readonly index: RecordIndex;
}

export interface RecordPlaces {
  /** Before a put: a place where there is none. */
  readonly prepare: (placed: Placed, lifetime: RecordLifetime) => Promise<void>;
  /** After a put that stored something. */
  readonly begin: (placed: Placed, lifetime: RecordLifetime) => Promise<void>;
  /** Before an update: no lower and no shorter than it will be. */
  readonly raise: (placed: Placed, lifetime: RecordLifetime | 'as-it-was') => Promise<void>;
  /** After an update that was saved. */
  readonly settle: (placed: Placed, lifetime: RecordLifetime | 'as-it-was') => Promise<void>;
}

/** Makes the places of this connection. */
export function createRecordPlaces({ ask, run }: Asking, keys: KeyRing, clock: Clock): RecordPlaces {
  const referenceOf = ({ index }: Placed): string => referenceKey(keys.nameOf('reference', index.reference));
  const endOf = (lifetime: RecordLifetime): string => (lifetime === 'kept' ? '+inf' : String(clock().getTime() + graceful(lifetime)));
  const place = (placed: Placed, end: string, how: 'new' | 'changed'): Promise<unknown> =>
    run(placeRecord, [ORDER_KEY, EXPIRY_KEY, PLACED_KEY], [placed.name, placed.rev, listScore(placed.index), end, how]);

  const prepare: RecordPlaces['prepare'] = async (placed, lifetime) => {
    const [reference, end] = [referenceOf(placed), endOf(lifetime)];
    // Only where nothing stands yet: a put that comes again must not undo what an update said since.
    await ask(client =>
      Promise.all([
        client.zadd(ORDER_KEY, 'NX', listScore(placed.index), placed.name),
        client.zadd(EXPIRY_KEY, 'NX', end, placed.name),
        lifetime === 'kept' ? client.set(reference, placed.name, 'NX') : client.set(reference, placed.name, 'PX', graceful(lifetime), 'NX'),
      ]),
    );
  };

  const begin: RecordPlaces['begin'] = async (placed, lifetime) => {
    const reference = referenceOf(placed);
    await place(placed, endOf(lifetime), 'new');
    await ask(client =>
      lifetime === 'kept' ? client.set(reference, placed.name) : client.set(reference, placed.name, 'PX', graceful(lifetime)),
    );
  };

  const raise: RecordPlaces['raise'] = async (placed, lifetime) => {
    const score = listScore(placed.index);
    await ask(async client => {
      if (lifetime !== 'kept') return client.zadd(ORDER_KEY, 'XX', 'GT', score, placed.name);
      return Promise.all([
        client.zadd(ORDER_KEY, 'GT', score, placed.name),
        client.zadd(EXPIRY_KEY, 'GT', '+inf', placed.name),
        client.persist(referenceOf(placed)),
      ]);
    });
  };

  const settle: RecordPlaces['settle'] = async (placed, lifetime) => {
    await place(placed, lifetime === 'as-it-was' ? '' : endOf(lifetime), 'changed');
    if (lifetime === 'as-it-was') return;
    const reference = referenceOf(placed);
    if (lifetime !== 'kept') await ask(client => client.pexpire(reference, graceful(lifetime)));
    // Somebody else may have said meanwhile that the record is kept; then its reference is, too.
    if ((await ask(client => client.pttl(recordKey(placed.name)))) === -1) await ask(client => client.persist(reference));
  };

  return { prepare, begin, raise, settle };
}

function graceful(seconds: number): number {
  return Math.ceil((seconds + INDEX_GRACE_SECONDS) * 1000);
}
