// What the desk is asked, read from the address: the one box, the filters, and what goes onto the leaflet. Whatever cannot be read counts as not
// said. Nothing of it names a patient, and the request log holds no query.
import { z } from 'zod';
import { needKeys } from '../../content/journey/needs-schema.js';
import type { NeedKey } from '../../content/journey/needs-schema.js';
import { accessKinds, audienceKinds, weekdays } from '../service.js';
import type { AccessKind, AudienceKind, Weekday } from '../service.js';

/** The longest text that is read. */
export const longestText = 300;
/** As many services as a leaflet holds. */
export const mostPicks = 6;

/** Filters; whatever is absent or empty keeps nothing away. */
export interface DeskFilters {
  readonly need?: NeedKey;
  readonly age?: number;
  /** BCP 47 tag of the language the patient speaks. */
  readonly speaks?: string;
  readonly gender?: 'women' | 'men';
  readonly groups: readonly AudienceKind[];
  readonly access: readonly AccessKind[];
  readonly days: readonly Weekday[];
  readonly freeOnly: boolean;
  readonly staysHome: boolean;
  readonly withoutReferral: boolean;
}

/** The leaflet in the making. */
export interface DeskLeaflet {
  /** Ids of services, at most `mostPicks`, in the order they were picked. */
  readonly picks: readonly string[];
  /** Absent: not chosen yet. */
  readonly lang?: string;
  readonly size: 'standard' | 'large';
  readonly layout: 'standard' | 'easy';
}

/** One look at the desk. */
export interface DeskQuery {
  readonly text: string;
  /** Needs that were known before anybody looked; those of the text come after them. */
  readonly known: readonly NeedKey[];
  readonly filters: DeskFilters;
  readonly leaflet: DeskLeaflet;
}

/** Groups one can be of besides being a woman or a man, and besides an age. */
export const deskGroups = audienceKinds.filter(kind => !['women', 'men', 'young-people', 'older-people'].includes(kind));

const ticked = z.literal('1').optional().catch(undefined);
const id = z.string().min(1).max(200).optional().catch(undefined);
const ids = z.string().max(2_000).default('').catch('');

const querySchema = z.object({
  q: z.string().default('').catch(''),
  need: z.enum(needKeys).optional().catch(undefined),
  known: ids,
  age: z
    .string()
    .regex(/^\d{1,3}$/u)
    .transform(Number)
    .refine(age => age <= 120)
    .optional()
    .catch(undefined),
  speaks: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8}){0,3}$/u)
    .optional()
    .catch(undefined),
  gender: z.enum(['women', 'men']).optional().catch(undefined),
  free: ticked,
  home: ticked,
  self: ticked,
  s: ids,
  add: id,
  drop: id,
  lang: z.string().max(20).optional().catch(undefined),
  size: z.enum(['standard', 'large']).default('standard').catch('standard'),
  layout: z.enum(['standard', 'easy']).default('standard').catch('standard'),
});

type Query = Readonly<Record<string, string>>;

/** Ticked boxes have a name each, since an address read here holds each name once. */
function tickedOf<T extends string>(query: Query, prefix: string, kinds: readonly T[]): readonly T[] {
  return kinds.filter(kind => query[`${prefix}-${kind}`] === '1');
}

function picksOf({ s, add, drop }: Pick<z.infer<typeof querySchema>, 's' | 'add' | 'drop'>): readonly string[] {
  const wanted = [...s.split(','), add ?? ''].filter(each => each !== '' && each !== drop);
  return [...new Set(wanted)].slice(0, mostPicks);
}

/** Address of the desk for somebody whose language and needs are known. */
export function deskAddress(lang: string, known: readonly string[]): string {
  return `/desk?lang=${lang}${known.length === 0 ? '' : `&known=${known.join(',')}`}`;
}

/** Reads the query of an address. */
export function readDeskQuery(query: Query): DeskQuery {
  const read = querySchema.parse(query);
  const { q, need, age, speaks, gender, lang, size, layout } = read;
  const known = read.known.split(',');
  return {
    text: q.replaceAll(/\s+/gu, ' ').trim().slice(0, longestText),
    known: needKeys.filter(key => known.includes(key)),
    filters: {
      ...(need !== undefined && { need }),
      ...(age !== undefined && { age }),
      ...(speaks !== undefined && { speaks }),
      ...(gender !== undefined && { gender }),
      groups: tickedOf(query, 'group', deskGroups),
      access: tickedOf(query, 'access', accessKinds),
      days: tickedOf(query, 'day', weekdays),
      freeOnly: read.free !== undefined,
      staysHome: read.home !== undefined,
      withoutReferral: read.self !== undefined,
    },
    leaflet: { picks: picksOf(read), ...(lang !== undefined && { lang }), size, layout },
  };
}
