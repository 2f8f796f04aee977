// The desk's answer to one look: for a need, whatever the words for it and the language, what matching would show the patient; then whatever else
// the words are found in. What a filter keeps away is told with the reason, not left out in silence.
import { needKeys } from '../../content/journey/needs-schema.js';
import type { NeedKey } from '../../content/journey/needs-schema.js';
import { explainServices } from '../explain-services.js';
import type { ExplainedService } from '../explain-services.js';
import type { LocalDirectory } from '../local-directory.js';
import type { Match, MatchResult } from '../match-request.js';
import type { Miss } from '../match-reason.js';
import { matchServices } from '../match-services.js';
import { isTelling, searchWords } from '../search-words.js';
import type { Service } from '../service.js';
import { placeInText } from './desk-place.js';
import type { DeskPlace } from './desk-place.js';
import type { DeskFilters, DeskQuery } from './desk-query.js';
import { deskRequest } from './desk-request.js';

/** Services of a need, or found by words, that are looked at; and the most that are shown and told as near misses. */
const looked = 40;
const mostShown = 20;
const mostMisses = 10;
/** Needs of one text that are followed. */
const mostNeeds = 3;

/** A service that is not shown, and why not. */
export interface DeskMiss {
  readonly service: Service;
  readonly misses: readonly Miss[];
}

/** What was found. */
export interface DeskFound {
  /** Nothing was asked yet. */
  readonly idle: boolean;
  readonly place?: DeskPlace;
  /** Needs that were asked for, surest first. */
  readonly needs: readonly NeedKey[];
  /** Best first, no service twice; `misses` are told as warnings. */
  readonly shown: readonly ExplainedService[];
  readonly missed: readonly DeskMiss[];
}

/** What a look needs from outside. */
export interface DeskEars {
  /** Needs that a text speaks of, in any language, surest first. */
  readonly needsIn: (text: string) => readonly string[];
  /** ISO date. */
  readonly today: string;
}

/** A filter was set, and this is what it keeps away; anything else is a warning beside the service. */
const hard = new Set('too-young too-old costs other-language not-that-day must-travel only-professional'.split(' ') as Miss['code'][]);

function isKept(miss: Miss, { gender }: DeskFilters): boolean {
  if (miss.code === 'not-for-you') return gender !== undefined && miss.audiences.includes(gender === 'women' ? 'men' : 'women');
  return hard.has(miss.code) || miss.code.startsWith('no-');
}

/** Whether all the words that say something stand in its name or its provider's, the last perhaps only begun. */
function namedBy(text: string): (service: Service) => boolean {
  const words = searchWords(text).filter(isTelling);
  if (words.length === 0) return () => false;
  return ({ name, provider }) => {
    const named = searchWords(`${name} ${provider.name}`);
    return words.every(word => named.some(other => other.startsWith(word)));
  };
}

const isKey = (need: string): need is NeedKey => needKeys.some(key => key === need);

function needsOf({ known, filters: { need } }: DeskQuery, text: string, ears: DeskEars): readonly NeedKey[] {
  const heard = need === undefined ? ears.needsIn(text).filter(isKey).slice(0, mostNeeds) : [need];
  return [...new Set([...known, ...heard])];
}

/** The first of each, then the second of each: no need is drowned by another. */
function inTurn(lists: readonly (readonly Match[])[]): readonly Match[] {
  const longest = Math.max(0, ...lists.map(list => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap(list => list[at] ?? [])).flat();
}

/** Services found by their words, with what speaks for and against each; those of another need than the filter's are left out. */
function byWords(
  directory: LocalDirectory,
  text: string,
  query: DeskQuery,
  requestOf: ReturnType<typeof deskRequest>,
): readonly ExplainedService[] {
  if (text === '') return [];
  const { need } = query.filters;
  const found = directory.search.find(text, looked).filter(({ service }) => need === undefined || service.needs.includes(need));
  return explainServices(directory.index, found, service => need ?? service.needs[0] ?? 'loneliness', requestOf);
}

function unique<T extends { readonly service: Service }>(list: readonly T[], but: ReadonlySet<string> = new Set()): readonly T[] {
  const seen = new Set(but);
  return list.filter(({ service: { id } }) => !seen.has(id) && seen.add(id));
}

const far = ({ misses, miles = 0 }: ExplainedService): number => (misses.some(({ code }) => code === 'too-far') ? miles : 0);

/** So many that are called as typed stand before all of the need, though something speaks against them. */
const mostNamed = 3;

/**
 * Called so and of the need; called so and open to them; called so, with a warning (whoever types a name wants to know that it is closed); of the
 * need; found in another way, what is too far last.
 */
function inOrder(matches: readonly Match[], worded: readonly ExplainedService[], text: string): readonly ExplainedService[] {
  const isNamed = namedBy(text);
  const suiting = matches.map(match => ({ ...match, misses: [] }));
  const named = worded.filter(each => isNamed(each.service) && far(each) === 0);
  return unique([
    ...suiting.filter(({ service }) => isNamed(service)),
    ...named.filter(({ misses }) => misses.length === 0),
    ...named.filter(({ misses }) => misses.length > 0).slice(0, mostNamed),
    ...suiting,
    ...worded.toSorted((a, b) => far(a) - far(b)),
  ]);
}

/** Looks. */
export function searchForDesk(directory: LocalDirectory, query: DeskQuery, ears: DeskEars): DeskFound {
  const { rest, place } = placeInText(query.text, directory.places);
  const needs = needsOf(query, rest, ears);
  const requestOf = deskRequest(query.filters, place?.found, ears.today, needs.length > 1 ? looked / 2 : looked);
  const answers: readonly MatchResult[] = needs.map(need => matchServices(directory.index, requestOf(need)));
  const worded = byWords(directory, rest === '' ? (place?.postcode ?? '') : rest, query, requestOf);
  const open = worded.filter(({ misses }) => !misses.some(miss => isKept(miss, query.filters)));
  const shown = inOrder(inTurn(answers.map(({ matches }) => matches)), open, rest).slice(0, mostShown);
  const shut: readonly DeskMiss[] = [...worded.filter(each => !open.includes(each)), ...answers.flatMap(({ nearMisses }) => nearMisses)];
  return {
    idle: query.text === '' && needs.length === 0,
    ...(place !== undefined && { place }),
    needs,
    shown,
    missed: unique(shut, new Set(shown.map(({ service }) => service.id))).slice(0, mostMisses),
  };
}
