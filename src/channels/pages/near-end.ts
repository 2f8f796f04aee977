// The end of the way on which nobody is asked for help: what is near, on paper too, and a way back to a link worker.
import type { Phrase } from '../../content/languages/phrase.js';
import type { Near } from '../../conversation/near.js';
import type { Offer } from '../../conversation/reply.js';
import { heading } from './heading.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderNear } from './near-view.js';
import type { NearOptions } from './near-view.js';
import type { Words } from './words.js';

/** Said by the page itself, in its own place. */
const ownSentences: ReadonlySet<string> = new Set([
  'near.title',
  'near.intro',
  'near.done',
  'near.sample',
  'near.rough',
  'near.no-place',
  'near.nothing-only',
]);

/** A print button, and what to do where no script makes it work. */
export function printButton(words: Words): Html {
  return html`<p class="wm-screen">
      <button class="nhsuk-button nhsuk-button--secondary" type="button" data-print hidden>${words.t('page.sent.print')}</button>
    </p>
    <p class="wm-screen wm-scriptless">${words.t('page.sent.print-without-script')}</p>`;
}

/** The name of the page over what is near, where focus goes. */
export function nearTitle(words: Words): Html {
  return html`${heading(1, 'wm-question', words.t('near.title'), ' id="near" tabindex="-1" data-focus')}
    <p>${words.t('near.intro')}</p>`;
}

const offered = { near: 'near.only.button', refer: 'near.refer.button' } as const;

/** Buttons that go on from an end, each another way. */
export function offerForm(offers: readonly Offer[], hidden: Html, words: Words): Html | undefined {
  const button = (offer: Offer): Html => html`<button class="nhsuk-button" name="do" value="${offer}">${words.t(offered[offer])}</button>`;
  return offers.length === 0
    ? undefined
    : html`<form class="wm-screen" method="post" action="/chat" data-live>${hidden} ${offers.map(button)}</form>`;
}

/** What the end says, and the form that goes on to a link worker after all. */
export interface NearEnd {
  readonly near: Near;
  readonly phrases: readonly Phrase[];
  readonly hidden: Html;
  /** Ways to go on. */
  readonly offers?: readonly Offer[] | undefined;
}

/** The card of that end. */
export function renderNearEnd(
  { near, phrases, hidden, offers }: NearEnd,
  words: Words,
  options: Omit<NearOptions, 'level' | 'only'>,
): Html {
  const said = phrases.filter(phrase => !('product' in phrase && ownSentences.has(phrase.product)));
  return html`<section class="wm-card">
    ${nearTitle(words)} ${said.map(phrase => html`<p>${words.say(phrase)}</p>`)}
    ${renderNear(near, words, { ...options, level: 2, only: true })}
    <p>${words.t('near.done')}</p>
    ${printButton(words)}
    ${offerForm(offers ?? [], hidden, words)}
  </section>`;
}
