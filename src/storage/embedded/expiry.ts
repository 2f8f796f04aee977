// lmdb knows no lifetimes, so every entry that expires is also listed under the hour it expires in; a sweep goes through the hours passed.
// Reads check the exact time themselves: the sweep only frees the room.
import { writeTogether, type AuditKey, type Databases, type DirectoryChunkKey, type ExpiryKey } from './databases.js';
import { readDirectoryState } from './directory-entry.js';
import { readExpiry } from './expiring-bytes.js';
import { readRecordFrame } from './record-frame.js';
import { databaseNames } from '../keys.js';

const HOUR_MS = 60 * 60 * 1000;
const SWEEP_BATCH = 500;
const MARK = Buffer.of(1);

/** Lists an entry under the hour it expires in, if it ever does; to be written together with the entry. */
export function markExpiry(dbs: Databases, database: string, key: readonly (string | number)[], expiresAt: number): Promise<boolean> {
  if (!Number.isFinite(expiresAt)) return Promise.resolve(true);
  return dbs.expiry.put([Math.floor(expiresAt / HOUR_MS), database, ...key], MARK);
}

/** Removes what expired in the hours before this one. Returns how many entries went. */
export async function sweepExpired(dbs: Databases, now: Date): Promise<number> {
  const thisHour = Math.floor(now.getTime() / HOUR_MS);
  let removed = 0;
  for (;;) {
    const due = [...dbs.expiry.getKeys({ start: [0], end: [thisHour], limit: SWEEP_BATCH })];
    const gone = await Promise.all(due.map(mark => sweepOne(dbs, mark, now.getTime())));
    removed += gone.filter(Boolean).length;
    if (due.length < SWEEP_BATCH) return removed;
  }
}

async function sweepOne(dbs: Databases, mark: ExpiryKey, now: number): Promise<boolean> {
  const [, database, ...key] = mark;
  if (database === databaseNames.conversations) return sweepVersioned(dbs, dbs.conversations, mark, now);
  if (database === databaseNames.history) return sweepVersioned(dbs, dbs.history, mark, now);
  if (database === databaseNames.notices) return sweepVersioned(dbs, dbs.notices, mark, now);
  if (database === databaseNames.waysBack) return sweepBytes(dbs, dbs.waysBack, mark, String(key[0]), now);
  if (database === databaseNames.unmet) return sweepBytes(dbs, dbs.unmet, mark, String(key[0]), now);
  if (database === databaseNames.records) return sweepRecord(dbs, mark, String(key[0]), now);
  if (database === databaseNames.directoryChunks) return sweepChunk(dbs, mark);
  // Safe: only audit lines are listed besides, always under their own key.
  await writeTogether(
    action => dbs.expiry.batch(action),
    () => [dbs.audit.remove(key as AuditKey), dbs.expiry.remove(mark)],
  );
  return true;
}

/** What may be written again meanwhile: removed at the version that expired. */
async function sweepVersioned(dbs: Databases, from: Databases['conversations'], mark: ExpiryKey, now: number): Promise<boolean> {
  const key = String(mark[2]);
  const found = from.getEntry(key);
  const version = found?.version;
  if (found === undefined || version === undefined || readExpiry(found.value) > now) return unmark(dbs, mark);
  return writeTogether(
    action => from.ifVersion(key, version, action),
    () => [from.remove(key), dbs.expiry.remove(mark)],
  );
}

/** What is never written again once it expired, and is nothing but bytes with their time of expiry. */
async function sweepBytes(dbs: Databases, from: Databases['waysBack'], mark: ExpiryKey, key: string, now: number): Promise<boolean> {
  const found = from.get(key);
  if (found === undefined || readExpiry(found) > now) return unmark(dbs, mark);
  return writeTogether(
    action => from.batch(action),
    () => [from.remove(key), dbs.expiry.remove(mark)],
  );
}

async function sweepRecord(dbs: Databases, mark: ExpiryKey, key: string, now: number): Promise<boolean> {
  const found = dbs.records.getEntry(key);
  const version = found?.version;
  const frame = found && readRecordFrame(found.value);
  if (frame === undefined || version === undefined || frame.expiresAt > now) return unmark(dbs, mark);
  return writeTogether(
    action => dbs.records.ifVersion(key, version, action),
    () => [
      dbs.records.remove(key),
      dbs.order.remove([frame.position.rank, frame.position.at, frame.name]),
      dbs.references.remove(frame.referenceKey),
      dbs.expiry.remove(mark),
    ],
  );
}

/** A chunk of a directory version that was published meanwhile stays; it goes with its version. */
async function sweepChunk(dbs: Databases, mark: ExpiryKey): Promise<boolean> {
  const [, , ...rest] = mark;
  // Safe: chunks are listed under their own key.
  const key = rest as DirectoryChunkKey;
  if (readDirectoryState(dbs).state.versions.some(({ id }) => id === key[0])) return unmark(dbs, mark);
  return writeTogether(
    action => dbs.expiry.batch(action),
    () => [dbs.directoryChunks.remove(key), dbs.expiry.remove(mark)],
  );
}

async function unmark(dbs: Databases, mark: ExpiryKey): Promise<false> {
  await dbs.expiry.remove(mark);
  return false;
}
