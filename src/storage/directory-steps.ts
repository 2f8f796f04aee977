// The order of steps in which a store publishes, goes back and drops: the same for every store, which gives the few single steps it is made of.
import { answering } from './answering.js';
import {
  checkChunk,
  checkVersion,
  currentOf,
  missingChunk,
  toBeRemoved,
  withArriving,
  withCurrent,
  withPublished,
  withSettled,
  type DirectoryState,
} from './directory-state.js';
import type { Clock, DirectoryChunkKind, DirectoryStore, DirectoryVersion } from './ports.js';

/** The single steps. */
export interface DirectorySteps {
  readonly read: () => Promise<DirectoryState>;
  /** Changes the state in one step; called anew when somebody else changed it meanwhile. `undefined`: leave it. Tells whether it was changed. */
  readonly change: (next: (state: DirectoryState) => DirectoryState | undefined) => Promise<boolean>;
  /** Keeps a chunk that goes by itself if it is not settled. */
  readonly put: (version: string, kind: DirectoryChunkKind, at: number, bytes: Buffer) => Promise<void>;
  readonly get: (version: string, kind: DirectoryChunkKind, at: number) => Promise<Buffer | undefined>;
  /** Makes chunks stay; false: one of them is not there. */
  readonly settle: (version: DirectoryVersion) => Promise<boolean>;
  /** Removes every chunk of a version. */
  readonly remove: (version: string) => Promise<void>;
  readonly lease: DirectoryStore['lease'];
}

/** Whoever was publishing for longer than this is no more. */
const FORGOTTEN_MS = 60 * 60 * 1000;

/** Makes a directory store of its steps. */
export function createDirectoryStore(steps: DirectorySteps, clock: Clock): DirectoryStore {
  const removeAll = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await steps.remove(id);
    const gone = new Set(ids);
    if (gone.size > 0) await steps.change(state => withSettled(state, gone));
  };

  const drop = async (id: string): Promise<void> => {
    const { versions } = await steps.read();
    if (!versions.some(version => version.id === id)) await removeAll([id]);
  };

  const publish: DirectoryStore['publish'] = async (version, when) => {
    checkVersion(version);
    await steps.change(state => withArriving(state, version, clock().getTime()));
    if (!(await steps.settle(version))) {
      await drop(version.id);
      return 'incomplete';
    }
    const isLate = ({ current }: DirectoryState): boolean => when === 'first' && current !== undefined && current !== version.id;
    if (!(await steps.change(state => (isLate(state) ? undefined : withPublished(state, version))))) {
      await drop(version.id);
      return 'late';
    }
    await removeAll(toBeRemoved(await steps.read(), clock().getTime(), FORGOTTEN_MS));
    return 'published';
  };

  const chunks: DirectoryStore['chunks'] = async function* (id, kind, from = 0) {
    const known = (await answering(steps.read)).versions.find(version => version.id === id);
    for (let at = from; known === undefined || at < known.chunks[kind]; at += 1) {
      const number = at;
      const bytes = await answering(() => steps.get(id, kind, number));
      if (bytes === undefined && known === undefined) return;
      if (bytes === undefined) throw missingChunk(id, kind, at);
      yield bytes;
    }
  };

  return {
    putChunk: (version, kind, at, bytes) =>
      answering(() => {
        checkChunk(version, at, bytes);
        return steps.put(version, kind, at, bytes);
      }),
    publish: (version, when) => answering(() => publish(version, when)),
    current: () => answering(async () => currentOf(await steps.read())),
    versions: () => answering(async () => (await steps.read()).versions),
    use: id => answering(() => steps.change(state => withCurrent(state, id))),
    chunks,
    drop: id => answering(() => drop(id)),
    lease: (name, holder, ms) => answering(() => steps.lease(name, holder, ms)),
  };
}
