// Stores for tests of turns: the real embedded one in a folder of its own, and one that does what a test tells it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationStore, Json, Loaded, SaveOptions, SaveResult, Store, WayBackStore } from '../../src/storage/ports.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { ringOf } from './key-ring.js';
import { setClock } from './set-clock.js';
import type { SetClock } from './set-clock.js';

export interface TemporaryStore {
  readonly store: Store;
  readonly clock: SetClock;
  readonly remove: () => Promise<void>;
}

/** An embedded store in a new folder, with a clock that stands. */
export async function temporaryStore(start = '2026-11-22T09:00:00.000Z'): Promise<TemporaryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-turns-'));
  const clock = setClock(start);
  const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
  const remove = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, clock, remove };
}

/** Ways back that last as long as the test. */
export function waysBackInMemory(): WayBackStore {
  const known = new Map<string, string>();
  return {
    put: (name, conversationId) => Promise.resolve(void known.set(name, conversationId)),
    find: name => Promise.resolve(known.get(name)),
    drop: names => {
      for (const name of names) known.delete(name);
      return Promise.resolve();
    },
  };
}

/** A conversation store around another: counts its calls, keeps what was saved, and answers as told, once for each telling. */
export class ToldStore implements ConversationStore {
  reads = 0;
  writes = 0;
  readonly saved: { readonly value: Json; readonly options: SaveOptions }[] = [];
  /** What the next reads find instead of what is there. */
  readonly found: (Loaded | Error)[] = [];
  /** What the next writes do: `before` fails without writing, `after` writes first and then fails or says conflict. */
  readonly writing: { readonly when: 'before' | 'after'; readonly answer: SaveResult | Error }[] = [];
  /** Done once right before the next write: somebody else. */
  meanwhile: (() => Promise<void>) | undefined;
  readonly #inner: ConversationStore;

  constructor(inner: ConversationStore) {
    this.#inner = inner;
  }

  async load(id: string): Promise<Loaded> {
    this.reads += 1;
    const told = this.found.shift();
    if (told instanceof Error) throw told;
    return told ?? this.#inner.load(id);
  }

  async save(id: string, value: Json, options: SaveOptions): Promise<SaveResult> {
    this.saved.push({ value, options });
    return this.#write(() => this.#inner.save(id, value, options));
  }

  async erase(id: string, rev: number): Promise<SaveResult> {
    return this.#write(() => this.#inner.erase(id, rev));
  }

  async #write(write: () => Promise<SaveResult>): Promise<SaveResult> {
    this.writes += 1;
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    const told = this.writing.shift();
    if (!told) return write();
    if (told.when === 'after') await write();
    if (told.answer instanceof Error) throw told.answer;
    return told.answer;
  }
}
