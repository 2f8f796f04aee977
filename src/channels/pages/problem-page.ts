// The page a browser gets for a 4xx or 5xx: what happened in plain words, and the way back. It needs no store.
import { chooseLanguage } from './choose-language.js';
import { html } from './html.js';
import type { PageResponse } from './page.js';
import type { Frame } from './pages-parts.js';
import { respondPage } from './respond.js';
import { textPage } from './side-pages.js';
import { urgentHelp } from './urgent-page.js';
import { wordsIn } from './words.js';

const kinds = { 404: 'missing', 413: 'too-large', 429: 'too-many' } as const;

function kindOf(status: number): 'missing' | 'too-large' | 'too-many' | 'broken' | 'unreadable' {
  if (status === 404 || status === 413 || status === 429) return kinds[status];
  return status >= 500 ? 'broken' : 'unreadable';
}

/** Makes the page for a status, in the language the browser asks for. */
export function createProblemPage(frame: Frame): (status: number, acceptLanguage: string) => PageResponse {
  return (status, acceptLanguage) => {
    const words = wordsIn(frame.content, chooseLanguage(frame.content, { query: {}, form: {}, acceptLanguage }));
    const kind = kindOf(status);
    // Whoever meets a fault of ours may be in danger: whom to ring stands there, whatever was asked for.
    const help = kind === 'broken' && urgentHelp(frame, words);
    const body = html`<p>${words.t(`page.problem.${kind}`)}</p>
      ${help}
      <p><a class="nhsuk-button" href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>`;
    return respondPage(textPage(frame, words, { title: words.t(`page.problem.${kind}.title`), body, path: '/' }), { status });
  };
}
