// Every language in its own script, before anything else on the start page: whoever cannot read this page must find theirs at a glance.
// The English name stands beneath, for whoever helps.
import type { Content, Language } from '../../content/content.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { interpreterAddress, offeredLanguages, unreadyLanguages } from './words.js';
import type { Words } from './words.js';

function languageLink({ tag, name, englishName }: Language, address: string, words: Words): Html {
  const current = raw(tag === words.lang ? ' aria-current="true"' : '');
  const english = englishName === name ? undefined : html`<span><bdi lang="en-GB">${englishName}</bdi></span>`;
  return html`<li>
    <a href="${address}" hreflang="${tag}" ${current}><span><bdi lang="${tag}">${name}</bdi></span>${english}</a>
  </li>`;
}

/**
 * Links to the page in each language; those in which we cannot talk here yet stand apart and lead to a call with an interpreter. Two dozen
 * fill a telephone's screen, so the list is folded away once a language was chosen (`open` false).
 */
export function languageChooser(content: Content, words: Words, open: boolean): Html {
  const unready = unreadyLanguages(content);
  return html`<details class="wm-choose"${raw(open ? ' open' : '')}>
    <summary>${words.t('page.languages.title')}</summary>
    <nav aria-label="${words.t('page.languages.title')}">
      <ul>
        ${offeredLanguages(content).map(language => languageLink(language, `/?lang=${language.tag}`, words))}
      </ul>
      ${
        unready.length > 0 &&
        html`<p>${words.t('page.languages.call')}</p>
          <ul>
            ${unready.map(language => languageLink(language, interpreterAddress(language.tag), words))}
          </ul>`
      }
    </nav>
  </details>`;
}
