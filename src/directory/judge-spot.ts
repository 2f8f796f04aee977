// Can this person use this service here, and when? Dates and days, access, how far. Distance counts in bands, so that fit beats a quarter of a
// mile: a wanted fact the feed does not give weighs as much as a few miles do.
import type { Asker } from './asker.js';
import { accessBits, flag, hasFlag } from './fact-bits.js';
import { milesBetween } from './great-circle.js';
import type { DirectoryIndex } from './index-services.js';
import { judgeArea, judgeService } from './judge-service.js';
import { missed } from './judgement.js';
import { openingOn } from './opening-days.js';
import { hasDates, noPlace } from './spot-table.js';
import type { SpotTable } from './spot-table.js';

const missedBy = {
  ended: missed('ended'),
  days: missed('days'),
  access: missed('access'),
  distance: missed('distance'),
  travel: missed('travel'),
};

/** What of access still matters when nobody has to go anywhere. */
const accessAtHome = accessBits(['sign-language']);

function judgeDays(on: number, days: number): number {
  if (days === 0) return 0;
  if (on === 0) return 1;
  return (on & days) === 0 ? missedBy.days : 0;
}

/** On their days, or not said; over, or on other days only, keeps it away. */
export function judgeTimes(spots: SpotTable, spot: number, { days, today }: Asker): number {
  const known = spots.days[spot] ?? 0;
  if (known !== hasDates) return judgeDays(known, days);
  const opening = openingOn(spots.dated.get(spot) ?? [], today);
  if (opening.ended) return missedBy.ended;
  return judgeDays(opening.days, days) + (opening.starts === undefined ? 0 : 1);
}

/** Each thing they need: there, not said (two points), or known to be missing. */
export function judgeAccess(spots: SpotTable, spot: number, { access }: Asker): number {
  if (access === 0) return 0;
  const wanted = spots.place[spot] === noPlace ? access & accessAtHome : access;
  if ((wanted & (spots.lacks[spot] ?? 0)) !== 0) return missedBy.access;
  let points = 0;
  for (let left = wanted & ~(spots.access[spot] ?? 0); left !== 0; left &= left - 1) points += 2;
  return points;
}

/** Miles from the person to where one goes; undefined where there is nowhere to go or either is not known. */
export function milesTo(spots: SpotTable, spot: number, { request: { point } }: Asker): number | undefined {
  const latitude = spots.latitude[spot] ?? Number.NaN;
  if (point === undefined || Number.isNaN(latitude) || spots.place[spot] === noPlace) return undefined;
  return milesBetween(point.latitude, point.longitude, latitude, spots.longitude[spot] ?? 0);
}

function judgeMiles(miles: number): number {
  if (miles <= 1) return 0;
  if (miles <= 3) return 1;
  if (miles <= 5) return 3;
  return miles <= 10 ? 5 : 8;
}

/** The fewest points a spot further away than this can have for its distance. */
export const pointsBeyond = (miles: number): number => judgeMiles(miles + 0.001);

/** A help line of a council a hundred miles off most likely is for its own people: beyond this, unless it says whom it serves. */
const farMiles = 30;

function isFarOff({ spots, services }: DirectoryIndex, spot: number, service: number, { request: { point } }: Asker): boolean {
  if (point === undefined || services.areas[service] !== 0 || hasFlag(services, service, flag.everywhere)) return false;
  // Not a number where the service has no point: then it is not far off either.
  return milesBetween(point.latitude, point.longitude, spots.latitude[spot] ?? 0, spots.longitude[spot] ?? 0) > farMiles;
}

function judgeHome(index: DirectoryIndex, spot: number, service: number, asker: Asker): number {
  const far = isFarOff(index, spot, service, asker) ? 4 : 0;
  if (asker.request.canTravel === false) return far;
  return far + (hasFlag(index.services, service, flag.hidden) ? 2 : 4);
}

/** Near (bands), somewhere (its place or theirs is not known), or at home: after what is within 5 miles, unless they cannot travel. */
export function judgeNear(index: DirectoryIndex, spot: number, asker: Asker, miles: number | undefined, radius: number): number {
  const service = index.spots.service[spot] ?? 0;
  if (index.spots.place[spot] === noPlace && hasFlag(index.services, service, flag.remote | flag.hidden)) {
    return judgeHome(index, spot, service, asker);
  }
  if (asker.request.canTravel === false) return missedBy.travel;
  if (miles === undefined) return 3;
  return miles > radius ? missedBy.distance : judgeMiles(miles);
}

/** What hangs on the spot: area, times, access, how near. */
export function judgeHere(index: DirectoryIndex, spot: number, asker: Asker, miles: number | undefined, radius: number): number {
  const { services, spots } = index;
  return (
    judgeArea(services, spots.service[spot] ?? 0, asker, miles) +
    judgeTimes(spots, spot, asker) +
    judgeAccess(spots, spot, asker) +
    judgeNear(index, spot, asker, miles, radius)
  );
}

/** Everything about one spot of one service for one person. */
export function judgeSpot(index: DirectoryIndex, spot: number, asker: Asker, miles: number | undefined, radius: number): number {
  return judgeService(index.services, index.spots.service[spot] ?? 0, asker) + judgeHere(index, spot, asker, miles, radius);
}
