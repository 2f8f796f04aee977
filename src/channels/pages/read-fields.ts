// Numbers, days and times of day as their fields hold them -> as data, where that is certain. What is not goes on as typed: the conversation
// reads words in the person's language, and can say why it does not understand.
import { toAsciiDigits } from '../../text/digits.js';

function tidy(typed: string): string {
  return toAsciiDigits(typed.normalize('NFKC'))
    .replace(/\u2212/gu, '-')
    .trim();
}

/** A number; undefined where anything but digits was typed, or where the mark before three digits may part thousands in one language and decimals in another. */
export function numberIn(typed: string): number | undefined {
  const digits = tidy(typed);
  if (!/^-?\d{1,15}(?:[.,]\d{1,10})?$/u.test(digits) || /^-?\d{1,3}[.,]\d{3}$/u.test(digits)) return undefined;
  return Number(digits.replace(',', '.'));
}

/** `HH:MM` of the 24-hour clock; undefined where it is something else, or could be an hour before or after noon. */
export function clockIn(typed: string): string | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3])[:.]([0-5]\d)$/u.exec(tidy(typed)) ?? [];
  return hour === undefined || minute === undefined ? undefined : `${hour}:${minute}`;
}

/** Day, month and year as they were typed into three fields. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The three fields with strokes between, as a person would write the day. */
export function dayAsTyped({ day, month, year }: TypedDay): string {
  return [day, month, year]
    .map(tidy)
    .filter(part => part !== '')
    .join('/');
}

/** The ISO date; undefined where the three fields are no day of the calendar. */
export function isoDayIn(typed: TypedDay): string | undefined {
  const day = tidy(typed.day);
  const month = tidy(typed.month);
  const year = tidy(typed.year);
  if (!/^\d{1,2}$/u.test(day) || !/^\d{1,2}$/u.test(month) || !/^\d{4}$/u.test(year)) return undefined;
  return isRealDate(Number(year), Number(month), Number(day)) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
