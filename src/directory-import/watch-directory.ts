// Looks every half minute which version of the directory is in force, so that every server takes up an import or a rollback made anywhere.
import type { DirectoryStore, DirectoryVersion, StoreLogger } from '../storage/ports.js';

const EVERY_MS = 30_000;

/** What watching needs. */
export interface WatchParts {
  readonly store: Pick<DirectoryStore, 'current'>;
  /** The id of the version that serves already. */
  readonly known?: string | undefined;
  /** Told of the new version; while it works nothing else is looked for, and if it fails it is told again next time. */
  readonly changed: (version: DirectoryVersion) => Promise<void>;
  readonly logger: StoreLogger;
  /** Aborted: what fails from now on fails because it was ended, and is not told. */
  readonly signal?: AbortSignal;
  /** Calls back again and again until the function it gives is called; `setInterval`, but in tests. */
  readonly every?: (ms: number, look: () => void) => () => void;
}

/** A watch that was begun. */
export interface DirectoryWatch {
  /** Looks at once; resolves after this look, or after the one in hand. */
  readonly look: () => Promise<void>;
  /** Ends it, after the look in hand. */
  readonly stop: () => Promise<void>;
}

/** Begins to look, half a minute from now for the first time. */
export function watchDirectory({ store, known, changed, logger, signal, every = byInterval }: WatchParts): DirectoryWatch {
  let serving = known;
  let looking: Promise<void> | undefined;

  const lookOnce = async (): Promise<void> => {
    const version = await store.current();
    if (version === undefined || version.id === serving) return;
    await changed(version);
    serving = version.id;
    logger.info({ version: version.id, services: version.services }, 'another version of the directory is in force');
  };

  const look = (): Promise<void> => {
    looking ??= lookOnce()
      .catch((err: unknown) => {
        if (signal?.aborted !== true) logger.error({ err }, 'the directory in force cannot be read; trying again in half a minute');
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  const end = every(EVERY_MS, () => {
    void look();
  });
  return {
    look,
    stop: async () => {
      end();
      await looking;
    },
  };
}

function byInterval(ms: number, look: () => void): () => void {
  const timer = setInterval(look, ms).unref();
  return () => {
    clearInterval(timer);
  };
}
