// Referrals in Redis. Record and audit trail share a hash tag; the list and the way from a reference stand elsewhere (record-places.ts) and are
// written first: a crash in between leaves a name in the list that leads nowhere yet (skipped when read), the outbox worker puts again, and that
// heals it. The other way round a stored referral could be missing from the list.
import { StoreLocked } from '../answering.js';
import type { AuditLine, Clock, OutboxEntry, ReferralStore, StoreLogger } from '../ports.js';
import { AUDIT_LIFETIME_SECONDS, generalAuditKey, outboxKey, outboxSealName, partitionOf, recordAuditKey, recordKey } from '../keys.js';
import type { KeyRing } from '../seal.js';
import { openAudit, sealAudit, sealEntry, sealIndex, sealJson } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { createRecordPlaces } from './record-places.js';
import { createRecordReader } from './record-reader.js';
import { addAuditLine, addEntries, putRecord, updateRecord } from './scripts.js';

const FIRST_REV = 1;
const AUDIT_LIFETIME_MS = AUDIT_LIFETIME_SECONDS * 1000;

/** Makes the referral store of this connection. */
export function createReferrals(asking: Asking, keys: KeyRing, clock: Clock, logger: StoreLogger): ReferralStore {
  const { ask, run } = asking;
  const reader = createRecordReader(asking, keys, clock, logger);
  const places = createRecordPlaces(asking, keys, clock);
  const nameOf = (id: string): string => keys.nameOf('record', id);

  const put: ReferralStore['put'] = async (id, index, value, lifetime) => {
    const name = nameOf(id);
    const key = recordKey(name);
    const placed = { name, rev: FIRST_REV, index };
    await places.prepare(placed, lifetime);
    const sealed = [sealIndex(keys, key, FIRST_REV, id, index), sealJson(keys, key, FIRST_REV, value)];
    const reply = await run(putRecord, [key], [FIRST_REV, ...sealed, lifetime === 'kept' ? '' : millisecondsOf(lifetime)]);
    if (reply !== 1) return 'exists';
    await places.begin(placed, lifetime);
    return 'stored';
  };

  const update: ReferralStore['update'] = async (id, index, value, rev, line, lifetime = 'as-it-was', effects = []) => {
    const name = nameOf(id);
    const key = recordKey(name);
    const placed = { name, rev: rev + 1, index };
    await places.raise(placed, lifetime);
    await announce(name, rev + 1, effects);
    const sealed = [sealIndex(keys, key, rev + 1, id, index), sealJson(keys, key, rev + 1, value)];
    const auditLine = sealAudit(keys, recordAuditKey(name), line);
    const lived = lifetime === 'as-it-was' ? '' : lifetime === 'kept' ? 'kept' : millisecondsOf(lifetime);
    const reply = await run(updateRecord, [key, recordAuditKey(name)], [rev, rev + 1, ...sealed, auditLine, AUDIT_LIFETIME_MS, lived]);
    if (reply !== 1) return 'conflict';
    await places.settle(placed, lifetime);
    return 'saved';
  };

  // A cluster keeps the outbox apart from the record: what is to follow a change is written first, so that no change is ever without it.
  const announce = async (name: string, rev: number, effects: readonly OutboxEntry[]): Promise<void> => {
    const entries = effects.map(effect => sealEntry(keys, outboxSealName(name), rev, effect));
    if (entries.length > 0) await run(addEntries, [outboxKey(partitionOf(name))], [name, String(rev), ...entries]);
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

function millisecondsOf(seconds: number): number {
  return Math.ceil(seconds * 1000);
}
