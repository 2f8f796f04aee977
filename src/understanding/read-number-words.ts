// Numbers written as words, 0 to 199: a language lists its words, this puts tens and units together in either order.
import type { Listen } from '../content/content.js';
import { joinedNumber, misspeltNumber, numberWord } from './number-forms.js';
import { readHanNumber } from './read-han-number.js';

const mostWords = 5;

function isTens(value: number): boolean {
  return value >= 20 && value < 100 && value % 10 === 0;
}

/** A phrase cut into the values of its words; "and" stands between some of them. */
interface Spoken {
  readonly values: readonly number[];
  /** Where "and" was said: before the value at this index. */
  readonly joints: ReadonlySet<number>;
}

/** Twenty five, twenty and five, or five and twenty; "five twenty" is two numbers. One word alone is itself. */
function belowHundred([first, second, ...more]: readonly number[], isJoined: boolean): number | undefined {
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined) return first < 100 ? first : undefined;
  const [tens, unit] = isTens(first) || !isJoined ? [first, second] : [second, first];
  return isTens(tens) && unit > 0 && unit < 10 ? tens + unit : undefined;
}

type WordValue = (word: string, listen: Listen) => number | undefined;

/** Arabic writes "and" onto the next word. */
function isGlued(word: string, listen: Listen): boolean {
  return word.startsWith('و') && word.length > 2 && listen.and?.includes('و') === true;
}

function isAnd(word: string, listen: Listen): boolean {
  return listen.and?.includes(word) === true;
}

function valueWithout(word: string, glued: boolean, listen: Listen, valueOf: WordValue): number | undefined {
  return valueOf(word, listen) ?? (glued ? valueOf(word.slice(1), listen) : undefined);
}

function spokenIn(phrase: string, listen: Listen, valueOf: WordValue): Spoken | undefined {
  const words = phrase.split(/[ -]+/);
  const values: number[] = [];
  const joints = new Set<number>();
  if (words.length > mostWords) return undefined;
  for (const word of words) {
    const glued = values.length > 0 && isGlued(word, listen);
    if (glued || isAnd(word, listen)) joints.add(values.length);
    if (isAnd(word, listen)) continue;
    const value = valueWithout(word, glued, listen, valueOf);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return { values, joints };
}

function sumOf({ values, joints }: Spoken): number | undefined {
  if (joints.has(0) || joints.has(values.length)) return undefined;
  const hundred = values.indexOf(100);
  if (hundred < 0) return belowHundred(values, joints.has(1));
  if (hundred > 1 || (hundred === 1 && values[0] !== 1)) return undefined;
  const rest = belowHundred(values.slice(hundred + 1), joints.has(hundred + 2));
  return rest === undefined || rest === 0 ? undefined : 100 + rest;
}

function asListed(word: string, listen: Listen): number | undefined {
  return numberWord(word, listen) ?? joinedNumber(word, listen);
}

/** The number a folded phrase says in words ("twenty-five", "خمسة وعشرون", "sto dwa", "二十五"), exactly as listed; or undefined. */
export function readNumberWords(phrase: string, listen: Listen): number | undefined {
  const listed = asListed(phrase, listen);
  if (listed !== undefined) return listed;
  const spoken = spokenIn(phrase, listen, asListed);
  return (spoken && sumOf(spoken)) ?? readHanNumber(phrase);
}

/** As readNumberWords, with one slip in one of its words, or in Latin letters, where only one number can be meant. */
export function readMisspeltNumber(phrase: string, listen: Listen): number | undefined {
  const whole = misspeltNumber(phrase, listen);
  if (whole !== undefined) return whole;
  let slips = 0;
  const spoken = spokenIn(phrase, listen, word => {
    const listed = asListed(word, listen);
    if (listed === undefined) slips += 1;
    return listed ?? misspeltNumber(word, listen);
  });
  return slips === 1 && spoken ? sumOf(spoken) : undefined;
}
