// ISO dates as numbers of days, for comparing without a clock.

/** Days since 1 January 1970 of an ISO date or date and time; 0 where it is none. */
export function dayNumber(iso: string | undefined): number {
  const time = iso === undefined ? Number.NaN : Date.parse(iso.slice(0, 10));
  return Number.isNaN(time) ? 0 : Math.max(0, Math.floor(time / 86_400_000));
}

/** The ISO date of a number of days. */
export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The later of two ISO dates (times of day are dropped); undefined where neither is one. */
export function laterDate(one: string | undefined, other: string | undefined): string | undefined {
  const [first, second] = [dayNumber(one), dayNumber(other)];
  if (first === 0 && second === 0) return undefined;
  return (first >= second ? one : other)?.slice(0, 10);
}

/** The same day a year earlier, as a number of days. */
export function yearBefore(iso: string): number {
  return dayNumber(`${String(Number(iso.slice(0, 4)) - 1)}${iso.slice(4, 8)}${iso.slice(5, 10) === '02-29' ? '28' : iso.slice(8, 10)}`);
}
