// In place of a question that nobody should read aloud at a desk: the way over to the person's own phone, or leaving it out.
import type { Question } from '../../conversation/reply.js';
import type { HandedOver } from './handing-over.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderQr } from './qr-code.js';
import type { Words } from './words.js';

/** The way over as it is shown: where the pages are, and what was given. */
export interface ShownHandOver {
  readonly origin: string;
  readonly handOver: HandedOver;
}

/** The whole link, in the language of the conversation. */
export function handOverLink({ origin, handOver }: ShownHandOver, lang: string): string {
  return `${origin}${handOver.path}?lang=${lang}`;
}

/** Where a code is typed, as it is read out. */
export function codeAddress(origin: string): string {
  return `${origin.replace(/^https?:\/\//u, '')}/code`;
}

/** QR, address and code. */
export function renderWayOver(shown: ShownHandOver, words: Words): Html {
  const { origin, handOver } = shown;
  const scan = words.t('handover.private.scan', { url: { isolate: codeAddress(origin) }, code: { isolate: handOver.code } });
  return html`<div class="wm-over">
    ${renderQr(handOverLink(shown, words.lang), words.t('handover.title'))}
    <div>
      <p>${scan}</p>
      <p class="wm-code"><bdi dir="ltr">${handOver.code}</bdi></p>
    </div>
  </div>`;
}

export interface PrivateCard {
  readonly question: Question;
  readonly words: Words;
  /** Hidden fields of every form of this conversation. */
  readonly hidden: Html;
  readonly shown: ShownHandOver | undefined;
}

/** The card. `data-over`: the script looks whether it has gone over. */
export function renderPrivate({ question, words, hidden, shown }: PrivateCard): Html {
  return html`<form class="wm-card" method="post" action="/chat" data-live data-over>
    ${hidden} <input type="hidden" name="key" value="${question.key}"><input type="hidden" name="kind" value="one">
    <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.say(question.text)}</h1>
    <p>${words.t('handover.private.why')}</p>
    ${shown && renderWayOver(shown, words)}
    <div class="wm-buttons">
      <button class="nhsuk-button nhsuk-button--secondary" name="do" value="pick:not-asked">${words.t('handover.private.not-asked')}</button>
    </div>
    <button class="wm-back" name="do" value="back">${words.t('button.back')}</button>
    <p><button class="wm-link" name="do" value="form">${words.t('page.form.show')}</button></p>
  </form>`;
}
