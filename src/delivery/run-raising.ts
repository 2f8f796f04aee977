// Looks at what is flagged every minute, for as long as the server runs.
import type { StoreLogger } from '../storage/ports.js';
import type { RaisingRound } from './raise-unopened.js';

const everyMs = 60_000;

export interface Raising {
  readonly start: () => void;
  /** Resolves when the round in hand is over; none begins after. */
  readonly stop: () => Promise<void>;
}

export interface RaisingOptions {
  readonly round: () => Promise<RaisingRound>;
  /** Told after each round what is open, for the metrics. */
  readonly observer: (open: RaisingRound['open']) => void;
  readonly logger: StoreLogger;
}

/** Makes the rounds; `start` makes the first at once. */
export function createRaising({ round, observer, logger }: RaisingOptions): Raising {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const once = (): void => {
    // A round that takes longer than a minute is not overtaken.
    running ??= round()
      .then(({ open, raised }) => {
        observer(open);
        if (raised > 0) logger.warn({ raised }, 'red flags that nobody had opened were raised again');
      })
      .catch((err: unknown) => {
        logger.error({ err }, 'open red flags cannot be read; trying again in a minute');
      })
      .finally(() => {
        running = undefined;
      });
  };

  return {
    start: () => {
      timer ??= setInterval(once, everyMs);
      once();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}
