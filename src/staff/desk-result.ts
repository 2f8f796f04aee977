// One service as the desk shows it: whose it is, why it fits, what to watch for, how to reach it, how fresh that is. English: the desk is.
import { html, type Html } from '../channels/pages/html.js';
import type { Words } from '../channels/pages/words.js';
import type { ExplainedService } from '../directory/explain-services.js';
import { missInEnglish, reasonInEnglish } from '../directory/match-in-english.js';
import type { Miss, Reason } from '../directory/match-reason.js';
import type { Place, Service } from '../directory/service.js';
import type { DeskMiss } from './desk-search.js';
import { dateInWords } from './describe-person.js';

/** Told elsewhere than in the line of reasons. */
const told = new Set<Reason['code']>(['small-local', 'address-kept', 'assured', 'stale', 'waiting', 'not-said']);

function why(reasons: readonly Reason[]): string {
  const unsaid = reasons.flatMap(reason => (reason.code === 'not-said' ? [reason.what.replaceAll('-', ' ')] : []));
  const said = reasons.filter(({ code }) => !told.has(code)).map(reasonInEnglish);
  return [...said, ...(unsaid.length === 0 ? [] : [`ask them about: ${unsaid.join(', ')}`])].join(' · ');
}

const warningWords: Partial<Record<Miss['code'], string>> = { closed: 'closed to new people now' };
const missWords = (miss: Miss): string => warningWords[miss.code] ?? missInEnglish(miss);

function warnings({ reasons, misses, service: { alert } }: ExplainedService): readonly string[] {
  const waits = reasons.filter(({ code }) => code === 'waiting').map(reasonInEnglish);
  return [...misses.map(missWords), ...waits, ...(alert === undefined ? [] : [alert])];
}

/** How fresh: the later of changed and assured, and since when nobody has looked. */
function freshness({ reasons, service: { lastModified = '', assured = '' } }: ExplainedService): Html {
  const [changed, checked] = [lastModified.slice(0, 10), assured.slice(0, 10)];
  const last = checked >= changed ? checked : changed;
  if (last === '') return html`<strong>not known when it was last checked: call first</strong>`;
  if (reasons.some(({ code }) => code === 'stale')) return html`<strong>not checked since ${dateInWords(last)}: call first</strong>`;
  return checked === last ? html`checked by them on ${dateInWords(last)}` : html`last changed on ${dateInWords(last)}`;
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
  const watch = warnings(each);
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
    <p class="why">${why(each.reasons)}</p>
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
      html`<li><strong>${service.name}</strong> (${service.provider.name}): ${misses.map(missWords).join(' · ')}</li>`,
  );
  return html`<details class="missed" ${open && 'open'}>
    <summary>${open ? 'The nearest there is, and why it does not fit' : `Why not others (${String(missed.length)})`}</summary>
    <ul>
      ${lines}
    </ul>
  </details>`;
}
