// What is known of a service, one fact a piece of markup: where, when, who runs it, what it costs. Shared by the cards and the leaflet.
import { wordHours } from '../../directory/word-hours.js';
import type { Place, Service } from '../../directory/service.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { ownWords } from './own-words.js';
import { joinPieces, wordPieces } from './word-pieces.js';
import type { Words } from './words.js';

/** The name of a place and what sort of place it is, as far as either is known. */
export function placeName({ name, venue }: Place, words: Words): Html | undefined {
  const parts = [name !== undefined && ownWords(name, words), venue !== 'other' && words.t(`near.venue.${venue}`)].filter(
    part => part !== false,
  );
  return parts.length === 0 ? undefined : joinPieces(parts);
}

/** Where it is, as one line of English writing. */
function addressLine({ address, postcode }: Place): Html | undefined {
  const code = postcode !== undefined && html`<bdi>${postcode}</bdi>`;
  const parts = [...address, code].filter(part => part !== false);
  return parts.length === 0
    ? undefined
    : html`<span class="wm-own-words" lang="en" dir="ltr">${parts.map((part, at) => html`${at > 0 && ', '}${part}`)}</span>`;
}

/** The whole address; of a service whose address is kept, why it is not told. */
export function whereabouts({ hidden }: Service, place: Place | undefined, words: Words): Html | undefined {
  if (hidden) return html`<p>${words.t('near.address-kept-why')}</p>`;
  if (place === undefined) return undefined;
  const said = [placeName(place, words), addressLine(place)].filter(line => line !== undefined);
  return said.length === 0 ? undefined : html`<address class="wm-address">${said.map(line => html`<div>${line}</div>`)}</address>`;
}

/** What the feed says in words about getting in and about. */
export function accessNote({ hidden }: Service, place: Place | undefined, words: Words): Html | undefined {
  if (hidden || place?.accessNote === undefined) return undefined;
  return html`<p>${ownWords(place.accessNote, words)}</p>`;
}

/** Opening hours there, else of the service itself; what the feed says of them in words comes last. */
export function openingHours(service: Service, place: Place | undefined, today: string, words: Words): Html | undefined {
  const schedules = place !== undefined && place.schedules.length > 0 ? place.schedules : service.schedules;
  const lines = wordHours(schedules, today).map(line => wordPieces(line, words));
  const notes = [...new Set(schedules.flatMap(({ note }) => note ?? []))].map(note => ownWords(note, words));
  const all = [...lines, ...notes];
  if (all.length === 0) return undefined;
  return html`<ul class="wm-hours">
    ${all.map(line => html`<li>${line}</li>`)}
  </ul>`;
}

/** Who runs it and of what kind they are; a service that has its owner's name is not named twice. */
export function whoRuns({ name, provider }: Service, words: Words): Html {
  const kind = words.t(`near.provider.${provider.kind}`);
  return joinPieces(provider.name === name ? [kind] : [ownWords(provider.name, words), kind]);
}

const costs = { free: 'near.free', some: 'near.free-for-some', paid: 'near.paid' } as const;

/** What it costs, and the feed's own words on it. */
export function whatItCosts({ cost, costNote }: Service, words: Words): Html | undefined {
  if (cost === undefined && costNote === undefined) return undefined;
  const kind = cost !== undefined && html`<p>${words.t(costs[cost])}</p>`;
  return html`${kind}${costNote !== undefined && html`<p>${ownWords(costNote, words)}</p>`}`;
}
