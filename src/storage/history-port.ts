// What the product asks of a store about what was said in a conversation.
import type { Json } from './ports.js';

/** What one turn added to a history. */
export interface HistoryEntry {
  /** Counts turns from 1, without a gap while the history lives. */
  readonly seq: number;
  readonly values: readonly Json[];
}

/**
 * What was said in a conversation, for channels that a client comes back to with "give me what came after". Written by ConversationStore, lives
 * as long as the conversation; of each the newest turns are kept, at most 100 values and 20 kB.
 */
export interface HistoryStore {
  /** Turns after `after` that are kept, oldest first, and the number of the newest (0: none). @throws StoreUnavailable */
  readonly read: (conversationId: string, after: number) => Promise<{ readonly entries: readonly HistoryEntry[]; readonly last: number }>;
  /** Calls `told` when the history may have grown, on whatever server: a hint, which can be lost. Gives what ends it. */
  readonly watch: (conversationId: string, told: () => void) => () => void;
}
