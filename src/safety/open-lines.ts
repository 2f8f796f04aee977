// Which helplines answer now: those first, the others after them and told to be closed.
import type { Helpline } from '../content/journey/service-schema.js';
import { isOpenAt } from '../text/opening-hours.js';

/** Ids in the order shown, and those of them that are closed now. */
export interface LinesNow {
  readonly helplines: readonly string[];
  readonly closed: readonly string[];
}

/** May a patient see this line? Not before somebody has confirmed it. */
export function isShown(line: Helpline | undefined): line is Helpline {
  return line !== undefined && line.status !== 'unverified';
}

/** Does this line answer at that instant? */
export function isLineOpen({ hours, bankHolidays }: Helpline, at: string): boolean {
  return isOpenAt(hours, at, { bankHolidays: bankHolidays === 'open' });
}

/**
 * Helplines in the policy's order, those that are open at `at` first. A line that is not verified, or that nobody knows, is left out; at
 * least one line of these is always open, which `waymark check` sees to.
 */
export function openFirst(ids: readonly string[], lines: ReadonlyMap<string, Helpline>, at: string): LinesNow {
  const shown = ids.filter(id => isShown(lines.get(id)));
  const closed = shown.filter(id => {
    const line = lines.get(id);
    return line !== undefined && !isLineOpen(line, at);
  });
  return { helplines: [...shown.filter(id => !closed.includes(id)), ...closed], closed };
}
