// On which days something is on, today and later: what schedules come to once their dates are looked at.
import { dayNumber } from './calendar-days.js';
import { dayBits } from './fact-bits.js';
import type { Schedule } from './service.js';

/** One schedule, as bits; the days between which it holds as numbers. */
export interface DatedDays {
  /** Days on which it may be on. */
  readonly days: number;
  /** Days that may be told by themselves: none of what is not on every week. */
  readonly told: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What holds on a date: `ended`; days as bits (0: not said), those on which it may be on and those that may be told; and the number of the day
 * on which it first begins, if it has not yet.
 */
export interface Opening {
  readonly ended: boolean;
  readonly days: number;
  readonly told: number;
  readonly starts?: number;
}

const always = { from: 0, to: 2 ** 30 };

/** "Tuesdays" is not told of the first Tuesday of a month, nor of every second one: somebody would come in vain. */
function isEveryWeek({ days, monthDays, interval }: Schedule): boolean {
  return interval === 1 && monthDays.length === 0 && days.every(({ nth }) => nth === undefined);
}

/** A schedule without dates holds always. */
export function datedDays(schedule: Schedule): DatedDays {
  const days = dayBits(schedule.days.map(({ day }) => day));
  return {
    days,
    told: isEveryWeek(schedule) ? days : 0,
    from: dayNumber(schedule.from),
    to: dayNumber(schedule.to) || always.to,
  };
}

/** Whether its days are all there is to it: the same at any time, and told as they are. */
export const isPlain = ({ days, told, from, to }: DatedDays): boolean => days === told && from === always.from && to === always.to;

function firstStart(schedules: readonly DatedDays[], today: number): number {
  let first = always.to;
  for (const { from, to } of schedules) if (to >= today && from < first) first = from;
  return first;
}

/**
 * What schedules come to on a day, or on the later day on which the first of them begins; what begins after that is left out. Without any,
 * nothing is said. Loops: it is run for thousands of spots.
 */
export function openingOn(schedules: readonly DatedDays[], today: number): Opening {
  const starts = firstStart(schedules, today);
  if (starts === always.to) return { ended: schedules.length > 0, days: 0, told: 0 };
  const on = Math.max(starts, today);
  let [days, told, unsaid, untold] = [0, 0, false, false];
  for (const schedule of schedules) {
    if (schedule.to < today || schedule.from > on) continue;
    days |= schedule.days;
    told |= schedule.told;
    unsaid ||= schedule.days === 0;
    untold ||= schedule.told === 0;
  }
  const opening = { ended: false, days: unsaid ? 0 : days, told: untold ? 0 : told };
  return starts > today ? { ...opening, starts } : opening;
}
