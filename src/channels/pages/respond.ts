// The shapes of answer a page gives: a document, a redirect after a form, or what changed as JSON for the live script.
import type { Html } from './html.js';
import type { PageResponse } from './page.js';

// same-origin: browsers then name the origin of a form truthfully, and still tell other sites nothing.
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

interface Extra {
  readonly status?: number;
  readonly cookies?: readonly string[];
}

function respond(contentType: PageResponse['contentType'], body: string, extra: Extra): PageResponse {
  const cookies = extra.cookies === undefined ? {} : { cookies: extra.cookies };
  return { status: extra.status ?? 200, contentType, body, headers, ...cookies };
}

/** A whole page that no cache keeps. */
export function respondPage(page: Html, extra: Extra = {}): PageResponse {
  return respond('text/html; charset=utf-8', page.toString(), extra);
}

/** Go and read another page (303: with GET, whatever was asked). */
export function respondSeeOther(location: string, cookies?: readonly string[]): PageResponse {
  const extra = cookies === undefined ? { status: 303 } : { status: 303, cookies };
  return { ...respond('text/plain; charset=utf-8', '', extra), location };
}

/** What the live script reads. */
export type LiveAnswer =
  /** New content of `main`, what a screen reader is told of it, and the address that shows the same. */
  | { readonly main: string; readonly title: string; readonly announce: string; readonly url: string }
  /** Load this address instead. */
  | { readonly location: string }
  /** Nothing has changed: ask again later. */
  | { readonly wait: true }
  /** Nothing was saved: keep everything as it is and say so. */
  | { readonly trouble: string };

/** An answer for the live script: JSON; where there is markup, one line of JSON and then the markup as it is, which packs smaller. */
export function respondLive(answer: LiveAnswer, extra: Extra = {}): PageResponse {
  if (!('main' in answer)) return respond('application/json; charset=utf-8', JSON.stringify(answer), extra);
  const { main, ...told } = answer;
  return respond('text/plain; charset=utf-8', `${JSON.stringify(told)}\n${main}`, extra);
}
