// How far apart two points are, in miles, which is what people in the United Kingdom measure ways in.
import { milesBetween } from '../great-circle.js';
import type { Point } from '../service.js';

/** Great-circle distance in miles of 1,609.344 m (right to 0.5 percent, the Earth being no true sphere). */
export function distanceInMiles(from: Point, to: Point): number {
  return milesBetween(from.latitude, from.longitude, to.latitude, to.longitude);
}
