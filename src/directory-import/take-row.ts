// One row of a feed: read, and put where it belongs. Of rows with one id the newest stays; on equal dates the one that says most.
import type { FeedIssue } from '../directory/read/feed-issue.js';
import { stableUuid } from '../directory/read/stable-uuid.js';
import type { ChunkWriter } from './chunk-writer.js';
import { MOST_LINE } from './directory-chunks.js';
import type { FeedRow } from './feed-source.js';
import { HouseWatch } from './house-watch.js';
import type { Housed } from './house-watch.js';
import type { ReportCounter } from './import-report.js';
import { idOf } from './read-page.js';
import type { ReadRow, RowReader } from './read-row.js';

type Accepted = Extract<ReadRow, { kind: 'accepted' }>;

/** The reader's word for a service that is not running. */
const ENDED = 'not-active';

interface Seen {
  readonly place: number;
  readonly modified: number;
  readonly length: number;
}

/** What taking rows needs. */
export interface RowTakerParts {
  readonly reader: RowReader;
  readonly counter: ReportCounter;
  readonly writer: ChunkWriter;
  /** The rows are changes to another version: a service that is no longer active is taken out of it. */
  readonly changes: boolean;
}

/** Takes the rows of one import. */
export class RowTaker {
  readonly #parts: RowTakerParts;
  readonly #seen = new Map<string, Seen>();
  readonly #ended = new Set<string>();
  readonly #houses = new HouseWatch();

  constructor(parts: RowTakerParts) {
    this.#parts = parts;
  }

  /** Ids of all services that these rows replaced or took out. */
  touched(): ReadonlySet<string> {
    return new Set([...this.#seen.keys(), ...this.#ended]);
  }

  /** A service that was not among the rows stands at `place` too. */
  copied(service: Housed, place: number): void {
    this.#houses.see(service, place);
  }

  /** When every row was taken and the rest copied: hides what stands in one house with a refuge of the same organisation, and tells of it. */
  async finish(): Promise<void> {
    const { counter, reader, writer } = this.#parts;
    const hidden = await this.#houses.hideNeighbours(writer, reader);
    for (const id of hidden) counter.notice({ code: 'in-house-of-refuge', detail: `${id} is at the address of a refuge: hidden with it` });
  }

  /** Reads rows in hand: what becomes of them, in order. Those with a fault of the feed itself are not read. */
  async read(rows: readonly FeedRow[]): Promise<readonly ReadRow[]> {
    const whole = rows.filter(isWhole);
    const read = whole.length === 0 ? [] : await this.#parts.reader.read(whole.map(({ row }) => row));
    let at = 0;
    return rows.map(row => (isWhole(row) ? (read[at++] ?? unread) : unread));
  }

  /** Puts one row that was read where it belongs, and counts what became of it. */
  async take({ row, issues = [] }: FeedRow, result: ReadRow): Promise<void> {
    const { counter, changes } = this.#parts;
    const number = counter.begin();
    const all = [...issues, ...result.issues];
    if (result.kind === 'accepted') {
      await this.#keep(number, idOf(row) ?? result.id, result, all);
      return;
    }
    const id = result.id ?? idOf(row);
    if (changes && id !== undefined && result.issues.some(({ code }) => code === ENDED) && this.#end(id)) return;
    counter.refused += 1;
    counter.issues(number, id, all);
  }

  /** Notes that a service is no more, under the feed's id and under the one it was given if that is no UUID. */
  #end(id: string): boolean {
    const ids = [id, stableUuid(id)];
    if (ids.some(each => this.#seen.has(each))) return false;
    this.#parts.counter.ended += 1;
    for (const each of ids) this.#ended.add(each);
    return true;
  }

  /** `id`: as the feed has it, for the report. */
  async #keep(number: number, id: string, result: Accepted, issues: readonly FeedIssue[]): Promise<void> {
    const { counter, writer } = this.#parts;
    const { lines } = result;
    if (lines.service.length > MOST_LINE || lines.row.length > MOST_LINE) {
      counter.refused += 1;
      counter.issues(number, id, [{ severity: 'refused', code: 'too-long' }]);
      return;
    }
    const known = this.#seen.get(result.id);
    counter.issues(
      number,
      id,
      known === undefined ? issues : [...issues, { severity: 'warned', code: 'duplicate', field: 'id', found: id }],
    );
    if (known === undefined) {
      counter.accepted += 1;
      this.#remember(result, await writer.add(lines));
      return;
    }
    counter.duplicates += 1;
    if (!isNewer(result, known)) return;
    this.#remember(result, known.place);
    await writer.replace(known.place, lines);
  }

  #remember(result: Accepted, place: number): void {
    this.#seen.set(result.id, { place, modified: result.modified, length: result.lines.row.length });
    this.#ended.delete(result.id);
    this.#houses.see(result, place);
  }
}

const unread: ReadRow = { kind: 'refused', issues: [] };

const isWhole = ({ issues = [] }: FeedRow): boolean => !issues.some(({ severity }) => severity === 'refused');

function isNewer({ modified, lines }: Accepted, known: Seen): boolean {
  return modified === known.modified ? lines.row.length > known.length : modified > known.modified;
}
