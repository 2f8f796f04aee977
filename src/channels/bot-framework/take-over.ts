// A conversation moves into the person's own hands: to a new session that only they are given. What stood at the desk leads nowhere from the
// same compare-and-set write on, so that it is only ever moved once.
import type { Content } from '../../content/content.js';
import type { Conversation } from '../../conversation/conversation.js';
import { inOwnHands } from '../../conversation/private-questions.js';
import type { ConversationStore, WayBackStore } from '../../storage/ports.js';
import type { CameBack } from '../pages/coming-back.js';
import { conversationId, makeCode } from '../pages/session.js';
import { pagesChannel } from './bot.js';
import { forgetNames, withoutWayBack } from './give-way-back.js';
import { leftBehind, plainJson } from './load-conversation.js';

export interface TakeOverSurroundings {
  readonly content: Content;
  readonly conversations: ConversationStore;
  readonly waysBack: WayBackStore;
  /** 32 random hexadecimal digits at each call. */
  readonly entropy: () => string;
}

/** A conversation as loaded. */
export interface Loaded {
  readonly id: string;
  readonly rev: number;
  readonly conversation: Conversation;
}

/** How long a screen that it was taken from is told so (seconds). */
const toldFor = 3600;

/** The store's id of a session of the pages. */
export function storeIdOf(session: string): string {
  return `${pagesChannel}:${conversationId(session)}`;
}

/** Moves it. `conflict`: somebody else saved meanwhile, and nothing has moved. */
export async function takeOver({ id, rev, conversation }: Loaded, around: TakeOverSurroundings): Promise<CameBack | 'conflict'> {
  const { conversations, content, waysBack } = around;
  const session = makeCode(around.entropy());
  const moved = withoutWayBack(inOwnHands(conversation));
  const ttlSeconds = content.service.retention.conversationHours * 3600;
  // Written first: a crash in between leaves a copy that nobody has the session of.
  await conversations.save(storeIdOf(session), plainJson(moved), { rev: 0, ttlSeconds, effects: [] });
  const saved = await conversations.save(id, leftBehind(conversation), { rev, ttlSeconds: toldFor, effects: [] });
  if (saved === 'conflict') {
    await conversations.erase(storeIdOf(session), 1);
    return 'conflict';
  }
  await forgetNames(id, conversation, moved, waysBack);
  return { state: 'open', session, lang: conversation.lang };
}
