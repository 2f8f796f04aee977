// Why a service is shown to one person, in the order in which the reasons are read: what it costs, where, when, in which language, for whom,
// how to get in, whose it is, how fresh. What the person asked about and the feed does not say is told too.
import { said } from './asker.js';
import type { Asker } from './asker.js';
import { isoDate, laterDate } from './calendar-days.js';
import { accessBits, audienceBits, daysOfBits } from './fact-bits.js';
import { nameOfArea, serves, servedRadius } from './area-served.js';
import type { DirectoryIndex } from './index-services.js';
import { milesTo } from './judge-spot.js';
import type { Reason } from './match-reason.js';
import { openingOn } from './opening-days.js';
import type { Opening } from './opening-days.js';
import { staleness } from './rank-spots.js';
import { sameLanguage } from './same-language.js';
import type { Service } from './service.js';
import { noPlace } from './spot-table.js';

/** A service with the one of its spots it is shown for. */
export interface Shown {
  readonly index: DirectoryIndex;
  readonly service: Service;
  readonly spot: number;
  readonly asker: Asker;
}

/** Rounded as it is told. */
export const tenths = (miles: number): number => Math.round(miles * 10) / 10;

/** When it is on there. */
export function openingOf({ index: { spots }, spot, asker }: Omit<Shown, 'service'>): Opening {
  const dated = spots.dated.get(spot);
  if (dated !== undefined) return openingOn(dated, asker.today);
  const days = spots.days[spot] ?? 0;
  return { ended: false, days, told: days };
}

const costReasons = { free: 'free', some: 'free-for-some', paid: 'paid' } as const;

function cost({ service, asker }: Shown): readonly Reason[] {
  if (service.cost !== undefined) return [{ code: costReasons[service.cost] }];
  return asker.request.freeOnly === true ? [{ code: 'not-said', what: 'cost' }] : [];
}

function where({ index, service, spot, asker }: Shown): readonly Reason[] {
  const miles = milesTo(index.spots, spot, asker);
  return [
    ...(miles === undefined ? [] : [{ code: 'miles' as const, miles: tenths(miles) }]),
    ...(service.remote ? [{ code: 'remote' as const }] : []),
    ...(service.hidden ? [{ code: 'address-kept' as const }] : []),
  ];
}

function when(shown: Shown): readonly Reason[] {
  const { told, starts } = openingOf(shown);
  const unsaid = told === 0 && shown.asker.days !== 0;
  return [
    ...(starts === undefined ? [] : [{ code: 'starts' as const, from: isoDate(starts) }]),
    ...(told === 0 ? [] : [{ code: 'days' as const, days: daysOfBits(told) }]),
    ...(unsaid ? [{ code: 'not-said' as const, what: 'days' as const }] : []),
  ];
}

function language({ service, asker }: Shown): readonly Reason[] {
  const spoken = asker.request.languages.filter(tag => service.languages.some(other => sameLanguage(tag, other)));
  if (spoken.length > 0) return spoken.map(tag => ({ code: 'language', language: tag }));
  if (!asker.needsLanguage) return [];
  return [service.interpreters ? { code: 'interpreters' } : { code: 'not-said', what: 'language' }];
}

/** Feeds write 100 and more where they mean nobody is too old. */
const nobodyIsOlder = 100;

function forWhom({ service, asker }: Shown): readonly Reason[] {
  const { minimumAge: from = 0, maximumAge: to = nobodyIsOlder, audiences } = service;
  const limited = from > 0 || to < nobodyIsOlder;
  const own = audiences.filter(audience => (audienceBits([audience]) & asker.member) !== 0);
  const maybe = audiences.filter(audience => (audienceBits([audience]) & (asker.member | asker.stranger)) === 0);
  return [
    ...(limited ? [{ code: 'ages' as const, ...(from > 0 && { from }), ...(to < nobodyIsOlder && { to }) }] : []),
    ...[...own, ...maybe].map(audience => ({ code: 'for' as const, audience })),
  ];
}

function access({ index: { spots }, spot, asker }: Shown): readonly Reason[] {
  const there = spots.access[spot] ?? 0;
  const atHome = spots.place[spot] === noPlace;
  return asker.request.access.flatMap((kind): readonly Reason[] => {
    if ((there & accessBits([kind])) !== 0) return [{ code: kind }];
    return atHome && kind !== 'sign-language' ? [] : [{ code: 'not-said', what: kind }];
  });
}

function area({ index, service, spot, asker }: Shown): readonly Reason[] {
  const miles = milesTo(index.spots, spot, asker);
  const inside = service.areas.find(name => serves(name, asker.request) === 'inside' || (miles ?? Infinity) <= (servedRadius(name) ?? -1));
  if (inside !== undefined) {
    const name = nameOfArea(inside, asker.request);
    return name === undefined ? [] : [{ code: 'area', area: name }];
  }
  return asker.area(index.services.areas[index.spots.service[spot] ?? 0] ?? 0) === said.unknown ? [{ code: 'not-said', what: 'area' }] : [];
}

function capacity({ service: { capacity: room } }: Shown): readonly Reason[] {
  if (room?.state === 'open') return [{ code: 'open' }];
  return room?.state === 'waiting' ? [{ code: 'waiting', ...(room.weeks !== undefined && { weeks: room.weeks }) }] : [];
}

function wayIn({ service }: Shown): readonly Reason[] {
  if (service.wayIn === undefined) return [];
  return [{ code: service.wayIn === 'professional' ? 'ask-link-worker' : service.wayIn }];
}

function whose({ service }: Shown): readonly Reason[] {
  return service.provider.kind === 'small-charity' ? [{ code: 'small-local' }] : [];
}

function freshness({ index, service, spot, asker }: Shown): readonly Reason[] {
  const number = index.spots.service[spot] ?? 0;
  const checked = laterDate(service.lastModified, service.assured);
  if (staleness(index, number, asker) > 0) return [{ code: 'stale', ...(checked !== undefined && { checked }) }];
  return service.assured !== undefined && service.assured.slice(0, 10) === checked ? [{ code: 'assured', on: checked }] : [];
}

const rules = [cost, where, when, language, forWhom, access, area, capacity, wayIn, whose, freshness];

const speaksFor = ({ code }: Reason): boolean => code !== 'stale' && code !== 'not-said';

/** Every reason to show a service for one of its spots; at least one. */
export function explainMatch(shown: Shown): readonly Reason[] {
  const reasons = rules.flatMap(rule => rule(shown));
  return reasons.some(speaksFor) ? reasons : [{ code: 'need', need: shown.asker.request.need }, ...reasons];
}
