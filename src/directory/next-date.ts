// The next day on which a schedule is on, worked out from the rules of the feed (RFC 5545 fields) and a given today.
import { dayNumber, isoDate } from './calendar-days.js';
import { weekdays } from './service.js';
import type { Schedule, Weekday } from './service.js';

/** So far ahead is looked: a yearly thing is found in a leap year too. */
const daysAhead = 400;

interface Day {
  readonly number: number;
  readonly weekday: Weekday;
  readonly month: number;
  readonly monthDay: number;
  readonly monthLength: number;
}

/** 1 January 1970 was a Thursday. */
const thursday = 3;

function dayAt(number: number): Day {
  const date = new Date(number * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    number,
    weekday: weekdays[(number + thursday) % 7] ?? 'MO',
    month: year * 12 + month,
    monthDay: date.getUTCDate(),
    monthLength: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  };
}

const mondayOf = (number: number): number => number - ((number + thursday) % 7);

/** Which one of its weekday in the month it is, from the front and from the end. */
function isNth({ monthDay, monthLength }: Day, nth: number): boolean {
  return nth > 0 ? Math.ceil(monthDay / 7) === nth : Math.ceil((monthLength - monthDay + 1) / 7) === -nth;
}

/** Every second week or month is counted from the first. */
function inTurn({ freq, interval }: Schedule, day: Day, first: Day): boolean {
  if (interval === 1) return true;
  const passed = freq === 'MONTHLY' ? day.month - first.month : (mondayOf(day.number) - mondayOf(first.number)) / 7;
  return passed % interval === 0;
}

/** Days of the month are counted from its end where they are negative. */
function isMonthDay({ monthDay, monthLength }: Day, wanted: number): boolean {
  return monthDay === (wanted > 0 ? wanted : monthLength + 1 + wanted);
}

/** Days of the week and of the month limit each other (RFC 5545, 3.3.10); a schedule with neither is on no day that is known. */
function isOn({ days, monthDays }: Schedule, day: Day): boolean {
  if (days.length + monthDays.length === 0) return false;
  const inMonth = monthDays.length === 0 || monthDays.some(wanted => isMonthDay(day, wanted));
  return (
    inMonth &&
    (days.length === 0 || days.some(({ day: weekday, nth }) => weekday === day.weekday && (nth === undefined || isNth(day, nth))))
  );
}

/** The ISO date of the next day, today or later; undefined where it is over, or where the feed does not say enough to know. */
export function nextDate(schedule: Schedule, today: string): string | undefined {
  const from = dayNumber(schedule.from);
  if (schedule.interval > 1 && from === 0) return undefined;
  const first = dayAt(from);
  const start = Math.max(from, dayNumber(today));
  const end = Math.min(start + daysAhead, dayNumber(schedule.to) || Infinity);
  for (let number = start; number <= end; number += 1) {
    const day = dayAt(number);
    if (isOn(schedule, day) && inTurn(schedule, day, first)) return isoDate(number);
  }
  return undefined;
}
