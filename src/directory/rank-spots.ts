// The order in which services are shown: fewest points against; small local charities before others; freshest; nearest. All of it and the
// spot's number make one number, so that thousands are put in order by sorting numbers.
import type { Asker } from './asker.js';
import { flag, hasFlag } from './fact-bits.js';
import type { DirectoryIndex } from './index-services.js';

/** Points of a rank are fewer than this. */
export const mostPoints = 1024;
const spotSpan = 2 ** 23;
const milesSpan = 2 ** 11;
/** Miles are told apart to a sixteenth. */
const milesUnit = 16;
const freshSpan = 4;
const smallSpan = 2;
const pointsUnit = spotSpan * milesSpan * freshSpan * smallSpan;

/** 0: changed or assured within a year; 1: not said; 2: stale. */
export function staleness(index: DirectoryIndex, service: number, { yearAgo }: Asker): number {
  const checked = index.services.checked[service] ?? 0;
  if (checked === 0) return 1;
  return checked >= yearAgo ? 0 : 2;
}

/** One number for a spot's place in the order, under 2^53. */
export function rankOf(index: DirectoryIndex, spot: number, asker: Asker, points: number, miles: number | undefined): number {
  const service = index.spots.service[spot] ?? 0;
  const small = hasFlag(index.services, service, flag.small) ? 0 : 1;
  const near = miles === undefined ? 0 : Math.min(milesSpan - 1, Math.floor(miles * milesUnit));
  const within = (small * freshSpan + staleness(index, service, asker)) * milesSpan + near;
  return points * pointsUnit + within * spotSpan + spot;
}

/** The points in a rank. */
export const pointsOfRank = (rank: number): number => Math.floor(rank / pointsUnit);

/** The spot in a rank. */
export const spotOfRank = (rank: number): number => rank % spotSpan;
