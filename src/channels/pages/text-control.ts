// Written answers: one line with the keyboard and the autofill its format wants, or a large field that counts what is left.
import type { AnswerFormat } from '../../content/forms/form.js';
import type { Question } from '../../conversation/reply.js';
import { described, fieldText, wrongClass } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { html } from './html.js';
import type { Html } from './html.js';

interface FieldHints {
  readonly autocomplete: string;
  readonly inputmode?: string;
  readonly type?: 'tel' | 'email' | 'url';
  readonly width?: 10 | 20;
  readonly ltr?: true;
}

/** Autofill tokens are those of the HTML standard; the person may be typing for another, so only the form's own answers are asked. */
const byFormat: Readonly<Record<AnswerFormat, FieldHints>> = {
  name: { autocomplete: 'name' },
  'date-of-birth': { autocomplete: 'bday' },
  age: { autocomplete: 'off', inputmode: 'numeric', width: 10, ltr: true },
  phone: { autocomplete: 'tel', type: 'tel', width: 20, ltr: true },
  email: { autocomplete: 'email', type: 'email', ltr: true },
  postcode: { autocomplete: 'postal-code', width: 10, ltr: true },
  'nhs-number': { autocomplete: 'off', inputmode: 'numeric', width: 20, ltr: true },
};

const plain: FieldHints = { autocomplete: 'off' };
// not type=url: a browser would want the scheme, which people leave out
const address: FieldHints = { autocomplete: 'off', inputmode: 'url', ltr: true };

const byType: Partial<Readonly<Record<Question['type'], FieldHints>>> = { url: address, attachment: address };

function inputControl(parts: ControlParts): Html {
  const { format, type, maxLength } = parts.question;
  const hints = format === undefined ? (byType[type] ?? plain) : byFormat[format];
  const width = hints.width === undefined ? '' : ` nhsuk-input--width-${String(hints.width)}`;
  return html`<input
    class="nhsuk-input${width}${wrongClass(parts, 'input')}"
    id="${parts.at}answer"
    name="${parts.at}answer"
    type="${hints.type ?? 'text'}"
    dir="${hints.ltr ? 'ltr' : 'auto'}"
    autocomplete="${hints.autocomplete}"
    ${hints.inputmode !== undefined && html` inputmode="${hints.inputmode}"`}${maxLength !== undefined && html` maxlength="${maxLength}"`}
    value="${fieldText(parts)}"
    ${described(parts)}
  />`;
}

/** In a form of many questions the browser may bring back a long text when somebody comes back to the page; it keeps no list of them. */
function textareaControl(parts: ControlParts): Html {
  const limit = parts.question.maxLength ?? 1000;
  const left = parts.words.t('page.letters-left', { letters: '{n}' });
  return html`<textarea class="nhsuk-textarea${wrongClass(parts, 'textarea')}" id="${parts.at}answer" name="${parts.at}answer" rows="4" dir="auto" maxlength="${limit}" ${parts.at === '' && html` autocomplete="off"`} data-left="${left}" ${described(parts)}>
${fieldText(parts)}</textarea>
    <p class="wm-left nhsuk-hint" aria-hidden="true">${parts.words.t('page.letters-most', { letters: limit })}</p>
    ${parts.at === '' && html`<p class="wm-speak nhsuk-hint">${parts.words.t('page.speak')}</p>`}`;
}

/** One line, or a large field for `text` and where its form asks for one. */
export function textControl(parts: ControlParts): Html {
  const { type, control } = parts.question;
  return type === 'text' || control === 'text-area' ? textareaControl(parts) : inputControl(parts);
}
