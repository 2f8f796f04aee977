// Referrals in lmdb: record, place in the list, reference and time of expiry are written together.
import { randomBytes } from 'node:crypto';
import { answering, StoreLocked } from '../answering.js';
import type { Clock, StoreLogger } from '../clock.js';
import { AUDIT_LIFETIME_SECONDS, databaseNames, recordAuditKey, recordKey, referenceKey } from '../keys.js';
import { listPosition } from '../list-position.js';
import type { AuditLine, Json, RecordIndex, ReferralStore, SaveResult, StoredRecord } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openAudit, openIndex, openJson, sealAudit, sealIndex, sealJson, type IndexEntry } from '../sealed-json.js';
import { writeTogether, type AuditKey, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import { readExpiry, withExpiry } from './expiring-bytes.js';
import { readRecordFrame, writeRecordFrame, type RecordFrame } from './record-frame.js';

const FIRST_REV = 1;

/** Makes the referral store over open databases. */
export function createReferrals(dbs: Databases, keys: KeyRing, clock: Clock, logger: StoreLogger): ReferralStore {
  const nameOf = (id: string): string => keys.nameOf('record', id);
  const audit = createAuditTrail(dbs, keys, clock);

  const find = (name: string): { readonly frame: RecordFrame; readonly rev: number } | undefined => {
    const found = dbs.records.getEntry(recordKey(name));
    if (found?.version === undefined || readExpiry(found.value) <= clock().getTime()) return undefined;
    return { frame: readRecordFrame(found.value), rev: found.version };
  };

  const seal = (id: string, index: RecordIndex, value: Json, rev: number, expiresAt: number): RecordFrame => {
    const name = nameOf(id);
    return {
      expiresAt,
      position: listPosition(index),
      name,
      referenceName: keys.nameOf('reference', index.reference),
      index: sealIndex(keys, recordKey(name), rev, id, index),
      value: sealJson(keys, recordKey(name), rev, value),
    };
  };

  // A record with its place in the list and the way to it from its reference.
  const puts = (frame: RecordFrame, rev: number): readonly Promise<boolean>[] => [
    dbs.records.put(recordKey(frame.name), writeRecordFrame(frame), rev),
    dbs.order.put([frame.position.urgent, frame.position.at, frame.name], withExpiry(frame.expiresAt)),
    dbs.references.put(referenceKey(frame.referenceName), Buffer.from(frame.name, 'latin1')),
    markExpiry(dbs, databaseNames.records, [recordKey(frame.name)], frame.expiresAt),
  ];

  const put = async (id: string, index: RecordIndex, value: Json, ttlSeconds: number): Promise<'stored' | 'exists'> => {
    const frame = seal(id, index, value, FIRST_REV, clock().getTime() + ttlSeconds * 1000);
    const held = await writeTogether(
      action => dbs.records.ifNoExists(recordKey(frame.name), action),
      () => puts(frame, FIRST_REV),
    );
    return held ? 'stored' : 'exists';
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

  const update = async (id: string, index: RecordIndex, value: Json, rev: number, line: AuditLine): Promise<SaveResult> => {
    const before = find(nameOf(id));
    if (before?.rev !== rev) return 'conflict';
    const { position, name } = before.frame;
    const frame = seal(id, index, value, rev + 1, before.frame.expiresAt);
    const held = await writeTogether(
      action => dbs.records.ifVersion(recordKey(name), rev, action),
      () => [dbs.order.remove([position.urgent, position.at, name]), ...puts(frame, rev + 1), ...audit.puts(name, line)],
    );
    return held ? 'saved' : 'conflict';
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

  return {
    put: (id, index, value, ttlSeconds) => answering(() => put(id, index, value, ttlSeconds)),
    get: id => answering(() => Promise.resolve(read(nameOf(id)))),
    findByReference: reference => answering(() => Promise.resolve(findByReference(reference))),
    update: (id, index, value, rev, line) => answering(() => update(id, index, value, rev, line)),
    list: range => answering(() => list(range)),
    audit: line => answering(() => audit.add(line.record === undefined ? '' : nameOf(line.record), line)),
    auditOf: id => answering(() => Promise.resolve(audit.of(nameOf(id)))),
  };
}

interface AuditTrail {
  readonly puts: (name: string, line: AuditLine) => readonly Promise<boolean>[];
  readonly add: (name: string, line: AuditLine) => Promise<void>;
  readonly of: (name: string) => readonly AuditLine[];
}

function createAuditTrail(dbs: Databases, keys: KeyRing, clock: Clock): AuditTrail {
  let count = 0;
  const puts = (name: string, line: AuditLine): readonly Promise<boolean>[] => {
    count += 1;
    const now = clock().getTime();
    const key: AuditKey = [name, now, count, randomBytes(4).toString('hex')];
    const sealed = sealAudit(keys, recordAuditKey(name), line);
    return [dbs.audit.put(key, sealed), markExpiry(dbs, databaseNames.audit, key, now + AUDIT_LIFETIME_SECONDS * 1000)];
  };
  return {
    puts,
    add: async (name, line) => {
      await writeTogether(
        action => dbs.audit.batch(action),
        () => puts(name, line),
      );
    },
    of: name =>
      [...dbs.audit.getRange({ start: [name, 0, 0, ''], end: [name, Number.MAX_SAFE_INTEGER, 0, ''] })].map(({ value }) => {
        const line = openAudit(keys, recordAuditKey(name), value);
        if (line === undefined) throw new StoreLocked();
        return line;
      }),
  };
}
