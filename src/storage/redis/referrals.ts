// Referrals in Redis. Record and audit trail share a hash tag; the list and the way from a reference stand elsewhere and cannot be written in
// the same step. So they are written first: a crash in between leaves a name in the list that leads nowhere yet (skipped when read), the outbox
// worker puts again, and that heals it. The other way round a stored referral could be missing from the list.
import { z } from 'zod';
import { StoreLocked } from '../answering.js';
import type { Clock, StoreLogger } from '../clock.js';
import {
  AUDIT_LIFETIME_SECONDS,
  EXPIRY_KEY,
  generalAuditKey,
  INDEX_GRACE_SECONDS,
  ORDER_KEY,
  recordAuditKey,
  recordKey,
  referenceKey,
} from '../keys.js';
import { listScore } from '../list-position.js';
import type { AuditLine, RecordIndex, ReferralStore, StoredRecord } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openAudit, openIndex, openJson, sealAudit, sealIndex, sealJson, type IndexEntry } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { addAuditLine, pageRecords, putRecord, updateRecord } from './scripts.js';

const FIRST_REV = 1;
const AUDIT_LIFETIME_MS = AUDIT_LIFETIME_SECONDS * 1000;
const pageShape = z.tuple([z.number(), z.array(z.instanceof(Buffer).transform(name => name.toString('latin1')))]);

/** Makes the referral store of this connection. */
export function createReferrals(asking: Asking, keys: KeyRing, clock: Clock, logger: StoreLogger): ReferralStore {
  const { ask, run } = asking;
  const nameOf = (id: string): string => keys.nameOf('record', id);

  const writeIndex = (name: string, index: RecordIndex, ttlSeconds: number): Promise<unknown> => {
    const lifetime = (ttlSeconds + INDEX_GRACE_SECONDS) * 1000;
    const reference = referenceKey(keys.nameOf('reference', index.reference));
    // Only where nothing stands yet: a put that comes again must not undo what an update said since.
    return ask(client =>
      Promise.all([
        client.zadd(ORDER_KEY, 'NX', listScore(index), name),
        client.zadd(EXPIRY_KEY, 'NX', clock().getTime() + lifetime, name),
        client.set(reference, name, 'PX', lifetime, 'NX'),
      ]),
    );
  };

  const put: ReferralStore['put'] = async (id, index, value, ttlSeconds) => {
    const name = nameOf(id);
    const key = recordKey(name);
    await writeIndex(name, index, ttlSeconds);
    const sealed = [sealIndex(keys, key, FIRST_REV, id, index), sealJson(keys, key, FIRST_REV, value)];
    const reply = await run(putRecord, [key], [FIRST_REV, ...sealed, Math.ceil(ttlSeconds * 1000)]);
    return reply === 1 ? 'stored' : 'exists';
  };

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

  const update: ReferralStore['update'] = async (id, index, value, rev, line) => {
    const name = nameOf(id);
    const key = recordKey(name);
    const sealed = [sealIndex(keys, key, rev + 1, id, index), sealJson(keys, key, rev + 1, value)];
    const auditLine = sealAudit(keys, recordAuditKey(name), line);
    const reply = await run(updateRecord, [key, recordAuditKey(name)], [rev, rev + 1, ...sealed, auditLine, AUDIT_LIFETIME_MS]);
    if (reply !== 1) return 'conflict';
    await ask(client => client.zadd(ORDER_KEY, 'XX', listScore(index), name));
    return 'saved';
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

  const audit: ReferralStore['audit'] = async line => {
    const key = line.record === undefined ? generalAuditKey(line.at.slice(0, 7)) : recordAuditKey(nameOf(line.record));
    await run(addAuditLine, [key], [sealAudit(keys, key, line), AUDIT_LIFETIME_MS]);
  };

  const auditOf = async (id: string): Promise<readonly AuditLine[]> => {
    const key = recordAuditKey(nameOf(id));
    const lines = (await ask(client => client.lrangeBuffer(key, 0, -1))).map(sealed => openAudit(keys, key, sealed));
    return lines.map(line => {
      if (line === undefined) throw new StoreLocked();
      return line;
    });
  };

  return { put, get: id => read(nameOf(id)), findByReference, update, list, audit, auditOf };
}

function toNumber(bytes: Buffer): number {
  return Number(bytes.toString('latin1'));
}
