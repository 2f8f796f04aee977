// Latitude and longitude of a feed: swapped ones put right, those that cannot be in the British Isles left out.
import type { Point } from '../service.js';
import type { JsonObject } from './read-result.js';
import { numberIn, textIn } from './json-fields.js';

/** Degrees round the British Isles, the Channel Islands and Shetland. */
const [south, north, west, east] = [48.9, 61.2, -10.8, 2.1];

/** A point, or why there is none. Nothing said is `none` without a fault. */
export interface ReadPoint {
  readonly point?: Point;
  readonly fault?: 'bad-point' | 'swapped-point';
}

function isHere(latitude: number, longitude: number): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/** The point of a location as its fields say. */
export function readPoint(location: JsonObject): ReadPoint {
  const [latitude, longitude] = [numberIn(location, 'latitude'), numberIn(location, 'longitude')];
  if (latitude === undefined || longitude === undefined) {
    const said = textIn(location, 'latitude') !== '' || textIn(location, 'longitude') !== '';
    return said ? { fault: 'bad-point' } : {};
  }
  if (isHere(latitude, longitude)) return { point: { latitude, longitude } };
  if (isHere(longitude, latitude)) return { point: { latitude: longitude, longitude: latitude }, fault: 'swapped-point' };
  return { fault: 'bad-point' };
}
