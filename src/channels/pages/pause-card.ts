// After a pause: the link to come back with, and a reference with its code; shown this once.
import type { WayBack } from './conversing.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { days } from './spans.js';
import type { Words } from './words.js';

export interface Pause {
  /** Absent where it was shown before. */
  readonly wayBack: WayBack | undefined;
  /** How many days a paused conversation is kept. */
  readonly pausedDays: number;
}

function renderWayBack({ path, address, reference, code }: WayBack, pausedDays: number, words: Words): Html {
  const fact = (label: string, value: string): Html =>
    html`<p>${label}</p>
      <p class="wm-code"><bdi dir="ltr">${value}</bdi></p>`;
  return html`<p>${words.t('page.paused.link')}</p>
    <p><a href="${path}" rel="nofollow noreferrer"><bdi dir="ltr">${address ?? path}</bdi></a></p>
    <p>${words.t('page.paused.or')}</p>
    ${fact(words.t('page.paused.reference'), reference)} ${fact(words.t('page.sent.code'), code)}
    <p>${words.t('page.paused.keep')} ${words.t('page.paused.once', { time: days(pausedDays) })}</p>
    <p>${words.t('page.paused.shared')}</p>`;
}

/** The card of a pause. */
export function renderPause({ wayBack, pausedDays }: Pause, words: Words): Html {
  return html`<section class="wm-card">
    <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.t('page.paused.title')}</h1>
    <p>${words.t('notice.paused')}</p>
    ${wayBack === undefined ? html`<p>${words.t('notice.paused-told')}</p>` : renderWayBack(wayBack, pausedDays, words)}
    <p><a href="/chat/resume?lang=${words.lang}">${words.t('page.paused.come-back')}</a></p>
    <p><a class="nhsuk-button nhsuk-button--secondary" href="/chat?lang=${words.lang}">${words.t('page.paused.go-on')}</a></p>
  </section>`;
}
