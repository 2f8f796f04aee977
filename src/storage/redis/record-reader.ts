// Reads referrals out of Redis: one, by its reference, or a page of the list.
import { z } from 'zod';
import { StoreLocked } from '../answering.js';
import { EXPIRY_KEY, ORDER_KEY, PLACED_KEY, recordKey, referenceKey } from '../keys.js';
import { listScore } from '../list-position.js';
import type { Clock, ReferralStore, StoredRecord, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openIndex, openJson, type IndexEntry } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { pageRecords, placeRecord } from './scripts.js';

/** How many there are, then names and scores by turns. */
const pageShape = z.tuple([z.number(), z.array(z.instanceof(Buffer).transform(text => text.toString('latin1')))]);

export interface RecordReader {
  readonly read: (name: string) => Promise<StoredRecord | undefined>;
  readonly findByReference: ReferralStore['findByReference'];
  readonly list: ReferralStore['list'];
}

/** Makes the reader of this connection. */
export function createRecordReader({ ask, run }: Asking, keys: KeyRing, clock: Clock, logger: StoreLogger): RecordReader {
  const read = async (name: string): Promise<StoredRecord | undefined> => {
    const key = recordKey(name);
    const [rev, sealedIndex, sealedValue] = await ask(client => client.hmgetBuffer(key, 'r', 'i', 'd'));
    if (!rev || !sealedIndex || !sealedValue) return undefined;
    const index = openIndex(keys, key, toNumber(rev), sealedIndex);
    const opened = openJson(keys, key, toNumber(rev), sealedValue);
    if (index === undefined || opened === undefined) throw new StoreLocked();
    const { id, ...rest } = index;
    return { id, index: rest, value: opened.value, rev: toNumber(rev) };
  };

  const findByReference: ReferralStore['findByReference'] = async reference => {
    const name = await ask(client => client.get(referenceKey(keys.nameOf('reference', reference))));
    return name === null ? undefined : read(name);
  };

  const list: ReferralStore['list'] = async ({ offset, limit }) => {
    const reply = await run(pageRecords, [ORDER_KEY, EXPIRY_KEY, PLACED_KEY], [clock().getTime(), offset, offset + limit - 1]);
    const [total, told] = pageShape.parse(reply);
    const names = told.filter((_, at) => at % 2 === 0);
    const found = await ask(client => Promise.all(names.map(name => client.hmgetBuffer(recordKey(name), 'r', 'i'))));
    const listed = await Promise.all(
      found.map(([rev, sealed], at) => readListed({ name: names[at] ?? '', score: Number(told[at * 2 + 1]) }, rev, sealed)),
    );
    return { total, records: listed.flatMap(index => index ?? []) };
  };

  const readListed = async (
    { name, score }: { readonly name: string; readonly score: number },
    rev?: Buffer | null,
    sealed?: Buffer | null,
  ): Promise<IndexEntry | undefined> => {
    // In the list and not there: being put at this moment, or expired a moment ago.
    if (!rev || !sealed) return undefined;
    const index = openIndex(keys, recordKey(name), toNumber(rev), sealed);
    if (index === undefined) logger.error({ record: name }, 'a referral in the list cannot be read with the keys at hand');
    else if (listScore(index) !== score) {
      // Raised for a change that was never saved: it stands too high.
      await run(placeRecord, [ORDER_KEY, EXPIRY_KEY, PLACED_KEY], [name, toNumber(rev), listScore(index), '', 'changed']);
    }
    return index;
  };

  return { read, findByReference, list };
}

function toNumber(bytes: Buffer): number {
  return Number(bytes.toString('latin1'));
}
