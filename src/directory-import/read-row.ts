// One row as an import keeps it: read, written out as the two lines of the store, with what the import must know of it besides. Plain data, so that
// it can come from another thread.
import type { FeedIssue } from '../directory/read/feed-issue.js';
import type { ReadResult } from '../directory/read/read-result.js';

type Accepted = Extract<ReadResult, { kind: 'accepted' }>;

/** One service as both kinds of chunk hold it. The line of a refuge also keeps its house, as hashes: changes to the feed come without it. */
export interface ServiceLines {
  readonly service: string;
  readonly row: string;
}

/** A row that was read. */
export type ReadRow =
  | {
      readonly kind: 'accepted';
      /** Of the service, and of the organisation it belongs to. */
      readonly id: string;
      readonly provider: string;
      /** Milliseconds since 1970; not said counts as oldest. */
      readonly modified: number;
      readonly lines: ServiceLines;
      readonly issues: readonly FeedIssue[];
      readonly house?: Accepted['house'];
    }
  | Extract<ReadResult, { kind: 'refused' }>;

/** Reads many rows, in order. */
export interface RowReader {
  readonly read: (rows: readonly unknown[]) => Promise<readonly ReadRow[]>;
  readonly close: () => Promise<void>;
}

function modifiedOf({ row, service }: Accepted): number {
  const said = row['last_modified'] ?? service.lastModified;
  const at = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? -Infinity : at;
}

/** Writes out what was read of a row. */
export function toReadRow(result: ReadResult): ReadRow {
  if (result.kind === 'refused') return result;
  const { service, row, issues, house } = result;
  return {
    kind: 'accepted',
    id: service.id,
    provider: service.provider.id,
    modified: modifiedOf(result),
    lines: { service: JSON.stringify(house === undefined ? service : { ...service, house }), row: JSON.stringify(row) },
    issues,
    ...(house !== undefined && { house }),
  };
}

/** Reads in this very thread. */
export function readHere(read: (row: unknown) => ReadResult): RowReader {
  return { read: rows => Promise.resolve(rows.map(row => toReadRow(read(row)))), close: () => Promise.resolve() };
}
