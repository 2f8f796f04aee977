// One moment of the conversation as the inside of a page: progress, the story so far, what was said, and what stands next.
import type { Content } from '../../content/content.js';
import type { Progress } from '../../conversation/reply.js';
import type { PageView, Spoken } from './conversing.js';
import { formToken } from './form-guard.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { ShownHandOver } from './private-card.js';
import type { Typed } from './read-typed.js';
import { renderPause } from './pause-card.js';
import { announcement, refusals, renderSaid, says } from './said.js';
import { finishForm } from './shared-screen.js';
import { headingOf, offersOf, renderStanding, standingOf } from './standing-card.js';
import { renderStory } from './story.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

export interface ChatParts {
  readonly content: Content;
  readonly spoken: Spoken;
  readonly code: string;
  /** Names the forms of this page: 16 or more random characters. */
  readonly formId: string;
  /** ISO date. */
  readonly today: string;
  /** What was typed, to be shown again if it was refused. */
  readonly typed?: Typed | undefined;
  /** The way over to the person's own phone, where a private question stands at a desk. */
  readonly shown?: ShownHandOver | undefined;
  /** All questions on one page is where it goes on. */
  readonly view?: PageView | undefined;
}

export interface ChatView {
  readonly words: Words;
  readonly title: string;
  readonly main: Html;
  readonly announce: string;
  /** Hidden fields of every form of this conversation. */
  readonly hidden: Html;
}

interface HiddenFields {
  readonly code: string;
  readonly formId: string;
  readonly lang: string;
  readonly view?: PageView | undefined;
}

/** Fields every form inside a conversation carries: which form, whose, in which language, and how it goes on. */
export function hiddenFields({ code, formId, lang, view }: HiddenFields): Html {
  return html`<input type="hidden" name="a" value="${formId}"><input type="hidden" name="token" value="${formToken(code)}"><input type="hidden" name="lang" value="${lang}">${view && html`<input type="hidden" name="view" value="${view}">`}`;
}

function renderProgress({ done, total }: Progress, words: Words): Html {
  const step = Math.min(done + 1, total);
  const text = words.t('progress.step', { done: step, total });
  return html`<div class="wm-progress">
    <progress max="${total}" value="${done}" aria-hidden="true"></progress>
    <p>${text}</p>
  </div>`;
}

const ways = ['help', 'person', 'review', 'pause', 'restart', 'delete'] as const;

/** What else can be done, folded: commands and their names. */
export function waysList(words: Words, named: readonly (readonly [command: string, name: string])[]): Html {
  const button = ([command, name]: (typeof named)[number]): Html =>
    html`<li><button class="wm-link" name="do" value="${command}">${name}</button></li>`;
  return html`<details class="nhsuk-details">
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${words.t('page.ways.title')}</span></summary>
    <ul>
      ${named.map(button)}
    </ul>
  </details>`;
}

function moreWays(hidden: Html, words: Words, near: boolean): Html {
  const named = ways.map(way => [way, words.t(`page.ways.${way}`)] as const);
  const all = near ? [...named, ['near', words.t('near.only.button')] as const] : named;
  return html`<form class="wm-ways" method="post" action="/chat" data-live>${hidden} ${waysList(words, all)}</form>`;
}

interface Around {
  readonly words: Words;
  readonly hidden: Html;
  readonly errors: readonly string[];
}

/** What stands next, and its heading; after a pause the way back, whatever stands. */
function renderCard(
  { content, spoken, typed, today, shown }: ChatParts,
  around: Around,
): { readonly card: Html; readonly heading: string } {
  const { words } = around;
  if (says(spoken.replies, 'paused')) {
    const { pausedDays } = content.service.retention;
    return { card: renderPause({ wayBack: spoken.wayBack, pausedDays }, words), heading: words.t('page.paused.title') };
  }
  const standing = standingOf(spoken.replies);
  return { card: renderStanding(standing, { ...around, typed, content, today, shown }), heading: headingOf(standing, words) };
}

/** Said at the top of each page on which staff write down what the person says; where they did, when the person checks their answers. */
export function whoWrites({ by, typedByStaff }: Spoken, isReview: boolean, words: Words): Html | undefined {
  if (by) return html`<p class="nhsuk-inset-text wm-staff">${words.t('handover.given-to-staff')}</p>`;
  return typedByStaff && isReview ? html`<p class="nhsuk-inset-text wm-staff">${words.t('handover.staff-read')}</p>` : undefined;
}

/** What else can be done; at a desk it can always be finished. */
function waysOn({ erased, by }: Spoken, hidden: Html, words: Words, near: boolean): Html {
  return html`${!erased && moreWays(hidden, words, near)}${by && finishForm('/chat/finish', words, hidden)}`;
}

/** From reading the answers through, all questions on one page. */
function toForm(standing: ReturnType<typeof standingOf>, words: Words): Html | undefined {
  if (standing?.kind !== 'review') return undefined;
  return html`<p class="wm-screen"><a href="/chat?lang=${words.lang}&view=form">${words.t('page.form.show')}</a></p>`;
}

/** The view of what the conversation said. */
export function viewChat(parts: ChatParts): ChatView {
  const { content, spoken, code, formId, view } = parts;
  const words = wordsIn(content, spoken.lang);
  const hidden = hiddenFields({ code, formId, lang: words.lang, view });
  const paused = says(spoken.replies, 'paused');
  const standing = standingOf(spoken.replies);
  const asking = standing?.kind === 'ask' && !paused;
  const errors = refusals(spoken.replies, words);
  const { card, heading } = renderCard(parts, { words, hidden, errors });
  const main = html`${whoWrites(spoken, standing?.kind === 'review', words)}${asking && renderProgress(spoken.progress, words)} ${asking && renderStory(spoken.story, hidden, words)}
    <div id="now" class="wm-now">${renderSaid(spoken.replies, spoken.flagged, content, words, parts.today)} ${card}</div>
    ${!paused && toForm(standing, words)}
    ${waysOn(spoken, hidden, words, asking && offersOf(standing).includes('near'))}`;
  const title = errors.length > 0 ? `${words.t('page.error.label')}: ${heading}` : heading;
  // After a pause the heading is enough: a link read out letter by letter helps nobody.
  return { words, title, main, announce: paused ? heading : announcement(spoken.replies, words), hidden };
}
