// A server that has no directory yet shows what one is like: the invented services of directory/sample, until a real feed is imported.
import { randomUUID } from 'node:crypto';
import type { Clock, DirectoryStore, StoreLogger } from '../storage/ports.js';

/** Another server that begins with it is left alone for so long. */
const LEASE_MS = 60_000;

/** What beginning needs; `folder`: directory/. */
export interface BeginParts {
  readonly store: DirectoryStore;
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: StoreLogger;
}

/** Imports the sample where no directory was ever in force. Faults are logged. */
export async function beginWithSample({ store, folder, clock, logger }: BeginParts): Promise<void> {
  try {
    if ((await store.current()) !== undefined || !(await store.lease('sample', randomUUID(), LEASE_MS))) return;
    // what reads feeds is loaded only by those who read one: the start is quicker without
    const [{ importFeed, sampleFolder }, { createFolderSource }] = await Promise.all([
      import('./import-feed.js'),
      import('./read-folder.js'),
    ]);
    const place = sampleFolder(folder);
    const source = createFolderSource(place);
    const outcome = await importFeed({ place, folder, source, store, at: clock().toISOString(), onlyFirst: true });
    if (outcome.kind === 'kept' && outcome.why !== 'late')
      logger.error({ why: outcome.why, err: outcome.fault }, 'the sample cannot be imported');
  } catch (err) {
    logger.error({ err }, 'the sample cannot be imported');
  }
}
