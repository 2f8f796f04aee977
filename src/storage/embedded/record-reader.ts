// Reads referrals out of lmdb: one, by its reference, or a page of the list.
import { StoreLocked } from '../answering.js';
import { recordKey, referenceKey } from '../keys.js';
import type { Clock, ReferralStore, StoredRecord, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openIndex, openJson, type IndexEntry } from '../sealed-json.js';
import type { Databases } from './databases.js';
import { readExpiry } from './expiring-bytes.js';
import { readRecordFrame, type RecordFrame } from './record-frame.js';

export interface RecordReader {
  /** A record's frame and revision, expired or not. */
  readonly findAny: (name: string) => { readonly frame: RecordFrame; readonly rev: number } | undefined;
  /** The same, unless it expired. */
  readonly find: (name: string) => { readonly frame: RecordFrame; readonly rev: number } | undefined;
  readonly read: (name: string) => StoredRecord | undefined;
  readonly findByReference: (reference: string) => StoredRecord | undefined;
  readonly list: ReferralStore['list'];
}

/** Makes the reader over open databases. */
export function createRecordReader(dbs: Databases, keys: KeyRing, clock: Clock, logger: StoreLogger): RecordReader {
  const findAny: RecordReader['findAny'] = name => {
    const found = dbs.records.getEntry(recordKey(name));
    return found?.version === undefined ? undefined : { frame: readRecordFrame(found.value), rev: found.version };
  };

  const find: RecordReader['find'] = name => {
    const found = findAny(name);
    return found === undefined || found.frame.expiresAt <= clock().getTime() ? undefined : found;
  };

  const read = (name: string): StoredRecord | undefined => {
    const found = find(name);
    if (found === undefined) return undefined;
    const index = openIndex(keys, recordKey(name), found.rev, found.frame.index);
    const opened = openJson(keys, recordKey(name), found.rev, found.frame.value);
    if (index === undefined || opened === undefined) throw new StoreLocked();
    const { id, ...rest } = index;
    return { id, index: rest, value: opened.value, rev: found.rev };
  };

  const findByReference = (reference: string): StoredRecord | undefined => {
    const name = dbs.references.get(referenceKey(keys.nameOf('reference', reference)));
    return name && read(name.toString('latin1'));
  };

  const indexOf = (name: string): IndexEntry | undefined => {
    const found = find(name);
    const index = found && openIndex(keys, recordKey(name), found.rev, found.frame.index);
    if (index === undefined) logger.error({ record: name }, 'a referral in the list cannot be read with the keys at hand');
    return index;
  };

  const list: ReferralStore['list'] = async ({ offset, limit }) => {
    const now = clock().getTime();
    const live = [...dbs.order.getRange({ reverse: true })].filter(({ value }) => readExpiry(value) > now);
    const records = live.slice(offset, offset + limit).flatMap(({ key: [, , name] }) => indexOf(name) ?? []);
    return Promise.resolve({ total: live.length, records });
  };

  return { findAny, find, read, findByReference, list };
}
