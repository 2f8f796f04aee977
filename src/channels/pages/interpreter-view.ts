// What stands on the page about a call with an interpreter. Its words are drafts, so each sentence has its English beneath.
import type { Content, Language } from '../../content/content.js';
import type { Phrase, ProductKey } from '../../content/languages/phrase.js';
import { wordHours } from '../../content/languages/word-intl.js';
import type { Reply } from '../../conversation/reply.js';
import { questionOf } from './ask-for-call.js';
import { inBoth, inEnglish, paragraphsInBoth } from './both-languages.js';
import type { BothLanguages } from './both-languages.js';
import { crisisInBoth } from './crisis-in-both.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { besidesPanel, standingOf } from './standing-card.js';

/** One field: what was written in it, and what is wrong with that. */
export interface CallField {
  readonly written: string;
  readonly faults: readonly Phrase[];
}

/** The form as it stands. */
export interface CallFields {
  readonly name: CallField;
  readonly phone: CallField;
  /** What the last press brought. */
  readonly replies?: readonly Reply[];
  /** It could not be saved. */
  readonly trouble?: boolean;
}

/** What the page is made of. */
export interface AskingParts {
  readonly content: Content;
  readonly language: Language;
  readonly both: BothLanguages;
  readonly fields: CallFields;
  readonly formId: string;
  /** The visit the form belongs to. */
  readonly hidden: Html;
}

function say(both: BothLanguages, key: ProductKey): Html {
  return inBoth(both, words => words.t(key));
}

function ringUs({ content, language, both }: AskingParts): Html {
  const { phone, openingHours } = content.service;
  const { interpreter } = language;
  const number = html`<a href="tel:${phone.replace(/\s/gu, '')}"><bdi dir="ltr">${phone}</bdi></a>`;
  return html`<p>${both.own.t('page.interpreter.ring')} ${number} ${inEnglish(both, words => words.t('page.interpreter.ring'))}</p>
    <p>${inBoth(both, words => wordHours(openingHours, words.lang))}</p>
    ${
      interpreter &&
      html`<p>${say(both, 'page.interpreter.say')}</p>
        <p class="wm-say" lang="en-GB" dir="ltr">${interpreter.english}</p>
        <p>${say(both, 'page.interpreter.sounds')}</p>
        <p class="wm-say">${interpreter.sounds}</p>`
    }`;
}

interface Drawn {
  readonly name: 'name' | 'phone';
  readonly field: CallField;
  readonly attributes: string;
}

function wordFaults(faults: readonly Phrase[], both: BothLanguages): Html {
  return inBoth(both, words => faults.map(words.say).join(' '));
}

function input({ name, field, attributes }: Drawn, both: BothLanguages): Html {
  const wrong = field.faults.length > 0;
  return html`<div class="nhsuk-form-group${wrong && ' nhsuk-form-group--error'}">
    <label class="nhsuk-label" for="${name}">${say(both, `page.interpreter.${name}`)}</label>
    ${
      wrong &&
      html`<p class="nhsuk-error-message" id="${name}-wrong">
        <span class="nhsuk-u-visually-hidden">${both.own.t('page.error.label')}: </span>${wordFaults(field.faults, both)}
      </p>`
    }
    <input
      class="nhsuk-input${wrong && ' nhsuk-input--error'}"
      id="${name}"
      name="${name}"
      required
      ${raw(attributes)}
      value="${field.written}"
      ${wrong && html` aria-invalid="true" aria-describedby="${name}-wrong"`}
    />
  </div>`;
}

/** What is wrong, at the top, each linked to its field; or that nothing could be saved. */
function summary({ name, phone, trouble }: CallFields, both: BothLanguages): Html | undefined {
  const wrong = [
    { id: 'name', ...name },
    { id: 'phone', ...phone },
  ].filter(({ faults }) => faults.length > 0);
  if (wrong.length === 0 && trouble !== true) return undefined;
  return html`<div class="nhsuk-error-summary" role="alert" tabindex="-1" data-focus>
    <h2 class="nhsuk-error-summary__title">${say(both, trouble === true ? 'page.trouble.title' : 'page.error.title')}</h2>
    ${trouble === true && html`<p>${say(both, 'notice.try-again')}</p>`}
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${wrong.map(({ id, faults }) => html`<li><a href="#${id}">${wordFaults(faults, both)}</a></li>`)}
    </ul>
  </div>`;
}

/** The permission, asked in the words the referral will say it was asked in: pressing the button gives it. */
function permission(content: Content, both: BothLanguages): readonly Html[] {
  const item = questionOf('share', content);
  return item === undefined ? [] : paragraphsInBoth(both, [{ file: item.file, id: item.localId, field: 'text' }]);
}

function callForm({ content, both, fields, formId, hidden }: AskingParts): Html {
  return html`<form class="wm-card" method="post" action="/interpreter" novalidate>
    <h2>${say(both, 'page.interpreter.call-you')}</h2>
    ${input({ name: 'name', field: fields.name, attributes: 'type="text" autocomplete="name" maxlength="100" dir="auto"' }, both)}
    ${input({ name: 'phone', field: fields.phone, attributes: 'type="tel" autocomplete="tel" maxlength="40" dir="ltr"' }, both)}
    ${permission(content, both)}
    <p>${say(both, 'page.interpreter.use')}</p>
    ${hidden}<input type="hidden" name="a" value="${formId}"><input type="hidden" name="lang" value="${both.own.lang}">
    <button class="nhsuk-button">${say(both, 'page.interpreter.send')}</button>
  </form>`;
}

/** The page with its form. */
export function renderAsking(parts: AskingParts): Html {
  const { both, content, fields } = parts;
  return html`<div class="wm-text">
    ${crisisInBoth(fields.replies ?? [], content, both)} ${summary(fields, both)}
    <h1>${say(both, 'page.interpreter.title')}</h1>
    <p class="wm-lead">${say(both, 'page.interpreter.not-ready')}</p>
    ${ringUs(parts)} ${callForm(parts)}
    <p><a href="/?lang=${both.english.lang}">${say(both, 'page.interpreter.english')}</a></p>
  </div>`;
}

function alreadySent(replies: readonly Reply[]): readonly Phrase[] {
  return replies.flatMap(reply => (reply.kind === 'say' && reply.notice.code === 'already-sent' ? reply.phrases : []));
}

function sentCard(sent: Extract<Reply, { kind: 'sent' }>, replies: readonly Reply[], both: BothLanguages): Html {
  const fact = (key: ProductKey, value: string): Html =>
    html`<div>
      <dt>${say(both, key)}</dt>
      <dd><bdi dir="ltr">${value}</bdi></dd>
    </div>`;
  return html`<section class="wm-card wm-sent">
    <div class="wm-sent__panel">
      <h1 id="question" tabindex="-1" data-focus>${say(both, 'page.interpreter.sent')}</h1>
      <dl>${fact('page.sent.reference', sent.reference)}${sent.code !== '' && fact('page.sent.code', sent.code)}</dl>
    </div>
    ${paragraphsInBoth(both, alreadySent(replies))}
    <h2>${say(both, 'page.sent.next')}</h2>
    ${paragraphsInBoth(both, besidesPanel(sent.phrases))}
    <p class="wm-screen">
      <button class="nhsuk-button nhsuk-button--secondary" type="button" data-print hidden>${say(both, 'page.sent.print')}</button>
    </p>
    <p class="wm-screen wm-scriptless">${say(both, 'page.sent.print-without-script')}</p>
    <p class="wm-screen">${say(both, 'page.sent.shared-device')}</p>
  </section>`;
}

/** What became of the request: sent, with reference and code, or a kind end; help for danger first. */
export function renderOutcome(replies: readonly Reply[], content: Content, both: BothLanguages): Html {
  const standing = standingOf(replies);
  const card =
    standing?.kind === 'sent'
      ? sentCard(standing, replies, both)
      : html`<section class="wm-card">
          <h1 class="wm-question" id="question" tabindex="-1" data-focus>${say(both, 'page.ended.title')}</h1>
          ${standing?.kind === 'ended' && paragraphsInBoth(both, standing.phrases)}
        </section>`;
  return html`<div id="now" class="wm-now wm-text">${crisisInBoth(replies, content, both)} ${card}</div>`;
}
