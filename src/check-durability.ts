// Before anything is promised to a patient: does the store keep what it says it has kept?
import type { Config } from './config.js';
import { AppError, StoreUnavailable } from './errors.js';
import type { Logger } from './logger.js';
import type { Durability, Store } from './storage/ports.js';

/**
 * Tells loudly of a store that may lose what it accepted; in production refuses to start on it.
 * A store that does not answer now is only told about: turns say "try again" until it does.
 * @throws AppError `durability` in production.
 */
export async function checkDurability(store: Store, config: Pick<Config, 'production'>, logger: Logger): Promise<void> {
  const found = await store.durability().catch((error: unknown): Durability | undefined => {
    if (!(error instanceof StoreUnavailable)) throw error;
    logger.error({}, 'the store does not answer; starting all the same, and trying again with each turn');
    return undefined;
  });
  if (!found || found.durable) return;
  if (config.production) {
    throw new AppError(
      'durability',
      `The store may lose referrals it has accepted: ${found.detail}\nSet it up to keep every write, then start again.`,
    );
  }
  logger.warn({ detail: found.detail }, 'THE STORE MAY LOSE REFERRALS IT HAS ACCEPTED; production will refuse to start on it');
}
