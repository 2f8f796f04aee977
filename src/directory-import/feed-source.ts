// What every source of a feed gives, wherever it lies: rows one after another, and what was odd about the feed as a whole.
import type { FeedIssue } from '../directory/read/feed-issue.js';

/** One row as the source has it. `issues`: what the source itself found wrong; one that is `refused` needs no further reading. */
export interface FeedRow {
  readonly row: unknown;
  readonly issues?: readonly FeedIssue[];
}

/** Something odd about the feed as a whole: `wrong-total`, `page-repeated`, `page-empty`, `more-pages`, `file-left-out`. */
export interface FeedNotice {
  readonly code: string;
  readonly detail: string;
}

/** What is asked of a source. */
export interface FeedRequest {
  /** ISO time: only services changed since then, where the source can tell. */
  readonly modifiedAfter?: string;
  readonly notice: (notice: FeedNotice) => void;
}

/** A feed that can be read. */
export interface FeedSource {
  /** A file's name or an address, without credentials. */
  readonly name: string;
  /** `changes`: it can be asked for what changed; `whole`: what it holds is what there is. */
  readonly gives: 'changes' | 'whole';
  /** Rows in order, a few in memory at a time. @throws AppError where the feed ends before its end. */
  readonly rows: (request: FeedRequest) => AsyncIterable<FeedRow>;
}
