// For stores opened without a log.
import type { StoreLogger } from './ports.js';

/** A log that keeps nothing. */
export const silentLogger: StoreLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };
