// One service as the desk shows it: whose it is, why it fits, what to watch for, how to reach it, how fresh that is. English: the desk is.
import { html, type Html, type Part } from '../channels/pages/html.js';
import type { Words } from '../channels/pages/words.js';
import type { DeskMiss } from '../directory/desk/desk-search.js';
import { freshnessInEnglish, warningInEnglish, warningsInEnglish, whyInEnglish } from '../directory/desk/say-service.js';
import type { ExplainedService } from '../directory/explain-services.js';
import type { Place, Service } from '../directory/service.js';

/** How fresh it is; what is old stands out. */
function freshness(each: ExplainedService): Part {
  const { text, old } = freshnessInEnglish(each);
  return old ? html`<strong>${text}</strong>` : text;
}

function where({ hidden }: Service, place: Place | undefined): string | undefined {
  if (hidden) return 'Its address is kept secret: call first';
  if (place === undefined) return undefined;
  return [place.name, ...place.address, place.postcode].filter(line => line !== undefined && line !== '').join(', ');
}

function phone(number: string): Html {
  return html`<a href="tel:${number.replaceAll(/[^\d+]/gu, '')}">${number}</a>`;
}

function reach(service: Service, place: Place | undefined): Html {
  const address = where(service, place);
  return html`<p class="reach">${address}${address !== undefined && service.phones.length > 0 && ' · '}${service.phones.slice(0, 2).map(phone)}</p>`;
}

/** A result, the `at`-th; `picked`: it is on the leaflet. */
export function deskResult(each: ExplainedService, at: number, picked: boolean, words: Words): Html {
  const { service, place } = each;
  const watch = warningsInEnglish(each);
  const small = service.provider.kind === 'small-charity';
  const kind = words.t(`near.provider.${service.provider.kind}`);
  return html`<li class="result${picked ? ' picked' : ''}">
    <h2 id="name-${at}">${service.name}</h2>
    <button
      class="second pick"
      form="desk"
      id="pick-${at}"
      name="${picked ? 'drop' : 'add'}"
      value="${service.id}"
      data-pick="${service.id}"
      aria-labelledby="pick-${at} name-${at}"
    >
      ${picked ? 'Take off' : 'Add to leaflet'}
    </button>
    <p class="whose">${service.provider.name} · ${small ? html`<strong>${kind}</strong>` : kind} · ${freshness(each)}</p>
    <p class="why">${whyInEnglish(each.reasons)}</p>
    ${
      watch.length > 0 &&
      html`<ul class="watch" aria-label="Before you send anyone">
        ${watch.map(line => html`<li>${line}</li>`)}
      </ul>`
    }
    ${reach(service, place)}
  </li>`;
}

/** Services that nearly fit. */
export function deskMisses(missed: readonly DeskMiss[], open: boolean): Html | undefined {
  if (missed.length === 0) return undefined;
  const lines = missed.map(
    ({ service, misses }) =>
      html`<li><strong>${service.name}</strong> (${service.provider.name}): ${misses.map(warningInEnglish).join(' · ')}</li>`,
  );
  return html`<details class="missed" ${open && 'open'}>
    <summary>${open ? 'The nearest there is, and why it does not fit' : `Why not others (${String(missed.length)})`}</summary>
    <ul>
      ${lines}
    </ul>
  </details>`;
}
