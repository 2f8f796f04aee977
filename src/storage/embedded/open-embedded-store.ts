// The store inside the process, for anyone who starts with nothing: lmdb files in one folder, durable at each write, open to a second process.
import { StoreUnavailable } from '../../errors.js';
import { silentLogger } from '../silent-logger.js';
import type { Clock, Store, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { createConversations } from './conversations.js';
import { openDatabases, type Databases } from './databases.js';
import { createDirectory } from './directory-versions.js';
import { sweepExpired } from './expiry.js';
import { createHistory } from './history.js';
import { createNotices } from './notices.js';
import { createOutbox } from './outbox.js';
import { createReferrals } from './referrals.js';
import { createUnmetNeeds } from './unmet-needs.js';
import { createWaysBack } from './ways-back.js';

const SWEEP_EVERY_MS = 10 * 60 * 1000;

export interface EmbeddedStoreOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly logger?: StoreLogger;
}

/** Opens the embedded store; sweeps expired entries now and every ten minutes. @throws StoreUnavailable when the folder cannot be used. */
export async function openEmbeddedStore({ folder, keys, clock, logger = silentLogger }: EmbeddedStoreOptions): Promise<Store> {
  const dbs = await openDatabases(folder).catch((fault: unknown) => {
    throw new StoreUnavailable(fault);
  });
  const outbox = createOutbox(dbs, keys, clock, logger);
  const history = createHistory(dbs, keys, clock);
  const stopSweeping = startSweeping(dbs, clock, logger);
  let open = true;
  return {
    conversations: createConversations(dbs, { keys, clock, outbox, history }),
    history: { read: history.read, watch: history.watch },
    waysBack: createWaysBack(dbs, keys, clock),
    outbox: { take: outbox.take, done: outbox.done, size: outbox.size },
    referrals: createReferrals(dbs, { keys, clock, logger, outbox }),
    notices: createNotices(dbs, keys, clock),
    directory: createDirectory(dbs, clock),
    unmet: createUnmetNeeds(dbs, keys, clock),
    ping: () => (open ? Promise.resolve() : Promise.reject(new StoreUnavailable())),
    durability: () => Promise.resolve({ kind: 'embedded', durable: true, detail: `every write is flushed to disk in ${folder}` }),
    close: async () => {
      if (!open) return;
      open = false;
      await stopSweeping();
      await dbs.root.close();
    },
  };
}

function startSweeping(dbs: Databases, clock: Clock, logger: StoreLogger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    running = sweepExpired(dbs, clock()).then(
      removed => {
        if (removed > 0) logger.info({ removed }, 'expired entries were removed');
      },
      (err: unknown) => {
        logger.error({ err }, 'expired entries could not be removed');
      },
    );
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
