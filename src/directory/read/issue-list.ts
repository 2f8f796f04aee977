// What is found wrong in one row, gathered: the same fault of the same field is told once, and a broken row cannot flood the report.
import type { FeedIssue } from './feed-issue.js';
import { asText } from './json-fields.js';

const mostIssues = 40;
const longestFound = 80;

/** Whoever is told of a fault. `field`: where it stands; `found`: what stood there. */
export interface Warn {
  warn(code: string, field?: string, found?: unknown): void;
}

/** The issues of one row. */
export class IssueList implements Warn {
  readonly #issues: FeedIssue[] = [];
  readonly #told = new Set<string>();

  /** Notes what was left out or mended. `found` is what stood there. */
  warn(code: string, field?: string, found?: unknown): void {
    if (this.#issues.length >= mostIssues) return;
    const key = `${code} ${(field ?? '').replace(/\[\d+\]/gu, '')} ${code === 'unmapped-term' ? asText(found) : ''}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#issues.push(toIssue('warned', code, field, found));
  }

  /** Everything noted. `secret`: what stood there is not repeated, since it may be an address nobody may know. */
  all(secret = false): readonly FeedIssue[] {
    return secret ? this.#issues.map(({ found: _, ...rest }) => rest) : this.#issues;
  }
}

/** One issue, with what was found cut short. */
export function toIssue(severity: FeedIssue['severity'], code: string, field?: string, found?: unknown): FeedIssue {
  const text = asText(found).replace(/\s+/gu, ' ');
  return {
    severity,
    code,
    ...(field === undefined || field === '' ? {} : { field }),
    ...(text === '' ? {} : { found: text.length > longestFound ? `${text.slice(0, longestFound - 1)}…` : text }),
  };
}
