// The two faults a store may throw, and the one place that makes them.
import { AppError, StoreUnavailable } from '../errors.js';

/** A record or audit trail is there but no key at hand opens it. It is left untouched. */
export class StoreLocked extends AppError {
  constructor() {
    super('store-locked', 'Something stored cannot be read with the keys at hand; add the key it was written with to WAYMARK_KEY');
  }
}

/** Runs work on the store; whatever goes wrong beneath it becomes StoreUnavailable. */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw fault instanceof AppError ? fault : new StoreUnavailable(fault);
  }
}
