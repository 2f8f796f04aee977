// A short form of text fields under a heading, with its error beside the fields: for the resume code, the reference and its code.
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { errorSummary } from './question-card.js';
import type { Words } from './words.js';

export interface CodeField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly numeric?: boolean;
  readonly value: string;
}

export interface CodeForm {
  readonly action: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly CodeField[];
  readonly button: string;
  /** More hidden fields. */
  readonly hidden?: Html;
  /** Why the last try did not work. */
  readonly error?: string | undefined;
}

function input(field: CodeField, index: number, wrong: boolean): Html {
  const id = index === 0 ? 'answer' : field.name;
  const described = [field.hint !== undefined && `${id}-hint`, wrong && 'wrong'].filter(name => name !== false).join(' ');
  return html`<div class="nhsuk-form-group">
    <label class="nhsuk-label" for="${id}">${field.label}</label>
    ${field.hint !== undefined && html`<div class="nhsuk-hint" id="${id}-hint">${field.hint}</div>`}
    <input
      class="nhsuk-input nhsuk-input--width-20"
      id="${id}"
      name="${field.name}"
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      maxlength="60"
      value="${field.value}"
      ${field.numeric === true && raw(' inputmode="numeric"')}${described !== '' && html` aria-describedby="${described}"`}${wrong && raw(' aria-invalid="true"')}
    />
  </div>`;
}

/** The form with its heading. */
export function renderCodeForm({ action, title, intro, fields, button, hidden, error }: CodeForm, words: Words): Html {
  const wrong = error !== undefined;
  return html`${wrong && errorSummary([error], words)}
    <form class="wm-card" method="post" action="${action}" novalidate>
      <h1 class="wm-question">${title}</h1>
      <p>${intro}</p>
      <div class="nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}">
        ${wrong && html`<p class="nhsuk-error-message" id="wrong"><span class="nhsuk-u-visually-hidden">${words.t('page.error.label')}: </span>${error}</p>`}
        ${fields.map((field, index) => input(field, index, wrong))}
      </div>
      ${hidden}<input type="hidden" name="lang" value="${words.lang}">
      <button class="nhsuk-button">${button}</button>
    </form>`;
}
