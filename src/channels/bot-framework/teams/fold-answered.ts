// A card that was filled in and sent gives way to a line of what was answered: in Teams nothing else of it would remain, and its fields could be
// sent once more by mistake. What is private by the form, or spoke of abuse, is not repeated in a chat that others keep.
import { ActivityTypes } from 'botbuilder';
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Content } from '../../../content/content.js';
import type { Phrase } from '../../../content/languages/phrase.js';
import type { Conversation } from '../../../conversation/conversation.js';
import { labelOf, shownAnswer } from '../../../conversation/review-lines.js';
import { readKey } from '../../../questionnaire/answer-key.js';
import { asTyped, small, toAttachment } from '../cards/adaptive-card.js';
import { teamsChannel } from '../cards/cards-for.js';
import type { TurnResult } from '../run-turn.js';

/** A longer answer is cut here; the review shows it. */
const longestAnswer = 400;

/** What Teams sends when a card's fields are sent. */
const filledIn = z.looseObject({
  channelId: z.literal(teamsChannel),
  type: z.literal('message'),
  replyToId: z.string().min(1),
  deliveryMode: z.literal('normal').optional(),
  value: z.looseObject({ key: z.string().max(200), inputs: z.string() }),
});

/** Is the question still open: asked again, or read back to be confirmed? */
function isStillAsked(key: string, { replies }: TurnResult): boolean {
  return replies.some(reply => reply.kind === 'ask' && reply.question.key === key);
}

/** The question's short name and what was answered to it; undefined where nothing was. */
function answered(
  key: string,
  conversation: Conversation,
  { journey }: Content,
): { readonly label: Phrase; readonly answer: Phrase } | undefined {
  const item = journey.form.byLinkId.get(readKey(key).linkId);
  const values = conversation.answers[key]?.values;
  if (item === undefined || (values === undefined && !conversation.skipped.includes(key))) return undefined;
  const isPrivate = item.private === true && values !== undefined;
  return { label: labelOf(item), answer: isPrivate ? { product: 'answer.kept-private' } : shownAnswer(key, values, conversation) };
}

/** What stands in place of the card that was answered; undefined: it stays as it is. */
export function foldedCard(activity: Partial<Activity>, result: TurnResult, content: Content): Partial<Activity> | undefined {
  const { data } = filledIn.safeParse(activity);
  const { conversation, state } = result;
  if (data === undefined || state !== 'ok' || conversation === undefined) return undefined;
  const said = isStillAsked(data.value.key, result) ? undefined : answered(data.value.key, conversation, content);
  if (said === undefined) return undefined;
  const lang = result.lang ?? conversation.lang;
  const word = (phrase: Phrase): string => content.translator.word(phrase, lang);
  const [label, answer] = [word(said.label), word(said.answer).slice(0, longestAnswer)];
  const rtl = content.languages.get(lang)?.dir === 'rtl';
  const text = `${label}: ${answer}`;
  const card = toAttachment({ lang, rtl, speak: text, fallbackText: text, body: [small(label), asTyped(answer)] });
  return { type: ActivityTypes.Message, id: data.replyToId, locale: lang, summary: text, attachments: [card] };
}

/** Puts it there. A card that cannot be changed any more does no harm. */
export async function foldAnswered(context: TurnContext, result: TurnResult, content: Content): Promise<void> {
  const folded = foldedCard(context.activity, result, content);
  if (folded !== undefined) await context.updateActivity(folded).catch(() => undefined);
}
