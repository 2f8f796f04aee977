// Which services are shown to one person for one need, in which order and why; and which are not, and why not. Looks in growing circles, and
// stops when nothing further away could be better than what it has.
import { readAsker } from './asker.js';
import type { Asker } from './asker.js';
import { explainMatch, tenths } from './explain-match.js';
import type { Shown } from './explain-match.js';
import { explainMisses } from './explain-misses.js';
import { flag, hasFlag } from './fact-bits.js';
import { degreesPerMile } from './great-circle.js';
import type { DirectoryIndex, NeedList } from './index-services.js';
import { judgeService } from './judge-service.js';
import { judgeHere, milesTo, pointsBeyond } from './judge-spot.js';
import { countMisses, pointsOf, suits } from './judgement.js';
import type { Match, MatchRequest, MatchResult, NearMiss } from './match-request.js';
import { asWell, pickFairly } from './pick-fairly.js';
import type { Candidate, Owner } from './pick-fairly.js';
import type { Point } from './service.js';
import { Shortlist } from './shortlist.js';
import { noPlace } from './spot-table.js';

/** Miles within which to look, one after the other. */
const circles = [1, 3, 5, 10];
/** Where not enough is found, what lies up to this far is told as too far. */
const tooFarMiles = 25;
const mostMisses = 10;
/** Each thing that keeps a service away makes it a worse near miss than any points do: they are fewer than this. */
const perMiss = 64;
/** So many of the best are looked at for services that suit in another way. */
const missesLookedAt = 40;

/** The first position in a list of spots, sorted from south to north, that is not south of a latitude. */
function firstFrom(list: Uint32Array, latitudes: Float32Array, latitude: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((latitudes[list[middle] ?? 0] ?? 0) < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretch of a list that is at most so many degrees north or south of a latitude: its first position and its end. */
function between(list: Uint32Array, latitudes: Float32Array, middle: number, degrees: number): readonly [first: number, end: number] {
  return [firstFrom(list, latitudes, middle - degrees), firstFrom(list, latitudes, middle + degrees)];
}

/** Degrees of longitude in one mile at the end of a circle that is nearer to the pole, where they are most. */
function degreesOfLongitude(point: Point, radius: number): number {
  const latitude = Math.min(89, Math.abs(point.latitude) + radius * degreesPerMile);
  return degreesPerMile / Math.cos((latitude * Math.PI) / 180);
}

/** The points by which near misses are told apart. */
const missPoints = (judgement: number): number => countMisses(judgement) * perMiss + pointsOf(judgement);

/** One search: everything a pass over a list of spots needs. */
class Search {
  readonly suiting: Shortlist;
  readonly missing: Shortlist;
  /** By service: it suits in one way at least. */
  readonly suits: Uint8Array;
  readonly rings: readonly number[];
  /** Miles further than which nothing is shown. */
  readonly radius: number;

  constructor(
    readonly index: DirectoryIndex,
    readonly asker: Asker,
    private readonly list: NeedList,
  ) {
    this.suiting = new Shortlist(index, asker, asker.request.limit, asWell);
    this.missing = new Shortlist(index, asker, missesLookedAt, 0);
    this.suits = new Uint8Array(index.size);
    this.rings = asker.request.radiusMiles === undefined ? circles : [asker.request.radiusMiles];
    this.radius = this.rings.at(-1) ?? 0;
  }

  private judge(spot: number, miles: number | undefined): void {
    const { index, asker, radius } = this;
    const service = index.spots.service[spot] ?? 0;
    const itself = judgeService(index.services, service, asker);
    // Kept away by what it is, at every spot, and by more than the nearest misses are: where it is changes nothing.
    if (!suits(itself) && !this.missing.takes(missPoints(itself))) return;
    const judgement = itself + judgeHere(index, spot, asker, miles, radius);
    if (suits(judgement)) {
      this.suits[service] = 1;
      this.suiting.offer(spot, pointsOf(judgement), miles);
    } else this.missing.offer(spot, missPoints(judgement), miles);
  }

  /** What is used from home, and places nobody knows the point of; all places where the person's own is not known. */
  judgeElsewhere(): void {
    for (const spot of this.list.elsewhere) this.judge(spot, undefined);
    if (this.asker.request.point === undefined) for (const spot of this.list.near) this.judge(spot, undefined);
  }

  /** Spots more than `from` and at most `to` miles away. */
  judgeRing(from: number, to: number): void {
    const { point } = this.asker.request;
    if (point === undefined) return;
    const { spots } = this.index;
    const [first, end] = between(this.list.near, spots.latitude, point.latitude, to * degreesPerMile);
    const wide = to * degreesOfLongitude(point, to);
    for (let at = first; at < end; at += 1) {
      const spot = this.list.near[at] ?? 0;
      if (Math.abs((spots.longitude[spot] ?? 0) - point.longitude) > wide) continue;
      const miles = milesTo(spots, spot, this.asker) ?? 0;
      if (miles > from && miles <= to) this.judge(spot, miles);
    }
  }
}

function lookRound(search: Search): readonly Candidate[] {
  const { rings, radius, asker } = search;
  const { limit } = asker.request;
  search.judgeElsewhere();
  let [inner, best] = [-1, [] as readonly Candidate[]];
  for (const outer of rings) {
    search.judgeRing(inner, outer);
    best = search.suiting.best();
    if ((best[limit - 1]?.points ?? Infinity) <= pointsBeyond(outer)) return best;
    inner = outer;
  }
  if (best.length < limit) search.judgeRing(radius, Math.max(tooFarMiles, 2 * radius));
  return best;
}

function ownerIn({ services, spots }: DirectoryIndex): (spot: number) => Owner {
  return spot => {
    const service = spots.service[spot] ?? 0;
    return { provider: services.provider[service] ?? 0, small: hasFlag(services, service, flag.small) };
  };
}

function shownAt({ index, asker }: Search, spot: number): Shown {
  const service = index.at(index.spots.service[spot] ?? 0);
  if (service === undefined) throw new RangeError(`The index has no service for spot ${String(spot)}`);
  return { index, service, spot, asker };
}

function milesIn(search: Search, spot: number): { readonly miles?: number } {
  const miles = milesTo(search.index.spots, spot, search.asker);
  return miles === undefined ? {} : { miles: tenths(miles) };
}

function toMatch(search: Search, { spot }: Candidate): Match {
  const shown = shownAt(search, spot);
  const place = shown.service.places[search.index.spots.place[spot] ?? noPlace];
  return { service: shown.service, ...(place !== undefined && { place }), ...milesIn(search, spot), reasons: explainMatch(shown) };
}

/** A service that suits in one way, at one of its places or from home, is no near miss for another. */
function nearMisses(search: Search): readonly NearMiss[] {
  const { index, radius, suits: suited } = search;
  const nearest = search.missing.best().filter(({ spot }) => suited[index.spots.service[spot] ?? 0] !== 1);
  return nearest.slice(0, mostMisses).map(({ spot }) => {
    const shown = shownAt(search, spot);
    return { service: shown.service, ...milesIn(search, spot), misses: explainMisses(shown, radius) };
  });
}

/** The services to show for one need, best first, each with its reasons, and those that nearly are. The feed's order is nothing to it. */
export function matchServices(index: DirectoryIndex, request: MatchRequest): MatchResult {
  const list = index.byNeed.get(request.need);
  if (list === undefined) return { matches: [], nearMisses: [], unmet: true };
  const search = new Search(index, readAsker(request, index.services), list);
  const picked = pickFairly(lookRound(search), request.limit, ownerIn(index));
  return { matches: picked.map(candidate => toMatch(search, candidate)), nearMisses: nearMisses(search), unmet: picked.length === 0 };
}
