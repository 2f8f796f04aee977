// Referrals in lmdb: record, place in the list, reference and time of expiry are written together.
import { answering } from '../answering.js';
import { databaseNames, recordKey, referenceKey } from '../keys.js';
import { listPosition } from '../list-position.js';
import type { AuditLine, Clock, Json, RecordIndex, ReferralStore, SaveResult, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { sealIndex, sealJson } from '../sealed-json.js';
import { createAuditTrail } from './audit-trail.js';
import { writeTogether, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import { withExpiry } from './expiring-bytes.js';
import { writeRecordFrame, type RecordFrame } from './record-frame.js';
import { createRecordReader } from './record-reader.js';

const FIRST_REV = 1;

/** Makes the referral store over open databases. */
export function createReferrals(dbs: Databases, keys: KeyRing, clock: Clock, logger: StoreLogger): ReferralStore {
  const reader = createRecordReader(dbs, keys, clock, logger);
  const nameOf = (id: string): string => keys.nameOf('record', id);
  const audit = createAuditTrail(dbs, keys, clock);

  const put = async (id: string, index: RecordIndex, value: Json, ttlSeconds: number): Promise<'stored' | 'exists'> => {
    const frame = seal(keys, id, index, value, FIRST_REV, clock().getTime() + ttlSeconds * 1000);
    const held = await writeTogether(
      action => dbs.records.ifNoExists(recordKey(frame.name), action),
      () => putsOf(dbs, frame, FIRST_REV),
    );
    return held ? 'stored' : 'exists';
  };

  const update = async (id: string, index: RecordIndex, value: Json, rev: number, line: AuditLine): Promise<SaveResult> => {
    const before = reader.find(nameOf(id));
    if (before?.rev !== rev) return 'conflict';
    const { position, name } = before.frame;
    const frame = seal(keys, id, index, value, rev + 1, before.frame.expiresAt);
    const held = await writeTogether(
      action => dbs.records.ifVersion(recordKey(name), rev, action),
      () => [dbs.order.remove([position.urgent, position.at, name]), ...putsOf(dbs, frame, rev + 1), ...audit.puts(name, line)],
    );
    return held ? 'saved' : 'conflict';
  };

  return {
    put: (id, index, value, ttlSeconds) => answering(() => put(id, index, value, ttlSeconds)),
    get: id => answering(() => Promise.resolve(reader.read(nameOf(id)))),
    findByReference: reference => answering(() => Promise.resolve(reader.findByReference(reference))),
    update: (id, index, value, rev, line) => answering(() => update(id, index, value, rev, line)),
    list: range => answering(() => reader.list(range)),
    audit: line => answering(() => audit.add(line.record === undefined ? '' : nameOf(line.record), line)),
    auditOf: id => answering(() => Promise.resolve(audit.of(nameOf(id)))),
  };
}

function seal(keys: KeyRing, id: string, index: RecordIndex, value: Json, rev: number, expiresAt: number): RecordFrame {
  const name = keys.nameOf('record', id);
  return {
    expiresAt,
    position: listPosition(index),
    name,
    referenceName: keys.nameOf('reference', index.reference),
    index: sealIndex(keys, recordKey(name), rev, id, index),
    value: sealJson(keys, recordKey(name), rev, value),
  };
}

// A record with its place in the list and the way to it from its reference.
function putsOf(dbs: Databases, frame: RecordFrame, rev: number): readonly Promise<boolean>[] {
  return [
    dbs.records.put(recordKey(frame.name), writeRecordFrame(frame), rev),
    dbs.order.put([frame.position.urgent, frame.position.at, frame.name], withExpiry(frame.expiresAt)),
    dbs.references.put(referenceKey(frame.referenceName), Buffer.from(frame.name, 'latin1')),
    markExpiry(dbs, databaseNames.records, [recordKey(frame.name)], frame.expiresAt),
  ];
}
