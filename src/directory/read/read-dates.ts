// Dates as feeds write them, as ISO dates; dates that say nothing (year 1, 1900, the epoch, 9999) are dead and left out.

const ours = /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?!\d)/u;
const british = /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})(?!\d)/u;
const spoken = /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<name>[a-z]{3})[a-z]* (?<year>\d{4})(?!\d)/iu;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/iu;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** No service was changed before the web, and none is planned beyond. */
const [firstYear, lastYear] = [1971, 2100];

/** A date, or why there is none: it cannot be read, it says nothing, or it has not come yet. */
export type ReadDate =
  { readonly kind: 'date'; readonly date: string } | { readonly kind: 'none'; readonly why: 'bad-date' | 'dead-date' | 'future-date' };

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Date of a text that begins with one; undefined where there is none. Year 1 is a date here. */
function parse(text: string): { readonly year: number; readonly date: string } | undefined {
  const groups = (ours.exec(text) ?? british.exec(text) ?? spoken.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const year = Number(groups['year']);
  const name = groups['name']?.toLowerCase();
  const month = name === undefined ? Number(groups['month']) : months.indexOf(name) + 1;
  // 2000 is a leap year: a day is looked at for what it could be, so that year 1 is dead and not unreadable
  const date = calendarDate(year >= firstYear && year <= lastYear ? year : 2000, month, Number(groups['day']));
  return date === undefined ? undefined : { year, date };
}

/** A date of a feed. `past`: it tells what has happened, so one after `today` is wrong (a day is allowed for time zones). */
export function readDate(raw: string, today: string, past = false): ReadDate {
  const parsed = parse(raw.trim());
  if (parsed === undefined) return { kind: 'none', why: 'bad-date' };
  if (parsed.year < firstYear || parsed.year > lastYear) return { kind: 'none', why: 'dead-date' };
  if (past && Date.parse(parsed.date) > Date.parse(today) + 86_400_000) return { kind: 'none', why: 'future-date' };
  return { kind: 'date', date: parsed.date };
}

/** The same moment as RFC 3339 has it, where `date` is the date in it: without a zone it is UTC, without a time midnight. */
export function toDateTime(raw: string, date: string): string {
  const text = raw.trim();
  const found = instant.exec(text);
  const midnight = `${date}T00:00:00Z`;
  if (found === null) return midnight;
  const zone = found.groups?.['zone'] ?? 'Z';
  const at = Date.parse(text.replace(' ', 'T').replace(/\s*(?:Z|[+-]\d{2}:?\d{2})$/iu, '') + zone.toUpperCase());
  if (Number.isNaN(at)) return midnight;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u.test(text) ? text : new Date(at).toISOString();
}
