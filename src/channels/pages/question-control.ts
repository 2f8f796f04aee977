// The control that fits a question, and what stands in it already: suggested, or typed before and refused.
import type { AnswerFormat, AnswerValue } from '../../content/form.js';
import type { Question } from '../../conversation/reply.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import type { Control, Typed } from './read-form.js';
import type { Words } from './words.js';

const byType: Readonly<Record<Question['type'], Control>> = {
  boolean: 'yes-no',
  choice: 'one',
  'open-choice': 'one',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  string: 'text',
  text: 'text',
  group: 'text',
  display: 'text',
};

/** Which control a question gets. */
export function controlOf(question: Question): Control {
  const control = byType[question.type];
  if (control === 'date' && question.format === 'date-of-birth') return 'birth';
  return control === 'one' && question.repeats ? 'many' : control;
}

/** Is it several controls under one heading (a fieldset), or one with a label? */
export function isGroup(control: Control): boolean {
  return control !== 'text' && control !== 'number';
}

/** A FHIR value as a form field holds it. */
function fieldValue(value: AnswerValue): string {
  if ('valueCoding' in value) return value.valueCoding.code;
  if ('valueBoolean' in value) return String(value.valueBoolean);
  if ('valueInteger' in value) return String(value.valueInteger);
  if ('valueDecimal' in value) return String(value.valueDecimal);
  return 'valueDate' in value ? value.valueDate : value.valueString;
}

/** The answer a question comes with already, as form values. */
export function suggestedValues(question: Question): readonly string[] {
  return (question.suggested ?? []).map(fieldValue);
}

export interface ControlParts {
  readonly question: Question;
  readonly control: Control;
  readonly words: Words;
  /** Set when this very question was refused: what was typed. */
  readonly typed: Typed | undefined;
  /** Value of aria-describedby, '' when nothing describes it. */
  readonly describedBy: string;
  readonly wrong: boolean;
}

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

function described(parts: ControlParts): Html {
  return html`${parts.describedBy !== '' && html` aria-describedby="${parts.describedBy}"`}${parts.wrong && raw(' aria-invalid="true"')}`;
}

function option(parts: ControlParts, { value, label }: Option, index: number, chosen: readonly string[]): Html {
  const kind = parts.control === 'many' ? 'checkboxes' : 'radios';
  const type = parts.control === 'many' ? 'checkbox' : 'radio';
  const id = index === 0 ? 'answer' : `answer-${String(index + 1)}`;
  const marks = html`${chosen.includes(value) && raw(' checked')}${parts.question.exclusive?.includes(value) === true && raw(' data-exclusive')}`;
  return html`<div class="nhsuk-${kind}__item">
    <input class="nhsuk-${kind}__input" id="${id}" name="answer" type="${type}" value="${value}" ${marks}><label class="nhsuk-label nhsuk-${kind}__label" for="${id}">${label}</label>
  </div>`;
}

/** Few short answers stand in a row, many in columns, where the screen is wide enough. */
function arrangement(options: readonly Option[]): string {
  if (options.length > 7) return ' wm-columns';
  if (options.some(({ label }) => label.length > 16)) return '';
  return ['', '', ' wm-pair', ' wm-triple'][options.length] ?? '';
}

function choiceControl(parts: ControlParts): Html {
  const kind = parts.control === 'many' ? 'checkboxes' : 'radios';
  const options = optionsOf(parts.question, parts.words);
  const suggested = suggestedValues(parts.question);
  const chosen = parts.typed?.chosen ?? suggested;
  return html`<div class="nhsuk-${kind}${arrangement(options)}">${options.map((one, index) => option(parts, one, index, chosen))}</div>
    ${suggested.map(value => html`<input type="hidden" name="suggested" value="${value}">`)} ${ownWords(parts)}`;
}

/** Typing is always possible: every choice can be written instead. */
function ownWords({ words, typed }: ControlParts): Html {
  return html`<div class="nhsuk-form-group wm-own">
    <label class="nhsuk-label" for="words">${words.t('page.own-words')}</label>
    <input class="nhsuk-input" id="words" name="words" dir="auto" maxlength="1000" autocomplete="off" value="${typed?.words ?? ''}">
  </div>`;
}

interface DatePart {
  readonly name: 'day' | 'month' | 'year';
  readonly label: string;
  readonly width: 2 | 4;
  readonly value: string;
}

function datePart(parts: ControlParts, { name, label, width, value }: DatePart): Html {
  const complete = parts.question.format === 'date-of-birth' ? `bday-${name}` : 'off';
  const id = name === 'day' ? 'answer' : name;
  const wrong = parts.wrong ? ' nhsuk-input--error' : '';
  return html`<div class="nhsuk-date-input__item">
    <div class="nhsuk-form-group">
      <label class="nhsuk-label nhsuk-date-input__label" for="${id}">${label}</label>
      <input class="nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${wrong}" id="${id}" name="${name}" inputmode="numeric" autocomplete="${complete}" value="${value}">
    </div>
  </div>`;
}

/** A suggested ISO date as its three fields show it. */
function suggestedDate(question: Question): Pick<Typed, 'day' | 'month' | 'year'> {
  const [year = '', month = '', day = ''] = (suggestedValues(question)[0] ?? '').split('-');
  return { day: day.replace(/^0/u, ''), month: month.replace(/^0/u, ''), year };
}

function dateControl(parts: ControlParts): Html {
  const { words } = parts;
  const { day, month, year } = parts.typed ?? suggestedDate(parts.question);
  const fields: readonly DatePart[] = [
    { name: 'day', label: words.t('page.date.day'), width: 2, value: day },
    { name: 'month', label: words.t('page.date.month'), width: 2, value: month },
    { name: 'year', label: words.t('page.date.year'), width: 4, value: year },
  ];
  return html`<div class="nhsuk-date-input">${fields.map(part => datePart(parts, part))}</div>`;
}

interface FieldHints {
  readonly autocomplete: string;
  readonly inputmode?: string;
  readonly type?: 'tel' | 'email';
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

function hintsFor({ question }: ControlParts): FieldHints {
  if (question.format !== undefined) return byFormat[question.format];
  if (question.type === 'integer') return { autocomplete: 'off', inputmode: 'numeric', width: 10, ltr: true };
  return question.type === 'decimal' ? { autocomplete: 'off', inputmode: 'decimal', width: 10, ltr: true } : { autocomplete: 'off' };
}

function inputControl(parts: ControlParts): Html {
  const hints = hintsFor(parts);
  const value = parts.typed?.chosen[0] ?? suggestedValues(parts.question)[0] ?? '';
  const width = hints.width === undefined ? '' : ` nhsuk-input--width-${String(hints.width)}`;
  const wrong = parts.wrong ? ' nhsuk-input--error' : '';
  const limit = parts.question.maxLength;
  return html`<input
    class="nhsuk-input${width}${wrong}"
    id="answer"
    name="answer"
    type="${hints.type ?? 'text'}"
    dir="${hints.ltr ? 'ltr' : 'auto'}"
    autocomplete="${hints.autocomplete}"
    ${hints.inputmode !== undefined && html` inputmode="${hints.inputmode}"`}${limit !== undefined && html` maxlength="${limit}"`}
    value="${value}"
    ${described(parts)}
  />`;
}

function textareaControl(parts: ControlParts): Html {
  const limit = parts.question.maxLength ?? 1000;
  const value = parts.typed?.chosen[0] ?? suggestedValues(parts.question)[0] ?? '';
  const wrong = parts.wrong ? ' nhsuk-textarea--error' : '';
  const left = parts.words.t('page.letters-left', { letters: '{n}' });
  return html`<textarea class="nhsuk-textarea${wrong}" id="answer" name="answer" rows="4" dir="auto" maxlength="${limit}" autocomplete="off" data-left="${left}" ${described(parts)}>
${value}</textarea>
    <p class="wm-left nhsuk-hint" aria-hidden="true">${parts.words.t('page.letters-most', { letters: limit })}</p>`;
}

/** The control, filled. */
export function renderControl(parts: ControlParts): Html {
  if (parts.control === 'date' || parts.control === 'birth') return dateControl(parts);
  if (isGroup(parts.control)) return choiceControl(parts);
  return parts.question.type === 'text' ? textareaControl(parts) : inputControl(parts);
}

/** Attributes a fieldset takes where the question is a group. */
export const describeGroup = described;
