// "Another one?": yes and no as buttons; and, where what repeats is written, a field in which the next one can be typed at once.
import type { Question } from '../../conversation/reply.js';
import type { ControlParts } from './control-parts.js';
import { html } from './html.js';
import type { Html } from './html.js';

/** Can the next one be written here? A repeating group is asked question by question. */
export function isWritten({ more }: Question): boolean {
  return more?.type !== undefined && more.type !== 'group';
}

function nextField({ words, typed }: ControlParts): Html {
  return html`<div class="nhsuk-form-group wm-own">
    <label class="nhsuk-label" for="words">${words.t('page.more.write')}</label>
    <input class="nhsuk-input" id="words" name="words" dir="auto" maxlength="1000" autocomplete="off" value="${typed?.words ?? ''}">
  </div>`;
}

/** Enter in the field presses the first button of a form: that one must not be yes. */
const onEnter = html`<button class="wm-on-enter" name="do" value="answer" tabindex="-1" aria-hidden="true"></button>`;

/** Two buttons, and the field. */
export function moreControl(parts: ControlParts): Html {
  const { words, question } = parts;
  const written = isWritten(question);
  return html`${written && onEnter}
    <div class="wm-buttons wm-another">
      <button class="nhsuk-button nhsuk-button--secondary" id="answer" name="do" value="pick:true">${words.t('button.yes')}</button>
      <button class="nhsuk-button nhsuk-button--secondary" name="do" value="pick:false">${words.t('button.no')}</button>
    </div>
    ${written && nextField(parts)}`;
}
