// A time of day from what a person typed: 15:30, 3.30 pm, 1530, half past three, wpół do czwartej, ٣:٣٠ م.
// An hour without "am" or "pm" is taken as written on a 24-hour clock: 3:30 is half past three in the night. What was understood is read
// back with every answer, so a person sees it and can change it.
import type { Listen, ListenTimes } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { longestPhrase, longestTyped, withoutEdges } from './bare-phrase.js';
import { hourOfDay } from './part-of-day.js';
import type { PartOfDay } from './part-of-day.js';
import { readNumberWords } from './read-number-words.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const clock = /^(\d{1,2})(?: ?[:.h] ?| )(\d{2})(?:[:. ](\d{2})(?:\.\d{1,9})?)?$/;
const digitRun = /^(\d{1,2})(\d{2})?$/;
const mostEdgeWords = 4;

/** Words with digits and letters apart; a full stop stays only inside a number. */
function wordsOf(text: string): readonly string[] {
  const folded = text.length > longestTyped ? text : foldText(text);
  if (folded.length > longestPhrase) return [];
  return folded
    .replace(/(\d)(?=\p{L})/gu, '$1 ')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/[,;!?()"]+/g, ' ')
    .split(' ')
    .filter(word => word !== '');
}

/** What the longest phrase at either edge means, and the words without it; something always remains. */
function takeEdge<T>(
  words: readonly string[],
  meaning: (phrase: string) => T | undefined,
): { readonly value: T; readonly rest: readonly string[] } | undefined {
  for (let count = Math.min(mostEdgeWords, words.length - 1); count > 0; count -= 1) {
    const first = meaning(words.slice(0, count).join(' '));
    if (first !== undefined) return { value: first, rest: words.slice(count) };
    const last = meaning(words.slice(-count).join(' '));
    if (last !== undefined) return { value: last, rest: words.slice(0, -count) };
  }
  return undefined;
}

function partOfDay(phrase: string, times: ListenTimes): PartOfDay | undefined {
  if (times.morning.includes(phrase)) return 'morning';
  if (times.afternoon.includes(phrase) || times.noon.includes(phrase)) return 'afternoon';
  return times.night.includes(phrase) || times.midnight.includes(phrase) ? 'night' : undefined;
}

function valueIn(words: Readonly<Record<string, number>>, phrase: string): number | undefined {
  return Object.hasOwn(words, phrase) ? words[phrase] : undefined;
}

function inWords(words: readonly string[], listen: Listen, times: ListenTimes): Clock | undefined {
  const hourIn = (phrase: string): number | undefined => valueIn(times.hours, phrase) ?? readNumberWords(phrase, listen);
  const whole = hourIn(words.join(' '));
  if (whole !== undefined && whole <= 24) return { hour: whole, minute: 0, second: 0 };
  for (let at = words.length - 1; at > 0; at -= 1) {
    const hour = hourIn(words.slice(0, at).join(' '));
    const minute = readNumberWords(words.slice(at).join(' '), listen);
    if (hour !== undefined && minute !== undefined && minute >= 10) return { hour, minute, second: 0 };
  }
  return undefined;
}

function inDigits(phrase: string): Clock | undefined {
  const [, hour, minute = 0, second = 0] = clock.exec(phrase) ?? digitRun.exec(phrase) ?? [];
  return hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), second: Number(second) };
}

/** The time as FHIR writes it; undefined when no clock shows it. Midnight at the end of a day is 00:00:00. */
function written({ hour, minute, second }: Clock, part: PartOfDay | undefined, shift: number): string | undefined {
  const meant = hourOfDay(hour, part);
  if (meant === undefined || meant > 24 || minute > 59 || second > 59) return undefined;
  if ((meant === 24 || shift !== 0) && minute + second > 0) return undefined;
  const day = 24 * 60;
  const minutes = (meant * 60 + minute + shift + day) % day;
  return [Math.floor(minutes / 60), minutes % 60, second].map(value => String(value).padStart(2, '0')).join(':');
}

/** What is left of a text once the part of the day and the minutes before or after the hour are taken off. */
interface Peeled {
  readonly words: readonly string[];
  readonly part?: PartOfDay;
  readonly shift?: number;
}

function peel(phrase: string, listen: Listen, times: ListenTimes, taken: Omit<Peeled, 'words'> = {}): Peeled {
  const bare = withoutEdges(phrase, times.around, listen.polite);
  const words = bare.split(' ');
  const day = taken.part === undefined ? takeEdge(words, edge => partOfDay(edge, times)) : undefined;
  if (day) return peel(day.rest.join(' '), listen, times, { ...taken, part: day.value });
  const shift = taken.shift === undefined ? takeEdge(words, edge => valueIn(times.shifts, edge)) : undefined;
  return shift ? peel(shift.rest.join(' '), listen, times, { ...taken, shift: shift.value }) : { ...taken, words };
}

function readIn(phrase: string, listen: Listen, times: ListenTimes): string | undefined {
  const bare = withoutEdges(phrase, times.around, listen.polite);
  if (times.noon.includes(bare)) return '12:00:00';
  if (times.midnight.includes(bare)) return '00:00:00';
  const { words, part, shift = 0 } = peel(phrase, listen, times);
  const said = inDigits(words.join(' ')) ?? inWords(words, listen, times);
  return said && written(said, part, shift);
}

/** A time of day (`hh:mm:ss`) in digits, or in the words of these languages; `not-a-time` for anything else, and for two of them. */
export function readTimeWith(text: string, listens: readonly Listen[]): Read<string> {
  const words = wordsOf(text);
  const digits = inDigits(words.join(' '));
  const plain = digits && written(digits, undefined, 0);
  if (plain !== undefined) return readAs(plain);
  for (const listen of words.length === 0 ? [] : listens) {
    const read = listen.times && readIn(words.join(' '), listen, listen.times);
    if (read !== undefined) return readAs(read);
  }
  return unread('not-a-time');
}
