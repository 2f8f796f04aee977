// Turns of one conversation that overlap in this process: a message that arrives while another is still in hand was typed to the question
// that other one was loaded with, whatever that one has answered meanwhile.
import type { Conversation } from '../../conversation/conversation.js';

/** One turn's stay among the turns in hand. */
export interface Stay {
  /** The conversation as the earliest turn still in hand loaded it; undefined when this turn is alone, null when there was none yet. */
  readonly earlier: Conversation | null | undefined;
  /** Told what this turn loaded. */
  readonly loaded: (conversation: Conversation | undefined) => void;
  readonly leave: () => void;
}

interface InHand {
  turns: number;
  first: Conversation | null | undefined;
}

/** Keeps count of the turns in hand, by conversation. */
export function createOverlaps(): (conversationId: string) => Stay {
  const inHand = new Map<string, InHand>();
  return conversationId => {
    const entry = inHand.get(conversationId) ?? { turns: 0, first: undefined };
    inHand.set(conversationId, entry);
    entry.turns += 1;
    return {
      earlier: entry.first,
      loaded: conversation => {
        if (entry.first === undefined) entry.first = conversation ?? null;
      },
      leave: () => {
        entry.turns -= 1;
        if (entry.turns === 0) inHand.delete(conversationId);
      },
    };
  };
}
