// The lines of "check your answers" and of the story so far. What was said of abuse is never shown again: another may be looking.
import type { AnswerValue, FormItem } from '../content/form.js';
import type { Content } from '../content/content.js';
import type { Phrase } from '../content/phrase.js';
import type { Conversation } from './conversation.js';
import type { ReviewLine } from './reply.js';
import type { Position } from './derive-position.js';
import { answeredItems } from './go-back.js';

const privateKinds: ReadonlySet<string> = new Set(['abuse']);

/** Did the answer to this item speak of abuse (by its option, or by words a rule found)? */
export function isKeptPrivate(linkId: string, conversation: Conversation): boolean {
  return conversation.flags.some(flag => flag.key === linkId && privateKinds.has(flag.kind));
}

/** The short name of a question, for lists and acknowledgements. */
export function labelOf(item: FormItem): Phrase {
  return { file: item.file, id: item.localId, field: item.hasShort ? 'short' : 'text' };
}

/** The answer to a question as it may be shown. */
export function shownAnswer(item: FormItem, values: readonly AnswerValue[] | undefined, conversation: Conversation): Phrase {
  if (isKeptPrivate(item.linkId, conversation)) return { product: 'answer.kept-private' };
  if (!values || values.length === 0) return { product: 'answer.none' };
  return { answer: values, linkId: item.linkId };
}

/** Everything answered or skipped in parts that are reviewed, in the order of asking. */
export function reviewLines(conversation: Conversation, position: Position, content: Content): readonly ReviewLine[] {
  const reviewed = new Set(content.journey.parts.filter(part => part.review).map(part => part.id));
  return answeredItems({ conversation, position, content })
    .filter(item => reviewed.has(item.part))
    .map(item => ({
      key: item.linkId,
      label: labelOf(item),
      answer: shownAnswer(item, conversation.answers[item.linkId]?.values, conversation),
    }));
}
