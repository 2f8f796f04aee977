// Unmet needs as both stores count them: one number for each area and need of a month, which is kept for 25 months after it.
import { UNMET_MONTHS } from './keys.js';
import type { UnmetCount, UnmetNeeds } from './ports.js';

/** The month (`2026-11`) in which these count. */
export const monthOf = ({ at }: Pick<UnmetNeeds, 'at'>): string => at.slice(0, 7);

/** When the counts of a month go, in milliseconds since 1970. */
export function unmetGoesAt(month: string): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number + UNMET_MONTHS, 1);
}

/** The months from one to another, both included; none where they are the wrong way round. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = following(month)) months.push(month);
  return months;
}

function following(month: string): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** Under which name each need is counted, once each. */
export function fieldsOf({ area, needs }: Pick<UnmetNeeds, 'area' | 'needs'>): readonly string[] {
  return [...new Set(needs)].map(need => JSON.stringify([area, need]));
}

/** Counts by field as a list, in order of area and need. */
export function toCounts(month: string, counts: Readonly<Record<string, number>>): readonly UnmetCount[] {
  return Object.entries(counts)
    .map(([field, count]) => {
      // safe: written by `fieldsOf` alone
      const [area, need] = JSON.parse(field) as [string, string];
      return { month, area, need, count };
    })
    .sort((a, b) => compare(a.area, b.area) || compare(a.need, b.need));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
