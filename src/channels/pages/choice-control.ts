// Choices: one of few, several, yes or no, one from a long list; and a field for one's own words beside them, always.
import type { Question } from '../../conversation/reply.js';
import { described, wrongClass } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { suggestedValues, suggestedWords } from './suggested.js';
import type { Words } from './words.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf(question: Question, words: Words): readonly Option[] {
  if (question.options !== undefined) return question.options.map(option => ({ value: option.value, label: words.say(option.label) }));
  return [
    { value: 'true', label: words.t('button.yes') },
    { value: 'false', label: words.t('button.no') },
  ];
}

function option(parts: ControlParts, { value, label }: Option, index: number, chosen: readonly string[]): Html {
  const kind = parts.control === 'many' ? 'checkboxes' : 'radios';
  const type = parts.control === 'many' ? 'checkbox' : 'radio';
  const id = `${parts.at}answer${index === 0 ? '' : `-${String(index + 1)}`}`;
  const marks = html`${chosen.includes(value) && raw(' checked')}${parts.question.exclusive?.includes(value) === true && raw(' data-exclusive')}`;
  return html`<div class="nhsuk-${kind}__item">
    <input class="nhsuk-${kind}__input" id="${id}" name="${parts.at}answer" type="${type}" value="${value}" ${marks}><label class="nhsuk-label nhsuk-${kind}__label" for="${id}">${label}</label>
  </div>`;
}

/** Few short answers stand in a row, many in columns, where the screen is wide enough and the form does not ask otherwise. */
function arrangement(options: readonly Option[], orientation: Question['orientation']): string {
  if (orientation === 'vertical') return '';
  const short = options.every(({ label }) => label.length <= 16);
  if (orientation === 'horizontal' && short) return ' wm-row';
  if (options.length > 7) return ' wm-columns';
  return short ? (['', '', ' wm-pair', ' wm-triple'][options.length] ?? '') : '';
}

/** Typing is always possible: every choice can be written instead. */
function ownWords({ words, typed, question, at }: ControlParts): Html | undefined {
  // among others on one page it would double the length of every choice
  if (at !== '' && question.type !== 'open-choice') return undefined;
  return html`<div class="nhsuk-form-group wm-own">
    <label class="nhsuk-label" for="${at}words">${words.t('page.own-words')}</label>
    <input class="nhsuk-input" id="${at}words" name="${at}words" dir="auto" maxlength="1000" autocomplete="off" value="${typed?.words ?? suggestedWords(question)}">
  </div>`;
}

/** What it came with, so that a suggestion nobody touched is told from a choice; and whether own words are an answer among others. */
function hiddenParts({ question, at }: ControlParts): Html {
  return html`${suggestedValues(question).map(value => html`<input type="hidden" name="${at}suggested" value="${value}">`)}
  ${question.type === 'open-choice' && html`<input type="hidden" name="${at}open" value="1">`}`;
}

/** Radio buttons or checkboxes, every one of them large enough to press. */
export function choiceControl(parts: ControlParts): Html {
  const kind = parts.control === 'many' ? 'checkboxes' : 'radios';
  const options = optionsOf(parts.question, parts.words);
  const chosen = parts.typed?.chosen ?? suggestedValues(parts.question);
  return html`<div class="nhsuk-${kind}${arrangement(options, parts.question.orientation)}">${options.map((one, index) => option(parts, one, index, chosen))}</div>
    ${hiddenParts(parts)} ${ownWords(parts)}`;
}

/** One from a long list, as the browser draws lists. */
export function listControl(parts: ControlParts): Html {
  const chosen = parts.typed?.chosen ?? suggestedValues(parts.question);
  const one = ({ value, label }: Option): Html =>
    html`<option value="${value}" ${chosen.includes(value) && raw(' selected')}>${label}</option>`;
  return html`<select class="nhsuk-select${wrongClass(parts, 'select')}" id="${parts.at}answer" name="${parts.at}answer" autocomplete="off" ${described(parts)}>
      <option value="">${parts.words.t('page.list.choose')}</option>
      ${optionsOf(parts.question, parts.words).map(one)}
    </select>
    ${hiddenParts(parts)} ${ownWords(parts)}`;
}

/** The name of what was chosen already, as it stands in the field of what is found by typing. */
export function searchedFor(question: Question, words: Words): string {
  const [suggested] = suggestedValues(question);
  return optionsOf(question, words).find(({ value }) => value === suggested)?.label ?? suggested ?? '';
}

/** One found by typing: the browser offers what fits, and what is typed is read as any answer in words. */
export function searchControl(parts: ControlParts): Html {
  const options = optionsOf(parts.question, parts.words);
  const given = searchedFor(parts.question, parts.words);
  return html`<input class="nhsuk-input${wrongClass(parts, 'input')}" id="${parts.at}answer" name="${parts.at}answer" list="${parts.at}options" dir="auto" maxlength="1000" autocomplete="off" value="${parts.typed?.chosen[0] ?? given}" ${described(parts)}>
    <datalist id="${parts.at}options">${options.map(({ label }) => html`<option value="${label}"></option>`)}</datalist>`;
}
