// Runs long work beside people who are waiting for an answer: a few milliseconds of it, then whatever else there is to do.
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../directory/steps.js';

/** Longest stretch of work between two looks at what else there is to do. */
const STRETCH_MS = 8;

/** Says when it is time to let others have their turn. */
export interface Gentleness {
  /** Waits for whatever else there is to do, if the stretch is over. @throws where `signal` was aborted. */
  readonly pause: () => Promise<void>;
}

/** Begins a stretch. */
export function createGentleness(signal?: AbortSignal): Gentleness {
  let begun = performance.now();
  return {
    pause: async () => {
      if (performance.now() - begun < STRETCH_MS) return;
      await setImmediate();
      signal?.throwIfAborted();
      begun = performance.now();
    },
  };
}

/** Does all of it, with pauses. */
export async function runGently<T>(steps: Steps<T>, { pause }: Gentleness): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await pause();
  }
}
