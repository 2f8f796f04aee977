// The audit trail in lmdb: one entry a line, sorted by record and time.
import { randomBytes } from 'node:crypto';
import { StoreLocked } from '../answering.js';
import { AUDIT_LIFETIME_SECONDS, databaseNames, recordAuditKey } from '../keys.js';
import type { AuditLine, Clock } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openAudit, sealAudit } from '../sealed-json.js';
import { writeTogether, type AuditKey, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';

export interface AuditTrail {
  /** The writes of one line, to be made together with others. */
  readonly puts: (name: string, line: AuditLine) => readonly Promise<boolean>[];
  readonly add: (name: string, line: AuditLine) => Promise<void>;
  readonly of: (name: string) => readonly AuditLine[];
}

/** Makes the trail over open databases. */
export function createAuditTrail(dbs: Databases, keys: KeyRing, clock: Clock): AuditTrail {
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
