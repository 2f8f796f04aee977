// Is this service for this person, and open to them? Who it is for, area, cost, language, room, way in; where and when is for judge-spot.ts.
// Each rule gives points against (see judgement.ts); what the feed does not say costs more than what is known to suit, less than what is known
// not to.
import { ageGroups, genders, said } from './asker.js';
import type { Asker } from './asker.js';
import { capacityNumber, costNumber, flag, hasFlag, noLimit, wayInNumber } from './fact-bits.js';
import { missed } from './judgement.js';
import type { ServiceTable } from './service-table.js';

const missedBy = {
  age: missed('age'),
  audience: missed('audience'),
  area: missed('area'),
  cost: missed('cost'),
  language: missed('language'),
  capacity: missed('capacity'),
  wayIn: missed('way-in'),
};

/** What it is there for first, or among other things. */
export function judgeNeed(table: ServiceTable, service: number, { need }: Asker): number {
  return table.firstNeed[service] === need ? 0 : 1;
}

/** Made for their age (from 50, or to 30) is better than for everybody; limits nobody can check against are worse. */
export function judgeAge(table: ServiceTable, service: number, { request: { age } }: Asker): number {
  const [from, to] = [table.minimumAge[service] ?? 0, table.maximumAge[service] ?? noLimit];
  if (from === 0 && to === noLimit) return 1;
  if (age === undefined) return 2;
  if (age < from || age > to) return missedBy.age;
  return from >= 50 || to <= 30 ? 0 : 1;
}

/** 0: of none of these groups, or they are of one; 1: not known; 2: they are of none of them. */
function judgeGroups(groups: number, { member, stranger }: Asker): number {
  if (groups === 0 || (groups & member) !== 0) return 0;
  return (groups & ~stranger) === 0 ? 2 : 1;
}

/** For a group nobody asked them about: after everything that is for everybody and not far. */
const unasked = 6;

/** Gender and age group must agree; of other groups one is enough. A group that is not known to be theirs or not is shown, and said. */
export function judgeAudience(table: ServiceTable, service: number, asker: Asker): number {
  const groups = table.audiences[service] ?? 0;
  if (groups === 0) return 1;
  const others = groups & ~genders & ~ageGroups;
  const other = judgeGroups(others, asker);
  const worst = Math.max(judgeGroups(groups & genders, asker), judgeGroups(groups & ageGroups, asker), other);
  if (worst > 1) return missedBy.audience;
  if (worst > 0) return other > 0 ? unasked : 3;
  return (groups & ~genders) === 0 ? 1 : 0;
}

/** "Within 2 miles of" needs `miles`, which is undefined where they are not known. */
export function judgeArea(table: ServiceTable, service: number, asker: Asker, miles: number | undefined): number {
  const list = table.areas[service] ?? 0;
  if (list === 0) return 0;
  const verdict = asker.area(list);
  if (verdict === said.yes) return 0;
  const reach = asker.reach(list);
  if (reach > 0 && miles !== undefined) return miles <= reach ? 0 : missedBy.area;
  return verdict === said.unknown ? 2 : missedBy.area;
}

/** Free, not said or free for some, always something. Who can only use what is free is not shown what always costs. */
export function judgeCost(table: ServiceTable, service: number, { request: { freeOnly } }: Asker): number {
  const cost = table.cost[service];
  if (cost === costNumber.free) return 0;
  if (cost === costNumber.paid) return freeOnly === true ? missedBy.cost : 2;
  return freeOnly === true ? 2 : 1;
}

/** Their language spoken, interpreters, not said; other languages named and no interpreters keep it away. */
export function judgeLanguage(table: ServiceTable, service: number, asker: Asker): number {
  if (!asker.needsLanguage) return 0;
  const verdict = asker.language(table.languages[service] ?? 0);
  if (verdict === said.yes) return 0;
  if (hasFlag(table, service, flag.interpreters)) return 1;
  return verdict === said.none ? 3 : missedBy.language;
}

/** Open, not said, waiting (up to 4 weeks, up to 12 or not said, more); closed is never shown. */
export function judgeCapacity(table: ServiceTable, service: number): number {
  const capacity = table.capacity[service];
  if (capacity === capacityNumber.closed) return missedBy.capacity;
  if (capacity !== capacityNumber.waiting) return capacity === capacityNumber.open ? 0 : 1;
  const weeks = table.weeks[service] ?? noLimit;
  if (weeks <= 4) return 2;
  return weeks <= 12 || weeks === noLimit ? 3 : 4;
}

/** By themselves, not said, through a professional: shown as something to ask the link worker for, unless there will be none. */
export function judgeWayIn(table: ServiceTable, service: number, { request: { withoutReferral } }: Asker): number {
  const wayIn = table.wayIn[service];
  if (wayIn === wayInNumber.professional) return withoutReferral === true ? missedBy.wayIn : 3;
  return wayIn === 0 ? 1 : 0;
}

/** Everything about the service itself but the area, which may hang on the spot. */
export function judgeService(table: ServiceTable, service: number, asker: Asker): number {
  return (
    judgeNeed(table, service, asker) +
    judgeAge(table, service, asker) +
    judgeAudience(table, service, asker) +
    judgeCost(table, service, asker) +
    judgeLanguage(table, service, asker) +
    judgeCapacity(table, service) +
    judgeWayIn(table, service, asker)
  );
}
