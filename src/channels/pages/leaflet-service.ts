// One service on a leaflet: its name, what it helps with, who runs it and for whom it is, where, when, and a telephone number to be read from afar.
import type { NeedKey } from '../../content/journey/needs-schema.js';
import type { Phrase } from '../../content/languages/phrase.js';
import { explainService } from '../../directory/explain-service.js';
import type { Reason } from '../../directory/match-reason.js';
import type { Place, Service } from '../../directory/service.js';
import { wordReasons } from '../../directory/word-match.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { factList } from './near-details.js';
import { ownWords } from './own-words.js';
import { phoneLink, shortAddress } from './service-contacts.js';
import { accessNote, openingHours, whereabouts, whoRuns } from './service-facts.js';
import { wordPieces } from './word-pieces.js';
import type { Words } from './words.js';

/** A service as a leaflet shows it. */
export interface OnLeaflet {
  readonly service: Service;
  readonly words: Words;
  /** ISO date. */
  readonly today: string;
  /** What the leaflet is for; told first among what it helps with. */
  readonly need: NeedKey | undefined;
}

const mostNeeds = 3;
const mostPlaces = 3;

/** "helps with: Money, Housing", the need asked for first. */
export function helpsWith({ service, need }: OnLeaflet): readonly Phrase[] {
  const asked = service.needs.filter(one => one === need);
  const others = service.needs.filter(one => one !== need);
  const needs: Phrase = { list: [...asked, ...others].slice(0, mostNeeds).map((id): Phrase => ({ file: 'needs', id, field: 'text' })) };
  return service.needs.length === 0 ? [] : [{ product: 'near.helps-with', params: { need: needs } }];
}

/** What stands elsewhere on the leaflet: whose it is, its days with its hours, why its address is kept, that it is stale. */
const elsewhere: ReadonlySet<Reason['code']> = new Set(['small-local', 'days', 'starts', 'address-kept', 'stale']);

/** Everything else there is to know before one calls. */
export function reasonsToKnow({ service, today }: OnLeaflet): readonly Phrase[] {
  return wordReasons(explainService(service, service.places[0], today).filter(({ code }) => !elsewhere.has(code)));
}

/** That nobody has checked it for long. */
export function stalePhrase({ service, today }: OnLeaflet): Phrase | undefined {
  return wordReasons(explainService(service, undefined, today).filter(({ code }) => code === 'stale'))[0];
}

/** One place; what it offers stands in the patient's words already, where the feed said it so that we understood. */
function placeShown({ service, words }: OnLeaflet, place: Place | undefined): Html | undefined {
  const note = place?.access.length === 0 ? accessNote(service, place, words) : undefined;
  const where = whereabouts(service, place, words);
  return where === undefined && note === undefined ? undefined : html`${where}${note}`;
}

/** Its places, each with hours of its own where it has several. */
function places(shown: OnLeaflet): Html | undefined {
  const { service, words, today } = shown;
  if (service.hidden || service.places.length <= 1) return placeShown(shown, service.places[0]);
  const one = (place: Place): Html => {
    const hours = place.schedules.length > 0 && openingHours(service, place, today, words);
    return html`<div class="wm-leaflet__place">${placeShown(shown, place)}${hours}</div>`;
  };
  return html`${service.places.slice(0, mostPlaces).map(one)}`;
}

/** Its hours, where they do not stand with its places. */
export function leafletHours({ service, words, today }: OnLeaflet): Html | undefined {
  const place = service.places.length === 1 ? service.places[0] : undefined;
  return openingHours(service, place, today, words);
}

/** Its website as it is typed in. */
export function websiteShown({ url = '' }: Service): Html | undefined {
  const address = shortAddress(url);
  return (
    address &&
    html`<a class="wm-long" href="${address.href}" target="_blank" rel="noopener noreferrer"><span dir="ltr">${address.shown}</span></a>`
  );
}

/** Its numbers, one a line. */
export function phonesShown({ phones }: Service): Html | undefined {
  return phones.length === 0 ? undefined : html`${phones.map(phone => html`<p class="wm-leaflet__phone">${phoneLink(phone)}</p>`)}`;
}

/** The service, with rows of facts. */
export function renderOnLeaflet(shown: OnLeaflet): Html {
  const { service, words } = shown;
  const stale = stalePhrase(shown);
  const pieces = wordPieces([...helpsWith(shown), ...reasonsToKnow(shown)], words);
  return html`<section class="wm-leaflet__service">
    <h2>${ownWords(service.name, words)}</h2>
    <p class="wm-service__by">${whoRuns(service, words)}</p>
    ${pieces && html`<p>${pieces}</p>`}
    ${service.alert !== undefined && html`<p class="wm-alert">${ownWords(service.alert, words)}</p>`}
    ${factList(
      [
        ['near.call', phonesShown(service)],
        ['near.where', places(shown)],
        ['near.when', leafletHours(shown)],
        ['near.website', websiteShown(service)],
      ],
      words,
    )}
    ${stale && html`<p class="wm-service__stale">${words.say(stale)}</p>`}
  </section>`;
}
