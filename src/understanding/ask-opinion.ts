// When is a second opinion worth asking? Only in the languages the recognisers know, only for a short answer in which our own grammars saw
// nothing, and only where it holds a number or a month and denies nothing.
import type { Language, Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { withoutDrawl } from './bare-phrase.js';
import { deniesIn } from './common-words.js';
import { numberWord } from './number-forms.js';
import { readHanNumber } from './read-han-number.js';
import type { Culture, Reading } from './reading.js';

/** The recognisers take seconds on long crafted text: nothing longer than this reaches them. */
export const longestOpinion = 60;

/** The recognisers' cultures by our languages: in all others they silently read as Americans do. */
const cultures: ReadonlyMap<string, Culture> = new Map([
  ['en-GB', 'en'],
  ['es', 'es'],
  ['fr', 'fr'],
  ['zh-Hans', 'zh'],
]);

/** Repeated letters and repeated words once: crafted repetition is what makes recognisers slow. */
function collapsed(text: string): string {
  const words = withoutDrawl(foldText(text)).split(' ');
  return words.filter((word, index) => word !== words[index - 1]).join(' ');
}

/** A number word over one: "one" is an article or a pronoun as often as a number. */
function isNumber(word: string, listen: Listen): boolean {
  return (numberWord(word, listen) ?? readHanNumber(word) ?? 0) > 1;
}

function mayHold(type: 'date' | 'number', words: readonly string[], listen: Listen): boolean {
  if (words.some(word => /\d/.test(word))) return true;
  if (type === 'number') return words.some(word => isNumber(word, listen));
  return words.some(word => listen.months.some(names => names.includes(word)));
}

const han = /\p{Script=Han}/u;

/** Words; of Chinese, which has no spaces, characters and what stands together. */
function wordsOf(text: string): readonly string[] {
  const words = text.split(' ');
  return han.test(text) ? [...words, ...Array.from(text), ...(text.match(/\p{Script=Han}+/gu) ?? [])] : words;
}

function denies(words: readonly string[], listen: Listen): boolean {
  return words.some(word => deniesIn(word, [listen]) || word.endsWith("n't") || /^[不没沒]$/u.test(word));
}

/** The wish for a second opinion on a text, or undefined when it is not worth one. A text that denies something is not: "not 5" is not 5. */
export function askOpinion(
  type: 'date' | 'number',
  text: string,
  lang: string,
  languages: ReadonlyMap<string, Language>,
): Extract<Reading, { kind: 'ask-opinion' }> | undefined {
  const [listen, culture] = [languages.get(lang)?.listen, cultures.get(lang)];
  if (!culture || !listen) return undefined;
  const short = collapsed(text);
  const words = wordsOf(short);
  if (Array.from(short).length > longestOpinion || !mayHold(type, words, listen) || denies(words, listen)) return undefined;
  return { kind: 'ask-opinion', type, culture, text: short };
}
