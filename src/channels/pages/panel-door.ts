// /embed: where the panel on another site begins. It tries whether the browser keeps a cookie there, and goes on to the page wanted.
import { matchLanguage } from '../../content/languages/match-language.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { beginPanel, keepsPanel } from './panel-cookie.js';
import { respondSeeOther } from './respond.js';

/** The address of the door, for a language as it was named; any other is left to the browser's wish. */
export function doorAddress({ query }: Pick<PageRequest, 'query'>): string {
  return query['lang'] === undefined ? '/embed' : `/embed?lang=${encodeURIComponent(query['lang'])}`;
}

function open({ content }: PagesParts, request: PageRequest): PageResponse {
  const { query, secure } = request;
  const lang = matchLanguage(query['lang'], [...content.languages.keys(), ...content.unready.keys()]);
  const wish = lang === undefined ? '' : `lang=${lang}&`;
  const page = query['open'] === 'web-chat' ? '/web-chat' : '/';
  return respondSeeOther(`${page}?${wish}panel=1`, keepsPanel(request) ? [] : [beginPanel(secure)]);
}

/** The way into the panel. */
export function panelRoutes(parts: PagesParts): readonly PageRoute[] {
  return [{ method: 'GET', path: '/embed', handle: request => Promise.resolve(open(parts, request)) }];
}
