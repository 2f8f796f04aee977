// The service directory in Redis: one key a chunk, with a time to live until its version is published; pointer and list in one value.
import { createDirectoryStore, type DirectorySteps } from '../directory-steps.js';
import { parseDirectoryState, writeDirectoryState, type DirectoryState } from '../directory-state.js';
import { DIRECTORY_KEY, DIRECTORY_PENDING_SECONDS, directoryChunkKey, directoryLeaseKey } from '../keys.js';
import type { Clock, DirectoryChunkKind, DirectoryStore, DirectoryVersion } from '../ports.js';
import type { Asking } from './ask.js';
import { replaceValue, takeLease } from './scripts.js';

const kinds: readonly DirectoryChunkKind[] = ['services', 'rows'];
/** So many keys are asked about at once: in a cluster each may lie elsewhere, and all of a question must be answered in time. */
const TOGETHER = 50;

/** Makes the directory of this connection. */
export function createDirectory({ ask, run }: Asking, clock: Clock): DirectoryStore {
  const readBytes = async (): Promise<Buffer | undefined> => (await ask(client => client.getBuffer(DIRECTORY_KEY))) ?? undefined;

  const change = async (next: (state: DirectoryState) => DirectoryState | undefined): Promise<boolean> => {
    for (;;) {
      const there = await readBytes();
      const wanted = next(parseDirectoryState(there));
      if (wanted === undefined) return false;
      if ((await run(replaceValue, [DIRECTORY_KEY], [there ?? '', writeDirectoryState(wanted)])) === 1) return true;
    }
  };

  const settle = async (version: DirectoryVersion): Promise<boolean> => {
    for (const keys of inGroups(keysOf(version))) {
      const there = await ask(async client => {
        await Promise.all(keys.map(key => client.persist(key)));
        return Promise.all(keys.map(key => client.exists(key)));
      });
      if (there.includes(0)) return false;
    }
    return true;
  };

  /** Chunks are put in order, so those of a kind end where the first is missing. */
  const removeKind = async (version: string, kind: DirectoryChunkKind): Promise<void> => {
    for (let at = 0; ; at += TOGETHER) {
      const keys = Array.from({ length: TOGETHER }, (_, n) => directoryChunkKey(version, kind, at + n));
      const gone = await ask(client => Promise.all(keys.map(key => client.del(key))));
      if (!gone.includes(1)) return;
    }
  };

  const steps: DirectorySteps = {
    read: async () => parseDirectoryState(await readBytes()),
    change,
    put: async (version, kind, at, bytes) => {
      await ask(client => client.set(directoryChunkKey(version, kind, at), bytes, 'EX', DIRECTORY_PENDING_SECONDS));
    },
    get: async (version, kind, at) => (await ask(client => client.getBuffer(directoryChunkKey(version, kind, at)))) ?? undefined,
    settle,
    remove: async version => {
      for (const kind of kinds) await removeKind(version, kind);
    },
    lease: async (name, holder, ms) => (await run(takeLease, [directoryLeaseKey(name)], [holder, Math.ceil(ms)])) === 1,
  };
  return createDirectoryStore(steps, clock);
}

function keysOf({ id, chunks }: DirectoryVersion): readonly string[] {
  return kinds.flatMap(kind => Array.from({ length: chunks[kind] }, (_, at) => directoryChunkKey(id, kind, at)));
}

function inGroups(keys: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(keys.length / TOGETHER) }, (_, n) => keys.slice(n * TOGETHER, (n + 1) * TOGETHER));
}
