// Writes services into chunks as they come. One that is replaced later keeps its place: the few replaced are kept aside and put in together,
// so that memory stays small however long the feed is.
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import { packLines, readChunk, SERVICES_A_CHUNK } from './directory-chunks.js';
import type { ServiceLines } from './read-row.js';

/** So many replaced services are kept aside. */
const KEPT_ASIDE = 1_000;

/** Writes the chunks of one version to come. */
export class ChunkWriter {
  readonly #store: DirectoryStore;
  readonly #version: string;
  readonly #lines: ServiceLines[] = [];
  readonly #replaced = new Map<number, Map<number, ServiceLines>>();
  #written = 0;
  #aside = 0;
  /** The chunk read last: an organisation's services often lie together. */
  #read: { readonly chunk: number; readonly rows: readonly string[] } | undefined;
  /** The chunk being written while the next is filled. */
  #writing: Promise<void> = Promise.resolve();

  constructor(store: DirectoryStore, version: string) {
    this.#store = store;
    this.#version = version;
  }

  /** How many services there are. */
  get count(): number {
    return this.#written * SERVICES_A_CHUNK + this.#lines.length;
  }

  /** Adds one; its place. */
  async add(lines: ServiceLines): Promise<number> {
    const place = this.count;
    this.#lines.push(lines);
    if (this.#lines.length === SERVICES_A_CHUNK) await this.#turnOver();
    return place;
  }

  /** Puts another in the place of one that was added. */
  async replace(place: number, lines: ServiceLines): Promise<void> {
    const chunk = Math.floor(place / SERVICES_A_CHUNK);
    const at = place % SERVICES_A_CHUNK;
    if (chunk === this.#written) {
      this.#lines[at] = lines;
      return;
    }
    const replaced = this.#replaced.get(chunk) ?? new Map<number, ServiceLines>();
    this.#replaced.set(chunk, replaced);
    if (!replaced.has(at)) this.#aside += 1;
    replaced.set(at, lines);
    if (this.#aside >= KEPT_ASIDE) await this.#putIn();
  }

  /** The row at a place, as it stands now. */
  async rowAt(place: number): Promise<string> {
    const chunk = Math.floor(place / SERVICES_A_CHUNK);
    const at = place % SERVICES_A_CHUNK;
    const known = chunk === this.#written ? this.#lines[at] : this.#replaced.get(chunk)?.get(at);
    if (known !== undefined) return known.row;
    await this.#writing;
    if (this.#read?.chunk !== chunk) this.#read = { chunk, rows: await readChunk(this.#store, this.#version, 'rows', chunk) };
    return this.#read.rows[at] ?? '{}';
  }

  /** Writes what is left; how many chunks there are. */
  async finish(): Promise<DirectoryVersion['chunks']> {
    if (this.#lines.length > 0) await this.#turnOver();
    await this.#putIn();
    return { services: this.#written, rows: this.#written };
  }

  /** Waits for what is being written, whatever comes of it: after that nothing more is put. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #turnOver(): Promise<void> {
    await this.#writing;
    const lines = this.#lines.splice(0);
    this.#writing = this.#put(this.#written, lines);
    // Told at the next turn; not unheard meanwhile.
    this.#writing.catch(() => undefined);
    this.#written += 1;
  }

  async #put(at: number, lines: readonly ServiceLines[]): Promise<void> {
    const [services, rows] = await Promise.all([packLines(lines.map(({ service }) => service)), packLines(lines.map(({ row }) => row))]);
    await this.#store.putChunk(this.#version, 'services', at, services);
    await this.#store.putChunk(this.#version, 'rows', at, rows);
  }

  async #putIn(): Promise<void> {
    this.#read = undefined;
    await this.#writing;
    for (const [chunk, replaced] of this.#replaced) {
      const services = await readChunk(this.#store, this.#version, 'services', chunk);
      const rows = await readChunk(this.#store, this.#version, 'rows', chunk);
      const lines = services.map((service, at) => replaced.get(at) ?? { service, row: rows[at] ?? '{}' });
      await this.#put(chunk, lines);
    }
    this.#replaced.clear();
    this.#aside = 0;
  }
}
