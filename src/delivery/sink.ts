// A place that effects are delivered to: the practice's own store, an e-mail box, another system. One file each in this folder.
import type { OutboxEntry } from '../storage/ports.js';

export interface Sink {
  /** Stable, for the log and the metrics. */
  readonly name: string;
  /** It does not matter in which order this one gets the entries of a conversation: while it fails, the others go on with those that follow. */
  readonly anyOrder?: true;
  /** Delivers one entry, or throws. Comes again with the same `id` after any failure or crash, so it must be idempotent by `id`. */
  readonly deliver: (entry: OutboxEntry) => Promise<void>;
}
