// Services that were found in another way than by a need, by their name for example, judged for one person all the same: where they would go, why
// it suits them, and what speaks against it.
import type { NeedKey } from '../content/journey/needs-schema.js';
import { readAsker } from './asker.js';
import type { Asker } from './asker.js';
import { explainMatch, tenths } from './explain-match.js';
import { explainMisses } from './explain-misses.js';
import type { DirectoryIndex } from './index-services.js';
import { judgeSpot, milesTo } from './judge-spot.js';
import { countMisses, pointsOf } from './judgement.js';
import type { Match, MatchRequest } from './match-request.js';
import type { Miss } from './match-reason.js';
import type { FoundService } from './search-services.js';
import type { Service } from './service.js';
import { noPlace } from './spot-table.js';

/** A service as a match is told, with what keeps it away; nothing where it suits. */
export interface ExplainedService extends Match {
  readonly misses: readonly Miss[];
}

/** Somebody who looks no further says so with `radiusMiles`. */
const usualRadius = 10;

interface Judged {
  readonly spot: number;
  readonly misses: number;
  readonly points: number;
  readonly miles: number;
}

/** The spots of some services, in one pass over all. */
function spotsOfServices({ spots: { service } }: DirectoryIndex, numbers: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let spot = 0; spot < service.length; spot += 1) {
    const number = service[spot] ?? 0;
    if (!numbers.has(number)) continue;
    const known = found.get(number);
    if (known === undefined) found.set(number, [spot]);
    else known.push(spot);
  }
  return found;
}

function judge(index: DirectoryIndex, spot: number, asker: Asker, radius: number): Judged {
  const miles = milesTo(index.spots, spot, asker);
  const judgement = judgeSpot(index, spot, asker, miles, radius);
  return { spot, misses: countMisses(judgement), points: pointsOf(judgement), miles: miles ?? Infinity };
}

const byFit = (a: Judged, b: Judged): number => a.misses - b.misses || a.points - b.points || (a.miles < b.miles ? -1 : 1);

function explain(index: DirectoryIndex, service: Service, spots: readonly number[], asker: Asker): ExplainedService | undefined {
  const radius = asker.request.radiusMiles ?? usualRadius;
  const [best] = spots.map(spot => judge(index, spot, asker, radius)).sort(byFit);
  if (best === undefined) return undefined;
  const shown = { index, service, spot: best.spot, asker };
  const place = service.places[index.spots.place[best.spot] ?? noPlace];
  return {
    service,
    ...(place !== undefined && { place }),
    ...(best.miles !== Infinity && { miles: tenths(best.miles) }),
    reasons: explainMatch(shown),
    misses: explainMisses(shown, radius),
  };
}

/** Each service that was found, at the spot that suits best, in the order given. `requestOf`: what the person asks for a need. */
export function explainServices(
  index: DirectoryIndex,
  found: readonly FoundService[],
  needOf: (service: Service) => NeedKey,
  requestOf: (need: NeedKey) => MatchRequest,
): readonly ExplainedService[] {
  const spots = spotsOfServices(index, new Set(found.map(({ number }) => number)));
  const askers = new Map<NeedKey, Asker>();
  const askerFor = (need: NeedKey): Asker => {
    const asker = askers.get(need) ?? readAsker(requestOf(need), index.services);
    askers.set(need, asker);
    return asker;
  };
  return found.flatMap(({ service, number }) => explain(index, service, spots.get(number) ?? [], askerFor(needOf(service))) ?? []);
}
