// Open now? Hours are written by day of the week, times in Europe/London; summer time and bank holidays are minded.
import { isBankHoliday, type CalendarDay } from './bank-holidays.js';

/** One run of open hours: days by ISO number (1 = Monday), `from` up to but not including `to`, as HH:MM; `24:00` is midnight. */
export interface OpenHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

interface LondonTime extends CalendarDay {
  /** ISO number of the day, 1 = Monday. */
  readonly weekday: number;
  /** HH:MM */
  readonly time: string;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function londonTime(instant: string): LondonTime {
  const parts = Object.fromEntries(london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])];
  const weekday = ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
  return { year, month, day, weekday, time: `${parts['hour'] ?? ''}:${parts['minute'] ?? ''}` };
}

/**
 * Is it open at this instant (ISO 8601)? `closedDays` (YYYY-MM-DD) are closed whatever the hours; bank holidays too, unless `bankHolidays`
 * says that the hours hold on them.
 */
export function isOpenAt(
  hours: '24/7' | readonly OpenHours[],
  instant: string,
  { bankHolidays = false, closedDays = [] }: { readonly bankHolidays?: boolean; readonly closedDays?: readonly string[] } = {},
): boolean {
  if (hours === '24/7') return true;
  const now = londonTime(instant);
  const date = [now.year, now.month, now.day].map(part => String(part).padStart(2, '0')).join('-');
  if (closedDays.includes(date) || (!bankHolidays && isBankHoliday(now))) return false;
  return hours.some(({ days, from, to }) => days.includes(now.weekday) && from <= now.time && now.time < to);
}
