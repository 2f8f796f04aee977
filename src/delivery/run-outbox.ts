// The outbox worker: takes effects, hands each to every sink, and marks it done when all have it. An entry that fails stays in the outbox;
// it is tried again after a growing pause, and a crash at any point only means that it is delivered again.
import type { Clock, StoreLogger } from '../storage/clock.js';
import type { Outbox, TakenEntry } from '../storage/ports.js';
import { createEntryDelivery } from './deliver-entry.js';
import { waitAfter, type RetryPlan } from './retry-plan.js';
import type { Sink } from './sink.js';

export interface OutboxWorkerOptions {
  readonly outbox: Outbox;
  readonly sinks: readonly Sink[];
  readonly clock: Clock;
  readonly logger: StoreLogger;
  /** Names this process to the store; different for each. */
  readonly consumer: string;
  /** How many lanes are delivered at once (default 8), of entries taken together (default 32). */
  readonly concurrency?: number;
  readonly batch?: number;
  /** Pause when there was nothing to do (default 250 ms). */
  readonly idleMs?: number;
  /** An entry not done in this time is given out again, to whoever asks (default 30 s). */
  readonly leaseMs?: number;
  /** Pauses between tries of one entry (default 500 ms, doubling to 5 minutes), and between takes while the store does not answer. */
  readonly retry?: RetryPlan;
  readonly random?: () => number;
}

export interface OutboxWorker {
  readonly start: () => void;
  /** Resolves when what was in hand is delivered or given up; nothing is taken after. */
  readonly stop: () => Promise<void>;
  /** Takes and delivers until nothing more can be done now; returns how many entries were done. @throws StoreUnavailable */
  readonly drainOnce: () => Promise<number>;
  /** Looks at once instead of at the next turn: called after a save with effects. */
  readonly nudge: () => void;
}

/** A lane whose oldest entry failed: nothing else of the lane is delivered before it, and it not before `notBefore`. */
interface Held {
  readonly entry: TakenEntry;
  readonly failures: number;
  readonly notBefore: number;
}

const RETRY: RetryPlan = { firstMs: 500, longestMs: 5 * 60 * 1000 };

/** Makes a worker; `start` sets it going. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { logger, idleMs = 250, retry = RETRY, random = Math.random } = options;
  const round = createRound(options);
  let running: Promise<number> | undefined;
  let loop: Promise<void> | undefined;
  let stopping = false;
  let nudged = false;
  let wake: () => void = () => undefined;

  // One round at a time, whoever asks for it.
  const drainOnce = (): Promise<number> => {
    running ??= drain(round, () => stopping).finally(() => {
      running = undefined;
    });
    return running;
  };

  const pause = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (nudged || stopping) wake();
    });

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      nudged = false;
      try {
        await drainOnce();
        failures = 0;
      } catch (err) {
        failures += 1;
        if (failures === 1) logger.error({ err }, 'the outbox cannot be read; trying again');
      }
      await pause(failures === 0 ? idleMs : waitAfter(failures, { ...retry, longestMs: 5000 }, random));
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
      wake();
      await loop;
      await running?.catch(() => undefined);
      loop = undefined;
    },
    nudge: () => {
      nudged = true;
      wake();
    },
  };
}

async function drain(round: () => Promise<{ readonly taken: number; readonly done: number }>, isStopping: () => boolean): Promise<number> {
  let total = 0;
  for (;;) {
    const { taken, done } = await round();
    total += done;
    if (taken === 0 || isStopping()) return total;
  }
}

/** One round: held entries whose pause is over, and whatever can be taken anew. */
function createRound(options: OutboxWorkerOptions): () => Promise<{ readonly taken: number; readonly done: number }> {
  const {
    outbox,
    sinks,
    clock,
    logger,
    consumer,
    concurrency = 8,
    batch = 32,
    leaseMs = 30_000,
    retry = RETRY,
    random = Math.random,
  } = options;
  const delivery = createEntryDelivery(sinks, logger);
  const held = new Map<string, Held>();

  const hold = (lane: string, entry: TakenEntry): void => {
    // After a restart the store's own count says how often it has failed before.
    const failures = Math.max(held.get(lane)?.failures ?? 0, entry.attempts - 1) + 1;
    held.set(lane, { entry, failures, notBefore: clock().getTime() + waitAfter(failures, retry, random) });
  };

  // In order; the first that fails stops its lane.
  const deliverLane = async (lane: string, entries: readonly TakenEntry[]): Promise<number> => {
    let done = 0;
    for (const entry of entries) {
      if (!(await delivery.deliver(entry))) {
        hold(lane, entry);
        return done;
      }
      await outbox.done(entry.receipt);
      delivery.forget(entry.id);
      held.delete(lane);
      done += 1;
    }
    return done;
  };

  const isDue = ({ notBefore }: Held): boolean => notBefore <= clock().getTime();

  // A lane that is held lets through its held entry alone, when its pause is over. The rest comes again when its lease runs out.
  const lanesOf = (taken: readonly TakenEntry[]): ReadonlyMap<string, readonly TakenEntry[]> => {
    const lanes = new Map<string, TakenEntry[]>();
    for (const [lane, one] of held) if (isDue(one)) lanes.set(lane, [one.entry]);
    for (const entry of taken) {
      const lane = entry.lane ?? entry.receipt;
      const one = held.get(lane);
      if (one === undefined) lanes.set(lane, [...(lanes.get(lane) ?? []), entry]);
      else if (one.entry.receipt === entry.receipt) held.set(lane, { ...one, entry });
    }
    return lanes;
  };

  return async () => {
    const taken = await outbox.take(consumer, batch, leaseMs);
    const waiting = [...lanesOf(taken)];
    let done = 0;
    const deliverSome = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const delivered = await deliverLane(...next);
        done += delivered;
      }
    };
    // All are waited for, so that rounds never overlap, also when the store goes away in between.
    const ends = await Promise.allSettled(Array.from({ length: concurrency }, deliverSome));
    const fault = ends.find(end => end.status === 'rejected');
    if (fault !== undefined) throw fault.reason;
    return { taken: taken.length, done };
  };
}
