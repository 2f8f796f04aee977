// What the imported feed itself tells of where postcodes are: every venue with an address and a position.
import type { Point, Service } from '../service.js';
import { doAll, eachInSteps } from '../steps.js';
import type { Steps } from '../steps.js';
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

/** Takes services one after another; `finish` gives what they taught. Services whose address is hidden teach nothing. */
export class PlaceLearner {
  private readonly points = new Map<string, Point[]>();

  /** Learns the postcodes of all places that have one and a point. */
  add({ hidden, places }: Service): void {
    for (const { postcode, point } of hidden ? [] : places) {
      const read = readPostcode(postcode ?? '');
      if (read?.inward !== undefined && point !== undefined) put(this.points, `${read.outward} ${read.inward}`, point);
    }
  }

  /** Everything learnt. */
  *finish(): Steps<Places> {
    const exact = new Map<string, FoundPlace>();
    const byOutward = new Map<string, Point[]>();
    const all = [...this.points];
    yield* eachInSteps(all.length, at => {
      const [postcode, points] = all[at] ?? ['', []];
      const point = meanOf(points);
      if (points.some(each => distanceInMiles(each, point) > widestPostcode)) return;
      const outward = postcode.slice(0, -4);
      exact.set(postcode, { point, precision: 'postcode', outward });
      put(byOutward, outward, point);
    });
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
}

/** Learns from all services, all at once. */
export function learnPlaces(services: Iterable<Service>): Places {
  const learner = new PlaceLearner();
  for (const service of services) learner.add(service);
  return doAll(learner.finish());
}
