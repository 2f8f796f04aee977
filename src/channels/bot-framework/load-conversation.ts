// A conversation as it lies in the store, wherever that is: a person who came back on a page holds a session that leads to the conversation they
// paused in another channel, so that there is only ever one of it.
import { z } from 'zod';
import { parseConversation } from '../../conversation/parse-conversation.js';
import type { Conversation } from '../../conversation/conversation.js';
import type { ConversationStore, Json } from '../../storage/ports.js';

/** What was found, and where it is to be saved again. */
export interface Stored {
  readonly id: string;
  readonly conversation?: Conversation;
  readonly rev: number;
  readonly unreadable: boolean;
}

/** `v`: servers that do not know this yet take it for something newer and leave it alone. */
const elsewhere = z.object({ v: z.literal(2), elsewhere: z.string(), of: z.string() });

/** What is stored under a session that leads to the conversation kept under another id. It is bound to that very one, not to a later one there. */
export function leadElsewhere(id: string, conversation: Conversation): Json {
  return { v: 2, elsewhere: id, of: conversation.id };
}

const over = z.object({ v: z.literal(2), over: z.string() });

/** What is stored where a conversation has been taken to another phone or computer. */
export function leftBehind(conversation: Conversation): Json {
  return { v: 2, over: conversation.id };
}

/**
 * Loads it; `newer`: written by a newer server or sealed with a key this one does not hold, to be left untouched; `over`: it has gone on
 * elsewhere. @throws StoreUnavailable
 */
export async function loadConversation(store: ConversationStore, id: string): Promise<Stored | 'newer' | 'over'> {
  const loaded = await store.load(id);
  if (loaded.found === 'none') return { id, rev: 0, unreadable: false };
  if (loaded.found === 'locked') return 'newer';
  const lead = elsewhere.safeParse(loaded.value);
  if (lead.success) {
    const there = await loadConversation(store, lead.data.elsewhere);
    if (typeof there === 'string' || there.conversation?.id === lead.data.of) return there;
    // That conversation was deleted: what begins now begins here.
    return { id, rev: loaded.rev, unreadable: false };
  }
  if (over.safeParse(loaded.value).success) return 'over';
  const parsed = parseConversation(loaded.value);
  if (parsed.kind === 'newer') return 'newer';
  if (parsed.kind === 'unreadable') return { id, rev: loaded.rev, unreadable: true };
  return { id, conversation: parsed.conversation, rev: loaded.rev, unreadable: false };
}

/** A conversation as the store takes it. */
export function plainJson(conversation: Conversation): Json {
  // Safe: a Conversation is plain data, read back through its schema.
  return conversation as unknown as Json;
}
