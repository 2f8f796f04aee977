// "Tell me more" beneath a service: folded away, and everything that is known in it.
import type { Match } from '../../directory/match-request.js';
import type { Reason } from '../../directory/match-reason.js';
import type { Service } from '../../directory/service.js';
import { wordReasons } from '../../directory/word-match.js';
import type { ProductKey } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { isForeign, ownWords } from './own-words.js';
import { emailLink, showOnMap, phoneLink, websiteLink } from './service-contacts.js';
import { accessNote, openingHours, whatItCosts, whereabouts } from './service-facts.js';
import { wordPieces } from './word-pieces.js';
import type { Words } from './words.js';

type Row = readonly [label: ProductKey, fact: Html | undefined];

function aboutText({ about }: Service, words: Words): Html | undefined {
  if (about === '') return undefined;
  const paragraphs = about.split(/\n+/u).map(text => html`<p>${ownWords(text, words)}</p>`);
  return html`${isForeign(words) && html`<p class="wm-quiet">${words.t('near.own-words')}</p>`}${paragraphs}`;
}

/** How one gets in, in which languages, and what the place offers. */
function waysIn({ service: { wayIn, languages, interpreters, hidden }, place }: Match): readonly Reason[] {
  return [
    ...(wayIn === undefined ? [] : [{ code: wayIn === 'professional' ? 'ask-link-worker' : wayIn } as const]),
    ...languages.map(language => ({ code: 'language', language }) as const),
    ...(interpreters ? [{ code: 'interpreters' } as const] : []),
    ...(hidden ? [] : (place?.access ?? []).map(code => ({ code }))),
  ];
}

function calls({ phones, email }: Service): readonly Row[] {
  return [
    ['near.call', phones.length === 0 ? undefined : html`${phones.map(phone => html`<p>${phoneLink(phone)}</p>`)}`],
    ['near.email', email === undefined ? undefined : emailLink(email)],
  ];
}

function rowsOf(match: Match, today: string, words: Words): readonly Row[] {
  const { service, place } = match;
  const map = showOnMap(match, words);
  const where = whereabouts(service, place, words);
  return [
    ...calls(service),
    [
      'near.where',
      where === undefined && map === undefined
        ? undefined
        : html`${where}${accessNote(service, place, words)}${map && html`<p>${map}</p>`}`,
    ],
    ['near.when', openingHours(service, place, today, words)],
    ['near.cost', whatItCosts(service, words)],
    ['near.website', websiteLink(service, words)],
    ['near.about', aboutText(service, words)],
  ];
}

/** Rows of facts; what is not known has none. */
export function factList(rows: readonly Row[], words: Words): Html {
  const row = ([label, fact]: Row): Html | undefined =>
    fact &&
    html`<div>
      <dt>${words.t(label)}</dt>
      <dd>${fact}</dd>
    </div>`;
  return html`<dl class="wm-facts">${rows.map(row)}</dl>`;
}

/** The details of one service. */
export function renderDetails(match: Match, today: string, words: Words): Html {
  const { service } = match;
  const alert = service.alert !== undefined && html`<p class="wm-alert">${ownWords(service.alert, words)}</p>`;
  const ways = wordPieces(wordReasons(waysIn(match)), words);
  return html`<details class="nhsuk-details" data-print-open>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">${words.t('near.more')}<span class="nhsuk-u-visually-hidden">: ${ownWords(service.name, words)}</span></span>
    </summary>
    <div class="nhsuk-details__text">${alert}${ways && html`<p>${ways}</p>`}${factList(rowsOf(match, today, words), words)}</div>
  </details>`;
}
