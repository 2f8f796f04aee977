// What an import says of its feed: how many rows became what, and for every kind of fault where it stands. Counted while the rows go by.
import type { FeedIssue } from '../directory/read/feed-issue.js';
import type { FeedNotice } from './feed-source.js';

/** One row with a fault. `row` counts from 1, in the order of the feed. */
export interface ReportedRow {
  readonly row: number;
  readonly id?: string;
  readonly field?: string;
  readonly found?: string;
}

/** All rows with one fault; the first of them one by one. */
export interface ReportedCode {
  readonly severity: FeedIssue['severity'];
  readonly count: number;
  readonly rows: readonly ReportedRow[];
}

/** What became of every row: `rows` = accepted + refused + duplicates + ended. */
export interface ImportReport {
  readonly rows: number;
  /** Services of this feed that are in the new version. */
  readonly accepted: number;
  /** Rows that were taken with something left out or mended. */
  readonly warned: number;
  readonly refused: number;
  /** Rows that gave way to a newer one with the same id. */
  readonly duplicates: number;
  /** With changed-only: rows of services that are no longer active, and were taken out. */
  readonly ended: number;
  readonly byCode: Readonly<Record<string, ReportedCode>>;
  /** Terms that directory/needs.json does not know, the most frequent first. */
  readonly unmappedTerms: readonly { readonly term: string; readonly count: number }[];
  readonly notices: readonly FeedNotice[];
}

const ROWS_SHOWN = 20;
const MOST_TERMS = 10_000;
const MOST_NOTICES = 100;

interface CountedCode {
  severity: FeedIssue['severity'];
  count: number;
  readonly rows: ReportedRow[];
}

/** Counts what happens. */
export class ReportCounter {
  accepted = 0;
  refused = 0;
  duplicates = 0;
  ended = 0;
  #rows = 0;
  #warned = 0;
  readonly #codes = new Map<string, CountedCode>();
  readonly #terms = new Map<string, number>();
  readonly #notices: FeedNotice[] = [];

  /** A row begins; its number. */
  begin(): number {
    this.#rows += 1;
    return this.#rows;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Something odd about the whole feed. */
  notice(notice: FeedNotice): void {
    if (this.#notices.length < MOST_NOTICES) this.#notices.push(notice);
  }

  /** The faults of one row. A row counts once for each code, however often the code stands in it. */
  issues(row: number, id: string | undefined, issues: readonly FeedIssue[]): void {
    const told = new Set<string>();
    for (const issue of issues) {
      if (issue.code === 'unmapped-term' && issue.found !== undefined) this.#countTerm(issue.found);
      if (!told.has(issue.code)) this.#countCode(row, id, issue);
      told.add(issue.code);
    }
    if (issues.length > 0 && issues.every(({ severity }) => severity === 'warned')) this.#warned += 1;
  }

  #countTerm(term: string): void {
    if (this.#terms.has(term) || this.#terms.size < MOST_TERMS) this.#terms.set(term, (this.#terms.get(term) ?? 0) + 1);
  }

  #countCode(row: number, id: string | undefined, { severity, code, field, found }: FeedIssue): void {
    const counted: CountedCode = this.#codes.get(code) ?? { severity, count: 0, rows: [] };
    this.#codes.set(code, counted);
    counted.count += 1;
    if (severity === 'refused') counted.severity = severity;
    if (counted.rows.length >= ROWS_SHOWN) return;
    counted.rows.push({
      row,
      ...(id !== undefined && { id }),
      ...(field !== undefined && { field }),
      ...(found !== undefined && { found }),
    });
  }

  /** The report, now. */
  report(): ImportReport {
    const { rows, accepted, refused, duplicates, ended } = this;
    return {
      ...{ rows, accepted, refused, duplicates, ended },
      warned: this.#warned,
      byCode: Object.fromEntries([...this.#codes].sort(([, a], [, b]) => b.count - a.count)),
      unmappedTerms: [...this.#terms].map(([term, count]) => ({ term, count })).sort((a, b) => b.count - a.count),
      notices: this.#notices,
    };
  }
}
