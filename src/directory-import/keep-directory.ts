// The directory that this server serves: loaded in the background, swapped in one step for whatever is put in force, wherever that was done.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../errors.js';
import type { DirectoryNow, LocalDirectory } from '../directory/local-directory.js';
import type { NeedPhrases } from '../directory/needs-in-query.js';
import { readOutwardCodes } from '../directory/places/outward-codes.js';
import type { OutwardCodes } from '../directory/places/outward-codes.js';
import { placesFile } from '../directory/places/table-format.js';
import type { DirectoryStore, DirectoryVersion, StoreLogger } from '../storage/ports.js';
import { openLocalDirectory } from './open-local-directory.js';
import { createPostcodeFile } from './postcode-file.js';
import { watchDirectory, type DirectoryWatch, type WatchParts } from './watch-directory.js';

/** What keeping needs. */
export interface KeepDirectoryParts {
  readonly store: DirectoryStore;
  /** directory/, with outward-codes.json. */
  readonly folder: string;
  /** Where places.bin lies once it was imported. */
  readonly dataFolder: string;
  /** Asked for once, when the first directory is loaded. */
  readonly phrases: () => NeedPhrases;
  readonly logger: StoreLogger;
  /** Told of each version that serves from now on. */
  readonly observer: (version: DirectoryVersion) => void;
  readonly every?: WatchParts['every'];
}

/** The directory of one server. */
export interface KeptDirectory {
  readonly now: DirectoryNow;
  /** The version that `now` gives. */
  readonly version: () => DirectoryVersion | undefined;
  /** Begins to keep it; resolves when what is in force serves, or cannot be loaded. Faults are logged. */
  readonly start: () => Promise<void>;
  /** Looks at once for another version. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes the keeping; nothing is loaded before `start`. */
export function keepDirectory({ store, folder, dataFolder, phrases, logger, observer, every }: KeepDirectoryParts): KeptDirectory {
  let serving: { readonly version: DirectoryVersion; readonly directory: LocalDirectory } | undefined;
  let watch: DirectoryWatch | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  const postcodes = createPostcodeFile(join(dataFolder, placesFile), logger);
  const shared = once(async () => ({ outwardCodes: await readShippedCodes(folder), phrases: phrases() }));

  const load = async (version: DirectoryVersion): Promise<void> => {
    const directory = await openLocalDirectory(version, { store, postcodes, signal, ...(await shared()) });
    serving = { version, directory };
    observer(version);
  };
  const current = async (): Promise<DirectoryVersion | undefined> => {
    await postcodes.refresh();
    return store.current();
  };

  return {
    now: () => serving?.directory,
    version: () => serving?.version,
    start: async () => {
      watch ??= watchDirectory({ store: { current }, changed: load, logger, signal, ...(every && { every }) });
      await watch.look();
    },
    look: async () => {
      await watch?.look();
    },
    stop: async () => {
      stopping.abort();
      await watch?.stop();
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** The shipped outward codes. @throws ContentError */
export async function readShippedCodes(folder: string): Promise<OutwardCodes> {
  try {
    return readOutwardCodes(JSON.parse(await readFile(join(folder, 'outward-codes.json'), 'utf8')));
  } catch (fault) {
    throw new ContentError([`directory/outward-codes.json: ${fault instanceof Error ? fault.message : 'cannot be read'}`]);
  }
}
