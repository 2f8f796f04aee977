// Why a service is not shown to one person: a code with its values for everything that keeps it away, in the order of judgement.
import { accessOfBits, daysOfBits } from './fact-bits.js';
import { openingOf, tenths } from './explain-match.js';
import type { Shown } from './explain-match.js';
import { judgeSpot, milesTo } from './judge-spot.js';
import { missesOf } from './judgement.js';
import type { Concern } from './judgement.js';
import type { Miss } from './match-reason.js';
import type { Service } from './service.js';

function ageMiss({ service, asker }: Shown): Miss {
  const { minimumAge: from = 0, maximumAge: to = 0 } = service;
  return (asker.request.age ?? 0) < from ? { code: 'too-young', from } : { code: 'too-old', to };
}

function accessMisses({ index: { spots }, spot, asker }: Shown): readonly Miss[] {
  return accessOfBits(asker.access & (spots.lacks[spot] ?? 0)).map(kind => ({ code: `no-${kind}` }));
}

function lastDate({ schedules, places }: Service): string {
  const ends = [...schedules, ...places.flatMap(place => place.schedules)].map(({ to = '' }) => to.slice(0, 10));
  return ends.reduce((last, to) => (to > last ? to : last), '');
}

const misses: Readonly<Record<Concern, (shown: Shown) => readonly Miss[]>> = {
  age: shown => [ageMiss(shown)],
  audience: ({ service }) => [{ code: 'not-for-you', audiences: service.audiences }],
  area: ({ service }) => [{ code: 'outside-area', areas: service.areas }],
  cost: () => [{ code: 'costs' }],
  language: ({ service }) => [{ code: 'other-language', languages: service.languages }],
  access: accessMisses,
  ended: ({ service }) => [{ code: 'ended', on: lastDate(service) }],
  days: shown => [{ code: 'not-that-day', days: daysOfBits(openingOf(shown).days) }],
  capacity: () => [{ code: 'closed' }],
  'way-in': () => [{ code: 'only-professional' }],
  travel: () => [{ code: 'must-travel' }],
  distance: ({ index, spot, asker }) => [{ code: 'too-far', miles: tenths(milesTo(index.spots, spot, asker) ?? 0) }],
};

/** Everything that keeps a service from somebody who looks within `radius` miles. */
export function explainMisses(shown: Shown, radius: number): readonly Miss[] {
  const { index, spot, asker } = shown;
  const judgement = judgeSpot(index, spot, asker, milesTo(index.spots, spot, asker), radius);
  return missesOf(judgement).flatMap(concern => misses[concern](shown));
}
