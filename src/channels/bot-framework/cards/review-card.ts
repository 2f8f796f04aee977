// "Check your answers" as a card: every answer with a button to change it, and one to send.
import type { Question, Reply, ReviewLine } from '../../../conversation/reply.js';
import { notes, wordText } from '../question-lines.js';
import { asTyped, beside, choice, heading, paragraphs, row } from './adaptive-card.js';
import type { Card, CardPart } from './adaptive-card.js';
import { isRightToLeft, says, sends } from './card-voice.js';
import type { CardVoice } from './card-voice.js';
import type { InputsData } from './card-inputs.js';

type Review = Extract<Reply, { readonly kind: 'review' }>;

/** Rows that come to more letters than these give way to one list to pick from: Teams takes no message over some 100 kB in UTF-16. */
const mostLetters = 28_000;
/** A longer answer is cut here; the whole of it is shown where it is changed, and sent. */
const longestAnswer = 400;

function cut(text: string): string {
  return text.length <= longestAnswer ? text : `${text.slice(0, longestAnswer)}…`;
}

function answered({ label, answer }: ReviewLine, { word }: CardVoice): readonly CardPart[] {
  return [asTyped(word(label), 'Bolder'), asTyped(cut(word(answer)))];
}

/** What is changed is told by the answer to it: nothing is shown as said. */
function changing({ key, label }: ReviewLine, question: Question, { word }: CardVoice): CardPart {
  const change = says(word({ product: 'button.change' }), { key: question.key, answer: `change:${key}` }, { teams: false });
  return { ...change, tooltip: word({ product: 'review.change', params: { label } }) };
}

function rows({ lines, question }: Review, voice: CardVoice): readonly CardPart[] {
  return lines.map(line => beside(answered(line, voice), [row([changing(line, question, voice)])]));
}

/** One list to pick from what is to be changed. */
function oneList({ lines, question }: Review, { word }: CardVoice): readonly CardPart[] {
  if (lines.length === 0) return [];
  const data: InputsData = { key: question.key, inputs: 'answer' };
  const set: CardPart = {
    type: 'Input.ChoiceSet',
    id: 'answer',
    label: word({ product: 'button.change' }),
    style: 'compact',
    placeholder: word({ product: 'page.list.choose' }),
    choices: lines.map(({ key, label }) => choice(word(label), `change:${key}`)),
  };
  return [set, row([sends(word({ product: 'button.change' }), { ...data })])];
}

/** What the review offers besides changing: to send, or to go on. */
function ways({ key, options = [] }: Question, voice: CardVoice): readonly CardPart[] {
  return options
    .filter(({ value }) => !value.startsWith('change:'))
    .map(({ value, label }) => ({ ...says(voice.word(label), { key, answer: value }, voice), style: 'positive' }));
}

function framed({ question }: Review, body: readonly CardPart[], text: string, voice: CardVoice): Card {
  const speak = wordText(question, voice.word);
  return { lang: voice.lang, rtl: isRightToLeft(voice), speak, fallbackText: text, body, actions: ways(question, voice) };
}

/** The whole review, where the card is all that is shown. `text`: the same as text alone. */
export function reviewCard(review: Review, text: string, voice: CardVoice): Card {
  const { question, lines } = review;
  const { word } = voice;
  const above = [heading(wordText(question, word)), ...notes(question, { word, examples: false }).flatMap(paragraphs)];
  const inRows = rows(review, voice);
  const fits = JSON.stringify(inRows).length <= mostLetters;
  const all = fits ? inRows : [...lines.flatMap(line => answered(line, voice)), ...oneList(review, voice)];
  return framed(review, [...above, ...all], text, voice);
}

/** Only what is pressed, where the answers stand above as text. */
export function changesCard(review: Review, voice: CardVoice): Card {
  return framed(review, oneList(review, voice), wordText(review.question, voice.word), voice);
}
