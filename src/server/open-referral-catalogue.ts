// What our own feed must know of a version to find its way in it: where each service lies, when it changed, its words and terms. The services
// themselves stay in the store; a few hundred bytes of each are held here.
import { foldText } from '../text/fold-text.js';
import { readFacts, type FeedFacts } from './open-referral-facts.js';
import { objectIn, objectsIn, textIn } from '../directory/read/json-fields.js';
import type { JsonObject } from '../directory/read/read-result.js';
import { stableUuid } from '../directory/read/stable-uuid.js';

/** One service, in short. Its place in the list is its place in the version. */
export interface CatalogueEntry {
  /** Milliseconds since 1970; NaN: not said. */
  readonly modified: number;
  /** Name, organisation and terms, folded. */
  readonly words: string;
  readonly terms: readonly string[];
  readonly facts: FeedFacts;
}

/** A version, in short. */
export interface Catalogue {
  readonly version: string;
  readonly entries: readonly CatalogueEntry[];
  /** Places in the list by service id, and by id of a service at a location. */
  readonly places: ReadonlyMap<string, number>;
  readonly placesOfLocations: ReadonlyMap<string, number>;
  readonly terms: ReadonlyMap<string, JsonObject>;
  readonly taxonomies: ReadonlyMap<string, JsonObject>;
}

const MOST_TERMS = 20_000;
const MOST_WORDS = 400;

/** Reads every row of a version once, a chunk at a time. */
export async function buildCatalogue(version: string, chunks: AsyncIterable<readonly string[]>): Promise<Catalogue> {
  const entries: CatalogueEntry[] = [];
  const places = new Map<string, number>();
  const placesOfLocations = new Map<string, number>();
  const terms = new Map<string, JsonObject>();
  for await (const lines of chunks) {
    for (const line of lines) {
      const row = parseRow(line);
      places.set(textIn(row, 'id'), entries.length);
      const locations = objectsIn(row, 'service_at_locations');
      for (const location of locations) placesOfLocations.set(textIn(location, 'id'), entries.length);
      entries.push(describe(row, terms));
    }
  }
  return { version, entries, places, placesOfLocations, terms, taxonomies: taxonomiesOf(terms) };
}

/** A line of a chunk of rows. */
export function parseRow(line: string): JsonObject {
  // safe: lines of this kind are written by the import alone, and are objects
  return JSON.parse(line) as JsonObject;
}

function describe(row: JsonObject, known: Map<string, JsonObject>): CatalogueEntry {
  const terms = objectsIn(row, 'attributes').flatMap(attribute => objectsIn(attribute, 'taxonomy_term'));
  for (const term of terms) if (known.size < MOST_TERMS) known.set(textIn(term, 'id'), term);
  const organization = objectIn(row, 'organization') ?? {};
  const words = [textIn(row, 'name'), textIn(organization, 'name'), ...terms.map(term => textIn(term, 'name'))];
  return {
    modified: Date.parse(textIn(row, 'last_modified')),
    words: foldText(words.join(' ')).slice(0, MOST_WORDS),
    terms: terms.map(term => textIn(term, 'id')),
    facts: readFacts(row),
  };
}

/** HSDS has a taxonomy's name in each of its terms; its id is the feed's where it gives one. */
function taxonomiesOf(terms: ReadonlyMap<string, JsonObject>): ReadonlyMap<string, JsonObject> {
  const taxonomies = new Map<string, JsonObject>();
  for (const term of terms.values()) {
    const name = textIn(term, 'taxonomy');
    const detail = objectIn(term, 'taxonomy_detail');
    const id = textIn(detail ?? {}, 'id') || stableUuid(`taxonomy/${name}`);
    if (name !== '' && !taxonomies.has(id)) taxonomies.set(id, detail ?? { id, name, description: name });
  }
  return taxonomies;
}
