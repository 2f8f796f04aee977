// A telephone number said digit by digit: "oh seven nine one one …", "zero siedem dziewięć …", "double five". In words, digits or both.
import type { Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { numberWord } from './number-forms.js';
import { hanDigit } from './read-han-number.js';

const mostWords = 60;

/** The digits a word says: one, or those that are written. */
function digitsOf(word: string, listens: readonly Listen[]): string | undefined {
  if (/^\+?\d+$/.test(word)) return word;
  if (listens.some(listen => listen.oh?.includes(word))) return '0';
  const value = listens.map(listen => numberWord(word, listen)).find(found => found !== undefined) ?? hanDigit(word);
  return value !== undefined && value < 10 ? String(value) : undefined;
}

function timesOf(word: string, listens: readonly Listen[]): number {
  if (listens.some(listen => listen.double?.includes(word))) return 2;
  return listens.some(listen => listen.triple?.includes(word)) ? 3 : 1;
}

/** All the words as digits; undefined where one of them says none. */
function allDigits(words: readonly string[], listens: readonly Listen[]): string | undefined {
  let digits = '';
  let times = 1;
  for (const word of words) {
    const more = timesOf(word, listens);
    const said = more > 1 ? '' : digitsOf(word, listens);
    if (said === undefined || (more > 1 && times > 1) || (times > 1 && said.length > 1)) return undefined;
    digits += said.repeat(times);
    times = more;
  }
  return times === 1 ? digits : undefined;
}

/**
 * The digits of a number said in words, "+" in front where "plus" was typed as such; words may stand before the first digit. Undefined where
 * anything else stands among them.
 */
export function saidDigits(text: string, listens: readonly Listen[]): string | undefined {
  const words = foldText(text)
    .replace(/\p{Script=Han}/gu, ' $& ')
    .split(/[\s,.;:!?()/-]+/)
    .filter(word => word !== '');
  if (words.length > mostWords) return undefined;
  const first = words.findIndex(word => timesOf(word, listens) > 1 || digitsOf(word, listens) !== undefined);
  return first < 0 ? undefined : allDigits(words.slice(first), listens);
}
