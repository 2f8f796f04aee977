// Follows the pages of a feed: when it is at its end, and where it is not what it said it would be.
import { createHash } from 'node:crypto';
import type { FeedNotice } from './feed-source.js';
import { idOf, type FeedPage } from './read-page.js';

/** For people: which page of how many. */
export function sayPage(number: number, pages: number | undefined): string {
  return `page ${String(number)} of ${String(pages ?? '?')}`;
}

/** The course of one reading. */
export class FeedCourse {
  /** How many pages the first page said there are. */
  pages: number | undefined;
  #items: number | undefined;
  #read = 0;
  readonly #seen = new Set<string>();
  readonly #notice: (notice: FeedNotice) => void;

  constructor(notice: (notice: FeedNotice) => void) {
    this.#notice = notice;
  }

  /** Is this page to be read? An empty page, and one that was there before, are the end. */
  takes(page: FeedPage, number: number): boolean {
    this.pages ??= page.totalPages;
    this.#items ??= page.totalItems;
    const ending = this.#endingOf(page);
    if (ending !== undefined) {
      if (this.#isEarly(number)) this.#notice({ code: ending, detail: sayPage(number, this.pages) });
      return false;
    }
    if (this.pages !== undefined && number === this.pages + 1) this.#notice({ code: 'more-pages', detail: sayPage(number, this.pages) });
    this.#read += page.rows.length;
    return true;
  }

  /** Tells, at the end, where the total was wrong. */
  end(): void {
    if (this.#items === undefined || this.#items === this.#read) return;
    this.#notice({ code: 'wrong-total', detail: `says ${String(this.#items)} services, gives ${String(this.#read)}` });
  }

  /** More pages were announced, and not only for a list that says itself that it is empty. */
  #isEarly(number: number): boolean {
    return number <= (this.pages ?? 0) && (number > 1 || (this.#items ?? 1) > 0);
  }

  #endingOf({ rows }: FeedPage): 'page-empty' | 'page-repeated' | undefined {
    if (rows.length === 0) return 'page-empty';
    const hash = createHash('sha256');
    for (const row of rows) hash.update(`${idOf(row) ?? JSON.stringify(row)}\n`);
    const print = hash.digest('base64');
    if (this.#seen.has(print)) return 'page-repeated';
    this.#seen.add(print);
    return undefined;
  }
}
