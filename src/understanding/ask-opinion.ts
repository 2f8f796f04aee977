// When is a second opinion worth asking? Only in English, only for a short answer in which our own grammars saw nothing but a number may stand.
import type { Language, Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { withoutDrawl } from './bare-phrase.js';
import { numberWord } from './number-forms.js';
import type { Reading } from './reading.js';

/** The recognisers take seconds on long crafted text: nothing longer than this reaches them. */
export const longestOpinion = 60;

/** Repeated letters and repeated words once: crafted repetition is what makes recognisers slow. */
function collapsed(text: string): string {
  const words = withoutDrawl(foldText(text)).split(' ');
  return words.filter((word, index) => word !== words[index - 1]).join(' ');
}

function mayHold(type: 'date' | 'number', words: readonly string[], listen: Listen): boolean {
  if (words.some(word => /\d/.test(word))) return true;
  if (type === 'number') return words.some(word => numberWord(word, listen) !== undefined);
  return words.some(word => listen.months.some(names => names.includes(word)));
}

/** The wish for a second opinion on a text, or undefined when it is not worth one. A text that denies something is not: "not 5" is not 5. */
export function askOpinion(
  type: 'date' | 'number',
  text: string,
  lang: string,
  languages: ReadonlyMap<string, Language>,
): Extract<Reading, { kind: 'ask-opinion' }> | undefined {
  const listen = languages.get(lang)?.listen;
  if (lang !== 'en-GB' || !listen) return undefined;
  const short = collapsed(text);
  const words = short.split(' ');
  if (short.length > longestOpinion || !mayHold(type, words, listen)) return undefined;
  return words.some(word => listen.no.includes(word) || word.endsWith("n't")) ? undefined : { kind: 'ask-opinion', type, text: short };
}
