// An Open Referral UK API as a source: its pages of services one after another, each service in full.
// Source: HSDS-UK 3.0 (docs.openreferraluk.org) and its v1. What a feed says of its own size is never believed, only reported.
import { AppError } from '../errors.js';
import type { FeedIssue } from '../directory/read/feed-issue.js';
import { FeedCourse, sayPage } from './feed-course.js';
import type { FeedRequest, FeedRow, FeedSource } from './feed-source.js';
import { checkProtocol, createFetchJson, sayAddress, type FetchJson, type FetchParts } from './fetch-json.js';
import { idOf, isFull, readPage, type FeedPage } from './read-page.js';

const PER_PAGE = 100;
/** No feed has more; one that goes on and on is stopped here. */
const MOST_PAGES = 20_000;
/** Full services asked for at once. */
const TOGETHER = 4;
/** After so many single services in a row that could not be had, the feed itself is taken to be down. */
const PATIENCE = 10;

/** The source at `address`: the API's root, or its `/services`. @throws AppError `feed-address` */
export function createApiSource(address: string, parts: FetchParts): FeedSource {
  if (!URL.canParse(address)) throw new AppError('feed-address', 'this is no address');
  const root = new URL(address);
  checkProtocol(root);
  root.pathname = root.pathname.replace(/\/+$/u, '').replace(/\/services$/u, '');
  const fetchJson = createFetchJson(parts);
  return {
    name: sayAddress(root).replace(/\/$/u, ''),
    gives: 'changes',
    rows: request => readRows(root, fetchJson, request),
  };
}

function under(root: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const address = new URL(root);
  address.pathname = `${root.pathname.replace(/\/$/u, '')}/${path}`;
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
}

async function* readRows(root: URL, fetchJson: FetchJson, request: FeedRequest): AsyncGenerator<FeedRow> {
  let failures = 0;
  for await (const rows of readPages(root, fetchJson, request)) {
    for (let at = 0; at < rows.length; at += TOGETHER) {
      const full = await Promise.all(rows.slice(at, at + TOGETHER).map(row => completed(root, fetchJson, row)));
      for (const { fault, ...row } of full) {
        failures = fault === undefined ? 0 : failures + 1;
        if (fault !== undefined && failures >= PATIENCE) throw fault;
        yield row;
      }
    }
  }
}

interface Completed extends FeedRow {
  readonly fault?: AppError;
}

/** The full service where the list is not full; where it cannot be had, the list's row, told. */
async function completed(root: URL, fetchJson: FetchJson, row: unknown): Promise<Completed> {
  const id = idOf(row);
  if (id === undefined || isFull(row)) return { row };
  try {
    const fetched = await fetchJson(under(root, `services/${encodeURIComponent(id)}`));
    if (fetched.kind === 'json' && idOf(fetched.value) === id) return { row: fetched.value };
    return { row, issues: [noDetail(fetched.kind === 'missing' ? `status ${String(fetched.status)}` : 'another service')] };
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== 'feed-unreachable') throw fault;
    return { row, issues: [noDetail('no answer')], fault };
  }
}

function noDetail(found: string): FeedIssue {
  return { severity: 'warned', code: 'no-detail', found };
}

async function* readPages(root: URL, fetchJson: FetchJson, request: FeedRequest): AsyncGenerator<readonly unknown[]> {
  const course = new FeedCourse(request.notice);
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const page = await fetchPage(root, fetchJson, request, number, course.pages);
    if (page === undefined || !course.takes(page, number)) {
      course.end();
      return;
    }
    yield page.rows;
  }
  throw new AppError('feed-too-big', `${sayAddress(root)} has no end`);
}

/** A page, or undefined beyond the last. The page after the last that was announced is asked for too: a feed may have more than it says. */
async function fetchPage(
  root: URL,
  fetchJson: FetchJson,
  { modifiedAfter }: FeedRequest,
  number: number,
  announced: number | undefined,
): Promise<FeedPage | undefined> {
  const query = { page: String(number), per_page: String(PER_PAGE), ...(modifiedAfter !== undefined && { modified_after: modifiedAfter }) };
  const address = under(root, 'services', query);
  const fetched = await fetchJson(address);
  const beyond = number > (announced ?? 1);
  if (fetched.kind === 'missing') {
    if (beyond) return undefined;
    throw new AppError('feed-cut', `${sayAddress(address)} has no ${sayPage(number, announced)}: status ${String(fetched.status)}`);
  }
  const page = readPage(fetched.value);
  if (page === undefined)
    throw new AppError('feed-form', `${sayAddress(address)} gives no list of services on ${sayPage(number, announced)}`);
  return page;
}
