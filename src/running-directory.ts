// The directory of a process that runs: loaded in the background, begun with the sample where there is none, imported by the clock where a feed
// is set. Nothing waits for it: whoever needs it asks whether it is there.
import type { Config } from './config.js';
import { createImportByClock } from './directory-import/import-by-clock.js';
import type { ImportEnd } from './directory-import/import-by-clock.js';
import { beginWithSample } from './directory-import/begin-with-sample.js';
import { keepDirectory } from './directory-import/keep-directory.js';
import type { KeepDirectoryParts } from './directory-import/keep-directory.js';
import type { DirectoryNow } from './directory/local-directory.js';
import type { NeedPhrases } from './directory/needs-in-query.js';
import type { Clock, DirectoryStore, DirectoryVersion, StoreLogger } from './storage/ports.js';

/** Told what becomes of the directory, for the metrics. */
export interface DirectoryObserver {
  /** This version serves from now on. */
  readonly directory: (version: DirectoryVersion) => void;
  /** An import by the clock ended so. */
  readonly directoryImport: (end: ImportEnd) => void;
}

/** What it is made of. */
export interface RunningDirectoryParts {
  readonly config: Pick<Config, 'production' | 'dataFolder' | 'directoryFeed'>;
  readonly store: DirectoryStore;
  /** directory/. */
  readonly folder: string;
  readonly phrases: () => NeedPhrases;
  readonly clock: Clock;
  readonly logger: StoreLogger;
  readonly observer: DirectoryObserver;
  /** How often is looked for another version; `setInterval`, but in tests. */
  readonly every?: KeepDirectoryParts['every'];
}

/** The directory of this process. */
export interface RunningDirectory {
  readonly now: DirectoryNow;
  /** The version that `now` gives. */
  readonly version: () => DirectoryVersion | undefined;
  /** Loads what is in force, or the sample; resolves when it serves or cannot. Faults are logged. */
  readonly open: () => Promise<void>;
  /** Opens it, and from then on imports by the clock where a feed is set. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes it; nothing is read before `open` or `start`. */
export function createRunningDirectory(parts: RunningDirectoryParts): RunningDirectory {
  const { config, store, folder, clock, logger, observer } = parts;
  const kept = keepDirectory({ ...parts, dataFolder: config.dataFolder, observer: observer.directory });
  const feed = config.directoryFeed;
  const byClock =
    feed && createImportByClock({ feed, store, folder, clock, logger, observer: observer.directoryImport, published: kept.look });
  let opening: Promise<void> | undefined;
  let stopping = false;

  const openOnce = async (): Promise<void> => {
    await kept.start();
    if (kept.version() !== undefined || feed !== undefined || stopping) return;
    if (config.production) {
      logger.warn({}, 'there is no service directory yet: import one with `waymark directory import`, or set WAYMARK_DIRECTORY_FEED');
      return;
    }
    await beginWithSample({ store, folder, clock, logger });
    await kept.look();
  };
  const open = (): Promise<void> => (opening ??= openOnce());

  return {
    now: kept.now,
    version: kept.version,
    open,
    start: async () => {
      await open();
      if (!stopping) byClock?.start();
    },
    stop: async () => {
      stopping = true;
      await byClock?.stop();
      await kept.stop();
      await opening;
    },
  };
}
