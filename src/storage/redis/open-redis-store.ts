// The product's store: Redis, one server, sentinels or a cluster.
import { silentLogger } from '../silent-logger.js';
import type { Clock, Store, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { createAsking, type Asking } from './ask.js';
import { connect, type TlsOptions } from './connect.js';
import { createConversations } from './conversations.js';
import { createDirectory } from './directory-versions.js';
import { readDurability } from './durability.js';
import { createHistory } from './history.js';
import { createNotices } from './notices.js';
import { createOutbox } from './outbox.js';
import { parseRedisUrl } from './parse-redis-url.js';
import { createReferrals } from './referrals.js';
import { createUnmetNeeds } from './unmet-needs.js';
import { createWaysBack } from './ways-back.js';

export interface RedisStoreOptions {
  /** As `parseRedisUrl` reads it. */
  readonly url: string;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly logger?: StoreLogger;
  readonly tls?: TlsOptions;
}

/**
 * Opens the Redis store. It comes back at once: a Redis that is not there makes each call fail within two seconds with StoreUnavailable until it is.
 * @throws AppError `redis-url` when the URL is wrong.
 */
export function openRedisStore(options: RedisStoreOptions): Promise<Store> {
  // In a promise's body, so that a wrong URL rejects instead of being thrown at once.
  return new Promise(resolve => {
    resolve(build(options));
  });
}

function build({ url, keys, clock, logger = silentLogger, tls }: RedisStoreOptions): Store {
  const asking = createAsking(connect(parseRedisUrl(url), logger, tls));
  const history = createHistory(asking, keys, logger);
  return {
    conversations: createConversations(asking, keys, clock),
    history,
    waysBack: createWaysBack(asking, keys),
    outbox: createOutbox(asking, keys, logger),
    referrals: createReferrals(asking, keys, clock, logger),
    notices: createNotices(asking, keys, clock),
    directory: createDirectory(asking, clock),
    unmet: createUnmetNeeds(asking, keys),
    ping: async () => {
      await asking.ask(client => client.ping());
    },
    durability: () => readDurability(asking),
    close: () => {
      history.close();
      return closeClient(asking, logger);
    },
  };
}

// Politely first, so that replies on their way still arrive; then for good, also when Redis does not answer.
async function closeClient({ client, ask }: Asking, logger: StoreLogger): Promise<void> {
  if (client.status === 'ready') {
    await ask(open => open.quit()).catch((err: unknown) => {
      logger.warn({ err }, 'Redis was left without a goodbye');
    });
  }
  client.disconnect();
}
