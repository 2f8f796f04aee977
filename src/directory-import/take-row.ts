// One row of a feed: read, and put where it belongs. Of rows with one id the newest stays; on equal dates the one that says most.
import type { FeedIssue } from '../directory/read/feed-issue.js';
import type { ReadResult } from '../directory/read/read-result.js';
import { stableUuid } from '../directory/read/stable-uuid.js';
import type { ChunkWriter, ServiceLines } from './chunk-writer.js';
import { MOST_LINE } from './directory-chunks.js';
import type { FeedRow } from './feed-source.js';
import { HouseWatch } from './house-watch.js';
import type { ReportCounter } from './import-report.js';
import { idOf } from './read-page.js';

type Accepted = Extract<ReadResult, { kind: 'accepted' }>;

/** The reader's word for a service that is not running. */
const ENDED = 'not-active';

interface Seen {
  readonly place: number;
  /** Milliseconds since 1970; not said counts as oldest. */
  readonly modified: number;
  readonly length: number;
}

/** What taking rows needs. */
export interface RowTakerParts {
  readonly read: (row: unknown) => ReadResult;
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

  /** When every row was taken: hides what stands in one house with a refuge of the same organisation, and tells of it. */
  async finish(): Promise<void> {
    const { counter, read, writer } = this.#parts;
    const hidden = await this.#houses.hideNeighbours(writer, read);
    for (const id of hidden) counter.notice({ code: 'in-house-of-refuge', detail: `${id} is at the address of a refuge: hidden with it` });
  }

  /** Reads a row and counts what became of it. */
  async take({ row, issues = [] }: FeedRow): Promise<void> {
    const { counter, read, changes } = this.#parts;
    const number = counter.begin();
    const result: ReadResult = issues.some(({ severity }) => severity === 'refused') ? { kind: 'refused', issues: [] } : read(row);
    const all = [...issues, ...result.issues];
    if (result.kind === 'accepted') {
      await this.#keep(number, idOf(row) ?? result.service.id, result, all);
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
    const lines: ServiceLines = { service: JSON.stringify(result.service), row: JSON.stringify(result.row) };
    if (lines.service.length > MOST_LINE || lines.row.length > MOST_LINE) {
      counter.refused += 1;
      counter.issues(number, id, [{ severity: 'refused', code: 'too-long' }]);
      return;
    }
    const known = this.#seen.get(result.service.id);
    counter.issues(
      number,
      id,
      known === undefined ? issues : [...issues, { severity: 'warned', code: 'duplicate', field: 'id', found: id }],
    );
    if (known === undefined) {
      counter.accepted += 1;
      this.#remember(result, lines, await writer.add(lines));
      return;
    }
    counter.duplicates += 1;
    if (!isNewer(result, lines, known)) return;
    this.#remember(result, lines, known.place);
    await writer.replace(known.place, lines);
  }

  #remember(result: Accepted, lines: ServiceLines, place: number): void {
    this.#seen.set(result.service.id, { place, modified: modifiedOf(result), length: lines.row.length });
    this.#ended.delete(result.service.id);
    this.#houses.see(result, place);
  }
}

function isNewer(result: Accepted, lines: ServiceLines, known: Seen): boolean {
  const modified = modifiedOf(result);
  return modified === known.modified ? lines.row.length > known.length : modified > known.modified;
}

function modifiedOf({ row, service }: Accepted): number {
  const said = row['last_modified'] ?? service.lastModified;
  const at = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? -Infinity : at;
}
