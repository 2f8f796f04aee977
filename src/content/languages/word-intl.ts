// Dates and hours in words, in any language: Gregorian calendar, Latin digits, whatever the language's own habit
// (Persian and Bengali would otherwise show a date that nobody at the practice could compare).
import type { Service } from '../journey/service-schema.js';

type OpenHours = readonly Service['openingHours'][number][];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${lang} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, options);
  formats.set(name, format);
  return format;
}

const precisions: readonly (readonly [RegExp, Intl.DateTimeFormatOptions])[] = [
  [/^\d{4}$/u, { year: 'numeric', timeZone: 'UTC' }],
  [/^\d{4}-\d{2}$/u, { year: 'numeric', month: 'long', timeZone: 'UTC' }],
  [/^\d{4}-\d{2}-\d{2}$/u, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }],
  [/^\d{4}-\d{2}-\d{2}T/u, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'Europe/London' }],
];

/** A FHIR date (year, month or day) or an instant, with the month in words; anything else as it stands. */
export function wordDate(date: string, lang: string): string {
  const options = precisions.find(([shape]) => shape.test(date))?.[1];
  const moment = new Date(date);
  return options === undefined || Number.isNaN(moment.getTime()) ? date : formatFor(lang, options).format(moment);
}

/** English readers are told morning from afternoon, as NHS pages do; other languages have their own clock, written with both digits. */
function clockOf(lang: string): Intl.DateTimeFormatOptions {
  return lang.startsWith('en') ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit' };
}

/** A FHIR time in the clock of a language; seconds where they are not zero. Anything else as it stands. */
export function wordTime(time: string, lang: string): string {
  const moment = new Date(`2024-01-01T${time}Z`);
  if (Number.isNaN(moment.getTime())) return time;
  const seconds: Intl.DateTimeFormatOptions = moment.getUTCSeconds() > 0 ? { second: '2-digit' } : {};
  return formatFor(lang, { ...clockOf(lang), minute: '2-digit', ...seconds, timeZone: 'UTC' }).format(moment);
}

const withClock = /^(?<day>\d{4}-\d{2}-\d{2})T(?<clock>\d{2}:\d{2}:\d{2})(?:\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})?$/u;

/**
 * A FHIR dateTime in words: a date alone like wordDate, a day with its time in the clock of a language. The clock is the one written, as the
 * person gave it; an instant in UTC is shown in the time of the service (London).
 */
export function wordMoment(dateTime: string, lang: string): string {
  const { day, clock, zone } = withClock.exec(dateTime)?.groups ?? {};
  const moment = new Date(zone === 'Z' ? dateTime : `${day ?? ''}T${clock ?? ''}Z`);
  if (Number.isNaN(moment.getTime())) return wordDate(dateTime, lang);
  const timeZone = zone === 'Z' ? 'Europe/London' : 'UTC';
  return formatFor(lang, { day: 'numeric', month: 'long', year: 'numeric', ...clockOf(lang), minute: '2-digit', timeZone }).format(moment);
}

// 1 January 2024 was a Monday, so day n of that month is ISO weekday n.
function monday(day: number): Date {
  return new Date(Date.UTC(2024, 0, day));
}

// A run that ends at midnight is shown as ending a minute earlier: no language writes 24:00 the same way.
function clock(time: string): Date {
  const [hour = 0, minute = 0] = (time === '24:00' ? '23:59' : time).split(':').map(Number);
  return new Date(Date.UTC(2024, 0, 1, hour, minute));
}

/** Days of the week by their names, 1 is Monday; three or more in a row as a range. */
export function wordWeekdays(days: readonly number[], lang: string): string {
  const format = formatFor(lang, { weekday: 'long', timeZone: 'UTC' });
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  const unbroken = last - first === sorted.length - 1 && sorted.length > 2;
  if (unbroken) return format.formatRange(monday(first), monday(last));
  return wordList(
    sorted.map(day => format.format(monday(day))),
    lang,
  );
}

/** Comma and semicolon of a language: Arabic letters have their own (CLDR ListFormat joins with words, which hours do not want). */
function marksOf(lang: string): readonly [string, string] {
  return isWrittenFromRight(lang) ? ['، ', '؛ '] : [', ', '; '];
}

function isWrittenFromRight(lang: string): boolean {
  return ['ar', 'fa', 'ps', 'ur', 'ckb'].includes(lang.split('-', 1)[0] ?? '');
}

const latinLetters = /\p{Script=Latin}/u;

/** A range of times with AM and PM inside a right-to-left sentence keeps its own direction, or it would begin with its end (Urdu). */
function isolateTimes(text: string, lang: string): string {
  return isWrittenFromRight(lang) && latinLetters.test(text) ? `\u2066${text}\u2069` : text;
}

/** Opening hours in words: days, then times, run by run. */
export function wordHours(hours: OpenHours, lang: string): string {
  const times = formatFor(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const [comma, semicolon] = marksOf(lang);
  const runs = hours.map(({ days, from, to }) => {
    const named = wordWeekdays(days, lang);
    return from === '00:00' && to === '24:00' ? named : `${named}${comma}${isolateTimes(times.formatRange(clock(from), clock(to)), lang)}`;
  });
  return runs.join(semicolon);
}

const lists = new Map<string, Intl.ListFormat>();

/** "A, B and C" in a language. */
export function wordList(parts: readonly string[], lang: string): string {
  const format = lists.get(lang) ?? new Intl.ListFormat(lang, { type: 'conjunction' });
  lists.set(lang, format);
  return format.format(parts);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number in a language, in Latin digits. */
export function wordNumber(value: number, lang: string): string {
  const format = numbers.get(lang) ?? new Intl.NumberFormat(`${lang}-u-nu-latn`, { maximumFractionDigits: 10 });
  numbers.set(lang, format);
  return format.format(value);
}
