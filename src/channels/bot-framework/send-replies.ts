// Reply[] -> activities, worded in the conversation's language. Every asking activity carries its question machine-readable beside its
// text (channelData.waymark, the public interface); buttons carry `value { key, answer }`.
import { ActionTypes, ActivityTypes, InputHints } from 'botbuilder';
import type { Activity, CardAction } from 'botbuilder';
import type { Content } from '../../content/content.js';
import type { Phrase, PhraseParam } from '../../content/languages/phrase.js';
import type { Notice } from '../../conversation/conversation.js';
import type { Near } from '../../conversation/near.js';
import type { Offer, Progress, Question, Reply } from '../../conversation/reply.js';
import { suggestedValues } from '../pages/suggested.js';
import { localDate } from '../local-date.js';
import { withCards } from './cards/with-cards.js';
import type { Cards } from './cards/with-cards.js';
import { notes, optionLines, wordText } from './question-lines.js';
import { isEmpty, matchLines, moreButtons, nearLines, offerButtons, wireNear, withoutPaper } from './say-near.js';
import type { NearVoice } from './say-near.js';
import { wireQuestion } from './wire-question.js';
import { numbersCard, wireHelplines, wordHelplines } from './word-helplines.js';

type Word = (phrase: Phrase) => string;

/** How replies are told, besides in which language. */
export interface Telling {
  /** Also write the example of a good answer: where nothing but text is seen. */
  readonly examples?: boolean;
  /** Where the pages are, without a slash at the end, if that is known. */
  readonly publicUrl?: string | undefined;
  /** ISO date from which opening hours are told; the day it is in London where not given. */
  readonly today?: string;
  /** Cards are drawn: for everything, or where text and buttons are not enough; absent: text and buttons alone. */
  readonly cards?: Cards | undefined;
  /** It is said in Teams. */
  readonly teams?: boolean;
}

type Voice = NearVoice & Required<Pick<Telling, 'examples'>> & Pick<Telling, 'publicUrl'>;

function message(text: string, voice: Voice, waymark?: unknown): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text,
    locale: voice.lang,
    textFormat: 'plain',
    ...(waymark === undefined ? {} : { channelData: { waymark } }),
  };
}

function does(title: string, value: object): CardAction {
  return { type: ActionTypes.MessageBack, title, text: title, displayText: title, value };
}

function button(title: string, key: string, answer: string | boolean): CardAction {
  return does(title, { key, answer });
}

/** What was understood is right, or is to be given anew. */
function confirming(question: Question, word: Word): readonly CardAction[] {
  const { key } = question;
  const [answer = ''] = suggestedValues(question);
  return [button(word({ product: 'button.yes' }), key, answer), does(word({ product: 'page.confirm.change' }), { command: 'change', key })];
}

function buttons(question: Question, word: Word): readonly CardAction[] {
  if (question.variant === 'confirm') return confirming(question, word);
  if (question.type === 'boolean') {
    return [button(word({ product: 'button.yes' }), question.key, true), button(word({ product: 'button.no' }), question.key, false)];
  }
  // A question with several answers is answered in one message; a button could only give one of them.
  if (question.repeats || !question.options) return [];
  return question.options.map(option => button(word(option.label), question.key, option.value));
}

function skipButton(question: Question, word: Word): readonly CardAction[] {
  if (question.required) return [];
  return [does(word({ product: 'button.skip' }), { key: question.key, skip: true })];
}

/** What comes with a question besides itself: lines above its options, what is near, other ways to go on. */
interface Beside {
  readonly lines?: readonly string[];
  readonly near?: Near | undefined;
  readonly offers?: readonly Offer[] | undefined;
}

function asking(question: Question, progress: Progress, voice: Voice, { lines = [], near, offers = [] }: Beside = {}): Partial<Activity> {
  const { word } = voice;
  const text = [wordText(question, word), ...notes(question, voice), ...lines, ...optionLines(question, word)].join('\n');
  const more = near === undefined ? [] : moreButtons(near, word);
  const actions = [...buttons(question, word), ...skipButton(question, word), ...more, ...offerButtons(offers, word)];
  const waymark = { question: wireQuestion(question, word), progress, ...(near && { near: wireNear(near) }) };
  return { ...message(text, voice, waymark), inputHint: InputHints.ExpectingInput, ...suggesting(actions) };
}

function suggesting(actions: readonly CardAction[]): Partial<Activity> {
  return actions.length > 0 ? { suggestedActions: { to: [], actions: [...actions] } } : {};
}

interface Told extends Beside {
  readonly near: Near;
  readonly referral?: Pick<Of<'sent'>, 'reference' | 'status'>;
}

/** What is near, under some sentences, with the ways to go on from there. */
function telling(phrases: readonly Phrase[], { near, offers, referral }: Told, voice: Voice): Partial<Activity> {
  const lines = [...phrases.map(voice.word), ...nearLines(near, voice, offers !== undefined)];
  const actions = [...moreButtons(near, voice.word), ...offerButtons(offers ?? [], voice.word)];
  return { ...message(lines.join('\n'), voice, { ...(referral && { referral }), near: wireNear(near) }), ...suggesting(actions) };
}

/** Where to ask for a call with an interpreter. */
function interpreterPage(notice: Notice, { content, publicUrl }: Voice): readonly string[] {
  if (notice.code !== 'language-unready' || publicUrl === undefined) return [];
  const url: PhraseParam = { isolate: `${publicUrl}/interpreter?lang=${notice.lang}` };
  return [content.translator.word({ product: 'notice.interpreter-page', params: { url } }, notice.lang)];
}

/** Lines the sentences do not name already, and those whose hours must be seen. */
function unsaid(ids: readonly string[], said: string, { content }: Voice): readonly string[] {
  return ids.filter(id => {
    const line = content.helplines.get(id);
    return line !== undefined && (line.hours !== '24/7' || !said.includes(line.number ?? '\n'));
  });
}

function saying(reply: Extract<Reply, { kind: 'say' }>, conversing: Voice): Partial<Activity> {
  const voice = { ...conversing, lang: reply.lang ?? conversing.lang };
  const { content, lang } = voice;
  const { notice, helplines = [], closed = [], match } = reply;
  const words = [...reply.phrases.map(voice.word), ...(match ? matchLines(match, voice) : []), ...interpreterPage(notice, voice)];
  const lines = [...words, ...wordHelplines(unsaid(helplines, words.join('\n'), voice), closed, content, lang)];
  const wired = wireHelplines(helplines, closed, content, lang);
  const flag = notice.code === 'red-flag' ? { redFlag: { kind: notice.kind, tier: notice.tier } } : {};
  const waymark = { ...flag, ...(wired.length > 0 ? { helplines: wired } : {}) };
  return { ...message(lines.join('\n'), voice, Object.keys(waymark).length > 0 ? waymark : undefined), ...numbersCard(wired) };
}

/** Statements of the form on the way to what stands next. */
function told(phrases: readonly Phrase[], voice: Voice): readonly Partial<Activity>[] {
  return phrases.length > 0 ? [message(phrases.map(voice.word).join('\n\n'), voice)] : [];
}

type Of<K extends Reply['kind']> = Extract<Reply, { readonly kind: K }>;

function asked({ before, question, progress, near, offers }: Of<'ask'>, voice: Voice): readonly Partial<Activity>[] {
  const list = near ? [message(nearLines(near, voice).join('\n'), voice)] : [];
  return [...told(before, voice), ...list, asking(question, progress, voice, { near, offers })];
}

function reviewed({ before = [], lines, question, progress }: Of<'review'>, voice: Voice): readonly Partial<Activity>[] {
  const numbered = lines.map((line, index) => `${String(index + 1)}. ${voice.word(line.label)}: ${voice.word(line.answer)}`);
  return [...told(before, voice), asking(question, progress, voice, { lines: numbered })];
}

/** What is near comes after; both say which referral was sent, so that a client may look at the last. */
function sent({ phrases, reference, status, near }: Of<'sent'>, voice: Voice): readonly Partial<Activity>[] {
  const referral = { reference, status };
  const words = message(phrases.map(voice.word).join('\n'), voice, { referral });
  return near ? [words, telling(isEmpty(near) ? [] : [{ product: 'near.sent' }], { near, referral }, voice)] : [words];
}

function ended({ phrases, offers = [] }: Of<'ended'>, voice: Voice): Partial<Activity> {
  return { ...message(phrases.map(voice.word).join('\n'), voice), ...suggesting(offerButtons(offers, voice.word)) };
}

function one(reply: Reply, voice: Voice): readonly Partial<Activity>[] {
  switch (reply.kind) {
    case 'say':
      return [saying(reply, voice)];
    case 'ask':
      return asked(reply, voice);
    case 'review':
      return reviewed(reply, voice);
    case 'sent':
      return sent(reply, voice);
    case 'near':
      return [telling(withoutPaper(reply.phrases), { near: reply.near, offers: reply.offers ?? [] }, voice)];
    case 'ended':
      return [ended(reply, voice)];
    case 'erased':
      return [];
  }
}

/** The activities that say these replies in `lang`, in order; `examples`: with the example of a good answer in the text. */
export function toActivities(
  replies: readonly Reply[],
  lang: string,
  content: Content,
  { examples = false, publicUrl, today = localDate(new Date()), cards, teams = false }: Telling = {},
): readonly Partial<Activity>[] {
  const voice: Voice = { lang, today, content, examples, publicUrl, word: phrase => content.translator.word(phrase, lang) };
  return replies.flatMap(reply => {
    const activities = one(reply, voice);
    return cards === undefined ? activities : withCards(reply, activities, cards, { ...voice, teams });
  });
}
