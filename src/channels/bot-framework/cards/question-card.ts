// A question as a card: how far one is, the question, what helps to answer it, what to fill in or press, and the ways on.
import type { Near } from '../../../conversation/near.js';
import type { Offer, Progress, Question } from '../../../conversation/reply.js';
import { notes, wordText } from '../question-lines.js';
import { heading, paragraphs, row, small } from './adaptive-card.js';
import type { Card, CardPart } from './adaptive-card.js';
import { isRightToLeft, says, sends } from './card-voice.js';
import type { CardVoice } from './card-voice.js';
import type { InputsData } from './card-inputs.js';
import type { Control } from './choices.js';
import { controlFor } from './control-parts.js';
import { offersBeside } from './near-card.js';

/** A question with what comes beside it. */
export interface Asked {
  readonly question: Question;
  readonly progress: Progress;
  readonly near?: Near | undefined;
  readonly offers?: readonly Offer[] | undefined;
}

/** Sends what was filled in. */
function goOn({ key, required }: Question, { inputs, unit }: Control, { word }: CardVoice): readonly CardPart[] {
  if (inputs === undefined) return [];
  const data: InputsData = { key, inputs, ...(!required && { optional: true }), ...(unit !== undefined && { unit }) };
  return [sends(word({ product: 'button.continue' }), { ...data })];
}

function skip({ key, required }: Question, voice: CardVoice): readonly CardPart[] {
  return required ? [] : [says(voice.word({ product: 'button.skip' }), { key, skip: true }, voice)];
}

/** "Why we ask", folded. */
function why({ why: reason }: Question, voice: CardVoice): readonly CardPart[] {
  if (reason === undefined) return [];
  const card = { type: 'AdaptiveCard', version: '1.5', lang: voice.lang, rtl: isRightToLeft(voice), body: paragraphs(voice.word(reason)) };
  return [{ type: 'Action.ShowCard', title: voice.word({ product: 'page.why' }), card }];
}

/** Back, and urgent help, as on every page. */
function always({ done }: Progress, { variant }: Question, voice: CardVoice): readonly CardPart[] {
  const { word } = voice;
  const back = done > 0 && variant !== 'confirm-command' ? [says(word({ product: 'button.back' }), { command: 'back' }, voice)] : [];
  return [...back, says(word({ product: 'button.urgent' }), { command: 'urgent' }, voice)];
}

function framed(question: Question, body: readonly CardPart[], actions: readonly CardPart[], voice: CardVoice, fallbackText: string): Card {
  const speak = wordText(question, voice.word);
  return { lang: voice.lang, rtl: isRightToLeft(voice), speak, fallbackText, body, actions };
}

/** The whole question, where the card is all that is shown. `text`: the same as text alone. */
export function questionCard({ question, progress, offers = [] }: Asked, text: string, voice: CardVoice): Card {
  const { word } = voice;
  const control = controlFor(question, voice);
  const step = Math.min(progress.done + 1, progress.total);
  const steps = progress.total > 0 ? [small(word({ product: 'progress.step', params: { done: step, total: progress.total } }))] : [];
  const helping = notes(question, { word, examples: true }).flatMap(paragraphs);
  // Two rows, and few buttons in each: on a narrow telephone what does not fit in a row is not seen.
  const on = [...goOn(question, control, voice), ...skip(question, voice)];
  const ways = [...(on.length > 0 ? [row(on)] : []), ...offersBeside(offers, voice)];
  const body = [...steps, heading(wordText(question, word)), ...helping, ...control.parts, ...ways];
  return framed(question, body, [...why(question, voice), ...always(progress, question, voice)], voice, text);
}

/** Only what is filled in, where the question stands above as text. */
export function inputsCard({ question }: Pick<Asked, 'question'>, text: string, voice: CardVoice): Card {
  const control = controlFor(question, voice);
  return framed(question, control.parts, goOn(question, control, voice), voice, text);
}
