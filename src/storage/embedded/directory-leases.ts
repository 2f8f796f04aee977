// Leases of the directory in lmdb: who has it and until when, changed only if nobody else changed it meanwhile.
import { z } from 'zod';
import { directoryLeaseKey } from '../keys.js';
import type { Clock, DirectoryStore } from '../ports.js';
import { writeTogether, type Databases } from './databases.js';

const leaseSchema = z.object({ holder: z.string(), until: z.number() });

/** Makes the giving of leases over open databases. */
export function createLeases(dbs: Pick<Databases, 'directory'>, clock: Clock): DirectoryStore['lease'] {
  return async (name, holder, ms) => {
    const key = directoryLeaseKey(name);
    for (;;) {
      const found = dbs.directory.getEntry(key);
      const now = clock().getTime();
      const lease = found && leaseSchema.parse(JSON.parse(found.value.toString('utf8')));
      if (lease !== undefined && lease.holder !== holder && lease.until > now) return false;
      const rev = found?.version ?? 0;
      const onlyIf = (action: () => void): Promise<boolean> =>
        rev === 0 ? dbs.directory.ifNoExists(key, action) : dbs.directory.ifVersion(key, rev, action);
      const bytes = Buffer.from(JSON.stringify({ holder, until: now + ms }));
      if (await writeTogether(onlyIf, () => [dbs.directory.put(key, bytes, rev + 1)])) return true;
    }
  };
}
