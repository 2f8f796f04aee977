// What is told of a service to anybody, on paper that any patient may be handed: the reasons that do not depend on a person.
import { dayNumber, isoDate, laterDate, yearBefore } from './calendar-days.js';
import { daysOfBits } from './fact-bits.js';
import type { Reason } from './match-reason.js';
import { datedDays, openingOn } from './opening-days.js';
import type { Place, Service } from './service.js';

const costs = { free: 'free', some: 'free-for-some', paid: 'paid' } as const;

/** Feeds write 100 and more where they mean nobody is too old. */
const nobodyIsOlder = 100;

function days(service: Service, place: Place | undefined, today: string): readonly Reason[] {
  const own = place !== undefined && place.schedules.length > 0 ? place.schedules : service.schedules;
  const opening = openingOn(own.map(datedDays), dayNumber(today));
  return [
    ...(opening.starts === undefined ? [] : [{ code: 'starts', from: isoDate(opening.starts) } as const]),
    ...(opening.told === 0 ? [] : [{ code: 'days', days: daysOfBits(opening.told) } as const]),
  ];
}

function forWhom({ minimumAge: from = 0, maximumAge: to = nobodyIsOlder, audiences }: Service): readonly Reason[] {
  const limited = from > 0 || to < nobodyIsOlder;
  return [
    ...(limited ? [{ code: 'ages' as const, ...(from > 0 && { from }), ...(to < nobodyIsOlder && { to }) }] : []),
    ...audiences.map(audience => ({ code: 'for', audience }) as const),
  ];
}

function gettingIn({ wayIn, capacity }: Service): readonly Reason[] {
  const waiting = capacity?.state === 'waiting';
  return [
    ...(waiting ? [{ code: 'waiting' as const, ...(capacity.weeks !== undefined && { weeks: capacity.weeks }) }] : []),
    ...(wayIn === undefined ? [] : [{ code: wayIn === 'professional' ? 'ask-link-worker' : wayIn } as const]),
  ];
}

/** Over twelve months old, or of no date at all. */
function stale({ lastModified, assured }: Service, today: string): readonly Reason[] {
  const checked = laterDate(lastModified, assured);
  if (checked === undefined) return [{ code: 'stale' }];
  return dayNumber(checked) < yearBefore(today) ? [{ code: 'stale', checked }] : [];
}

/** The reasons, in the order in which they are read. `place`: the one they would go to. */
export function explainService(service: Service, place: Place | undefined, today: string): readonly Reason[] {
  const { cost, remote, hidden, languages, interpreters, provider } = service;
  return [
    ...(cost === undefined ? [] : [{ code: costs[cost] } as const]),
    ...(remote ? [{ code: 'remote' } as const] : []),
    ...(hidden ? [{ code: 'address-kept' } as const] : []),
    ...days(service, place, today),
    ...languages.map(language => ({ code: 'language', language }) as const),
    ...(interpreters ? [{ code: 'interpreters' } as const] : []),
    ...forWhom(service),
    ...(place?.access ?? []).map(code => ({ code })),
    ...gettingIn(service),
    ...(provider.kind === 'small-charity' ? [{ code: 'small-local' } as const] : []),
    ...stale(service, today),
  ];
}
