// How large the letters are, one of three sizes, or Easy Read: chosen by a link on every page (sizes with script in place), kept in a cookie
// that dies with the browser. Pages are written once, some of them at start; the choice is put into them as they go out.
import { oneSentenceALine } from './easy-read.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { PageRequest, PageResponse } from './page.js';
import type { Words } from './words.js';

const textSizes = ['standard', 'large', 'largest', 'easy'] as const;
type TextSize = (typeof textSizes)[number];

/** The size, if this text names one. */
export function asSize(text: string | undefined): TextSize | undefined {
  return textSizes.find(size => size === text);
}

/** What the cookie is called. */
export function sizeName(secure: boolean): string {
  return secure ? '__Host-waymark-size' : 'waymark-size';
}

function cookie(size: string, secure: boolean, rest = ''): string {
  return `${sizeName(secure)}=${size}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${rest}`;
}

/** Set-Cookie line that forgets the size, as leaving does. */
export function forgetSize(secure: boolean): string {
  return cookie('', secure, '; Max-Age=0');
}

const labels = { standard: 'page.size.standard', large: 'page.size.large', largest: 'page.size.largest', easy: 'leaflet.easy' } as const;

/** Links to the same page in each size. `address`: the page, with its language and a question mark. */
export function textSizeLinks(address: string, words: Words): Html {
  const link = (size: TextSize): Html =>
    html`<li><a href="${address}&letters=${size}" rel="nofollow" data-to-size="${size}">${words.t(labels[size])}</a></li>`;
  return html`<div class="wm-sizes" role="group" aria-label="${words.t('page.size')}">
    <p aria-hidden="true">${words.t('page.size')}</p>
    <ul>
      ${textSizes.map(link)}
    </ul>
  </div>`;
}

/** What changed, for the live script: one line of JSON, then markup. */
function easyTurn(response: PageResponse): PageResponse {
  const end = response.body.indexOf('\n') + 1;
  return { ...response, body: response.body.slice(0, end) + oneSentenceALine(response.body.slice(end)) };
}

function easyPage(body: string): string {
  const start = body.indexOf('<main');
  return body.slice(0, start) + oneSentenceALine(body.slice(start));
}

function wholePage(response: PageResponse, size: TextSize): string {
  const body = response.body
    .replace(/<html lang="[^"]*" dir="[^"]*"/u, tag => (size === 'standard' ? tag : `${tag} data-size="${size}"`))
    .replaceAll(`data-to-size="${size}"`, `data-to-size="${size}" aria-current="true"`);
  return size === 'easy' ? easyPage(body) : body;
}

/** The page in the size its address asks for, or that was chosen before; what was asked for is kept. */
export function inChosenSize({ query, cookies, secure }: PageRequest, response: PageResponse): PageResponse {
  const asked = asSize(query['letters']);
  const size = asked ?? asSize(cookies[sizeName(secure)]) ?? 'standard';
  if (response.contentType.startsWith('text/plain')) return size === 'easy' ? easyTurn(response) : response;
  if (!response.contentType.startsWith('text/html')) return response;
  const body = wholePage(response, size);
  return { ...response, body, ...(asked && { cookies: [...(response.cookies ?? []), cookie(asked, secure)] }) };
}
