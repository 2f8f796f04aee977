// What our own feed must know of a service to answer the questions of the UK profile: ages, times, areas and where it is.
import { servedByAny, serves } from '../directory/area-served.js';
import { distanceInMiles } from '../directory/places/distance.js';
import type { FoundPlace } from '../directory/places/places.js';
import { numberIn, objectIn, objectsIn, textIn } from '../directory/read/json-fields.js';
import { readAreas } from '../directory/read/read-areas.js';
import type { JsonObject } from '../directory/read/read-result.js';
import type { Point } from '../directory/service.js';

/** One schedule, in short: `TU,1TH`; `HH:MM`. */
interface Opening {
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
}

/** One service, in short. */
export interface FeedFacts {
  readonly minimumAge: number | undefined;
  readonly maximumAge: number | undefined;
  readonly openings: readonly Opening[];
  readonly areas: readonly string[];
  /** Of each of its locations, in order. */
  readonly points: readonly (Point | undefined)[];
}

/** What is asked of them. Times are `HH:MM`, `day` two letters as in RFC 5545. */
export interface FactsAsked {
  /** The service's own minimum age is at least this; its own maximum age at most. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** Somebody of this age may come. */
  readonly age?: number;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly day?: string;
  readonly home?: FoundPlace;
  /** Metres from `home`; without them the area served counts. */
  readonly proximity?: number;
}

const METRES_IN_A_MILE = 1609.344;

/** Reads them out of a row. */
export function readFacts(row: JsonObject): FeedFacts {
  const locations = objectsIn(row, 'service_at_locations');
  const parts = [row, ...locations, ...locations.flatMap(at => objectsIn(at, 'location'))];
  return {
    minimumAge: numberIn(row, 'minimum_age'),
    maximumAge: numberIn(row, 'maximum_age'),
    openings: parts.flatMap(part => objectsIn(part, 'schedules')).map(readOpening),
    areas: readAreas(row),
    points: locations.map(at => pointOf(objectIn(at, 'location') ?? {})),
  };
}

function readOpening(schedule: JsonObject): Opening {
  const time = (key: string): string => textIn(schedule, key).slice(0, 5);
  return { days: textIn(schedule, 'byday'), opens: time('opens_at'), closes: time('closes_at') };
}

function pointOf(location: JsonObject): Point | undefined {
  const [latitude, longitude] = [numberIn(location, 'latitude'), numberIn(location, 'longitude')];
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** Whether a service is meant. */
export function fitsFacts(facts: FeedFacts, asked: FactsAsked): boolean {
  return fitsAges(facts, asked) && fitsTimes(facts, asked) && fitsArea(facts, asked);
}

function fitsAges({ minimumAge, maximumAge }: FeedFacts, asked: FactsAsked): boolean {
  // a service that names no such age is not meant where one is asked for
  const isFrom = asked.minimumAge === undefined || (minimumAge ?? -1) >= asked.minimumAge;
  const isTo = asked.maximumAge === undefined || (maximumAge ?? Infinity) <= asked.maximumAge;
  return isFrom && isTo && (asked.age === undefined || isOpenTo(asked.age, minimumAge, maximumAge));
}

function isOpenTo(age: number, minimumAge = 0, maximumAge = Infinity): boolean {
  return age >= minimumAge && age <= maximumAge;
}

/** One and the same schedule has the day and the times. */
function fitsTimes({ openings }: FeedFacts, { startTime, endTime, day }: FactsAsked): boolean {
  if (startTime === undefined && endTime === undefined && day === undefined) return true;
  return openings.some(
    ({ days, opens, closes }) =>
      (day === undefined || days.includes(day)) &&
      (startTime === undefined || (opens !== '' && opens >= startTime)) &&
      (endTime === undefined || (closes !== '' && closes <= endTime)),
  );
}

function fitsArea({ areas, points }: FeedFacts, asked: FactsAsked): boolean {
  const { home, proximity } = asked;
  if (home === undefined) return true;
  if (proximity !== undefined) return points.some(point => isNear(point, asked));
  return areas.length === 0 || servedByAny(areas.map(area => serves(area, home))) !== 'outside';
}

/** Whether a location is as near as was asked; without such a question every one is. */
export function isNear(point: Point | undefined, { home, proximity }: FactsAsked): boolean {
  if (home === undefined || proximity === undefined) return true;
  return point !== undefined && distanceInMiles(point, home.point) * METRES_IN_A_MILE <= proximity;
}
