// Referrals in Redis. Record and audit trail share a hash tag; the list and the way from a reference stand elsewhere and cannot be written in
// the same step. So they are written first: a crash in between leaves a name in the list that leads nowhere yet (skipped when read), the outbox
// worker puts again, and that heals it. The other way round a stored referral could be missing from the list.
import { StoreLocked } from '../answering.js';
import type { AuditLine, Clock, RecordIndex, ReferralStore, StoreLogger } from '../ports.js';
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
import type { KeyRing } from '../seal.js';
import { openAudit, sealAudit, sealIndex, sealJson } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { createRecordReader } from './record-reader.js';
import { addAuditLine, putRecord, updateRecord } from './scripts.js';

const FIRST_REV = 1;
const AUDIT_LIFETIME_MS = AUDIT_LIFETIME_SECONDS * 1000;

/** Makes the referral store of this connection. */
export function createReferrals(asking: Asking, keys: KeyRing, clock: Clock, logger: StoreLogger): ReferralStore {
  const { ask, run } = asking;
  const reader = createRecordReader(asking, keys, clock, logger);
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

  return { put, get: id => reader.read(nameOf(id)), findByReference: reader.findByReference, update, list: reader.list, audit, auditOf };
}
