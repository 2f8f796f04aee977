// When so many minutes of opening hours have gone by.
import { isOpenAt, type OpenHours } from './opening-hours.js';

const minuteMs = 60_000;
/** While it is closed the clock is looked at this often: hours begin on such minutes. */
const closedStepMs = 5 * minuteMs;
/** Where it never opens in so long, nothing is ever due. */
const longestMs = 21 * 24 * 60 * minuteMs;

/** The instant (milliseconds) at which it has been open for `minutes` since `from`; undefined where that is not within three weeks. */
export function afterOpenMinutes(hours: readonly OpenHours[], from: string, minutes: number): number | undefined {
  const start = Date.parse(from);
  let at = start;
  let left = minutes;
  while (left > 0) {
    if (at - start > longestMs) return undefined;
    if (isOpenAt(hours, new Date(at).toISOString())) {
      at += minuteMs;
      left -= 1;
    } else at += closedStepMs - (at % closedStepMs);
  }
  return at;
}
