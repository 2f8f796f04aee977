// Numbers written as words, 0 to 199: a language lists its words, this puts tens and units together in either order.
import type { Listen } from '../content/content.js';

function isTens(value: number): boolean {
  return value >= 20 && value < 100 && value % 10 === 0;
}

/** Twenty and five, or five and twenty; one word alone is itself. */
function belowHundred(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  if (second === undefined) return first < 100 ? first : undefined;
  const [tens, unit] = isTens(first) ? [first, second] : [second, first];
  return isTens(tens) && unit > 0 && unit < 10 ? tens + unit : undefined;
}

function valuesOf(phrase: string, listen: Listen): readonly number[] | undefined {
  const words = phrase.split(/[ -]+/).filter(word => !listen.and?.includes(word));
  if (words.length === 0 || words.length > 4) return undefined;
  const values = words.map(word => numberWord(word, listen)).filter(value => value !== undefined);
  return values.length === words.length ? values : undefined;
}

/** The value of one listed word or phrase. */
export function numberWord(word: string, listen: Listen): number | undefined {
  return Object.hasOwn(listen.numbers, word) ? listen.numbers[word] : undefined;
}

/** The number a folded phrase says in words ("twenty-five", "خمسة وعشرون", "sto dwa"), or undefined. */
export function readNumberWords(phrase: string, listen: Listen): number | undefined {
  const listed = numberWord(phrase, listen);
  if (listed !== undefined) return listed;
  const values = valuesOf(phrase, listen);
  if (!values) return undefined;
  const hundred = values.indexOf(100);
  if (hundred < 0) return belowHundred(values);
  if (hundred > 1 || (hundred === 1 && values[0] !== 1)) return undefined;
  const rest = belowHundred(values.slice(hundred + 1));
  return rest === undefined || rest === 0 ? undefined : 100 + rest;
}
