// A request as the tables need it: the person in bits, and what follows for them from each list of areas and of languages.
import { needKeys } from '../content/journey/needs-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import { servedByAny, servedRadius, serves } from './area-served.js';
import { dayNumber, yearBefore } from './calendar-days.js';
import { accessBits, audienceBits, dayBits } from './fact-bits.js';
import type { MatchRequest } from './match-request.js';
import { sameLanguage } from './same-language.js';
import type { AudienceKind } from './service.js';
import type { ServiceTable } from './service-table.js';

/** What a list of areas or of languages says for one person; `none`: the list is empty. */
export const said = { none: 0, yes: 1, unknown: 2, no: 3 } as const;

/** Who asks. */
export interface Asker {
  readonly request: MatchRequest;
  /** Where the need stands among all needs. */
  readonly need: number;
  /** Numbers of days. */
  readonly today: number;
  readonly yearAgo: number;
  /** Groups the person is of, and is not of; in neither: not known. */
  readonly member: number;
  readonly stranger: number;
  readonly access: number;
  readonly days: number;
  /** They cannot do with English. */
  readonly needsLanguage: boolean;
  /** By the number of a list of areas: one of `said`. */
  readonly area: (list: number) => number;
  /** By the number of a list of areas: miles round it that the service serves; 0: no such limit. */
  readonly reach: (list: number) => number;
  /** By the number of a list of languages: `none`, `yes` or `no`. */
  readonly language: (list: number) => number;
}

export const genders = audienceBits(['women', 'men']);
export const ageGroups = audienceBits(['young-people', 'older-people']);

/** Groups that somebody with this need is of, whatever else is known. */
const ofNeed: Partial<Record<NeedKey, readonly AudienceKind[]>> = {
  caring: ['carers'],
  disability: ['disabled-people'],
  family: ['parents'],
};

function ageMembers(age: number | undefined): readonly AudienceKind[] {
  if (age === undefined) return [];
  return [...(age <= 25 ? (['young-people'] as const) : []), ...(age >= 50 ? (['older-people'] as const) : [])];
}

function accessMembers({ access }: MatchRequest): readonly AudienceKind[] {
  const disabled = access.includes('step-free') || access.includes('accessible-toilet');
  return [...(disabled ? (['disabled-people'] as const) : []), ...(access.includes('sign-language') ? (['deaf-people'] as const) : [])];
}

/** Whom they are known not to be: another gender than told, another age, and every group they were asked about and are not of. */
function strangerTo(member: number, ageKnown: boolean, not: readonly AudienceKind[]): number {
  const known = ((member & genders) === 0 ? 0 : genders) | (ageKnown ? ageGroups : 0) | audienceBits(not);
  return known & ~member;
}

/** Works out each word once, when it is first met: lists share their words. */
function rememberedWords<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return word => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = work(word);
    known.set(word, found);
    return found;
  };
}

/** Works out each list once, when it is first met. */
function remembered(count: number, work: (list: number) => number): (list: number) => number {
  const known = new Float32Array(count).fill(-1);
  return list => {
    const before = known[list] ?? 0;
    if (before >= 0) return before;
    return (known[list] = work(list));
  };
}

const isEnglish = (tag: string): boolean => sameLanguage(tag, 'en');

/** Reads a request against the tables of one directory. */
export function readAsker(request: MatchRequest, table: ServiceTable): Asker {
  const { today, age, audiences, notAudiences = [], need, languages } = request;
  const member = audienceBits([...new Set([...audiences, ...(ofNeed[need] ?? []), ...ageMembers(age), ...accessMembers(request)])]);
  const wanted = languages.filter(tag => !isEnglish(tag));
  const isWanted = rememberedWords(tag => wanted.some(other => sameLanguage(tag, other)));
  const isServed = rememberedWords(area => serves(area, request));
  const areas = (list: number): readonly string[] => table.areaLists[list] ?? [];
  return {
    request,
    need: needKeys.indexOf(need),
    today: dayNumber(today),
    yearAgo: yearBefore(today),
    member,
    stranger: strangerTo(member, age !== undefined, notAudiences),
    access: accessBits(request.access),
    days: dayBits(request.days ?? []),
    needsLanguage: wanted.length > 0 && wanted.length === languages.length,
    area: remembered(table.areaLists.length, list => (list === 0 ? said.none : saidOf[servedByAny(areas(list).map(isServed))])),
    reach: remembered(table.areaLists.length, list => Math.max(0, ...areas(list).map(area => servedRadius(area) ?? 0))),
    language: remembered(table.languageLists.length, list => {
      if (list === 0) return said.none;
      return (table.languageLists[list] ?? []).some(isWanted) ? said.yes : said.no;
    }),
  };
}

const saidOf = { inside: said.yes, unknown: said.unknown, outside: said.no } as const;
