// What the imported feed itself tells of where postcodes are: every venue with an address and a position.
import type { Point, Service } from '../service.js';
import { distanceInMiles } from './distance.js';
import type { FoundPlace, Places } from './places.js';
import { readPostcode } from './read-postcode.js';

/** Venues of one postcode stand closer together than this; further apart, one of them is wrong, and nobody can tell which. */
const widestPostcode = 1;

function meanOf(points: readonly Point[]): Point {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  return { latitude: mean(points.map(point => point.latitude)), longitude: mean(points.map(point => point.longitude)) };
}

function put(map: Map<string, Point[]>, key: string, point: Point): void {
  const points = map.get(key);
  if (points === undefined) map.set(key, [point]);
  else points.push(point);
}

function pointsByPostcode(services: Iterable<Service>): ReadonlyMap<string, readonly Point[]> {
  const points = new Map<string, Point[]>();
  for (const { hidden, places } of services) {
    for (const { postcode, point } of hidden ? [] : places) {
      const read = readPostcode(postcode ?? '');
      if (read?.inward !== undefined && point !== undefined) put(points, `${read.outward} ${read.inward}`, point);
    }
  }
  return points;
}

/** Learns the postcodes of all places that have one and a point. Services whose address is hidden teach nothing. */
export function learnPlaces(services: Iterable<Service>): Places {
  const exact = new Map<string, FoundPlace>();
  const byOutward = new Map<string, Point[]>();
  for (const [postcode, points] of pointsByPostcode(services)) {
    const point = meanOf(points);
    if (points.some(each => distanceInMiles(each, point) > widestPostcode)) continue;
    const outward = postcode.slice(0, -4);
    exact.set(postcode, { point, precision: 'postcode', outward });
    put(byOutward, outward, point);
  }
  const around = new Map(
    [...byOutward].map(([outward, points]): [string, FoundPlace] => [outward, { point: meanOf(points), precision: 'outward', outward }]),
  );
  return {
    find: postcode => {
      const { outward = '', inward = '' } = readPostcode(postcode) ?? {};
      return exact.get(`${outward} ${inward}`) ?? around.get(outward);
    },
  };
}
