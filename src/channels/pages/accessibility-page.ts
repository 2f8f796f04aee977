// /accessibility: what was done, how it is tested, what is not yet known, and whom to tell. Only what is true.
import { html } from './html.js';
import type { Html } from './html.js';
import type { Frame } from './pages-parts.js';
import { textPage } from './side-pages.js';
import { isDraft, offeredLanguages } from './words.js';
import type { Words } from './words.js';

function draftLanguages({ content }: Frame): readonly Html[] {
  const drafts = offeredLanguages(content).filter(isDraft);
  return drafts.map(language => html`<li lang="${language.tag}">${language.name}</li>`);
}

/** The accessibility page, in one language. */
export function renderAccessibility(frame: Frame, words: Words): Html {
  const { phone, email } = frame.content.service;
  const drafts = draftLanguages(frame);
  const body = html`<p>${words.t('page.accessibility.aim')}</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>${words.t('page.accessibility.script')}</li>
      <li>${words.t('page.accessibility.keyboard')}</li>
      <li>${words.t('page.accessibility.zoom')}</li>
      <li>${words.t('page.accessibility.listen')}</li>
      <li>${words.t('page.accessibility.typing')}</li>
    </ul>
    <h2>${words.t('page.accessibility.tested.title')}</h2>
    <p>${words.t('page.accessibility.tested')}</p>
    <h2>${words.t('page.accessibility.limits.title')}</h2>
    <p>${words.t('page.accessibility.limits')}</p>
    ${
      drafts.length > 0 &&
      html`<p>${words.t('page.accessibility.drafts')}</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
          ${drafts}
        </ul>`
    }
    <h2>${words.t('page.accessibility.tell.title')}</h2>
    <p>${words.t('page.accessibility.tell')}</p>
    <ul class="nhsuk-list">
      <li>
        <a href="tel:${phone.replace(/\s/gu, '')}"><bdi dir="ltr">${phone}</bdi></a>
      </li>
      <li>
        <a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a>
      </li>
    </ul>`;
  return textPage(frame, words, { title: words.t('page.foot.accessibility'), body, path: '/accessibility' });
}
