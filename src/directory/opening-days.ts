// On which days something is on, today and later: what schedules come to once their dates are looked at.
import { dayNumber } from './calendar-days.js';
import { dayBits } from './fact-bits.js';
import type { Schedule } from './service.js';

/** One schedule, as bits; the days between which it holds as numbers. */
export interface DatedDays {
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

/** What holds on a date: `ended`, days as bits (0: not said), and the number of the day on which it first begins, if it has not yet. */
export interface Opening {
  readonly ended: boolean;
  readonly days: number;
  readonly starts?: number;
}

const always = { from: 0, to: 2 ** 30 };

/** A schedule without dates holds always. */
export function datedDays(schedule: Schedule): DatedDays {
  return {
    days: dayBits(schedule.days.map(({ day }) => day)),
    from: dayNumber(schedule.from),
    to: dayNumber(schedule.to) || always.to,
  };
}

/** Whether it holds at any time, so that no date need be looked at. */
export const isUndated = ({ from, to }: DatedDays): boolean => from === always.from && to === always.to;

/** What schedules come to on a day; without any, nothing is said. One loop: it is run for thousands of spots. */
export function openingOn(schedules: readonly DatedDays[], today: number): Opening {
  let [live, days, unsaid, starts] = [false, 0, false, always.to];
  for (const schedule of schedules) {
    if (schedule.to < today) continue;
    live = true;
    days |= schedule.days;
    unsaid ||= schedule.days === 0;
    if (schedule.from < starts) starts = schedule.from;
  }
  if (!live) return { ended: schedules.length > 0, days: 0 };
  return starts > today ? { ended: false, days: unsaid ? 0 : days, starts } : { ended: false, days: unsaid ? 0 : days };
}
