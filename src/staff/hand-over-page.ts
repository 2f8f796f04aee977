// What staff hold out to the patient: a QR code, a link and a short code, told once.
import type { HandedOver } from '../channels/pages/handing-over.js';
import { html, type Html } from '../channels/pages/html.js';
import { codeAddress, handOverLink } from '../channels/pages/private-card.js';
import { renderQr } from '../channels/pages/qr-code.js';
import type { Words } from '../channels/pages/words.js';
import { handOverMinutes } from '../conversation/hand-over.js';

export interface HandOverView {
  readonly handOver: HandedOver;
  /** Where the pages are, without a slash at the end. */
  readonly origin: string;
  /** The patient's language. */
  readonly words: Words;
}

/** The page. */
export function handOverPage({ handOver, origin, words }: HandOverView): Html {
  const link = handOverLink({ origin, handOver }, words.lang);
  const scan = words.t('handover.private.scan', { url: { isolate: codeAddress(origin) }, code: { isolate: handOver.code } });
  return html`<div class="hand-over">
    <h1>Hand over to the patient’s phone</h1>
    <p lang="${words.lang}" dir="${words.dir}" class="lead">${scan}</p>
    ${renderQr(link, 'QR code of the link')}
    <p>Or they go to <strong>${codeAddress(origin)}</strong> and write this code:</p>
    <p class="hand-over-code"><bdi dir="ltr">${handOver.code}</bdi></p>
    <p>Or send them this link: <bdi dir="ltr">${link}</bdi></p>
    <p>It works once, for ${handOverMinutes} minutes. It is shown only now.</p>
    <p><a href="/desk">Back to the desk</a></p>
  </div>`;
}
