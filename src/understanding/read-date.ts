// A full date from what a person typed, in any script: 10/06/1980, 10 June 1980, 10 czerwca 1980, ١٠ يونيو ١٩٨٠, 1980-06-10.
// Day first, as in the United Kingdom and wherever our patients come from; never guessed the American way round.
import type { Language, Listen } from '../content/content.js';
import { isoDate, isRealDate } from './calendar.js';
import { dateParts, partialDateParts } from './date-parts.js';
import type { DateParts } from './date-parts.js';
import { listensFor } from './listens-for.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

const earliestYear = 1000;

/** A month over 12 with a day that would be a month: someone put the month first. */
function isSwapped({ day, month, year }: DateParts): boolean {
  return month > 12 && day >= 1 && day <= 12 && isRealDate(year, day, month);
}

/** Eight digits with the year in front (19800610) read as day 19, month 80. */
function isYearFirst({ day, month, year }: DateParts): boolean {
  const digits = `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${String(year).padStart(4, '0')}`;
  return year < earliestYear || month > 12
    ? Number(digits.slice(0, 4)) >= 1800 && isRealDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    : false;
}

function judge(parts: DateParts): Read<string> {
  const { day, month, year } = parts;
  if (isSwapped(parts) || isYearFirst(parts)) return unread('date-order');
  if (year < earliestYear) return unread('not-a-date');
  return isRealDate(year, month, day) ? readAs(isoDate(year, month, day)) : unread('date-impossible');
}

/**
 * The ISO date a text names. `not-a-date`: no full date seen (two-digit years count as none); `date-order`: the month or year came first;
 * `date-impossible`: that day does not exist.
 */
export function readDateWith(text: string, listens: readonly Listen[]): Read<string> {
  const parts = dateParts(text, listens);
  return parts ? judge(parts) : unread('not-a-date');
}

/** As readDateWith, listening in the conversation's language and English. */
export function readDate(text: string, lang: string, languages: ReadonlyMap<string, Language>): Read<string> {
  return readDateWith(text, listensFor(lang, languages));
}

/** A full date, or the year or the month and year where that is all a text names (FHIR dates may be YYYY or YYYY-MM); else as readDateWith. */
export function readAnyDateWith(text: string, listens: readonly Listen[]): Read<string> {
  const full = readDateWith(text, listens);
  if (full.ok || full.why !== 'not-a-date') return full;
  const parts = partialDateParts(text, listens);
  if (parts === undefined) return full;
  const year = String(parts.year);
  return readAs(parts.month === undefined ? year : `${year}-${String(parts.month).padStart(2, '0')}`);
}
