// /privacy: what happens with what a person tells, from dialogs/service.json.
import { html } from './html.js';
import type { Html } from './html.js';
import type { Frame } from './pages-parts.js';
import { textPage } from './side-pages.js';
import { days, hours } from './spans.js';
import type { Words } from './words.js';

function mail(address: string): Html {
  return html`<a href="mailto:${address}"><bdi dir="ltr">${address}</bdi></a>`;
}

function keeping({ content }: Frame, words: Words): Html {
  const { conversationHours, pausedDays, referralDays } = content.service.retention;
  return html`<ul class="nhsuk-list nhsuk-list--bullet">
    <li>${words.t('page.privacy.keep.unfinished', { time: hours(conversationHours) })}</li>
    <li>${words.t('page.privacy.keep.paused', { time: days(pausedDays) })}</li>
    <li>${words.t('page.privacy.keep.sent', { time: days(referralDays) })}</li>
  </ul>`;
}

/** The privacy page, in one language. */
export function renderPrivacy(frame: Frame, words: Words): Html {
  const { service } = frame.content;
  const { dataProtectionOfficer: officer, privacyNotice: notice } = service;
  const body = html`<p>${words.t('page.privacy.controller', { controller: { verbatim: service.controller } })}</p>
    <h2>${words.t('page.privacy.what.title')}</h2>
    <p>${words.t('page.privacy.what')}</p>
    <p>${words.t('page.privacy.share')}</p>
    <h2>${words.t('page.privacy.basis.title')}</h2>
    <p lang="en-GB" dir="auto">${notice.lawfulBasis}</p>
    <h2>${words.t('page.privacy.keep.title')}</h2>
    ${keeping(frame, words)}
    <h2>${words.t('page.privacy.device.title')}</h2>
    <p>${words.t('page.privacy.device')}</p>
    <h2>${words.t('page.privacy.rights.title')}</h2>
    <p>${words.t('page.privacy.rights')}</p>
    <p>${words.t('page.privacy.officer', { name: { verbatim: officer.name } })} ${mail(officer.email)}</p>
    <p>
      ${words.t('page.privacy.complain')}
      <a href="https://ico.org.uk/make-a-complaint/" rel="noreferrer"><bdi dir="ltr">ico.org.uk</bdi></a>
    </p>
    ${
      notice.url !== undefined &&
      html`<p>
        ${words.t('page.privacy.notice')} <a href="${notice.url}" rel="noreferrer"><bdi dir="ltr">${notice.url}</bdi></a>
      </p>`
    }`;
  return textPage(frame, words, { title: words.t('page.foot.privacy'), body, path: '/privacy' });
}
