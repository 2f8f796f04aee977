// Which entries may be delivered now: those of one conversation (a lane) one after another, and a lane whose oldest entry failed not before
// its pause is over. An entry that holds up nobody waits in a lane of its own.
import type { Clock, TakenEntry } from '../storage/ports.js';
import { waitAfter, type RetryPlan } from './retry-plan.js';

/** A lane whose oldest entry failed: nothing else of the lane is delivered before it, and it not before `notBefore`. */
interface Held {
  readonly entry: TakenEntry;
  readonly failures: number;
  readonly notBefore: number;
}

/** The lane of an entry that waits by itself while others of its conversation go on. */
export function ownLane({ receipt }: TakenEntry): string {
  return `alone ${receipt}`;
}

export interface HeldLanes {
  /** Notes that an entry failed, and with it its lane. */
  readonly hold: (lane: string, entry: TakenEntry) => void;
  readonly release: (lane: string) => void;
  /** What may be delivered now, lane by lane: entries just taken, and held entries whose pause is over. */
  readonly sort: (taken: readonly TakenEntry[]) => ReadonlyMap<string, readonly TakenEntry[]>;
}

/** Makes the memory of held lanes, empty. */
export function createHeldLanes(clock: Clock, retry: RetryPlan, random: () => number): HeldLanes {
  const held = new Map<string, Held>();

  const hold = (lane: string, entry: TakenEntry): void => {
    // After a restart the store's own count says how often it has failed before.
    const failures = Math.max(held.get(lane)?.failures ?? 0, entry.attempts - 1) + 1;
    held.set(lane, { entry, failures, notBefore: clock().getTime() + waitAfter(failures, retry, random) });
  };

  const isDue = ({ notBefore }: Held): boolean => notBefore <= clock().getTime();

  // A lane that is held lets through its held entry alone, when its pause is over. The rest comes again when its lease runs out.
  const sort: HeldLanes['sort'] = taken => {
    const lanes = new Map<string, TakenEntry[]>();
    for (const [lane, one] of held) if (isDue(one)) lanes.set(lane, [one.entry]);
    for (const entry of taken) {
      const lane = held.has(ownLane(entry)) ? ownLane(entry) : (entry.lane ?? entry.receipt);
      const one = held.get(lane);
      if (one === undefined) lanes.set(lane, [...(lanes.get(lane) ?? []), entry]);
      else if (one.entry.receipt === entry.receipt) held.set(lane, { ...one, entry });
    }
    return lanes;
  };

  return {
    hold,
    sort,
    release: lane => {
      held.delete(lane);
    },
  };
}
