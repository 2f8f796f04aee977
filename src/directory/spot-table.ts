// A spot is one way to use a service: one of its places, or "from home" (also: a place that is not told). Columns by spot, sorted from south
// to north, so that what lies near somebody is a short stretch of each list; home and places without a point come after all others.
import { accessBits } from './fact-bits.js';
import { datedDays, isPlain, openingOn } from './opening-days.js';
import type { DatedDays } from './opening-days.js';
import type { Place, Service } from './service.js';
import { eachInSteps } from './steps.js';
import type { Steps } from './steps.js';

/** `place` of a spot that is none of the service's places. */
export const noPlace = 255;

/** `days` of a spot whose schedules have dates, or are not on every week: they are in `dated`. */
export const hasDates = 128;

/** Columns by the number of the spot. */
export interface SpotTable {
  /** Not a number where there is no point; of home: where the service itself is. */
  readonly latitude: Float32Array;
  readonly longitude: Float32Array;
  readonly service: Uint32Array;
  /** Which of the service's places, or `noPlace`. */
  readonly place: Uint8Array;
  readonly access: Uint8Array;
  readonly lacks: Uint8Array;
  /** Bits of days, or `hasDates`. */
  readonly days: Uint8Array;
  /** Schedules of the spots whose days are not all there is to them. */
  readonly dated: ReadonlyMap<number, readonly DatedDays[]>;
}

/** One spot before sorting. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly service: number;
  readonly place: number;
  readonly access: number;
  readonly lacks: number;
  readonly days: number;
  readonly dated?: readonly DatedDays[];
}

function daysOf(service: Service, places: readonly Place[]): Pick<Spot, 'days' | 'dated'> {
  const dated = [...places.flatMap(({ schedules }) => schedules), ...service.schedules].map(datedDays);
  if (dated.every(isPlain)) return { days: openingOn(dated, 0).days };
  return { days: hasDates, dated };
}

const nowhere = { latitude: Number.NaN, longitude: Number.NaN };

/** Its first place where there is one: then none of its places has a point. */
function unlocatedSpot(service: Service, number: number): Spot {
  const [place] = service.places;
  if (place !== undefined) return placeSpot(service, number, place, 0);
  return { ...nowhere, service: number, place: noPlace, access: 0, lacks: 0, ...daysOf(service, []) };
}

function placeSpot(service: Service, number: number, place: Place, at: number): Spot {
  const { point = nowhere, access, lacks = [] } = place;
  const { latitude, longitude } = point;
  return {
    latitude,
    longitude,
    service: number,
    place: at,
    access: accessBits(access),
    lacks: accessBits(lacks),
    ...daysOf(service, [place]),
  };
}

/** Used from home, or its place is kept: what all its places say of access and days holds for it. */
function homeSpot(service: Service, number: number): Spot {
  const access = service.places.reduce((sum, place) => sum | accessBits(place.access), 0);
  const { latitude, longitude } = service.places.find(({ point }) => point !== undefined)?.point ?? nowhere;
  return { latitude, longitude, service: number, place: noPlace, access, lacks: 0, ...daysOf(service, service.places) };
}

/** Whether one goes to it and knows where it is. */
export const isLocated = ({ place, latitude }: Pick<Spot, 'place' | 'latitude'>): boolean => place !== noPlace && !Number.isNaN(latitude);

/**
 * The spots of a service: every place with a point, and home where it is remote or keeps its address. Where no place has a point, the first
 * place stands without one, so that it can still be shown.
 */
export function spotsOf(service: Service, number: number): readonly Spot[] {
  if (service.hidden) return [homeSpot(service, number)];
  const located = service.places
    .slice(0, noPlace)
    .flatMap((place, at) => (place.point === undefined ? [] : [placeSpot(service, number, place, at)]));
  const home = service.remote ? [homeSpot(service, number)] : [];
  return located.length + home.length > 0 ? [...located, ...home] : [unlocatedSpot(service, number)];
}

/** Spots in their order as columns; `numbers` gives for each service, as its spots name it, the number it is to have. */
export function* toSpotTable(spots: readonly Spot[], numbers: Uint32Array): Steps<SpotTable> {
  const { length } = spots;
  const dated = new Map<number, readonly DatedDays[]>();
  const table = {
    latitude: new Float32Array(length),
    longitude: new Float32Array(length),
    service: new Uint32Array(length),
    place: new Uint8Array(length),
    access: new Uint8Array(length),
    lacks: new Uint8Array(length),
    days: new Uint8Array(length),
  };
  yield* eachInSteps(length, at => {
    const spot = spots[at];
    if (spot === undefined) return;
    table.latitude[at] = spot.latitude;
    table.longitude[at] = spot.longitude;
    table.service[at] = numbers[spot.service] ?? 0;
    table.place[at] = spot.place;
    table.access[at] = spot.access;
    table.lacks[at] = spot.lacks;
    table.days[at] = spot.days;
    if (spot.dated !== undefined) dated.set(at, spot.dated);
  });
  return { ...table, dated };
}
