// Delivers one entry to every sink. What a sink has taken is remembered while this process lives, so that a second sink's failure does not
// send the first one's e-mail again.
import type { OutboxEntry, StoreLogger } from '../storage/ports.js';
import type { Sink } from './sink.js';

export interface EntryDelivery {
  /** `done`: every sink has now taken the entry; `late`: all but some for which order does not matter. Never rejects. */
  readonly deliver: (entry: OutboxEntry) => Promise<'done' | 'late' | 'failed'>;
  /** Forgets an entry that is done. */
  readonly forget: (id: string) => void;
}

/** Makes the delivery to these sinks. */
export function createEntryDelivery(sinks: readonly Sink[], logger: StoreLogger): EntryDelivery {
  const taken = new Map<string, Set<string>>();

  const deliverTo = async (sink: Sink, entry: OutboxEntry): Promise<boolean> => {
    const takenBy = taken.get(entry.id) ?? new Set();
    taken.set(entry.id, takenBy);
    if (takenBy.has(sink.name)) return true;
    try {
      await sink.deliver(entry);
      takenBy.add(sink.name);
      return true;
    } catch (err) {
      logger.error({ sink: sink.name, referral: entry.id, err }, 'a referral could not be delivered; it will be tried again');
      return false;
    }
  };

  return {
    deliver: async entry => {
      const took = await Promise.all(sinks.map(sink => deliverTo(sink, entry)));
      const missing = sinks.filter((_, at) => took[at] !== true);
      if (missing.length === 0) return 'done';
      return missing.every(sink => sink.anyOrder === true) ? 'late' : 'failed';
    },
    forget: id => {
      taken.delete(id);
    },
  };
}
