// What somebody asks of our own feed, and which services of a version that means. Source: HSDS-UK 3.0, parameters of /services.
import { foldText } from '../text/fold-text.js';
import type { Places } from '../directory/places/places.js';
import type { Catalogue, CatalogueEntry } from './open-referral-catalogue.js';
import { fitsFacts, type FactsAsked } from './open-referral-facts.js';
import { readFactsAsked } from './open-referral-parameters.js';

/** A question, read. Pages count from 1. */
export interface FeedQuery {
  readonly page: number;
  readonly perPage: number;
  readonly search?: string;
  readonly termId?: string;
  readonly taxonomyId?: string;
  /** Milliseconds since 1970. */
  readonly modifiedAfter?: number;
  readonly facts: FactsAsked;
}

const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 50;
const LONGEST_SEARCH = 200;

/** Reads the parameters, or names the one that is wrong. `places`: where postcodes are. `text` is what v1 calls `search`. */
export function readFeedQuery(parameters: URLSearchParams, places?: Places): FeedQuery | { readonly wrong: string } {
  const page = countOf(parameters.get('page'), 1);
  const perPage = countOf(parameters.get('per_page'), USUAL_PER_PAGE);
  if (page === undefined) return { wrong: 'page' };
  if (perPage === undefined) return { wrong: 'per_page' };
  const after = parameters.get('modified_after');
  const modifiedAfter = Date.parse(after ?? '');
  if (after !== null && Number.isNaN(modifiedAfter)) return { wrong: 'modified_after' };
  const facts = readFactsAsked(parameters, places);
  if ('wrong' in facts) return facts;
  return {
    ...{ page, perPage: Math.min(perPage, MOST_PER_PAGE), facts },
    ...given('search', (parameters.get('search') ?? parameters.get('text'))?.slice(0, LONGEST_SEARCH)),
    ...given('termId', parameters.get('taxonomy_term_id')),
    ...given('taxonomyId', parameters.get('taxonomy_id')),
    ...(after !== null && { modifiedAfter }),
  };
}

function given<K extends string>(name: K, value: string | null | undefined): Partial<Record<K, string>> {
  // safe: an object with this one name
  return value === null || value === undefined || value === '' ? {} : ({ [name]: value } as Record<K, string>);
}

function countOf(text: string | null, usual: number): number | undefined {
  if (text === null || text === '') return usual;
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}

/** Places in the version of the services that are meant, in order. */
export function placesMeant({ entries, terms, taxonomies }: Catalogue, query: FeedQuery): readonly number[] {
  const words = query.search === undefined ? [] : foldText(query.search).split(/\s+/u).filter(Boolean);
  const taxonomy = query.taxonomyId === undefined ? undefined : taxonomies.get(query.taxonomyId)?.['name'];
  const fits = (entry: CatalogueEntry): boolean =>
    words.every(word => entry.words.includes(word)) &&
    (query.termId === undefined || entry.terms.includes(query.termId)) &&
    (query.taxonomyId === undefined || entry.terms.some(id => taxonomy !== undefined && terms.get(id)?.['taxonomy'] === taxonomy)) &&
    (query.modifiedAfter === undefined || entry.modified > query.modifiedAfter) &&
    fitsFacts(entry.facts, query.facts);
  return entries.flatMap((entry, place) => (fits(entry) ? [place] : []));
}

/** A page of anything, as HSDS has it. */
export function pageOf(contents: readonly unknown[], total: number, { page, perPage }: FeedQuery): unknown {
  const pages = Math.ceil(total / perPage);
  return {
    ...{ total_items: total, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
  };
}
