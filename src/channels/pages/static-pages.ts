// Pages that need nothing but the content: written once at start for every language, so that they are served whatever else is broken.
import { chooseLanguage } from './choose-language.js';
import type { Html } from './html.js';
import type { PageRequest, PageRoute } from './page.js';
import type { Frame } from './pages-parts.js';
import { respondPage } from './respond.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import { sourceLanguage, wordsIn, wordsOf } from './words.js';
import type { Words } from './words.js';

/** A route that serves the page in the language asked for, written already. */
export function staticRoute(frame: Frame, path: string, write: (frame: Frame, words: Words) => Html): PageRoute {
  const languages = [...frame.content.languages.keys()];
  const written = new Map(languages.map(lang => [lang, respondPage(write(frame, wordsIn(frame.content, lang)))]));
  const source = respondPage(write(frame, wordsIn(frame.content, sourceLanguage)));
  return { method: 'GET', path, handle: request => Promise.resolve(written.get(chooseLanguage(frame.content, request)) ?? source) };
}

/** The same in every language there is, also those in which no conversation can be held yet: for a page that must be understood by everyone. */
export function staticRouteForEveryone(frame: Frame, path: string, write: (frame: Frame, words: Words) => Html): PageRoute {
  const all = [...frame.content.languages.values(), ...frame.content.unready.values()];
  const written = new Map(all.map(language => [language.tag, respondPage(write(frame, wordsOf(frame.content, language)))]));
  const source = respondPage(write(frame, wordsIn(frame.content, sourceLanguage)));
  const wished = ({ query, acceptLanguage }: PageRequest) =>
    matchLanguage(query['lang'], written.keys()) ?? matchLanguage(acceptLanguage, written.keys());
  return { method: 'GET', path, handle: request => Promise.resolve(written.get(wished(request) ?? sourceLanguage) ?? source) };
}
