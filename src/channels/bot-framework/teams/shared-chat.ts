// Channels of a team and group chats: several people read them, so no patient is asked anything there, and nothing of what they write is kept.
// Whoever tells of danger is still told where help is.
import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Content } from '../../../content/content.js';
import type { Turn } from '../../../conversation/conversation.js';
import { helpAtOnce } from '../../../conversation/help-at-once.js';
import { openUrl, toAttachment } from '../cards/adaptive-card.js';
import { toActivities } from '../send-replies.js';
import type { Telling } from '../send-replies.js';
import { ourPage } from './teams-notices.js';

type Sent = Partial<Activity>;

const shared: ReadonlySet<string> = new Set(['channel', 'groupChat']);

/** Is it a chat that several people read? */
export function isShared({ conversation }: Pick<Sent, 'conversation'>): boolean {
  return conversation?.isGroup === true || shared.has(conversation?.conversationType ?? '');
}

/** Opens a chat with a bot alone. Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function privateChat({ recipient }: Pick<Sent, 'recipient'>): string | undefined {
  const id = /^28:[\w-]{1,100}$/u.exec(recipient?.id ?? '')?.[0];
  return id === undefined ? undefined : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(id)}`;
}

/** That this is for a private chat, and how to open one. */
function elsewhere(activity: Sent, lang: string, content: Content, { cards, publicUrl }: Telling): Sent {
  const word = (phrase: Parameters<Content['translator']['word']>[0]): string => content.translator.word(phrase, lang);
  const text = [{ product: 'teams.private' } as const, ...ourPage(publicUrl)].map(word).join('\n');
  const url = privateChat(activity);
  const said: Sent = { type: ActivityTypes.Message, text, textFormat: 'plain', locale: lang };
  if (cards === undefined || url === undefined) return said;
  const title = word({ product: 'teams.open' });
  const rtl = content.languages.get(lang)?.dir === 'rtl';
  const card = { lang, rtl, speak: title, fallbackText: text, body: [], actions: [openUrl(title, url)] };
  return { ...said, attachments: [toAttachment(card)] };
}

/** Help for danger that stands in what was said, before anything else. */
export function helpFirst(turn: Turn, lang: string, content: Content, how: Telling): readonly Sent[] {
  return toActivities(helpAtOnce(turn, content), lang, content, how);
}

/** The answer in a chat that others read: help for danger, then where to talk. Nothing is said to people's coming and going. */
export function answerShared(activity: Sent, turn: Turn, lang: string, content: Content, how: Telling): readonly Sent[] {
  if (activity.type !== ActivityTypes.Message && activity.type !== ActivityTypes.Invoke) return [];
  return [...helpFirst(turn, lang, content, how), elsewhere(activity, lang, content, how)];
}
