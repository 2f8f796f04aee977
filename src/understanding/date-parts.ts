// The day, month and year a text names, before anyone asks whether such a day exists. Day first, always; years in four digits, always.
import type { Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { longestPhrase, longestTyped, withoutEdges } from './bare-phrase.js';
import { withHanDate } from './han-date.js';
import { monthNamed } from './month-forms.js';
import { withoutOrdinalEndings } from './ordinal-endings.js';
import { readNumberWords } from './read-number-words.js';

export interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const fullYear = /^\d{4}$/;
const dayOrMonth = /^\d{1,2}$/;

/** Words and numbers of the text, with what people put between them gone. Tatweel is an Arabic typist's dash. */
function tokensOf(text: string): readonly string[] {
  if (text.length > longestTyped) return [];
  const folded = foldText(text.replace(/\u0640/g, ' '));
  if (folded.length > longestPhrase) return [];
  return withoutOrdinalEndings(withHanDate(folded))
    .replace(/(\d)(?=[\p{L}\p{M}])/gu, '$1 ')
    .replace(/([\p{L}\p{M}])(?=\d)/gu, '$1 ')
    .split(/[\s/.,:;!?¿¡\-_\\()"|۔॥]+/)
    .filter(token => token !== '');
}

/** 1 to 12 for a month's name in any listed form, or one slip away from exactly one month. */
function monthOf(phrase: string, listens: readonly Listen[]): number | undefined {
  const bare = listens.map(listen => withoutEdges(phrase, listen.aroundDate, listen.polite));
  const months = [phrase, ...bare].map(name => monthNamed(name, listens)).filter(month => month !== undefined);
  return new Set(months).size === 1 ? months[0] : undefined;
}

/** True when all the words are such as stand around a date ("born on", "r."). */
function isFiller(phrase: string, listens: readonly Listen[]): boolean {
  return listens.some(listen => {
    const last = withoutEdges(phrase, listen.aroundDate, listen.polite);
    return [listen.aroundDate, listen.polite].some(fillers => fillers?.includes(last));
  });
}

function inNumbers(numbers: readonly string[]): DateParts | undefined {
  const [first, second, third] = numbers;
  if (first !== undefined && second === undefined) return /^\d{8}$/.test(first) ? inEightDigits(first) : undefined;
  if (first === undefined || second === undefined || third === undefined || numbers.length > 3) return undefined;
  const [day, year] = fullYear.test(first) ? [third, first] : [first, third];
  return inOrder(day, second, year);
}

function inOrder(day: string, month: string, year: string): DateParts | undefined {
  const whole = dayOrMonth.test(day) && dayOrMonth.test(month) && fullYear.test(year);
  return whole ? { day: Number(day), month: Number(month), year: Number(year) } : undefined;
}

/** ddmmyyyy. Eight digits with the year in front come out as an impossible month, which the reader answers. */
function inEightDigits(digits: string): DateParts {
  return { day: Number(digits.slice(0, 2)), month: Number(digits.slice(2, 4)), year: Number(digits.slice(4)) };
}

function withMonth(numbers: readonly string[], month: number): DateParts | undefined {
  const [first = '', second = ''] = numbers;
  if (numbers.length !== 2) return undefined;
  const [day, year] = fullYear.test(first) ? [second, first] : [first, second];
  return inOrder(day, String(month), year);
}

/** The date named in digits (day first, or ISO with the year first) or with a month's name; undefined when it is not one full date. */
export function dateParts(text: string, listens: readonly Listen[]): DateParts | undefined {
  const tokens = tokensOf(text);
  const numbers = tokens.filter(token => /^\d+$/.test(token));
  const words = tokens.filter(token => !/^\d+$/.test(token)).join(' ');
  if (words === '') return inNumbers(numbers);
  const month = monthOf(words, listens);
  if (month !== undefined) return withMonth(numbers, month);
  const [year = '', ...others] = numbers;
  if (others.length === 0 && fullYear.test(year)) return withDayInWords(words.split(' '), year, listens);
  return isFiller(words, listens) ? inNumbers(numbers) : undefined;
}

/** The day said in a word beside the month's name ("pierwszego maja 1980"), where the year alone is in digits. */
function withDayInWords(words: readonly string[], year: string, listens: readonly Listen[]): DateParts | undefined {
  for (let at = 1; at < words.length; at += 1) {
    const halves = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
    for (const [day, month] of [halves, [halves[1], halves[0]]] as const) {
      const [said, named] = [dayNamed(day, listens), monthOf(month, listens)];
      if (said !== undefined && named !== undefined) return inOrder(String(said), String(named), year);
    }
  }
  return undefined;
}

function dayNamed(phrase: string, listens: readonly Listen[]): number | undefined {
  for (const listen of listens) {
    const bare = withoutEdges(phrase, listen.aroundDate, listen.polite);
    const { ordinals = {} } = listen;
    const day = Object.hasOwn(ordinals, bare) ? ordinals[bare] : readNumberWords(bare, listen);
    if (day !== undefined && day >= 1 && day <= 31) return day;
  }
  return undefined;
}

const likelyYear = /^(?:1[89]|20|21)\d{2}$/;

/** A year, and the month where it is known. */
export type PartialDate = Pick<DateParts, 'year'> & { readonly month?: number };

function withNumber(year: number, month: string | undefined): PartialDate | undefined {
  if (month === undefined) return { year };
  return dayOrMonth.test(month) && Number(month) >= 1 && Number(month) <= 12 ? { year, month: Number(month) } : undefined;
}

/**
 * A year, or a month of a year, where that is all a text names ("2019", "March 2019", "3/2019"); undefined for anything else. Only years
 * of 1800 to 2199, so that a day and month written together (1006) are not taken for one.
 */
export function partialDateParts(text: string, listens: readonly Listen[]): PartialDate | undefined {
  const tokens = tokensOf(text);
  const numbers = tokens.filter(token => /^\d+$/.test(token));
  const words = tokens.filter(token => !/^\d+$/.test(token)).join(' ');
  const year = Number(numbers.find(number => likelyYear.test(number)));
  const [other, ...more] = numbers.filter(number => Number(number) !== year);
  if (Number.isNaN(year) || more.length > 0) return undefined;
  if (words === '' || isFiller(words, listens)) return withNumber(year, other);
  const month = monthOf(words, listens);
  return month === undefined || other !== undefined ? undefined : { year, month };
}
