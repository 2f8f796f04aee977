// The outbox worker: takes effects, hands each to every sink, and marks it done when all have it. An entry that fails stays in the outbox;
// it is tried again after a growing pause, and a crash at any point only means that it is delivered again.
import { createRound, RETRY, type OutboxWorkerOptions, type RoundEnd } from './outbox-round.js';
import { waitAfter } from './retry-plan.js';

export type { OutboxWorkerOptions } from './outbox-round.js';

export interface OutboxWorker {
  readonly start: () => void;
  /** Resolves when what was in hand is delivered or given up; nothing is taken after. */
  readonly stop: () => Promise<void>;
  /** Takes and delivers until nothing more can be done now; returns how many entries were done. @throws StoreUnavailable */
  readonly drainOnce: () => Promise<number>;
  /** Looks at once instead of at the next turn: called after a save with effects. */
  readonly nudge: () => void;
}

/** Makes a worker; `start` sets it going. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { logger, idleMs = 250, retry = RETRY, random = Math.random } = options;
  const round = createRound(options);
  let running: Promise<number> | undefined;
  let loop: Promise<void> | undefined;
  let stopping = false;
  const alarm = createAlarm();

  // One round at a time, whoever asks for it.
  const drainOnce = (): Promise<number> => {
    running ??= drain(round, () => stopping).finally(() => {
      running = undefined;
    });
    return running;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      alarm.set();
      try {
        await drainOnce();
        failures = 0;
      } catch (err) {
        failures += 1;
        if (failures === 1) logger.error({ err }, 'the outbox cannot be read; trying again');
      }
      await alarm.wait(failures === 0 ? idleMs : waitAfter(failures, { ...retry, longestMs: 5000 }, random));
    }
  };

  return {
    drainOnce,
    start: () => {
      stopping = false;
      loop ??= run();
    },
    stop: async () => {
      stopping = true;
      alarm.ring();
      await loop;
      await running?.catch(() => undefined);
      loop = undefined;
    },
    nudge: alarm.ring,
  };
}

async function drain(round: () => Promise<RoundEnd>, isStopping: () => boolean): Promise<number> {
  let total = 0;
  for (;;) {
    const { taken, done } = await round();
    total += done;
    if (taken === 0 || isStopping()) return total;
  }
}

/** A pause that can be cut short, also by a ring that came before it began. */
function createAlarm(): { readonly set: () => void; readonly ring: () => void; readonly wait: (ms: number) => Promise<void> } {
  let hasRung = false;
  let wake: () => void = () => undefined;
  return {
    set: () => {
      hasRung = false;
    },
    ring: () => {
      hasRung = true;
      wake();
    },
    wait: ms =>
      new Promise(resolve => {
        const timer = setTimeout(resolve, hasRung ? 0 : ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
