// Opens the connection: short time-outs, bounded reconnecting, and a word in the log when Redis goes and when it comes back.
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { StoreLogger } from '../ports.js';
import type { RedisPlace } from './parse-redis-url.js';

/** One server (perhaps found through sentinels) or a cluster. */
export type Client = Redis | Cluster;

export interface TlsOptions {
  /** Certificate authority in PEM, where the system's own do not know it. */
  readonly ca?: string;
}

const COMMAND_TIMEOUT_MS = 1500;
/** A connection that owes an answer for this long is given up and made anew: the machine behind it may be gone without a word. */
const SILENCE_MS = 4000;
const LONGEST_WAIT_MS = 2000;

/** Replies in the shapes of RESP2, which every Redis and every proxy speaks. */
type Options = RedisOptions & { readonly replyMapping: 'legacy' };

/** Connects in the background; commands sent meanwhile wait, but never longer than their time-out. */
export function connect(place: RedisPlace, logger: StoreLogger, tls: TlsOptions = {}): Client {
  const client = place.kind === 'cluster' ? openCluster(place, tls) : new Redis({ ...baseOptions(place, tls), ...whereIs(place) });
  reportLosses(client, logger);
  return client;
}

function baseOptions(place: RedisPlace, tls: TlsOptions): Options {
  const login = { ...(place.username && { username: place.username }), ...(place.password && { password: place.password }) };
  return {
    ...login,
    ...(place.tls && { tls: tls.ca === undefined ? {} : { ca: tls.ca } }),
    protocol: 2,
    replyMapping: 'legacy',
    connectionName: 'waymark',
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
    maxRetriesPerRequest: 1,
    enableAutoPipelining: false,
    retryStrategy: waitBefore,
    // A replica that was master until now: go and find the new one; nothing was written, so the command may be sent again.
    reconnectOnError: fault => (fault.message.startsWith('READONLY') ? 2 : false),
  };
}

function whereIs(
  place: Exclude<RedisPlace, { kind: 'cluster' }>,
): Pick<RedisOptions, 'host' | 'port' | 'db' | 'sentinels' | 'name' | 'sentinelRetryStrategy' | 'sentinelCommandTimeout'> {
  if (place.kind === 'single') return { host: place.address.host, port: place.address.port, db: place.db };
  return {
    sentinels: place.addresses.map(({ host, port }) => ({ host, port })),
    name: place.name,
    sentinelRetryStrategy: waitBefore,
    sentinelCommandTimeout: COMMAND_TIMEOUT_MS,
  };
}

function openCluster(place: Extract<RedisPlace, { kind: 'cluster' }>, tls: TlsOptions): Cluster {
  return new Cluster(
    place.addresses.map(({ host, port }) => ({ host, port })),
    {
      redisOptions: baseOptions(place, tls),
      clusterRetryStrategy: waitBefore,
      clusterNodeRetryStrategy: waitBefore,
      slotsRefreshTimeout: COMMAND_TIMEOUT_MS,
      maxRedirections: 8,
      // Certificates name hosts, so with TLS the names must not be turned into addresses first.
      ...(place.tls && {
        dnsLookup: (address, answer) => {
          answer(null, address);
        },
      }),
    },
  );
}

function waitBefore(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), LONGEST_WAIT_MS) * (0.75 + Math.random() / 4);
}

function reportLosses(client: Client, logger: StoreLogger): void {
  let lost = false;
  client.on('error', (err: unknown) => {
    if (lost) return;
    lost = true;
    logger.error({ err }, 'Redis cannot be reached');
  });
  client.on('ready', () => {
    if (lost) logger.info({}, 'Redis is there again');
    lost = false;
  });
}
