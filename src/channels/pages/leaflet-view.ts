// The leaflet as it is printed, and as it opens on the telephone that reads its code: services, how to call them, and where more help is.
import type { Language } from '../../content/content.js';
import type { Service } from '../../directory/service.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { leafletAddress } from './leaflet-address.js';
import type { LeafletSetting, LeafletWish } from './leaflet-address.js';
import { renderEasily } from './leaflet-easy.js';
import { renderOnLeaflet } from './leaflet-service.js';
import { printButton } from './near-end.js';
import { shortAddress } from './service-contacts.js';
import { renderQr } from './qr-code.js';
import type { Words } from './words.js';

/** What a leaflet is made of. */
export interface LeafletParts {
  readonly words: Words;
  readonly language: Language | undefined;
  /** Whose leaflet it is. */
  readonly from: string;
  readonly wish: LeafletWish;
  /** Those of its services that are known, in its order. */
  readonly services: readonly Service[];
  /** They are made up. */
  readonly sample: boolean;
  /** ISO date. */
  readonly today: string;
  /** `https://host`, without a slash at the end. */
  readonly base: string;
}

const settings: readonly LeafletSetting[] = ['standard', 'large', 'easy'];

function tools({ wish, words }: LeafletParts): Html {
  const link = (setting: LeafletSetting): Html =>
    html`<li>
      <a href="${leafletAddress({ ...wish, setting }, words.lang)}"${raw(setting === wish.setting ? ' aria-current="true"' : '')}>${words.t(`leaflet.${setting}`)}</a>
    </li>`;
  return html`<div class="wm-leaflet__tools wm-screen">
    ${printButton(words)}
    <ul>
      ${settings.map(link)}
    </ul>
  </div>`;
}

function head({ words, from, wish, today, base }: LeafletParts): Html {
  const scan = words.t('leaflet.scan');
  return html`<header class="wm-leaflet__head">
    <div>
      <h1>${words.t('leaflet.title')}</h1>
      <p>${words.t('leaflet.from', { service: { verbatim: from } })}</p>
      <p class="wm-quiet">${words.t('leaflet.printed', { date: { date: today } })}</p>
    </div>
    <figure class="wm-leaflet__scan">
      ${renderQr(`${base}${leafletAddress(wish, words.lang)}`, scan)}
      <figcaption>${scan}</figcaption>
    </figure>
  </header>`;
}

/** What to say to whoever answers the telephone in English. */
function sayInEnglish({ words, language }: LeafletParts): Html | undefined {
  const interpreter = language?.interpreter;
  return (
    interpreter &&
    html`<p>${words.t('leaflet.say-english')}</p>
      <p class="wm-say" lang="en-GB" dir="ltr">${interpreter.english}</p>
      <p>${words.t('page.interpreter.sounds')}</p>
      <p class="wm-say">${interpreter.sounds}</p>`
  );
}

function moreHelp({ words, base }: LeafletParts): Html {
  const address = `${base}/?lang=${words.lang}`;
  const said = words.t('leaflet.more-help', { url: { isolate: shortAddress(address)?.shown ?? address } });
  return html`<figure class="wm-leaflet__more">
    ${renderQr(address, said)}
    <figcaption>
      <p>${said}</p>
      <p class="wm-leaflet__danger">${words.t('leaflet.danger')}</p>
    </figcaption>
  </figure>`;
}

function notes({ words, services, sample, wish }: LeafletParts): Html {
  return html`${sample && html`<p class="wm-near__sample">${words.t('near.sample')}</p>`}
  ${services.length < wish.services.length && html`<p class="wm-alert">${words.t('leaflet.gone')}</p>`}`;
}

/** The leaflet; of services that are all gone, that alone. */
export function renderLeaflet(parts: LeafletParts): Html {
  const { words, wish, services, today } = parts;
  if (services.length === 0) {
    return html`<article class="wm-leaflet wm-text">
      <h1>${words.t('leaflet.title')}</h1>
      <p>${words.t('leaflet.gone-all')}</p>
      <p><a class="nhsuk-button" href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>
    </article>`;
  }
  const render = wish.setting === 'easy' ? renderEasily : renderOnLeaflet;
  return html`<article class="wm-leaflet wm-leaflet--${wish.setting}">
    ${tools(parts)} ${head(parts)} ${notes(parts)}
    ${services.map(service => render({ service, words, today, need: wish.need }))}
    <section class="wm-leaflet__foot">
      <p class="wm-leaflet__call">${words.t('leaflet.call-first')}</p>
      ${sayInEnglish(parts)} ${moreHelp(parts)}
    </section>
  </article>`;
}
