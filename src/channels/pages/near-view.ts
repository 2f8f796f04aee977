// What is near somebody: need by need, up to three services each, as found by the conversation; and where nothing was, whom to call instead.
import type { Helpline } from '../../content/journey/service-schema.js';
import type { Near, NearGroup } from '../../conversation/near.js';
import { heading } from './heading.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderNearCard } from './near-card.js';
import type { Words } from './words.js';

/** What showing it needs. */
export interface NearOptions {
  readonly helplines: ReadonlyMap<string, Helpline>;
  /** ISO date. */
  readonly today: string;
  /** Level of the headings of needs; services stand one below. */
  readonly level: number;
  /** No link worker will be asked: nothing is said of one. */
  readonly only?: boolean;
}

const places = { outward: 'near.rough', unknown: 'near.no-place' } as const;

function nothing({ lines }: NearGroup, words: Words, { helplines, only }: NearOptions): Html {
  const list = helplineList({ helplines: lines }, helplines, words);
  return html`<p>${words.t(only === true ? 'near.nothing-only' : 'near.nothing')}</p>
    ${list && html`<p>${words.t('near.lines')}</p>`}${list}`;
}

function group(found: NearGroup, words: Words, options: NearOptions): Html {
  const { today, level } = options;
  const cards = found.matches.map(match => renderNearCard(match, words, { today, level: level + 1 }));
  return html`<section class="wm-near__group">
    ${heading(level, 'wm-near__need', words.say({ file: 'needs', id: found.need, field: 'text' }))}
    ${found.matches.length === 0 ? nothing(found, words, options) : cards}
  </section>`;
}

/** Everything found, after what must be known of it: that it is made up, or how rough the distances are. */
export function renderNear(near: Near, words: Words, options: NearOptions): Html {
  const { groups, sample, where } = near;
  const rough = where !== 'postcode' && groups.some(({ matches }) => matches.length > 0);
  return html`<div class="wm-near">
    ${sample && html`<p class="wm-near__sample">${words.t('near.sample')}</p>`}
    ${rough && html`<p class="wm-quiet">${words.t(places[where])}</p>`} ${groups.map(found => group(found, words, options))}
  </div>`;
}
