// What stands next on the page: a question, a confirmation, the answers to check, "sent", an end.
import type { Offer, Reply } from '../../conversation/reply.js';
import type { Content } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { nearTitle, offerForm, printButton, renderNearEnd } from './near-end.js';
import { renderNear } from './near-view.js';
import { renderPrivate } from './private-card.js';
import type { ShownHandOver } from './private-card.js';
import { backButton, errorSummary, renderConfirmation, renderQuestion } from './question-card.js';
import type { Typed } from './read-typed.js';
import type { Words } from './words.js';

export interface StandingParts {
  readonly words: Words;
  readonly hidden: Html;
  readonly errors: readonly string[];
  readonly typed: Typed | undefined;
  readonly content: Content;
  /** ISO date. */
  readonly today: string;
  /** The way over to the person's own phone, where a private question stands at a desk. */
  readonly shown?: ShownHandOver | undefined;
}

type Standing = Exclude<Reply, { kind: 'say' }>;
type Of<K extends Standing['kind']> = Extract<Standing, { kind: K }>;

/** The last reply that is not a mere statement, if the turn left one. */
export function standingOf(replies: readonly Reply[]): Standing | undefined {
  return replies.filter(reply => reply.kind !== 'say').at(-1);
}

/** What the conversation offers from here, beside what is asked. */
export function offersOf(standing: Standing | undefined): readonly Offer[] {
  return (standing !== undefined && 'offers' in standing ? standing.offers : undefined) ?? [];
}

/** The heading of the page, which is also its title. */
export function headingOf(standing: Standing | undefined, words: Words): string {
  switch (standing?.kind) {
    case 'near':
      return words.t('near.title');
    case 'ask':
      return standing.near === undefined ? words.say(standing.question.text) : words.t('near.title');
    case 'review':
      return words.say(standing.question.text);
    case 'sent':
      return words.t('sent.title');
    case 'ended':
      return words.t('page.ended.title');
    case 'erased':
      return words.t('page.erased.title');
    case undefined:
      return words.t('page.go-on.title');
  }
}

function renderAsk(ask: Of<'ask'>, parts: StandingParts): Html {
  const { words, content, today } = parts;
  const near =
    ask.near &&
    html`<section class="wm-card">${nearTitle(words)}${renderNear(ask.near, words, { helplines: content.helplines, today, level: 2 })}</section>`;
  const card = { ...parts, question: ask.question, before: ask.before, above: near };
  if (ask.question.variant === 'private') return renderPrivate({ ...card, shown: parts.shown });
  return ask.question.variant === undefined ? renderQuestion(card) : renderConfirmation(card);
}

function reviewLine({ key, label, answer }: Of<'review'>['lines'][number], words: Words): Html {
  const name = words.say(label);
  const change = html`<button class="wm-link" name="do" value="pick:change:${key}">
    ${words.t('button.change')}<span class="nhsuk-u-visually-hidden"> ${name}</span>
  </button>`;
  return html`<div class="nhsuk-summary-list__row">
    <dt class="nhsuk-summary-list__key">${name}</dt>
    <dd class="nhsuk-summary-list__value"><span dir="auto">${words.say(answer)}</span></dd>
    <dd class="nhsuk-summary-list__actions">${change}</dd>
  </div>`;
}

function renderReview(review: Of<'review'>, { words, hidden, errors }: StandingParts): Html {
  const { question, lines } = review;
  const ways = (question.options ?? []).filter(option => !option.value.startsWith('change:'));
  return html`${errorSummary(errors, words)}
    <form class="wm-card" method="post" action="/chat" data-live>
      ${hidden} <input type="hidden" name="key" value="${question.key}"><input type="hidden" name="kind" value="one">
      ${(review.before ?? []).map(phrase => html`<p class="wm-before">${words.say(phrase)}</p>`)}
      <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.say(question.text)}</h1>
      ${question.help !== undefined && html`<p>${words.say(question.help)}</p>`}
      ${lines.length === 0 && html`<p>${words.t('review.none')}</p>`}
      <dl class="nhsuk-summary-list">${lines.map(line => reviewLine(line, words))}</dl>
      <div class="wm-buttons">
        ${ways.map(way => html`<button class="nhsuk-button" name="do" value="pick:${way.value}">${words.say(way.label)}</button>`)}
      </div>
      ${backButton(words)}
    </form>`;
}

/** Shown in the panel already. */
const inPanel: ReadonlySet<string> = new Set(['sent.title', 'sent.reference', 'sent.code']);

/** What is told of a sent referral besides its reference and code. */
export function besidesPanel(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases.filter(phrase => !('product' in phrase && inPanel.has(phrase.product)));
}

/** Two or three places to go to while they wait. */
function nearMeanwhile({ near }: Of<'sent'>, { words, content, today }: StandingParts): Html | undefined {
  return (
    near &&
    html`<h2>${words.t('near.sent')}</h2>
    ${renderNear(near, words, { helplines: content.helplines, today, level: 3 })}`
  );
}

function renderSent(sent: Of<'sent'>, parts: StandingParts): Html {
  const { words } = parts;
  const fact = (label: string, value: string): Html =>
    html`<div>
      <dt>${label}</dt>
      <dd><bdi dir="ltr">${value}</bdi></dd>
    </div>`;
  return html`<section class="wm-card wm-sent">
    <div class="wm-sent__panel">
      <h1 id="question" tabindex="-1" data-focus>${words.t('sent.title')}</h1>
      <dl>${fact(words.t('page.sent.reference'), sent.reference)}${sent.code !== '' && fact(words.t('page.sent.code'), sent.code)}</dl>
    </div>
    <h2>${words.t('page.sent.next')}</h2>
    ${besidesPanel(sent.phrases).map(phrase => html`<p>${words.say(phrase)}</p>`)} ${nearMeanwhile(sent, parts)} ${printButton(words)}
    <p class="wm-screen">${words.t('page.sent.shared-device')}</p>
  </section>`;
}

function renderEnded(ended: Of<'ended'>, { words, hidden }: StandingParts): Html {
  return html`<section class="wm-card">
    <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.t('page.ended.title')}</h1>
    ${ended.phrases.map(phrase => html`<p>${words.say(phrase)}</p>`)}
    ${offerForm(offersOf(ended), hidden, words)}
    <p><a href="/urgent?lang=${words.lang}">${words.t('button.urgent')}</a></p>
  </section>`;
}

function renderErased({ words }: StandingParts): Html {
  return html`<section class="wm-card">
    <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.t('page.erased.title')}</h1>
    <p><a href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>
  </section>`;
}

/** Nothing is asked until the person says to go on (an emergency stands alone). */
function renderGoOn({ words }: StandingParts): Html {
  return html`<section class="wm-card">
    <h1 class="wm-question" id="question" tabindex="-1" data-focus>${words.t('page.go-on.title')}</h1>
    <p><a class="nhsuk-button nhsuk-button--secondary" href="/chat?lang=${words.lang}">${words.t('page.go-on')}</a></p>
  </section>`;
}

/** What stands next. */
export function renderStanding(standing: Standing | undefined, parts: StandingParts): Html {
  switch (standing?.kind) {
    case 'ask':
      return renderAsk(standing, parts);
    case 'review':
      return renderReview(standing, parts);
    case 'sent':
      return renderSent(standing, parts);
    case 'near':
      return renderNearEnd({ ...standing, hidden: parts.hidden }, parts.words, { helplines: parts.content.helplines, today: parts.today });
    case 'ended':
      return renderEnded(standing, parts);
    case 'erased':
      return renderErased(parts);
    case undefined:
      return renderGoOn(parts);
  }
}
