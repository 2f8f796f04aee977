// A new conversation: empty answers, a random id, the language the channel or browser suggests.
import { matchLanguage } from '../content/languages/match-language.js';
import type { Content } from '../content/content.js';
import type { Conversation, Turn } from './conversation.js';

const english = 'en-GB';

/** The conversation as it is before anybody has answered anything. */
export function beginConversation(turn: Turn, content: Content): Conversation {
  return {
    v: 1,
    id: turn.entropy,
    episode: 1,
    lang: matchLanguage(turn.locale, [...content.languages.keys()]) ?? english,
    contentVersion: content.version,
    startedAt: turn.at,
    answers: {},
    skipped: [],
    proposed: {},
    flags: [],
    applied: [],
  };
}

/** The next episode of the same conversation: another referral may follow; nothing said before is kept. */
export function beginEpisode(conversation: Conversation, at: string, content: Content): Conversation {
  const earlier = conversation.sent ?? conversation.earlier;
  return {
    v: 1,
    id: conversation.id,
    episode: conversation.episode + 1,
    lang: conversation.lang,
    contentVersion: content.version,
    startedAt: at,
    answers: {},
    skipped: [],
    proposed: {},
    flags: [],
    applied: conversation.applied,
    ...(earlier ? { earlier } : {}),
    ...(conversation.by ? { by: conversation.by } : {}),
  };
}
