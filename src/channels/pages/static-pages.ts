// Pages that need nothing but the content: written once at start for every language, so that they are served whatever else is broken.
import { chooseLanguage } from './choose-language.js';
import type { Html } from './html.js';
import type { PageRoute } from './page.js';
import type { Frame } from './pages-parts.js';
import { respondPage } from './respond.js';
import { sourceLanguage, wordsIn } from './words.js';
import type { Words } from './words.js';

/** A route that serves the page in the language asked for, written already. */
export function staticRoute(frame: Frame, path: string, write: (frame: Frame, words: Words) => Html): PageRoute {
  const languages = [...frame.content.languages.keys()];
  const written = new Map(languages.map(lang => [lang, respondPage(write(frame, wordsIn(frame.content, lang)))]));
  const source = respondPage(write(frame, wordsIn(frame.content, sourceLanguage)));
  return { method: 'GET', path, handle: request => Promise.resolve(written.get(chooseLanguage(frame.content, request)) ?? source) };
}
