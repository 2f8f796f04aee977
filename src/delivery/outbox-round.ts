// One round of the outbox worker: take, deliver lane by lane, mark done.
import type { Clock, Outbox, StoreLogger, TakenEntry } from '../storage/ports.js';
import { createEntryDelivery } from './deliver-entry.js';
import { createHeldLanes, ownLane } from './held-lanes.js';
import type { RetryPlan } from './retry-plan.js';
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

/** How many entries a round took and how many it saw done. */
export interface RoundEnd {
  readonly taken: number;
  readonly done: number;
}

/** The pauses of a worker that was told no others. */
export const RETRY: RetryPlan = { firstMs: 500, longestMs: 5 * 60 * 1000 };

/** One round: held entries whose pause is over, and whatever can be taken anew. */
export function createRound(options: OutboxWorkerOptions): () => Promise<RoundEnd> {
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
  const lanes = createHeldLanes(clock, retry, random);

  // In order; the first that fails stops its lane, unless all it lacks is a sink for which order does not matter.
  const deliverLane = async (lane: string, entries: readonly TakenEntry[]): Promise<number> => {
    let done = 0;
    for (const entry of entries) {
      const how = await delivery.deliver(entry);
      if (how !== 'done') lanes.hold(how === 'failed' ? lane : ownLane(entry), entry);
      if (how === 'failed') return done;
      if (how === 'late') continue;
      await outbox.done(entry.receipt);
      delivery.forget(entry.id);
      lanes.release(lane);
      lanes.release(ownLane(entry));
      done += 1;
    }
    return done;
  };

  return async () => {
    const taken = await outbox.take(consumer, batch, leaseMs);
    const waiting = [...lanes.sort(taken)];
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
