// Activities as text -> activities with cards, where the client draws them.
//
// Teams shows the text of a message above its card, and takes no suggested actions beside one. There the card says everything, and the text goes
// into `summary`, which notifications and lists of chats show, and `fallbackText`. Web Chat and other Direct Line clients show both as well; there
// most questions stay as they are, text with suggested actions, and only what buttons cannot express is drawn: several choices, and the review. The
// text of several choices keeps the question and leaves its options to the card; that of the review keeps every answer, and the card has what to
// change and to send. So nothing is said twice. Help for danger keeps its text everywhere, whatever becomes of the card.
import type { Activity } from 'botbuilder';
import type { Reply } from '../../../conversation/reply.js';
import { controlOf } from '../../pages/control-of.js';
import { notes, wordText } from '../question-lines.js';
import { isEmpty, withoutPaper } from '../say-near.js';
import { wireHelplines } from '../word-helplines.js';
import { toAttachment } from './adaptive-card.js';
import type { Card } from './adaptive-card.js';
import type { CardVoice } from './card-voice.js';
import { canBeTicked } from './choices.js';
import { helpCard } from './help-card.js';
import { nearCard } from './near-card.js';
import { inputsCard, questionCard } from './question-card.js';
import { changesCard, reviewCard } from './review-card.js';
import { toldCard } from './told-card.js';

/** Where cards are drawn: for everything, or only where text and buttons are not enough. */
export type Cards = 'whole' | 'needed';

type Sent = Partial<Activity>;
type Of<K extends Reply['kind']> = Extract<Reply, { readonly kind: K }>;

/** Teams takes some 100 kB in UTF-16, and advises 80. Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const mostBytes = 80_000;

/** What was drawn, unless it is too large to be sent: then the text as it was. */
function ifFits(drawn: Sent, activity: Sent): Sent {
  return JSON.stringify(drawn).length * 2 <= mostBytes ? drawn : activity;
}

/** The card alone. */
function asCard(activity: Sent, card: (text: string) => Card): Sent {
  const { text = '', textFormat: _format, suggestedActions: _actions, attachments: _attachments, ...rest } = activity;
  const drawn = card(text);
  return ifFits({ ...rest, summary: drawn.speak, attachments: [toAttachment(drawn)] }, activity);
}

/** The card beneath this text. */
function withCard(activity: Sent, card: (text: string) => Card, text = activity.text ?? ''): Sent {
  return ifFits({ ...activity, text, attachments: [toAttachment(card(activity.text ?? ''))] }, activity);
}

function wholeAsk(reply: Of<'ask'>, activities: readonly Sent[], voice: CardVoice): readonly Sent[] {
  const { near } = reply;
  return activities.map((activity, at) => {
    if (at === activities.length - 1) return asCard(activity, text => questionCard(reply, text, voice));
    const isList = near !== undefined && at === activities.length - 2;
    return isList ? asCard(activity, text => nearCard([], near, [], text, voice)) : activity;
  });
}

function whole(reply: Reply, activities: readonly Sent[], voice: CardVoice): readonly Sent[] {
  const { word } = voice;
  const last = activities.length - 1;
  switch (reply.kind) {
    case 'ask':
      return wholeAsk(reply, activities, voice);
    case 'review':
      return activities.map((one, at) => (at === last ? asCard(one, text => reviewCard(reply, text, voice)) : one));
    case 'near':
      return activities.map(one =>
        asCard(one, text => nearCard(withoutPaper(reply.phrases).map(word), reply.near, reply.offers ?? [], text, voice, true)),
      );
    case 'sent':
      return activities.map((one, at) => asCard(one, text => sentCard(reply, at, text, voice)));
    case 'ended':
      return activities.map(one => asCard(one, () => toldCard(reply.phrases.map(word), reply.offers ?? [], voice)));
    case 'say':
      return activities.map(one => helped(reply, one, voice));
    case 'erased':
      return activities;
  }
}

function sentCard({ phrases, near }: Of<'sent'>, at: number, text: string, voice: CardVoice): Card {
  const { word } = voice;
  if (at === 0 || near === undefined) return toldCard(phrases.map(word), [], voice);
  return nearCard(isEmpty(near) ? [] : [word({ product: 'near.sent' })], near, [], text, voice);
}

/** Help keeps its words; its numbers become links. */
function helped({ helplines = [], closed = [] }: Of<'say'>, activity: Sent, voice: CardVoice): Sent {
  const lines = wireHelplines(helplines, closed, voice.content, activity.locale ?? voice.lang);
  return lines.length === 0
    ? activity
    : withCard(activity, text => helpCard(lines, text, { ...voice, lang: activity.locale ?? voice.lang }));
}

/** The question without its options: the card has them. */
function above({ question }: Of<'ask'>, { word }: CardVoice): string {
  return [wordText(question, word), ...notes(question, { word, examples: false })].join('\n');
}

function ticked(reply: Of<'ask'>, activity: Sent, voice: CardVoice): Sent {
  const { question } = reply;
  if (controlOf(question) !== 'many' || !canBeTicked(question)) return activity;
  return withCard(activity, text => inputsCard(reply, text, voice), above(reply, voice));
}

/** The answers stay text, which every client shows; the card has what would be a button for each of them. */
function reviewed(reply: Of<'review'>, activity: Sent, voice: CardVoice): Sent {
  const { suggestedActions: _actions, ...rest } = activity;
  const drawn = withCard(rest, () => changesCard(reply, voice));
  return drawn === rest ? activity : drawn;
}

function needed(reply: Reply, activities: readonly Sent[], voice: CardVoice): readonly Sent[] {
  const last = activities.length - 1;
  switch (reply.kind) {
    case 'ask':
      return activities.map((one, at) => (at === last ? ticked(reply, one, voice) : one));
    case 'review':
      return activities.map((one, at) => (at === last ? reviewed(reply, one, voice) : one));
    default:
      return activities;
  }
}

/** The activities of one reply, with cards. */
export function withCards(reply: Reply, activities: readonly Sent[], cards: Cards, voice: CardVoice): readonly Sent[] {
  return cards === 'whole' ? whole(reply, activities, voice) : needed(reply, activities, voice);
}
