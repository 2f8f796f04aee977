// How often six letters may be tried: few times from one address, and not many from all addresses together. There are sixteen million
// codes: with ten of them open all day, whoever guesses from everywhere at once finds one in about a hundred days.
import { createRateLimiter } from './rate-limiter.js';

/** Ten at once, then one in half a minute: a person who mistypes never meets it. */
const each = { burst: 10, perSecond: 1 / 30 };
const all = { burst: 60, perSecond: 0.2 };

/** Says whether this address may try one more. `clock` gives milliseconds. */
export function createCodeLimiter(clock: () => number): (address: string) => boolean {
  const own = createRateLimiter(each, clock);
  const together = createRateLimiter(all, clock);
  // In this order: an address that tries too often takes nothing from the others.
  return address => own.take(address) && together.take('all');
}
