// An age in whole years, as a person says it: "45", "I am 45", "mam 45 lat", "عمري ٤٥ سنة".
import type { Language } from '../content/content.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';
import { readNumber } from './read-number.js';

/** No one has lived longer than 122 years; anything over this is a slip. */
export const oldestAge = 130;

/** True for a whole number of years a person can have lived. */
export function isAge(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= oldestAge;
}

/** Whole years from 0 to 130, else `not-an-age`. */
export function readAge(text: string, lang: string, languages: ReadonlyMap<string, Language>): Read<number> {
  const read = readNumber(text, lang, languages);
  return read.kind === 'number' && isAge(read.value) ? readAs(read.value) : unread('not-an-age');
}
