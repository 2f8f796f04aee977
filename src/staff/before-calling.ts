// What a link worker must know before the first call: urgency and red flags, how to reach the person safely, language and access.
// It stands at the top and is never folded away.
import { html, type Html } from '../channels/pages/html.js';
import type { RedFlagKind } from '../content/content.js';
import type { Referral } from '../referral/referral.js';
import { languageInWords, timeInWords } from './describe-person.js';

const flagWords: Readonly<Record<RedFlagKind, string>> = {
  emergency: 'A medical emergency',
  'self-harm': 'Thoughts of suicide or self-harm',
  abuse: 'Abuse, or fear of somebody',
  child: 'A child may be in danger',
  'harm-to-others': 'Harm to somebody else',
  destitution: 'Without food, money or a place to stay',
};

const urgencyWords: Readonly<Record<Referral['urgency'], string>> = {
  'same-day': 'Read and act today',
  urgent: 'Before the others',
  routine: 'In its turn',
};

/** The three cards at the top. */
export function beforeCalling(referral: Referral): Html {
  return html`<section class="before" aria-label="Before you call">
    ${urgency(referral)} ${reaching(referral)} ${language(referral)}
  </section>`;
}

function urgency({ urgency: how, flags }: Referral): Html {
  const raised = flags.map(
    flag =>
      html`<li>
        <strong>${flagWords[flag.kind]}</strong>:
        ${flag.tier === 'act' ? 'told plainly; urgent help was shown at once' : 'heard and asked about'}, ${timeInWords(flag.at)}
      </li>`,
  );
  return html`<div class="card urgency ${how}">
    <h2>Urgency</h2>
    <p class="lead">${urgencyWords[how]}</p>
    ${
      flags.length === 0
        ? html`<p>No red flag was raised.</p>`
        : html`<ul>
            ${raised}
          </ul>`
    }
  </div>`;
}

function reaching({ contact }: Referral): Html {
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
    <p class="lead" dir="auto">${contact.name}</p>
    <ul class="safety">
      ${contact.safety.map(sentence => html`<li dir="auto">${sentence}</li>`)}
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
