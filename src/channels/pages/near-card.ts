// One service that is near, as a card: its name, whose it is, why it is shown, where; the rest is folded.
import type { Match } from '../../directory/match-request.js';
import type { Reason } from '../../directory/match-reason.js';
import { wordReasons } from '../../directory/word-match.js';
import { heading } from './heading.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderDetails } from './near-details.js';
import { ownWords } from './own-words.js';
import { placeName, whoRuns } from './service-facts.js';
import { wordPieces } from './word-pieces.js';
import type { Words } from './words.js';

/** How a card stands on its page. */
export interface CardPlace {
  /** ISO date. */
  readonly today: string;
  /** Of the heading that names it. */
  readonly level: number;
}

/** Whose it is stands above the line already, and what is stale beneath it. */
function inLine({ code }: Reason): boolean {
  return code !== 'small-local' && code !== 'stale';
}

/** The card. */
export function renderNearCard(match: Match, words: Words, { today, level }: CardPlace): Html {
  const { service, place, reasons } = match;
  const [stale] = wordReasons(reasons.filter(({ code }) => code === 'stale'));
  const where = service.hidden || place === undefined ? undefined : placeName(place, words);
  return html`<article class="wm-service">
    ${heading(level, 'wm-service__name', ownWords(service.name, words))}
    <p class="wm-service__by">${whoRuns(service, words)}</p>
    <p class="wm-service__why">${wordPieces(wordReasons(reasons.filter(inLine)), words)}</p>
    ${where && html`<p class="wm-service__where">${where}</p>`}
    ${stale && html`<p class="wm-service__stale">${words.say(stale)}</p>`} ${renderDetails(match, today, words)}
  </article>`;
}
