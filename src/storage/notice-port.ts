// What is asked of a store for notices in Teams.
import type { Json, Loaded, RecordLifetime, SaveResult } from './ports.js';

/**
 * What is kept for notices in Teams: where they go, and which message shows which referral. Each thing is sealed whole under its name, and written by
 * compare-and-set.
 */
export interface NoticeStore {
  /** @throws StoreUnavailable */
  readonly load: (name: string) => Promise<Loaded>;
  /** Saves if it is still at `rev` (0: nothing is there). @throws StoreUnavailable; then it may or may not have been saved. */
  readonly save: (name: string, value: Json, rev: number, lifetime: RecordLifetime) => Promise<SaveResult>;
}
