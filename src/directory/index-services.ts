// The directory made ready for matching: by need, lists of spots from south to north; by id; the services themselves packed away.
import type { NeedKey } from '../content/journey/needs-schema.js';
import { ServicePacker } from './packed-services.js';
import { doAll, eachInSteps, sortInSteps } from './steps.js';
import type { Steps } from './steps.js';
import type { Service } from './service.js';
import { ServiceTableBuilder } from './service-table.js';
import type { ServiceTable } from './service-table.js';
import { isLocated, spotsOf, toSpotTable } from './spot-table.js';
import type { Spot, SpotTable } from './spot-table.js';

/** Spots of one need, by number: places with a point from south to north; home and places without one. */
export interface NeedList {
  readonly near: Uint32Array;
  readonly elsewhere: Uint32Array;
}

/** Everything matching and searching need. It holds no services as objects: each call of `byId` and `at` reads one anew. */
export interface DirectoryIndex {
  readonly size: number;
  readonly byId: (id: string) => Service | undefined;
  /** By number in the tables. */
  readonly at: (index: number) => Service | undefined;
  readonly services: ServiceTable;
  readonly spots: SpotTable;
  readonly byNeed: ReadonlyMap<NeedKey, NeedList>;
  /** Bytes of the packed services, outside the heap. */
  readonly packedBytes: number;
}

/** Whatever the feed's reader let through, the address of a refuge does not get into the index. */
function withoutAddress(service: Service): Service {
  if (!service.hidden) return service;
  const places = service.places.map(({ id, venue, access, schedules }) => ({ id, venue, access, schedules, address: [] }));
  return { ...service, places };
}

/** A refuge is for those who are not safe: nobody is shown one for anything else it may help with. */
function needsServed({ needs, hidden }: Service): readonly NeedKey[] {
  return hidden && needs.includes('safety') ? ['safety'] : [...new Set(needs)];
}

/** South to north, then those that are nowhere; then by what does not depend on the order of the feed. */
function compareSpots(ids: readonly string[]): (a: Spot, b: Spot) => number {
  const north = (spot: Spot): number => (isLocated(spot) ? spot.latitude : 91);
  const byId = (a: Spot, b: Spot): number => {
    const [one, other] = [ids[a.service] ?? '', ids[b.service] ?? ''];
    return one === other ? a.place - b.place : one < other ? -1 : 1;
  };
  return (a, b) => north(a) - north(b) || byId(a, b);
}

function* listNeeds(spots: readonly Spot[], needs: readonly (readonly NeedKey[])[]): Steps<ReadonlyMap<NeedKey, NeedList>> {
  const lists = new Map<NeedKey, { near: number[]; elsewhere: number[] }>();
  yield* eachInSteps(spots.length, number => {
    const spot = spots[number];
    if (spot === undefined) return;
    for (const need of needs[spot.service] ?? []) {
      const list = lists.get(need) ?? { near: [], elsewhere: [] };
      (isLocated(spot) ? list.near : list.elsewhere).push(number);
      lists.set(need, list);
    }
  });
  return new Map(
    [...lists].map(([need, { near, elsewhere }]) => [need, { near: Uint32Array.from(near), elsewhere: Uint32Array.from(elsewhere) }]),
  );
}

/** Services in the order of their first spots, so that what lies together is judged together; for each number, when it was added. */
function* numberServices(spots: readonly Spot[], count: number): Steps<Uint32Array> {
  const order = new Uint32Array(count);
  const numbered = new Uint8Array(count);
  let next = 0;
  yield* eachInSteps(spots.length, at => {
    const service = spots[at]?.service ?? 0;
    if (numbered[service] === 1) return;
    numbered[service] = 1;
    order[next] = service;
    next += 1;
  });
  if (next !== count) throw new RangeError(`${String(count - next)} services have no spot`);
  return order;
}

/** Where an id stands among ids in any order. */
function* finder(ids: readonly string[]): Steps<(id: string) => number | undefined> {
  const order = yield* sortInSteps([...ids.keys()], (a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  const sorted = Uint32Array.from(order);
  return id => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[sorted[middle] ?? 0] ?? '') < id) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    return found !== undefined && ids[found] === id ? found : undefined;
  };
}

/** Takes services one after another; `finish` gives the index. Numbers within are those in which they came. */
export class ServiceIndexBuilder {
  private readonly packer = new ServicePacker();
  private readonly table = new ServiceTableBuilder();
  private readonly seen = new Set<string>();
  private readonly needs: (readonly NeedKey[])[] = [];
  private readonly spots: Spot[] = [];

  /** Adds one; an id that comes twice counts the first time. */
  add(service: Service): void {
    if (this.seen.has(service.id)) return;
    const kept = withoutAddress(service);
    this.spots.push(...spotsOf(kept, this.seen.size));
    this.seen.add(service.id);
    this.packer.add(kept);
    this.table.add(kept);
    this.needs.push(needsServed(kept));
  }

  /** The index of everything added. */
  *finish(): Steps<DirectoryIndex> {
    const ids = [...this.seen];
    const spots = yield* sortInSteps(this.spots, compareSpots(ids));
    const order = yield* numberServices(spots, ids.length);
    const numbers = new Uint32Array(order.length);
    const ordered: string[] = [];
    yield* eachInSteps(order.length, number => {
      const added = order[number] ?? 0;
      numbers[added] = number;
      ordered.push(ids[added] ?? '');
    });
    const find = yield* finder(ordered);
    const packed = this.packer.finish(order);
    yield;
    return {
      size: ids.length,
      at: packed.at,
      byId: id => {
        const number = find(id);
        return number === undefined ? undefined : packed.at(number);
      },
      services: yield* this.table.finish(order),
      spots: yield* toSpotTable(spots, numbers),
      byNeed: yield* listNeeds(spots, this.needs),
      packedBytes: packed.bytes,
    };
  }
}

/** Reads every service once, all at once; an id that comes twice counts the first time. */
export function indexServices(services: Iterable<Service>): DirectoryIndex {
  const builder = new ServiceIndexBuilder();
  for (const service of services) builder.add(service);
  return doAll(builder.finish());
}
