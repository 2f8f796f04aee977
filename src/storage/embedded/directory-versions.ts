// The service directory in lmdb: chunks by version, kind and number; those never published are swept a day after they were put.
import { createDirectoryStore, type DirectorySteps } from '../directory-steps.js';
import { writeDirectoryState, type DirectoryState } from '../directory-state.js';
import { databaseNames, DIRECTORY_KEY, DIRECTORY_PENDING_SECONDS } from '../keys.js';
import type { Clock, DirectoryChunkKind, DirectoryStore, DirectoryVersion } from '../ports.js';
import { writeTogether, type Databases, type DirectoryChunkKey } from './databases.js';
import { readDirectoryState } from './directory-entry.js';
import { createLeases } from './directory-leases.js';
import { markExpiry } from './expiry.js';

const kinds: readonly DirectoryChunkKind[] = ['services', 'rows'];

/** Makes the directory over open databases. */
export function createDirectory(dbs: Databases, clock: Clock): DirectoryStore {
  const change = async (next: (state: DirectoryState) => DirectoryState | undefined): Promise<boolean> => {
    for (;;) {
      const { state, rev } = readDirectoryState(dbs);
      const wanted = next(state);
      if (wanted === undefined) return false;
      const onlyIf = (action: () => void): Promise<boolean> =>
        rev === 0 ? dbs.directory.ifNoExists(DIRECTORY_KEY, action) : dbs.directory.ifVersion(DIRECTORY_KEY, rev, action);
      if (await writeTogether(onlyIf, () => [dbs.directory.put(DIRECTORY_KEY, writeDirectoryState(wanted), rev + 1)])) return true;
    }
  };

  const put: DirectorySteps['put'] = async (version, kind, at, bytes) => {
    const expiresAt = clock().getTime() + DIRECTORY_PENDING_SECONDS * 1000;
    await writeTogether(
      action => dbs.directoryChunks.batch(action),
      () => [
        dbs.directoryChunks.put([version, kind, at], bytes),
        markExpiry(dbs, databaseNames.directoryChunks, [version, kind, at], expiresAt),
      ],
    );
  };

  const settle = ({ id, chunks }: DirectoryVersion): boolean =>
    kinds.every(kind => Array.from({ length: chunks[kind] }, (_, at) => at).every(at => dbs.directoryChunks.doesExist([id, kind, at])));

  const remove = async (version: string): Promise<void> => {
    const keys = kinds.flatMap(kind => keysOf(dbs, version, kind));
    await Promise.all(keys.map(key => dbs.directoryChunks.remove(key)));
  };

  return createDirectoryStore(
    {
      read: () => Promise.resolve(readDirectoryState(dbs).state),
      change,
      put,
      get: (version, kind, at) => Promise.resolve(dbs.directoryChunks.get([version, kind, at])),
      settle: version => Promise.resolve(settle(version)),
      remove,
      lease: createLeases(dbs, clock),
    },
    clock,
  );
}

function keysOf(dbs: Databases, version: string, kind: DirectoryChunkKind): readonly DirectoryChunkKey[] {
  return [...dbs.directoryChunks.getKeys({ start: [version, kind, 0], end: [version, kind, Number.MAX_SAFE_INTEGER] })];
}
