// A refuge's organisation may list another service in the same house, with its address. Which those are is known only when every row was read:
// then they are read again as what they are, services whose address must not be known.
import { placeKeys } from '../directory/read/place-keys.js';
import type { JsonObject } from '../directory/read/read-result.js';
import type { ChunkWriter } from './chunk-writer.js';
import type { ReadRow, RowReader } from './read-row.js';

/** Whose a service is, and where a refuge is: what is watched of each. */
export interface Housed {
  /** Id of the organisation. */
  readonly provider: string;
  readonly house?: Extract<ReadRow, { kind: 'accepted' }>['house'] | undefined;
}

/** Watches the rows of one import. */
export class HouseWatch {
  /** Places of services in the directory to come, by organisation. */
  readonly #places = new Map<string, Set<number>>();
  /** Keys of houses, by organisation. */
  readonly #houses = new Map<string, Set<string>>();

  /** A service was put at `place`. */
  see({ provider, house }: Housed, place: number): void {
    gather(this.#places, provider, [place]);
    if (house !== undefined && house.keys.length > 0) gather(this.#houses, house.organization, house.keys);
  }

  /** Hides every service that shares a house with a refuge of its organisation; their ids. */
  async hideNeighbours(writer: ChunkWriter, reader: RowReader): Promise<readonly string[]> {
    const hidden: string[] = [];
    // in the order in which they lie in the store, so that each chunk is read once
    for (const [place, houses] of this.#suspects().sort(([one], [other]) => one - other)) {
      const id = await hideAt(place, houses, writer, reader);
      if (id !== undefined) hidden.push(id);
    }
    return hidden;
  }

  /** Places of services whose organisation has a refuge, with the keys of its houses. */
  #suspects(): [place: number, houses: ReadonlySet<string>][] {
    return [...this.#houses].flatMap(([organization, houses]) =>
      [...(this.#places.get(organization) ?? [])].map((place): [number, ReadonlySet<string>] => [place, houses]),
    );
  }
}

function gather<T>(all: Map<string, Set<T>>, key: string, values: readonly T[]): void {
  const held = all.get(key) ?? new Set<T>();
  all.set(key, held);
  for (const value of values) held.add(value);
}

async function hideAt(place: number, houses: ReadonlySet<string>, writer: ChunkWriter, reader: RowReader): Promise<string | undefined> {
  const line = await writer.rowAt(place);
  // safe: rows are written by this import, out of objects
  const row = JSON.parse(line) as JsonObject;
  if (!placeKeys(row).some(key => houses.has(key))) return undefined;
  // One that is called by the address alone, as its organisation is, keeps nothing but its id
  const bare = { id: row['id'], name: 'Service', status: 'active', confidential_address: true };
  const [safe] = (await reader.read([{ ...row, confidential_address: true }, bare])).filter(({ kind }) => kind === 'accepted');
  if (safe?.kind !== 'accepted') throw new TypeError('A row that was taken is not taken hidden');
  await writer.replace(place, safe.lines);
  return safe.id;
}
