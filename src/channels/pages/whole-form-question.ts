// One question of the form of all questions: its words, what helps to answer it, what is wrong, and the control with what stands in it.
import type { Question } from '../../conversation/reply.js';
import type { WholeFormQuestion } from '../../conversation/whole-form.js';
import type { Content } from '../../content/content.js';
import { searchedFor } from './choice-control.js';
import { controlOf, isGroup } from './control-of.js';
import type { Control } from './control-of.js';
import { described } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { easyPicture } from './easy-read.js';
import { digestOf, standsIn } from './filled-in.js';
import { html, raw } from './html.js';
import type { Html, Part } from './html.js';
import { renderNear } from './near-view.js';
import { renderControl } from './question-control.js';
import { renderHint, renderLinks, renderWhy } from './question-hints.js';
import type { Typed } from './read-typed.js';
import { writeMark } from './whole-form-mark.js';
import type { Words } from './words.js';

/** Where a question stands, and what has just become of it. */
export interface FormPlace {
  /** Stands before its ids and names. */
  readonly at: string;
  /** Counted from 0. */
  readonly section: number;
  readonly gate: boolean;
  readonly words: Words;
  readonly content: Content;
  /** ISO date. */
  readonly today: string;
  /** Why it was not taken. */
  readonly error?: string | undefined;
  /** What was typed, where it was not taken. */
  readonly typed?: Typed | undefined;
}

/** What stands before the ids and names of the question at this place, counted from 0. */
export function nameOfPlace(place: number): string {
  return `q${String(place)}-`;
}

/** "Another one?" is yes or no here. */
function controlIn(question: Question): Control {
  return question.more === undefined ? controlOf(question) : 'yes-no';
}

function hiddenMark(line: WholeFormQuestion, { at, section, gate, words }: FormPlace): Html {
  const { question, stamp, settled, skipped, confirm } = line;
  const control = controlIn(question);
  const mark = writeMark({
    key: question.key,
    kind: question.variant === 'private' ? 'private' : control,
    section,
    required: question.required,
    settled,
    skipped,
    gate,
    confirm: confirm !== undefined,
    shown: digestOf(standsIn(question, control, control === 'search' ? searchedFor(question, words) : '')),
    was: stamp,
  });
  return html`<input type="hidden" name="${at}q" value="${mark}">`;
}

function tickBox(at: string, name: 'skip' | 'right', label: Part, checked: boolean): Html {
  const id = `${at}${name}`;
  return html`<div class="nhsuk-checkboxes wm-tick">
    <div class="nhsuk-checkboxes__item">
      <input class="nhsuk-checkboxes__input" id="${id}" name="${id}" type="checkbox" value="1" ${checked && raw(' checked')}><label class="nhsuk-label nhsuk-checkboxes__label" for="${id}">${label}</label>
    </div>
  </div>`;
}

/** At a desk: none of its words, and the one thing that staff may do. */
function privateQuestion(line: WholeFormQuestion, place: FormPlace): Html {
  const { words, at } = place;
  return html`<div class="nhsuk-form-group wm-line-of-form" role="group" aria-labelledby="${at}question">
    ${hiddenMark(line, place)}
    <p class="wm-asked" id="${at}question">${words.say(line.question.text)}</p>
    <p>${words.t('handover.private.why')}</p>
    ${tickBox(at, 'skip', words.t('handover.private.not-asked'), line.skipped)}
  </div>`;
}

/** The question's words, after the number its form gives it. */
function asked({ question }: WholeFormQuestion, words: Words): Html {
  const { prefix } = question;
  return html`${easyPicture(question)}${prefix !== undefined && html`<bdi class="wm-prefix" dir="${words.dir}">${prefix}</bdi> `}${words.say(question.text)}`;
}

function errorMessage({ error, words, at }: FormPlace): Html | undefined {
  if (error === undefined) return undefined;
  return html`<p class="nhsuk-error-message" id="${at}wrong">
    <span class="nhsuk-u-visually-hidden">${words.t('page.error.label')}: </span>${error}
  </p>`;
}

/** Notes on how it stands: it must be answered; there is an answer that is not shown. */
function notes({ question, keptPrivate, settled }: WholeFormQuestion, { words, at }: FormPlace): Html | undefined {
  const note = keptPrivate ? words.t('answer.kept-private') : question.required && !settled ? words.t('refused.required') : undefined;
  return note === undefined ? undefined : html`<p class="nhsuk-hint wm-note" id="${at}note">${note}</p>`;
}

/** What was understood, read back, and the box that says yes to it. */
function readBack({ confirm }: WholeFormQuestion, { words, at }: FormPlace): Html | undefined {
  if (confirm === undefined) return undefined;
  return html`<div class="wm-read-back">
    <p>${words.say(confirm)}</p>
    ${tickBox(at, 'right', words.t('page.form.right'), false)}
  </div>`;
}

function aroundOf(line: WholeFormQuestion, place: FormPlace): { readonly above: Html; readonly describedBy: string } {
  const { words, at, error } = place;
  const { question } = line;
  const hint = renderHint(question, words, at);
  const note = notes(line, place);
  const ids = [hint && 'hint', note && 'note', error !== undefined && 'wrong'].filter(id => typeof id === 'string');
  return {
    above: html`${hint}${note}${renderWhy(question, words)}${renderLinks(question, words)}${errorMessage(place)}`,
    describedBy: ids.map(id => at + id).join(' '),
  };
}

/** Passed over on purpose, where nothing is passed over in silence. */
function skipBox({ question, skipped, label }: WholeFormQuestion, { gate, words, at }: FormPlace): Html | undefined {
  if (!gate || question.required) return undefined;
  const name = html`${words.t('button.skip')}<span class="nhsuk-u-visually-hidden"> ${words.say(label)}</span>`;
  return tickBox(at, 'skip', name, skipped);
}

function nearBy({ near }: WholeFormQuestion, { words, content, today }: FormPlace): Html | undefined {
  return near && html`${renderNear(near, words, { helplines: content.helplines, today, level: 3 })}`;
}

/** The question. */
export function renderFormQuestion(line: WholeFormQuestion, place: FormPlace): Html {
  const { question } = line;
  if (question.variant === 'private') return privateQuestion(line, place);
  const { words, at, error, typed } = place;
  const { above, describedBy } = aroundOf(line, place);
  const parts: ControlParts = { question, control: controlIn(question), words, typed, describedBy, wrong: error !== undefined, at };
  const group = isGroup(question) || question.more !== undefined;
  const below = html`${renderControl(parts)}${readBack(line, place)}${skipBox(line, place)}`;
  const inner = group
    ? html`<fieldset class="nhsuk-fieldset" ${described(parts)}>
        <legend class="nhsuk-fieldset__legend wm-asked" id="${at}question">${asked(line, words)}</legend>
        ${above}${below}
      </fieldset>`
    : html`<label class="nhsuk-label wm-asked" id="${at}question" for="${at}answer">${asked(line, words)}</label>
        ${above}${below}`;
  const wrong = error === undefined ? '' : ' nhsuk-form-group--error';
  return html`${nearBy(line, place)}
    <div class="nhsuk-form-group wm-line-of-form${wrong}">${hiddenMark(line, place)}${inner}</div>`;
}
