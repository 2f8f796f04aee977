// What a link worker must know before the first call: urgency and red flags, how to reach the person safely, language and access.
// It stands at the top and is never folded away.
import { html, type Html } from '../channels/pages/html.js';
import type { Service } from '../content/journey/service-schema.js';
import type { Referral } from '../referral/referral.js';
import { languageInWords } from '../text/staff-words.js';
import type { StaffRecord } from '../delivery/read-record.js';
import { urgencyCard } from './urgency-card.js';

/** What was not asked, then the three cards at the top. */
export function beforeCalling(record: StaffRecord, duty: Service['clinicalContact']): Html {
  return html`${notAsked(record.referral)}
    <section class="before" aria-label="Before you call">
    ${urgencyCard(record, duty)} ${reaching(record.referral)} ${language(record.referral)}
  </section>`;
}

/** Private questions left out at the desk; that nobody asked about safety is said first. */
function notAsked({ notAsked: list = [] }: Referral): Html | undefined {
  if (list.length === 0) return undefined;
  const others = [...new Set(list.filter(one => !one.safety).map(one => one.question))];
  return html`<div class="notice not-asked">
    <h2>Not asked: no privacy</h2>
    ${list.some(one => one.safety) && html`<p><strong>The safety question was not asked.</strong> Ask it when the person can speak freely.</p>`}
    ${others.length > 0 && html`<p>These were left out at the desk too: ${others.join('; ')}.</p>`}
  </div>`;
}

/** What a person who asked for a call after urgent help was not asked, and therefore not promised. */
const callBackSafety: readonly string[] = ['No message was asked about: leave none.', 'No other answer was shared.'];

function reaching({ contact, way: asked }: Referral): Html {
  const isCallBack = asked === 'call-back';
  const ways: readonly (readonly [string, Html | undefined])[] = [
    [
      'Telephone',
      contact.phone === undefined
        ? undefined
        : html`<a dir="ltr" href="tel:${contact.phone.replaceAll(/[^\d+]/gu, '')}">${contact.phone}</a>`,
    ],
    ['E-mail', contact.email === undefined ? undefined : html`<a dir="ltr" href="mailto:${contact.email}">${contact.email}</a>`],
    ['Address', contact.address === undefined ? undefined : html`<span class="lines" dir="auto">${contact.address}</span>`],
    ['Best times', contact.times === undefined ? undefined : html`<span class="lines" dir="auto">${contact.times}</span>`],
  ];
  return html`<div class="card reach">
    <h2>Reaching the person</h2>
    ${isCallBack && html`<p><strong>Asked for a call after urgent help.</strong></p>`}
    <p class="lead" dir="auto">${contact.name === '' ? 'No name given' : contact.name}</p>
    <ul class="safety">
      ${[...(isCallBack ? callBackSafety : []), ...contact.safety].map(sentence => html`<li dir="auto">${sentence}</li>`)}
    </ul>
    <dl>
      ${ways.map(
        ([term, way]) =>
          way &&
          html`<dt>${term}</dt>
            <dd>${way}</dd>`,
      )}
    </dl>
  </div>`;
}

function language({ language: wanted }: Referral): Html {
  const spoken = wanted.spokenName ?? (wanted.spoken === undefined ? undefined : languageInWords(wanted.spoken));
  const access = wanted.access.map(need => html`<li>${need.label}</li>`);
  return html`<div class="card language">
    <h2>Language and access</h2>
    <p class="lead">${spoken === undefined ? 'Spoken language not told' : `Speaks ${spoken}`}</p>
    <p>
      ${wanted.interpreter ? html`<strong>Book an interpreter.</strong>` : 'No interpreter asked for.'} Wrote in
      ${languageInWords(wanted.written)}.
    </p>
    ${
      access.length === 0
        ? html`<p>No access needs told.</p>`
        : html`<ul>
            ${access}
          </ul>`
    }
  </div>`;
}
