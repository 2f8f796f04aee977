// Work that may take long without holding up whoever waits: the outbox goes on with other referrals while Teams is slow, and asks again later.
import { AppError } from '../errors.js';

export interface Unhurried {
  /** Begins the work of this name, unless it goes on already, and waits for it so long. @throws AppError `slow` when it is not done by then; whatever the work throws */
  readonly wait: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Resolves when nothing goes on any more. */
  readonly stop: () => Promise<void>;
}

/** Makes it; nothing goes on yet. */
export function createUnhurried(patienceMs: number): Unhurried {
  const going = new Map<string, Promise<void>>();

  const begin = (name: string, work: () => Promise<void>): Promise<void> => {
    const begun = work().finally(() => going.delete(name));
    // Whoever asks again begins anew and is told then what is wrong.
    begun.catch(() => undefined);
    going.set(name, begun);
    return begun;
  };

  return {
    wait: async (name, work) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new AppError('slow', 'It takes long; others are not kept waiting'));
        }, patienceMs);
      });
      try {
        await Promise.race([going.get(name) ?? begin(name, work), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    stop: async () => {
      await Promise.allSettled([...going.values()]);
    },
  };
}
