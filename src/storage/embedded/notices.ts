// What notices in Teams need kept, in lmdb: the time of expiry and the sealed value under the hidden name of each thing; the revision is lmdb's version.
import { answering } from '../answering.js';
import { databaseNames, noticeKey } from '../keys.js';
import type { Clock, Json, Loaded, NoticeStore, RecordLifetime, SaveResult } from '../ports.js';
import { nextRevision } from '../revision.js';
import type { KeyRing } from '../seal.js';
import { openJson, sealJson } from '../sealed-json.js';
import { writeTogether, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';

/** Makes the store over open databases. */
export function createNotices(dbs: Databases, keys: KeyRing, clock: Clock): NoticeStore {
  const keyOf = (name: string): string => noticeKey(keys.nameOf('notice', name));

  /** What is there, live or expired and not yet swept. */
  const find = (key: string): { readonly bytes: Buffer; readonly version: number; readonly live: boolean } | undefined => {
    const found = dbs.notices.getEntry(key);
    if (found?.version === undefined) return undefined;
    return { bytes: found.value, version: found.version, live: readExpiry(found.value) > clock().getTime() };
  };

  const load = (key: string): Loaded => {
    const found = find(key);
    if (found?.live !== true) return { found: 'none' };
    const opened = openJson(keys, key, found.version, afterExpiry(found.bytes));
    return opened === undefined ? { found: 'locked' } : { found: 'value', value: opened.value, rev: found.version };
  };

  const save = async (key: string, value: Json, rev: number, lifetime: RecordLifetime): Promise<SaveResult> => {
    const there = find(key);
    if ((there?.live === true ? there.version : 0) !== rev) return 'conflict';
    const next = nextRevision(rev, clock());
    const expiresAt = lifetime === 'kept' ? Infinity : clock().getTime() + lifetime * 1000;
    const held = await writeTogether(
      action => (there === undefined ? dbs.notices.ifNoExists(key, action) : dbs.notices.ifVersion(key, there.version, action)),
      () => [
        dbs.notices.put(key, withExpiry(expiresAt, sealJson(keys, key, next, value)), next),
        markExpiry(dbs, databaseNames.notices, [key], expiresAt),
      ],
    );
    return held ? 'saved' : 'conflict';
  };

  return {
    load: name => answering(() => Promise.resolve(load(keyOf(name)))),
    save: (name, value, rev, lifetime) => answering(() => save(keyOf(name), value, rev, lifetime)),
  };
}
