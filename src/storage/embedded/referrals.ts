// Referrals in lmdb: record, place in the list, reference and time of expiry are written together.
import { answering } from '../answering.js';
import { databaseNames, recordKey, referenceKey } from '../keys.js';
import { listPosition } from '../list-position.js';
import type { Clock, Json, RecordIndex, RecordLifetime, ReferralStore, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { sealIndex, sealJson } from '../sealed-json.js';
import { createAuditTrail } from './audit-trail.js';
import { writeTogether, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import type { EmbeddedOutbox } from './outbox.js';
import { withExpiry } from './expiring-bytes.js';
import { writeRecordFrame, type RecordFrame } from './record-frame.js';
import { createRecordReader } from './record-reader.js';

const FIRST_REV = 1;

/** With which keys it writes, and what goes into the outbox together with a change. */
export interface ReferralParts {
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly logger: StoreLogger;
  readonly outbox: Pick<EmbeddedOutbox, 'prepare'>;
}

/** Makes the referral store over open databases. */
export function createReferrals(dbs: Databases, { keys, clock, logger, outbox }: ReferralParts): ReferralStore {
  const reader = createRecordReader(dbs, keys, clock, logger);
  const nameOf = (id: string): string => keys.nameOf('record', id);
  const audit = createAuditTrail(dbs, keys, clock);

  const endOf = (lifetime: RecordLifetime): number => (lifetime === 'kept' ? Infinity : clock().getTime() + lifetime * 1000);

  const put: ReferralStore['put'] = async (id, index, value, lifetime) => {
    const name = nameOf(id);
    const there = reader.findAny(name);
    if (there !== undefined && there.frame.expiresAt > clock().getTime()) return 'exists';
    // One that expired and was not swept yet counts as nothing and is replaced, with its place in the list.
    const rev = there === undefined ? FIRST_REV : there.rev + 1;
    const frame = seal(keys, { id, index, value, rev, expiresAt: endOf(lifetime) });
    const held = await writeTogether(
      action =>
        there === undefined ? dbs.records.ifNoExists(recordKey(name), action) : dbs.records.ifVersion(recordKey(name), there.rev, action),
      () => [...(there === undefined ? [] : [removePlace(dbs, there.frame)]), ...putsOf(dbs, frame, rev)],
    );
    return held ? 'stored' : 'exists';
  };

  const update: ReferralStore['update'] = async (id, index, value, rev, line, lifetime = 'as-it-was', effects = []) => {
    const before = reader.find(nameOf(id));
    if (before?.rev !== rev) return 'conflict';
    const { name } = before.frame;
    const expiresAt = lifetime === 'as-it-was' ? before.frame.expiresAt : endOf(lifetime);
    const frame = seal(keys, { id, index, value, rev: rev + 1, expiresAt });
    const entries = outbox.prepare(name, rev + 1, effects);
    const held = await writeTogether(
      action => dbs.records.ifVersion(recordKey(name), rev, action),
      () => [
        removePlace(dbs, before.frame),
        ...putsOf(dbs, frame, rev + 1),
        ...audit.puts(name, line),
        ...entries.map(entry => dbs.outbox.put(entry.key, entry.bytes)),
      ],
    );
    return held ? 'saved' : 'conflict';
  };

  return {
    put: (id, index, value, lifetime) => answering(() => put(id, index, value, lifetime)),
    get: id => answering(() => Promise.resolve(reader.read(nameOf(id)))),
    findByReference: reference => answering(() => Promise.resolve(reader.findByReference(reference))),
    update: (...change) => answering(() => update(...change)),
    list: range => answering(() => reader.list(range)),
    audit: line => answering(() => audit.add(line.record === undefined ? '' : nameOf(line.record), line)),
    auditOf: id => answering(() => Promise.resolve(audit.of(nameOf(id)))),
  };
}

interface Unsealed {
  readonly id: string;
  readonly index: RecordIndex;
  readonly value: Json;
  readonly rev: number;
  /** Milliseconds since 1970, infinite for what is kept. */
  readonly expiresAt: number;
}

function seal(keys: KeyRing, { id, index, value, rev, expiresAt }: Unsealed): RecordFrame {
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

function removePlace(dbs: Databases, { position, name }: RecordFrame): Promise<boolean> {
  return dbs.order.remove([position.rank, position.at, name]);
}

// A record with its place in the list and the way to it from its reference.
function putsOf(dbs: Databases, frame: RecordFrame, rev: number): readonly Promise<boolean>[] {
  return [
    dbs.records.put(recordKey(frame.name), writeRecordFrame(frame), rev),
    dbs.order.put([frame.position.rank, frame.position.at, frame.name], withExpiry(frame.expiresAt)),
    dbs.references.put(referenceKey(frame.referenceName), Buffer.from(frame.name, 'latin1')),
    markExpiry(dbs, databaseNames.records, [recordKey(frame.name)], frame.expiresAt),
  ];
}
