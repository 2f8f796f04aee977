// /leaflet: the services named in its address, in the language of its address, to be printed or opened from its own code. Services are public;
// nothing in the address says who asked.
import type { Language } from '../../content/content.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import { chooseLanguage } from './choose-language.js';
import { renderPage } from './layout.js';
import { leafletQuery, readLeafletWish } from './leaflet-address.js';
import { renderLeaflet } from './leaflet-view.js';
import { localDate } from '../local-date.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { createProblemPage } from './problem-page.js';
import { respondPage } from './respond.js';
import { wordsIn, wordsOf } from './words.js';

/** The language of the leaflet: any there is, also one in which no conversation can be held yet. */
function languageOf({ content }: PagesParts, request: PageRequest): Language | undefined {
  const all = new Map([...content.languages, ...content.unready]);
  return all.get(matchLanguage(request.query['lang'], all.keys()) ?? chooseLanguage(content, request));
}

function baseOf({ publicUrl }: PagesParts, { secure, host }: PageRequest): string {
  return publicUrl ?? `${secure ? 'https' : 'http'}://${host}`;
}

function leafletPage(parts: PagesParts, request: PageRequest): PageResponse {
  const directory = parts.directory?.();
  if (directory === undefined) return createProblemPage(parts)(404, request.acceptLanguage);
  const { content, clock } = parts;
  const language = languageOf(parts, request);
  const words = language === undefined ? wordsIn(content, '') : wordsOf(content, language);
  const wish = readLeafletWish(request);
  const services = wish.services.map(directory.service).filter(service => service !== undefined);
  const { sample } = directory;
  const main = renderLeaflet({
    words,
    language,
    from: content.service.name,
    wish,
    services,
    sample,
    today: localDate(clock()),
    base: baseOf(parts, request),
  });
  const menu = { kind: 'links', path: '/leaflet', query: leafletQuery(wish) } as const;
  const page = renderPage(parts, { words, title: words.t('leaflet.title'), main, menu });
  return respondPage(page, { status: services.length === 0 ? 404 : 200 });
}

/** The leaflet's address. */
export function leafletRoutes(parts: PagesParts): readonly PageRoute[] {
  return [{ method: 'GET', path: '/leaflet', handle: request => Promise.resolve(leafletPage(parts, request)) }];
}
