// A question as lines of text: itself, what helps to answer it, its options.
import type { Phrase } from '../../content/languages/phrase.js';
import type { Question } from '../../conversation/reply.js';
import { linksOf, rangeNote, unitsNote } from '../question-notes.js';

type Word = (phrase: Phrase) => string;

/** How notes are told; `examples`: with the example of a good answer. */
export interface NotesVoice {
  readonly word: Word;
  readonly examples: boolean;
}

/** The question itself, with the number its form gives it. */
export function wordText({ prefix, text }: Question, word: Word): string {
  return prefix === undefined ? word(text) : `${prefix} ${word(text)}`;
}

/** What helps to answer: a sentence, the unit, the range, where to read more, and an example where only text is seen. */
export function notes(question: Question, { word, examples }: NotesVoice): readonly string[] {
  const example: Phrase | undefined =
    examples && question.example !== undefined ? { product: 'page.example', params: { example: question.example } } : undefined;
  const links = linksOf(question).map((link): Phrase => ({ product: 'page.links', params: { link: { isolate: link.href } } }));
  const phrases = [question.help, unitsNote(question), rangeNote(question), example, ...links];
  return phrases.filter(phrase => phrase !== undefined).map(word);
}

/** The options, numbered as they may be typed. */
export function optionLines(question: Question, word: Word): readonly string[] {
  if (!question.options || question.variant === 'review') return [];
  return question.options.map((option, index) => `${String(index + 1)}. ${word(option.label)}`);
}
