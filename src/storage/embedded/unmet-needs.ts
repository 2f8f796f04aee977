// Unmet needs in lmdb: one entry of counts a month, and for a week each id that was counted; both with the time they expire in front.
import { z } from 'zod';
import { answering } from '../answering.js';
import { databaseNames, UNMET_ID_SECONDS, unmetIdKey, unmetMonthKey } from '../keys.js';
import type { Clock, UnmetNeeds, UnmetNeedStore } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { fieldsOf, monthOf, monthsBetween, toCounts, unmetGoesAt } from '../unmet-counts.js';
import { writeTogether, type Databases } from './databases.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';
import { markExpiry } from './expiry.js';

const countsSchema = z.record(z.string(), z.number());
const COUNTED = Buffer.alloc(0);

/** Makes the counting over open databases. */
export function createUnmetNeeds(dbs: Databases, keys: KeyRing, clock: Clock): UnmetNeedStore {
  const bytesAt = (key: string): Buffer | undefined => {
    const found = dbs.unmet.get(key);
    return found === undefined || readExpiry(found) <= clock().getTime() ? undefined : found;
  };

  const countsAt = (key: string): Readonly<Record<string, number>> => {
    const found = bytesAt(key);
    return found === undefined ? {} : countsSchema.parse(JSON.parse(afterExpiry(found).toString('utf8')));
  };

  /** Whoever counts changes the month, so nobody can have counted the same id in between. */
  const add = async (unmet: UnmetNeeds): Promise<void> => {
    const [month, id] = [unmetMonthKey(monthOf(unmet)), unmetIdKey(keys.nameOf('unmet', unmet.id))];
    for (;;) {
      const rev = dbs.unmet.getEntry(month)?.version ?? 0;
      if (bytesAt(id) !== undefined) return;
      const counts: Record<string, number> = { ...countsAt(month) };
      for (const field of fieldsOf(unmet)) counts[field] = (counts[field] ?? 0) + 1;
      const goesAt = unmetGoesAt(monthOf(unmet));
      const forgottenAt = clock().getTime() + UNMET_ID_SECONDS * 1000;
      const onlyIf = (action: () => void): Promise<boolean> =>
        rev === 0 ? dbs.unmet.ifNoExists(month, action) : dbs.unmet.ifVersion(month, rev, action);
      const done = await writeTogether(onlyIf, () => [
        dbs.unmet.put(month, withExpiry(goesAt, Buffer.from(JSON.stringify(counts))), rev + 1),
        dbs.unmet.put(id, withExpiry(forgottenAt, COUNTED), 1),
        markExpiry(dbs, databaseNames.unmet, [month], goesAt),
        markExpiry(dbs, databaseNames.unmet, [id], forgottenAt),
      ]);
      if (done) return;
    }
  };

  return {
    add: unmet => answering(() => add(unmet)),
    list: ({ from, to }) =>
      answering(() => Promise.resolve(monthsBetween(from, to).flatMap(month => toCounts(month, countsAt(unmetMonthKey(month)))))),
  };
}
