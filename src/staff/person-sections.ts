// The rest of the referral, in the order a link worker works through it: needs, own words, measures, eligibility and permissions, who
// filled it in. Free text is shown exactly as written, in its own language and direction.
import { html, type Html } from '../channels/pages/html.js';
import { describeNearby } from '../referral/describe-nearby.js';
import type { Referral, ReferralAnswer, ReferralConsent, ReferralMeasure } from '../referral/referral.js';
import { ageOf, needsInOrder } from '../referral/describe-person.js';
import { dateInWords, languageInWords, timeInWords } from '../text/staff-words.js';

/** Every section below the top. */
export function personSections(referral: Referral, today: Date): readonly Html[] {
  return [
    words(referral),
    needs(referral),
    nearby(referral),
    measures(referral),
    eligibility(referral, today),
    consents(referral),
    who(referral),
    changes(referral),
  ];
}

function section(title: string, body: Html | readonly Html[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${body}
  </section>`;
}

function none(sentence: string): Html {
  return html`<p class="none">${sentence}</p>`;
}

function answers(list: readonly ReferralAnswer[]): Html {
  return html`<dl class="answers">
    ${list.map(
      one =>
        html`<dt>${one.question}</dt>
          <dd>${answer(one)}</dd>`,
    )}
  </dl>`;
}

function answer(one: ReferralAnswer): Html {
  return html`${said(one)}${one.by && html` <span class="tongue">given to staff</span>`}`;
}

function said(one: ReferralAnswer): Html {
  if (one.wordsIn === undefined) return html`<span dir="auto">${one.answer}</span>`;
  const inLanguage = one.wordsIn.startsWith('en')
    ? undefined
    : html`<span class="tongue">written in ${languageInWords(one.wordsIn)}</span>`;
  return html`<blockquote lang="${one.wordsIn}" dir="auto">${one.answer}</blockquote>
    ${inLanguage}`;
}

function words({ words: own }: Referral): Html {
  return section('In their own words', own.length === 0 ? none('Nothing was written.') : answers(own));
}

const noNeeds: Readonly<Record<Referral['way'], string>> = {
  full: 'No need was named.',
  'call-me': 'Asked to be called; needs were not asked about.',
  'call-back': 'Asked for a call after urgent help; no other answer was shared.',
};

function needs(referral: Referral): Html {
  const list = needsInOrder(referral);
  if (list.length === 0) {
    return section('Needs', none(noNeeds[referral.way]));
  }
  const items = list.map(
    need =>
      html`<li>
        <h3>${need.label}${need.first && html` <span class="tag">First</span>`}</h3>
        ${need.answers.length > 0 ? answers(need.answers) : none('No more was told.')}
      </li>`,
  );
  return section(
    'Needs, in their order',
    html`<ol class="needs">
      ${items}
    </ol>`,
  );
}

/** What is near, as it was shown; nothing where no directory was asked. */
function nearby(referral: Referral): Html {
  const lines = describeNearby(referral);
  if (lines.length === 0) return html``;
  return section(
    'What is near',
    html`<ul>
      ${lines.map(line => html`<li dir="auto">${line}</li>`)}
    </ul>`,
  );
}

function measures({ measures: list }: Referral): Html {
  if (list.length === 0) return section('Measures', none('None were answered.'));
  const rows = list.map(
    one =>
      html`<tr>
        <th scope="row">${one.name}</th>
        <td>${figure(one)}</td>
        <td>${timeInWords(one.at)}</td>
      </tr>`,
  );
  const head = html`<thead>
    <tr>
      <th scope="col">Measure</th>
      <th scope="col">Result</th>
      <th scope="col">Answered</th>
    </tr>
  </thead>`;
  return section(
    'Measures',
    html`<div class="scroll" tabindex="0" role="region" aria-label="Measures">
      <table>
        ${head}
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`,
  );
}

/** The figure with the range it can have, and what it means where its instrument says so. */
function figure({ value, range, band }: ReferralMeasure): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const figure = range === undefined ? String(value) : `${String(value)} (from ${String(range[0])} to ${String(range[1])})`;
  return band === undefined ? figure : `${figure}: ${band}`;
}

function eligibility(referral: Referral, today: Date): Html {
  const { eligibility: told, person } = referral;
  const age = ageOf(referral, today);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Date of birth', person.dateOfBirth === undefined ? undefined : dateInWords(person.dateOfBirth)],
    ['Age', age === undefined ? undefined : String(age)],
    ['Practice', told.practice === undefined ? undefined : `${told.practice.name} (${told.practice.ods})`],
    ['Postcode', told.postcode],
    ['NHS number', person.nhsNumber],
    ['Gender', person.gender],
    ['Ethnicity', person.ethnicity?.label],
  ];
  const given = facts.flatMap(([term, fact]) =>
    fact === undefined
      ? []
      : [
          html`<dt>${term}</dt>
            <dd dir="auto">${fact}</dd>`,
        ],
  );
  return section('Eligibility', given.length === 0 ? none('Nothing was told.') : html`<dl class="facts">${given}</dl>`);
}

const purposes: Readonly<Record<ReferralConsent['purpose'], string>> = {
  'share-link-worker': 'Share with the link worker',
  'share-gp': 'Share with the GP practice',
  contact: 'Be contacted',
};

function consents({ consents: list }: Referral): Html {
  if (list.length === 0) return section('Permissions', none('None were recorded.'));
  const items = list.map(
    one =>
      html`<li>
        <strong>${purposes[one.purpose]}: ${one.given ? 'yes' : 'no'}</strong>, ${timeInWords(one.at)}. Asked in
        ${languageInWords(one.lang)}: “${one.wording}”
      </li>`,
  );
  return section(
    'Permissions',
    html`<ul>
      ${items}
    </ul>`,
  );
}

const fillers: Readonly<Record<Referral['who']['kind'], string>> = {
  self: 'The person themselves.',
  helped: 'The person, with somebody helping to type.',
  other: 'Somebody else, asking for the person.',
};

const ways: Readonly<Record<Referral['way'], string>> = {
  full: 'By the full way.',
  'call-me': 'By the short way: asked to be called.',
  'call-back': 'Asked for a call after urgent help.',
};

/** Did staff of the practice write any of it down? */
function writtenByStaff({ answers: all }: Referral): Html | undefined {
  const count = all.filter(one => one.by === 'staff').length;
  if (count === 0) return undefined;
  return html`<p><strong>Given to staff at the practice</strong>, who wrote down ${count === all.length ? 'every answer' : `${String(count)} of ${String(all.length)} answers`}.</p>`;
}

function who(referral: Referral): Html {
  const { who: filler, way, submittedAt } = referral;
  return section(
    'Who filled this in',
    html`<p>${fillers[filler.kind]} ${ways[way]} Sent ${timeInWords(submittedAt)}.</p>
      ${writtenByStaff(referral)}
      ${filler.detail.length > 0 && answers(filler.detail)}`,
  );
}

const changed: Readonly<Record<NonNullable<Referral['changes']>[number]['did'], string>> = {
  changed: 'changed their answer',
  dropped: 'no longer asked, so the answer was taken out',
  'asked-again': 'the question itself changed, so it was asked again',
};

/** How the answers came to be what they are; nothing where the person never changed one. */
function changes({ changes: list = [] }: Referral): Html {
  if (list.length === 0) return html``;
  const items = list.map(one => html`<li>${one.question}: ${changed[one.did]}, ${timeInWords(one.at)}</li>`);
  return section(
    'Changed before sending',
    html`<ul>
      ${items}
    </ul>`,
  );
}
