// Choices on a card: buttons where they are few and short, else a list to tick or to pick from.
import type { Question } from '../../../conversation/reply.js';
import { suggestedValues, suggestedWords } from '../../pages/suggested.js';
import { choice, row, stack } from './adaptive-card.js';
import type { CardPart } from './adaptive-card.js';
import { says } from './card-voice.js';
import type { CardVoice } from './card-voice.js';
import type { Inputs } from './card-inputs.js';

/** What is filled in or pressed; `inputs` absent: every button answers by itself. */
export interface Control {
  readonly parts: readonly CardPart[];
  readonly inputs?: Inputs;
  readonly unit?: string;
}

/** More or longer ones than these are ticked in a list: a button cuts its words off. */
const mostButtons = 6;
const longestButton = 40;

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf({ options = [] }: Question, { word }: CardVoice): readonly Option[] {
  return options.map(({ value, label }) => ({ value, label: word(label) }));
}

function choiceSet(options: readonly Option[], question: Question, voice: CardVoice, more: Readonly<Record<string, unknown>>): CardPart {
  const known = new Set(options.map(({ value }) => value));
  const value = suggestedValues(question)
    .filter(one => known.has(one))
    .join(',');
  return {
    type: 'Input.ChoiceSet',
    id: 'answer',
    label: voice.word({ product: 'card.answer' }),
    wrap: true,
    choices: options.map(option => choice(option.label, option.value)),
    ...(value !== '' && { value }),
    ...more,
  };
}

/** One's own words, where the list does not hold what fits. */
function ownWords(question: Question, { word }: CardVoice): CardPart {
  const value = suggestedWords(question);
  const label = word({ product: 'page.own-words' });
  return { type: 'Input.Text', id: 'words', label, maxLength: 1_000, ...(value !== '' && { value }) };
}

function withWords(set: CardPart, inputs: Inputs, question: Question, voice: CardVoice): Control {
  if (question.type !== 'open-choice') return { parts: [set], inputs };
  return { parts: [set, ownWords(question, voice)], inputs: question.repeats ? 'open' : 'own' };
}

/** Yes or no. */
export function yesNo({ key }: Question, voice: CardVoice): Control {
  const { word } = voice;
  const yes = says(word({ product: 'button.yes' }), { key, answer: true }, voice);
  return { parts: [row([yes, says(word({ product: 'button.no' }), { key, answer: false }, voice)])] };
}

/** One of a few. */
export function oneOf(question: Question, voice: CardVoice): Control {
  const options = optionsOf(question, voice);
  const short = options.length <= mostButtons && options.every(({ label }) => label.length <= longestButton);
  if (short && question.type === 'choice') {
    return { parts: stack(options.map(({ value, label }) => says(label, { key: question.key, answer: value }, voice))) };
  }
  return withWords(choiceSet(options, question, voice, { style: 'expanded' }), 'answer', question, voice);
}

/** A list that stays folded until it is opened. */
function folded({ word }: CardVoice): Readonly<Record<string, string>> {
  return { style: 'compact', placeholder: word({ product: 'page.list.choose' }) };
}

/** One of many: picked from a list. */
export function oneOfMany(question: Question, voice: CardVoice): Control {
  return withWords(choiceSet(optionsOf(question, voice), question, voice, folded(voice)), 'answer', question, voice);
}

/** Several. */
export function severalOf(question: Question, voice: CardVoice): Control {
  const set = choiceSet(optionsOf(question, voice), question, voice, { style: 'expanded', isMultiSelect: true });
  return withWords(set, 'several', question, voice);
}

/** Can several be sent from a card? They come back with commas between. */
export function canBeTicked({ options = [] }: Pick<Question, 'options'>): boolean {
  return options.every(({ value }) => !value.includes(','));
}

/** A number on a scale, each step a choice. */
export function onScale(question: Question, voice: CardVoice, steps: readonly number[]): Control {
  const options = steps.map(step => ({ value: String(step), label: String(step) }));
  return { parts: [choiceSet(options, question, voice, folded(voice))], inputs: 'answer' };
}
