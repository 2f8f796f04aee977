// Which language a page speaks before a conversation says so: the address or form, then the browser's wish, then English.
import type { Content, Language } from '../../content/content.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import type { PageRequest } from './page.js';
import { sourceLanguage } from './words.js';

type Wish = Pick<PageRequest, 'query' | 'form' | 'acceptLanguage'>;

/** The offered language that suits this request best. */
export function chooseLanguage(content: Content, request: Wish): string {
  const offered = [...content.languages.keys()];
  return matchLanguage(namedIn(request), offered) ?? matchLanguage(request.acceptLanguage, offered) ?? sourceLanguage;
}

/** The language the address or form names. */
function namedIn({ query, form }: Wish): string | undefined {
  const named = query['lang'] ?? form['lang'];
  return typeof named === 'string' ? named : undefined;
}

/** The language this request would rather have, where that is one a conversation cannot be held in yet: named, or first of the browser's. */
export function wishUnready(content: Content, request: Wish): Language | undefined {
  const known = [...content.languages.keys(), ...content.unready.keys()];
  const wished = matchLanguage(namedIn(request) ?? request.acceptLanguage, known);
  return wished === undefined ? undefined : content.unready.get(wished);
}
