// How many forms one address may send: a token bucket each, in memory, forgotten when full again. Addresses are kept only as keyed hashes
// that mean nothing after a restart.
import { createHmac, randomBytes } from 'node:crypto';

/** Says whether one more is allowed from this address now. */
export interface RateLimiter {
  readonly take: (address: string) => boolean;
}

/** Sized for a waiting room behind one address: `burst` at once, then `perSecond`. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets kept at most; beyond it the one untouched longest goes, so that a flood of addresses cannot fill the memory. */
const most = 50_000;

/** Makes a limiter. `clock` gives milliseconds. */
export function createRateLimiter({ burst, perSecond }: RateLimit, clock: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const key = randomBytes(32);
  const take = (address: string): boolean => {
    const id = createHmac('sha256', key).update(networkOf(address)).digest('base64');
    const bucket = buckets.get(id) ?? { tokens: burst, at: clock() };
    refill(bucket, clock());
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    keepLatest(id, bucket);
    return allowed;
  };
  const refill = (bucket: Bucket, now: number): void => {
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
  };
  const keepLatest = (id: string, bucket: Bucket): void => {
    buckets.delete(id); // set again below: a Map keeps the order of setting, so the first is the one untouched longest
    buckets.set(id, bucket);
    const first = buckets.keys().next();
    if (buckets.size > most && first.done !== true) buckets.delete(first.value);
  };
  return { take };
}

/** One household or handset holds a whole IPv6 /64, so the address within it counts for nothing. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  if (tail === undefined) return groups.slice(0, 4).join(':');
  const filled = [...groups, ...new Array<string>(Math.max(0, 8 - groups.length - tail.split(':').length)).fill('0'), ...tail.split(':')];
  return filled.slice(0, 4).join(':');
}
