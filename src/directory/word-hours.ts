// Opening hours in words: a line for each time of day, a line's pieces to stand beside one another ("Mondays and Wednesdays: 10:00 am to
// 12:00 pm · every 2 weeks · until 31 March 2027"). What is over is left out; what has not begun says when it does.
import type { Phrase } from '../content/languages/phrase.js';
import { dayNumber } from './calendar-days.js';
import { nextDate } from './next-date.js';
import { weekdays } from './service.js';
import type { Schedule } from './service.js';
import { wordDays } from './word-match.js';

/** What one line says, piece by piece. */
export type HoursLine = readonly Phrase[];

/** Is it told by the days of the week? A thing of every first Tuesday is not: nobody may come on the second. */
function isWeekly({ days, monthDays }: Schedule): boolean {
  return days.length > 0 && monthDays.length === 0 && days.every(({ nth }) => nth === undefined);
}

function isMonthly(schedule: Schedule): boolean {
  return schedule.freq === 'MONTHLY' || (schedule.days.length + schedule.monthDays.length > 0 && !isWeekly(schedule));
}

function onDays(days: Phrase, { opens, closes }: Schedule): Phrase {
  if (opens === undefined) return days;
  const from = { days, opens: { time: opens } };
  if (closes === undefined) return { product: 'near.hours-from', params: from };
  return { product: 'near.hours', params: { ...from, closes: { time: closes } } };
}

function atTimes({ opens, closes }: Schedule): readonly Phrase[] {
  if (opens === undefined) return [];
  const from = { opens: { time: opens } };
  if (closes === undefined) return [{ product: 'near.times-from', params: from }];
  return [{ product: 'near.times', params: { ...from, closes: { time: closes } } }];
}

/** How often in a month: once, where one day of it is named. */
function monthly({ interval, days, monthDays }: Schedule): readonly Phrase[] {
  if (interval > 1) return [{ product: 'near.some-months' }];
  return days.length + monthDays.length <= 1 ? [{ product: 'near.every-month' }] : [];
}

function often(schedule: Schedule): readonly Phrase[] {
  const { interval } = schedule;
  if (isMonthly(schedule)) return isWeekly(schedule) && interval === 1 ? [] : monthly(schedule);
  return interval === 1 ? [] : [{ product: 'near.every-weeks', params: { count: interval } }];
}

/** The next date, where days of the week alone do not tell it. */
function next(schedule: Schedule, today: string): readonly Phrase[] {
  if (isWeekly(schedule) && schedule.interval === 1) return [];
  const date = nextDate(schedule, today);
  return date === undefined ? [] : [{ product: 'near.next', params: { date: { date } } }];
}

function season({ from, to }: Schedule, today: string): readonly Phrase[] {
  const begins = from !== undefined && dayNumber(from) > dayNumber(today);
  return [
    ...(begins ? [{ product: 'near.starts', params: { date: { date: from } } } as const] : []),
    ...(to === undefined ? [] : [{ product: 'near.until', params: { date: { date: to } } } as const]),
  ];
}

function wordLine(schedule: Schedule, today: string): HoursLine {
  const rest = [...often(schedule), ...next(schedule, today)];
  if (!isWeekly(schedule)) {
    const said = [...rest, ...atTimes(schedule)];
    return said.length === 0 ? [] : [...said, ...season(schedule, today)];
  }
  const days = wordDays(schedule.days.map(({ day }) => day));
  return [onDays(days, schedule), ...rest, ...season(schedule, today)];
}

/** Whatever two schedules must share to be told as one. */
function sameButDays(one: Schedule, other: Schedule): boolean {
  const kept = ['freq', 'interval', 'opens', 'closes', 'from', 'to'] as const;
  return isWeekly(one) && isWeekly(other) && kept.every(name => one[name] === other[name]);
}

function joinDays(schedules: readonly Schedule[]): readonly Schedule[] {
  return schedules.reduce<readonly Schedule[]>((joined, schedule) => {
    const at = joined.findIndex(other => sameButDays(other, schedule));
    const other = joined[at];
    return other === undefined ? [...joined, schedule] : joined.with(at, { ...other, days: [...other.days, ...schedule.days] });
  }, []);
}

const firstDay = (schedule: Schedule): number =>
  isWeekly(schedule) ? Math.min(...schedule.days.map(({ day }) => weekdays.indexOf(day))) : weekdays.length;

const opening = ({ opens = '' }: Schedule): string => opens;

/**
 * When something is on, from `today` (ISO date) on: lines of pieces, those of the week first, in the order of its days. A schedule that says
 * nothing, or nothing any more, gives no line; what the feed says in words only (`note`) is not worded here.
 */
export function wordHours(schedules: readonly Schedule[], today: string): readonly HoursLine[] {
  const live = schedules.filter(({ to }) => to === undefined || dayNumber(to) >= dayNumber(today));
  const sorted = joinDays(live).toSorted((one, other) => firstDay(one) - firstDay(other) || opening(one).localeCompare(opening(other)));
  return sorted.map(schedule => wordLine(schedule, today)).filter(line => line.length > 0);
}
