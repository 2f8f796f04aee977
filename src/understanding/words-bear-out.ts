// Does a text's own number say what a recogniser makes of it? Recognisers guess: "dos y medio" came out as 1.
import type { Listen } from '../content/content.js';
import { numberWord } from './number-forms.js';
import { readHanNumber } from './read-han-number.js';

/** A hundred multiplies a unit before it: "two hundred". */
function added(sum: number, value: number): number {
  return value === 100 && sum > 0 && sum < 10 ? sum * 100 : sum + value;
}

function inDigits(text: string): number | undefined {
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return numbers.length === 1 ? Number(numbers[0].replace(',', '.')) : undefined;
}

function inWords(text: string, listen: Listen): number {
  const chinese = (text.match(/[〇零一二两兩三四五六七八九十百]+/gu) ?? []).map(readHanNumber);
  const words = text.split(/[^\p{L}\p{M}']+/u).map(word => numberWord(word, listen));
  return [...(chinese.length > 0 ? chinese : words)].filter(value => value !== undefined).reduce(added, 0);
}

/** True when the number is that of the text's digits or number words, whole or with a fraction. */
export function wordsBearOut(value: number, text: string, listen: Listen): boolean {
  return /\d/.test(text) ? inDigits(text) === value : inWords(text, listen) === Math.trunc(value);
}
