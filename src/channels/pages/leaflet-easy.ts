// One service in Easy Read: one short sentence a line, each beside a picture, in large letters; one service a page.
import { html, raw } from './html.js';
import type { Html, Part } from './html.js';
import { helpsWith, leafletHours, phonesShown, reasonsToKnow, stalePhrase, websiteShown } from './leaflet-service.js';
import type { OnLeaflet } from './leaflet-service.js';
import { ownWords } from './own-words.js';
import { drawPictogram } from './pictograms.js';
import type { Pictogram } from './pictograms.js';
import { whereabouts } from './service-facts.js';

type Line = readonly [picture: Pictogram, said: Part];

const costs: ReadonlySet<string> = new Set(['near.free', 'near.free-for-some', 'near.paid']);
const spoken: ReadonlySet<string> = new Set(['near.language', 'near.interpreters']);

function pictureOf(key: string): Pictogram {
  if (costs.has(key)) return 'money';
  if (spoken.has(key)) return 'speech';
  return /^near\.(?:ages|for)\./u.test(key) ? 'person' : 'tick';
}

function linesOf(shown: OnLeaflet): readonly Line[] {
  const { service, words } = shown;
  const know = reasonsToKnow(shown).map((phrase): Line => ['product' in phrase ? pictureOf(phrase.product) : 'tick', words.say(phrase)]);
  const stale = stalePhrase(shown);
  return [
    ...helpsWith(shown).map((phrase): Line => ['heart', words.say(phrase)]),
    ['phone', phonesShown(service)],
    ['place', whereabouts(service, service.places[0], words)],
    ['clock', leafletHours(shown)],
    ...know,
    ['look', service.alert !== undefined && ownWords(service.alert, words)],
    ['web', websiteShown(service)],
    ['look', stale && words.say(stale)],
  ];
}

/** The service. */
export function renderEasily(shown: OnLeaflet): Html {
  const { service, words } = shown;
  const lines = linesOf(shown).filter(([, said]) => said !== undefined && said !== false);
  return html`<section class="wm-leaflet__service wm-easy">
    <h2>${ownWords(service.name, words)}</h2>
    <ul class="wm-easy__lines">
      ${lines.map(([picture, said]) => html`<li>${drawPictogram(picture)}<div${raw(typeof said === 'string' ? ' class="wm-easy__said"' : '')}>${said}</div></li>`)}
    </ul>
  </section>`;
}
