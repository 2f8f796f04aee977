// Bank holidays of England and Wales, worked out from their rules, so that no list grows old: https://www.gov.uk/bank-holidays and the Banking
// and Financial Dealings Act 1971. Days proclaimed once (a coronation) are not known here; a service lists those as its closed days.

/** A day without a time: month from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

function at({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}

/** 0 Sunday to 6 Saturday. */
function weekday(instant: number): number {
  return new Date(instant).getUTCDay();
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return at({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

function firstMonday(year: number, month: number): number {
  const first = at({ year, month, day: 1 });
  return first + ((8 - weekday(first)) % 7) * dayMs;
}

function lastMonday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0);
  return last - ((weekday(last) + 6) % 7) * dayMs;
}

/** The day itself, or the Monday after where it falls on a weekend. */
function orMonday(instant: number): number {
  const day = weekday(instant);
  return instant + (day === 6 ? 2 : day === 0 ? 1 : 0) * dayMs;
}

/** Christmas Day and Boxing Day: those on a weekend move to the next weekdays. */
function christmas(year: number): readonly number[] {
  const [first, second] = [at({ year, month: 12, day: 25 }), at({ year, month: 12, day: 26 })];
  switch (weekday(first)) {
    case 5:
      return [first, second + 2 * dayMs];
    case 6:
      return [first + 2 * dayMs, second + 2 * dayMs];
    case 0:
      return [first + 2 * dayMs, second];
    default:
      return [first, second];
  }
}

function holidaysOf(year: number): ReadonlySet<number> {
  const easter = easterSunday(year);
  return new Set([
    orMonday(at({ year, month: 1, day: 1 })),
    easter - 2 * dayMs,
    easter + dayMs,
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ]);
}

const known = new Map<number, ReadonlySet<number>>();

/** Is this day a bank holiday in England and Wales? */
export function isBankHoliday(day: CalendarDay): boolean {
  const holidays = known.get(day.year) ?? holidaysOf(day.year);
  known.set(day.year, holidays);
  return holidays.has(at(day));
}
