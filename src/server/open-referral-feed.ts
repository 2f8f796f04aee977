// Our own feed: what was imported, answered as HSDS-UK v3. A page reads only the chunks it needs, and a few chunks are kept at hand, since whoever
// reads a whole feed asks for one page after another.
import { readChunk, SERVICES_A_CHUNK, unpackLines } from '../directory-import/directory-chunks.js';
import type { JsonObject } from '../directory/read/read-result.js';
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import { objectsIn } from '../directory/read/json-fields.js';
import { buildCatalogue, parseRow, type Catalogue } from './open-referral-catalogue.js';
import { isNear } from './open-referral-facts.js';
import { pageOf, placesMeant, type FeedQuery } from './open-referral-query.js';

/** The lists of the feed. */
export type FeedList = 'services' | 'service_at_locations' | 'taxonomies' | 'taxonomy_terms';

/** Answers of the feed; undefined: there is no such thing. */
export interface OpenReferralFeed {
  /** Id of the version in force; undefined before the first import. */
  readonly version: () => Promise<string | undefined>;
  readonly page: (list: FeedList, query: FeedQuery) => Promise<unknown>;
  readonly one: (list: FeedList, id: string) => Promise<unknown>;
}

const CHUNKS_AT_HAND = 4;
const nothing: Catalogue = {
  ...{ version: '', entries: [], places: new Map(), placesOfLocations: new Map(), terms: new Map(), taxonomies: new Map() },
};

/** Makes the feed over a store. */
export function createOpenReferralFeed(store: DirectoryStore): OpenReferralFeed {
  const catalogueOf = createCatalogues(store);
  const rowsAt = createRowReader(store);

  const locationPage = async (catalogue: Catalogue, query: FeedQuery): Promise<unknown> => {
    const meant = placesMeant(catalogue, query).flatMap(place =>
      (catalogue.entries[place]?.facts.points ?? []).flatMap((point, at) => (isNear(point, query.facts) ? [{ place, at }] : [])),
    );
    const page = cut(meant, query);
    const rows = await rowsAt(catalogue.version, [...new Set(page.map(({ place }) => place))]);
    const contents = page.flatMap(({ place, at }) => locationsOf(rows.get(place)).slice(at, at + 1));
    return pageOf(contents, meant.length, query);
  };

  const servicePage = async (catalogue: Catalogue, query: FeedQuery): Promise<unknown> => {
    const meant = placesMeant(catalogue, query);
    const page = cut(meant, query);
    const rows = await rowsAt(catalogue.version, page);
    const contents = page.flatMap(place => rows.get(place) ?? []);
    return pageOf(contents, meant.length, query);
  };

  const rowAt = async ({ version }: Catalogue, place: number | undefined): Promise<JsonObject | undefined> =>
    place === undefined ? undefined : (await rowsAt(version, [place])).get(place);

  return {
    version: async () => (await store.current())?.id,
    page: async (list, query) => {
      const catalogue = await catalogueOf();
      if (list === 'services') return servicePage(catalogue, query);
      if (list === 'service_at_locations') return locationPage(catalogue, query);
      const all = [...(list === 'taxonomies' ? catalogue.taxonomies : catalogue.terms).values()];
      return pageOf(cut(all, query), all.length, query);
    },
    one: async (list, id) => {
      const catalogue = await catalogueOf();
      if (list === 'services') return rowAt(catalogue, catalogue.places.get(id));
      if (list !== 'service_at_locations') return (list === 'taxonomies' ? catalogue.taxonomies : catalogue.terms).get(id);
      return locationsOf(await rowAt(catalogue, catalogue.placesOfLocations.get(id))).find(location => location['id'] === id);
    },
  };
}

function cut<T>(all: readonly T[], { page, perPage }: FeedQuery): readonly T[] {
  return all.slice((page - 1) * perPage, page * perPage);
}

/** Each location of a service with the service in it, as `/service_at_locations` has them. */
function locationsOf(row: JsonObject | undefined): readonly JsonObject[] {
  if (row === undefined) return [];
  const { service_at_locations: _, ...service } = row;
  return objectsIn(row, 'service_at_locations').map(location => ({ ...location, service }));
}

/** The catalogue of the version in force, made once for each version, however many ask at once. */
function createCatalogues(store: DirectoryStore): () => Promise<Catalogue> {
  let known: { readonly version: string; readonly catalogue: Promise<Catalogue> } | undefined;
  const build = ({ id }: DirectoryVersion): Promise<Catalogue> => buildCatalogue(id, linesOf(store, id));
  return async () => {
    const version = await store.current();
    if (version === undefined) return nothing;
    if (known?.version !== version.id) {
      const catalogue = build(version);
      known = { version: version.id, catalogue };
      catalogue.catch(() => {
        known = undefined;
      });
    }
    return known.catalogue;
  };
}

async function* linesOf(store: DirectoryStore, version: string): AsyncGenerator<readonly string[]> {
  for await (const bytes of store.chunks(version, 'rows')) yield unpackLines(bytes);
}

/** Reads rows by their places, chunk after chunk; the chunks read last stay at hand. */
function createRowReader(store: DirectoryStore): (version: string, places: readonly number[]) => Promise<ReadonlyMap<number, JsonObject>> {
  const atHand = new Map<string, readonly string[]>();
  const chunkAt = async (version: string, chunk: number): Promise<readonly string[]> => {
    const key = `${version} ${String(chunk)}`;
    const lines = atHand.get(key) ?? (await readChunk(store, version, 'rows', chunk));
    atHand.delete(key); // set again: a Map keeps the order of setting, so the first is the one used longest ago
    atHand.set(key, lines);
    const [oldest] = atHand.keys();
    if (atHand.size > CHUNKS_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return lines;
  };
  return async (version, places) => {
    const rows = new Map<number, JsonObject>();
    for (const place of places) {
      const lines = await chunkAt(version, Math.floor(place / SERVICES_A_CHUNK));
      const line = lines[place % SERVICES_A_CHUNK];
      if (line !== undefined) rows.set(place, parseRow(line));
    }
    return rows;
  };
}
