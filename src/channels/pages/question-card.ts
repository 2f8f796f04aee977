// The question, alone and large: a heading, a sentence of help, why we ask, the control that fits, and the ways on.
import type { Phrase } from '../../content/languages/phrase.js';
import type { Question } from '../../conversation/reply.js';
import { safetyPart } from '../../conversation/safety-checks.js';
import { easyPicture } from './easy-read.js';
import { heading } from './heading.js';
import { html } from './html.js';
import type { Html, Part } from './html.js';
import { controlOf, isGroup } from './control-of.js';
import { described } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { isWritten } from './more-control.js';
import { renderControl } from './question-control.js';
import { renderHint, renderLinks, renderWhy } from './question-hints.js';
import type { Typed } from './read-typed.js';
import { suggestedValues } from './suggested.js';
import type { Words } from './words.js';

export interface CardParts {
  readonly question: Question;
  readonly before: readonly Phrase[];
  readonly words: Words;
  /** Hidden fields of every form of this conversation. */
  readonly hidden: Html;
  /** Why the last answer was not taken; empty when it was. */
  readonly errors: readonly string[];
  readonly typed: Typed | undefined;
  /** What the question is about, shown above it under a heading of its own. */
  readonly above?: Html | undefined;
}

/** What is wrong, at the top, each linked to its field (GOV.UK error summary). */
export function errorSummary(errors: readonly string[], words: Words): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<div class="nhsuk-error-summary" role="alert" tabindex="-1" data-focus>
    <h2 class="nhsuk-error-summary__title">${words.t('page.error.title')}</h2>
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${errors.map(error => html`<li><a href="#answer">${error}</a></li>`)}
    </ul>
  </div>`;
}

function errorMessage(errors: readonly string[], words: Words): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<p class="nhsuk-error-message" id="wrong">
    <span class="nhsuk-u-visually-hidden">${words.t('page.error.label')}: </span>${errors.join(' ')}
  </p>`;
}

function goOn({ question, words }: CardParts): Html {
  const quiet = question.more === undefined ? '' : ' nhsuk-button--secondary';
  return html`<button class="nhsuk-button${quiet}" name="do" value="answer">${words.t('button.continue')}</button>`;
}

/** "Another one?" is answered by its own buttons; it goes on only with what was written beside them, and "no" is as good as a skip. */
function buttons(parts: CardParts): Html | undefined {
  const { question, words } = parts;
  if (question.more !== undefined) return isWritten(question) ? html`<div class="wm-buttons">${goOn(parts)}</div>` : undefined;
  const skip =
    !question.required &&
    html`<button class="nhsuk-button nhsuk-button--secondary" name="do" value="skip">${words.t('button.skip')}</button>`;
  return html`<div class="wm-buttons">${goOn(parts)}${skip}</div>`;
}

/** Back, as in every step of the chat. */
export function backButton(words: Words): Html {
  return html`<button class="wm-back" name="do" value="back">${words.t('button.back')}</button>`;
}

/** All questions on one page, with what was filled in here; not while danger is asked about. */
function showAll({ question, words }: CardParts): Html | undefined {
  if (question.key.startsWith(`${safetyPart}.`) || question.variant === 'confirm-command') return undefined;
  return html`<p><button class="wm-link" name="do" value="form">${words.t('page.form.show')}</button></p>`;
}

/** The question's words, after the number its form gives it. */
function inWords({ question, words }: CardParts): Html {
  const { prefix } = question;
  return html`${prefix !== undefined && html`<bdi class="wm-prefix" dir="${words.dir}">${prefix}</bdi> `}${words.say(question.text)}`;
}

/** The question as the heading of its page; beneath another heading, one level below, and focus is for that one. */
function questionHeading(parts: CardParts, content: Part): Html {
  const first = parts.above === undefined;
  return html`${easyPicture(parts.question)}${headingOf(first, content)}`;
}

function headingOf(first: boolean, content: Part): Html {
  return heading(first ? 1 : 2, 'wm-question', content, ` id="question" tabindex="-1"${first ? ' data-focus' : ''}`);
}

function fieldsOf(parts: CardParts, control: ControlParts): Html {
  const { question, words, errors } = parts;
  const around = html`${renderHint(question, words)}${renderWhy(question, words)}${renderLinks(question, words)}`;
  const inner = html`${around}${errorMessage(errors, words)}${renderControl(control)}`;
  const wrong = errors.length > 0 ? ' nhsuk-form-group--error' : '';
  if (!isGroup(question)) {
    return html`<div class="nhsuk-form-group${wrong}">
      ${questionHeading(parts, html`<label for="answer">${inWords(parts)}</label>`)}
      ${inner}
    </div>`;
  }
  return html`<div class="nhsuk-form-group${wrong}">
    <fieldset class="nhsuk-fieldset" ${described(control)}>
      <legend class="nhsuk-fieldset__legend">${questionHeading(parts, inWords(parts))}</legend>
      ${inner}
    </fieldset>
  </div>`;
}

function controlParts(parts: CardParts): ControlParts {
  const { question, words, errors, typed } = parts;
  const wrong = errors.length > 0;
  const hasHint = renderHint(question, words) !== undefined;
  const describedBy = [hasHint && 'hint', wrong && 'wrong'].filter(id => id !== false).join(' ');
  return {
    question,
    control: controlOf(question),
    words,
    typed: typed?.key === question.key ? typed : undefined,
    describedBy,
    wrong,
    at: '',
  };
}

/** A question answered by filling in. */
export function renderQuestion(parts: CardParts): Html {
  const control = controlParts(parts);
  const { question, words } = parts;
  return html`${errorSummary(parts.errors, words)}${parts.above}
    <form class="wm-card" method="post" action="/chat" novalidate data-live>
      ${parts.hidden} <input type="hidden" name="key" value="${question.key}"><input type="hidden" name="kind" value="${control.control}">
      ${!question.required && html`<input type="hidden" name="optional" value="1">`}
      ${parts.before.map(phrase => html`<p class="wm-before">${words.say(phrase)}</p>`)} ${fieldsOf(parts, control)}
      ${buttons(parts)}${backButton(words)}${showAll(parts)}
    </form>`;
}

function dateReadBack(parts: CardParts): Html {
  const { question, words } = parts;
  const [date = ''] = suggestedValues(question);
  return html`<button class="nhsuk-button" name="do" value="pick:${date}">${words.t('button.yes')}</button>
    <button class="nhsuk-button nhsuk-button--secondary" name="do" value="change:${question.key}">
      ${words.t('page.confirm.change')}
    </button>`;
}

function commandChoice({ words }: CardParts): Html {
  return html`<button class="nhsuk-button nhsuk-button--warning" name="do" value="pick:true">${words.t('button.yes')}</button>
    <button class="nhsuk-button nhsuk-button--secondary" name="do" value="pick:false">${words.t('button.no')}</button>`;
}

/** A question answered by one press: is this right, are you sure. */
export function renderConfirmation(parts: CardParts): Html {
  const { question, words } = parts;
  const isCommand = question.variant === 'confirm-command';
  return html`${errorSummary(parts.errors, words)}${parts.above}
    <form class="wm-card" method="post" action="/chat" data-live>
      ${parts.hidden} <input type="hidden" name="key" value="${question.key}"><input type="hidden" name="kind" value="${isCommand ? 'yes-no' : 'one'}">
      ${parts.before.map(phrase => html`<p class="wm-before">${words.say(phrase)}</p>`)}
      ${questionHeading(parts, words.say(question.text))}
      <div class="wm-buttons">${isCommand ? commandChoice(parts) : dateReadBack(parts)}</div>
      ${!isCommand && backButton(words)}${showAll(parts)}
    </form>`;
}
