// How soon, and why: the urgency of a referral with every red flag, in full. Who acts on flags stands with them: a link worker is no clinician.
import { html, type Html } from '../channels/pages/html.js';
import type { Service } from '../content/journey/service-schema.js';
import { worstTier, type Flagged } from '../delivery/flagged.js';
import type { ReferralFlag } from '../referral/referral.js';
import { flagWords, howHeard, urgencyWords } from '../referral/flag-words.js';
import { languageInWords, timeInWords } from '../text/staff-words.js';
import { outcomeWords } from './flag-outcomes.js';
import type { StaffRecord } from '../delivery/read-record.js';

/** How a referral with open flags is marked, by the worst of them. */
export const openWords: Readonly<Record<ReferralFlag['tier'], string>> = { act: 'Needs a person today', ask: 'Look at this first' };

/** The card; wide where there are flags, since what the person wrote is in it. */
export function urgencyCard({ referral, flagged }: StaffRecord, duty: Service['clinicalContact']): Html {
  const { urgency, flags } = referral;
  const worst = worstTier(flags);
  if (worst === undefined) {
    return html`<div class="card urgency ${urgency}">
      <h2>Urgency</h2>
      <p class="lead">${urgencyWords[urgency]}</p>
      <p>No red flag was raised.</p>
    </div>`;
  }
  const isOpen = flagged?.open === true;
  return html`<div class="card urgency flagged ${urgency}">
    <h2>Urgency</h2>
    <p class="lead">${isOpen && html`<strong class="tag ${worst}">${openWords[worst]}</strong> `}${urgencyWords[urgency]}</p>
    <ul class="flags">
      ${flags.map(flag => raised(flag, referral.language.written))}
    </ul>
    ${flagged && standing(flagged)} ${whoActs(duty)}
    ${isOpen && html`<p><a href="#flag-outcome">Write down what was done</a></p>`}
  </div>`;
}

function raised({ kind, tier, at, rule, words }: ReferralFlag, written: string): Html {
  return html`<li>
    <strong>${flagWords[kind]}</strong>: ${howHeard({ tier, rule })}, ${timeInWords(at)}. Rule: <code dir="ltr">${rule}</code>
    ${words !== undefined && ownWords(words, written)}
  </li>`;
}

/** The language is that of the conversation: the words themselves may be in another. */
function ownWords(words: string, written: string): Html {
  return html`<blockquote lang="${written}" dir="auto">${words}</blockquote>
    ${!written.startsWith('en') && html`<span class="tongue">in a conversation held in ${languageInWords(written)}</span>`}`;
}

function standing(flagged: Flagged): Html {
  const { opened, raised: again, earlier } = flagged;
  const done = flagged.open ? earlier : [...earlier, flagged.closing];
  return html`${done.map(
    ({ outcome, detail, who, at }) =>
      html`<p class="acted">
        <strong>${outcomeWords[outcome].label}</strong>: <span dir="auto">${detail}</span> <span class="by">${who}, ${timeInWords(at)}</span>
      </p>`,
  )}
  ${again && html`<p>Raised again, as nobody had opened it: ${timeInWords(again.at)}${again.times > 1 && ` (${String(again.times)} times)`}.</p>`}
  ${opened && html`<p>First opened by ${opened.who}, ${timeInWords(opened.at)}.</p>`}`;
}

function whoActs({ name, role, phone }: Service['clinicalContact']): Html {
  return html`<p>
      Flags go to the clinical duty contact: <strong>${name}</strong>, ${role},
      <a dir="ltr" href="tel:${phone.replaceAll(/[^\d+]/gu, '')}">${phone}</a>.
    </p>
    <p>Nobody was told that anyone is watching. Out of hours nothing was promised for today.</p>`;
}
