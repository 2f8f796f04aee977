// Where a conversation stands, for a page that opens or reloads: the story so far and what is asked now, without taking a turn.
import type { Content } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import { askNext } from './ask-next.js';
import type { Conversation } from './conversation.js';
import type { Progress, Reply } from './reply.js';
import { derivePosition } from './derive-position.js';
import { answeredSteps } from './go-back.js';
import { labelOfStep, shownAnswer } from './review-lines.js';
import { wordNotices } from './word-notices.js';

export interface StoryEntry {
  readonly key: string;
  readonly question: Phrase;
  readonly answer: Phrase;
  readonly changeable: boolean;
}

export interface Shown {
  readonly replies: readonly Reply[];
  readonly story: readonly StoryEntry[];
  readonly progress: Progress;
  readonly flagged: boolean;
}

/** The story so far and the current question; with an activity id, what that turn said is worded again first. */
export function showConversation(conversation: Conversation, content: Content, activityId?: string, directory?: LocalDirectory): Shown {
  const position = derivePosition(conversation, content);
  const notices = conversation.applied.find(applied => applied.id === activityId)?.notices ?? [];
  const at = conversation.flags.at(-1)?.at ?? conversation.startedAt;
  const scene = { conversation, position, content, at, directory };
  const answered = answeredSteps({ conversation, position }).filter(step => step.kind === 'item');
  const story = answered.map(step => ({
    key: step.key,
    question: labelOfStep(step, position.state, conversation),
    answer: shownAnswer(step.key, conversation.answers[step.key]?.values, conversation),
    changeable: conversation.sent === undefined,
  }));
  return {
    // No clock is read: lines were open or closed when the danger was told, moments ago.
    replies: [...wordNotices(notices, scene), askNext(scene, true)],
    story,
    progress: position.progress,
    flagged: conversation.flags.length > 0,
  };
}
