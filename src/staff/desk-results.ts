// The results' part of the desk: what was understood, the services, and what there is when there are none.
import { html, type Html } from '../channels/pages/html.js';
import type { Words } from '../channels/pages/words.js';
import type { Content, RedFlagTier } from '../content/content.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import { mostPicks } from '../directory/desk/desk-query.js';
import { nationalLines } from './desk-lines.js';
import { deskMisses, deskResult } from './desk-result.js';
import type { DeskFound } from '../directory/desk/desk-search.js';

/** What is shown. */
export interface ResultsView {
  readonly found: DeskFound;
  readonly picks: readonly string[];
  /** The words may tell of danger: plainly (`act`), or so that somebody should ask. */
  readonly danger: RedFlagTier | undefined;
  readonly content: Pick<Content, 'needs' | 'helplines'>;
  readonly words: Words;
}

/** How a need is called. */
export function needLabel({ needs }: Pick<Content, 'needs'>, need: NeedKey): string {
  return needs.find(({ key }) => key === need)?.label ?? need;
}

function chips({ found: { needs, place }, content }: ResultsView): Html | undefined {
  if (needs.length === 0 && place === undefined) return undefined;
  const near =
    place && (place.found === undefined ? `${place.postcode}: nobody here knows where this is` : `near ${place.postcode} (approximate)`);
  return html`<p class="understood">Understood: ${needs.map(need => html`<span class="tag">${needLabel(content, need)}</span> `)}
    ${near !== undefined && html`<span class="tag">${near}</span>`}</p>`;
}

const dangers: Readonly<Record<RedFlagTier, Html>> = {
  act: html`<p class="notice stale" role="note">These words may tell of danger. If it is about the person before you:
    <a href="/desk/duty">get the duty clinician now</a>.</p>`,
  ask: html`<p class="notice stale" role="note">This may tell of danger: ask how they are, in private.
    If you are worried: <a href="/desk/duty">get the duty clinician now</a>.</p>`,
};

const idle = html`<div class="idle">
  <p>Type what the patient needs, in any language, the name of a service, or both with a postcode: <em>rent arrears e1 6an</em>,
    <em>nikogo nie mam</em>, <em>walking group e8</em>.</p>
  <p>Never a patient’s name.</p>
</div>`;

function nothing({ found: { needs, missed }, content }: ResultsView): Html {
  return html`<div class="idle">
    <p>We found nothing that fits. It is not the patient’s fault, and not yours. Try other words, take a filter off, or leave the postcode out.</p>
    ${deskMisses(missed, true)} ${nationalLines(needs, content)}
  </div>`;
}

function list({ found: { shown, missed }, picks, words }: ResultsView): Html {
  return html`<ol class="results">
      ${shown.map((each, at) => deskResult(each, at, picks.includes(each.service.id), words))}
    </ol>
    ${deskMisses(missed, false)}`;
}

/** How many there are, as a screen reader is told. */
export function saysResults({ idle: isIdle, shown }: DeskFound): string {
  if (isIdle) return '';
  if (shown.length === 0) return 'No service found';
  return shown.length === 1 ? '1 service found' : `${String(shown.length)} services found`;
}

/** The part. */
export function deskResults(view: ResultsView): Html {
  const { found } = view;
  const body = found.shown.length > 0 ? list(view) : found.idle ? idle : nothing(view);
  const full = view.picks.length >= mostPicks && html`<p class="hint">The leaflet is full: it holds ${mostPicks}.</p>`;
  return html`<section class="found" id="found" aria-label="Services" data-say="${saysResults(found)}">
    ${view.danger && dangers[view.danger]} ${chips(view)} ${full} ${body}
  </section>`;
}
