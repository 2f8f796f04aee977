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
  /** Calls back again and again until the function it gives is called; `setInterval`, but in tests. */
  readonly every?: (ms: number, look: () => void) => () => void;
}

/** Begins to look; the function it gives ends it, after the look in hand. */
export function watchDirectory({ store, known, changed, logger, every = byInterval }: WatchParts): () => Promise<void> {
  let serving = known;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    const version = await store.current();
    if (version === undefined || version.id === serving) return;
    await changed(version);
    serving = version.id;
    logger.info({ version: version.id, services: version.services }, 'another version of the directory is in force');
  };

  const stop = every(EVERY_MS, () => {
    looking ??= look()
      .catch((err: unknown) => {
        logger.error({ err }, 'the directory in force cannot be read; trying again in half a minute');
      })
      .finally(() => {
        looking = undefined;
      });
  });
  return async () => {
    stop();
    await looking;
  };
}

function byInterval(ms: number, look: () => void): () => void {
  const timer = setInterval(look, ms).unref();
  return () => {
    clearInterval(timer);
  };
}
