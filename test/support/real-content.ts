// The shipped dialogs/ and locales/, loaded once for all tests.
import { resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content.js';
import type { Content } from '../../src/content/content.js';

let loaded: Content | undefined;

/** The real content. */
export function realContent(): Content {
  loaded ??= loadContent({
    dialogs: resolve('dialogs'),
    locales: resolve('locales'),
    production: false,
    models: resolve('models'),
    // Read anew where it is not of these very files; the checks of the files themselves read them anew in any case.
    prepared: resolve('dist/languages'),
  }).content;
  return loaded;
}

/** The real content with its service changed: another area, a paused intake, a lower minimum age. */
export function contentWithService(changes: Partial<Content['service']>): Content {
  const content = realContent();
  return { ...content, service: { ...content.service, ...changes } };
}

/** The real content where nobody has reviewed these languages, as in production: no conversation can be held in them yet. */
export function contentWithUnready(...tags: readonly string[]): Content {
  const content = realContent();
  const unready = tags.flatMap(tag => {
    const language = content.languages.get(tag);
    return language === undefined ? [] : [[tag, language] as const];
  });
  return { ...content, languages: new Map([...content.languages].filter(([tag]) => !tags.includes(tag))), unready: new Map(unready) };
}
