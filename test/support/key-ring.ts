// Key rings for tests: always the same, so that two stores opened by one test can read each other.
import { createHash } from 'node:crypto';
import { createKeyRing, type KeyRing, type KeyRingEntry } from '../../src/storage/seal.js';

/** A key that anyone can guess. */
export function keyOf(id: number): KeyRingEntry {
  return {
    id,
    key: createHash('sha256')
      .update(`test key ${String(id)}`)
      .digest(),
  };
}

/** A ring of such keys, newest first. */
export function ringOf(...ids: readonly number[]): KeyRing {
  return createKeyRing((ids.length === 0 ? [1] : ids).map(keyOf));
}
