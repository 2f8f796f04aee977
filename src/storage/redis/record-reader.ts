// Reads referrals out of Redis: one, by its reference, or a page of the list.
import { z } from 'zod';
import { StoreLocked } from '../answering.js';
import { EXPIRY_KEY, ORDER_KEY, recordKey, referenceKey } from '../keys.js';
import type { Clock, ReferralStore, StoredRecord, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openIndex, openJson, type IndexEntry } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { pageRecords } from './scripts.js';

const pageShape = z.tuple([z.number(), z.array(z.instanceof(Buffer).transform(name => name.toString('latin1')))]);

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
    const reply = await run(pageRecords, [ORDER_KEY, EXPIRY_KEY], [clock().getTime(), offset, offset + limit - 1]);
    const [total, names] = pageShape.parse(reply);
    const found = await ask(client => Promise.all(names.map(name => client.hmgetBuffer(recordKey(name), 'r', 'i'))));
    return { total, records: found.flatMap(([rev, sealed], at) => readListed(names[at] ?? '', rev, sealed) ?? []) };
  };

  const readListed = (name: string, rev?: Buffer | null, sealed?: Buffer | null): IndexEntry | undefined => {
    // In the list and not there: being put at this moment, or expired a moment ago.
    if (!rev || !sealed) return undefined;
    const index = openIndex(keys, recordKey(name), toNumber(rev), sealed);
    if (index === undefined) logger.error({ record: name }, 'a referral in the list cannot be read with the keys at hand');
    return index;
  };

  return { read, findByReference, list };
}

function toNumber(bytes: Buffer): number {
  return Number(bytes.toString('latin1'));
}
