// Which language a page speaks before a conversation says so: the address or form, then the browser's wish, then English.
import type { Content } from '../../content/content.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import type { PageRequest } from './page.js';
import { sourceLanguage } from './words.js';

/** The offered language that suits this request best. */
export function chooseLanguage(content: Content, request: Pick<PageRequest, 'query' | 'form' | 'acceptLanguage'>): string {
  const named = request.query['lang'] ?? request.form['lang'];
  const offered = [...content.languages.keys()];
  const asked = typeof named === 'string' ? matchLanguage(named, offered) : undefined;
  return asked ?? matchLanguage(request.acceptLanguage, offered) ?? sourceLanguage;
}
