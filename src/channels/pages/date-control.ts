// A day as three fields, in the order and with the names of the language; a time of day as one; a moment as both. No picker.
import type { Question } from '../../conversation/reply.js';
import { described, fieldText, wrongClass } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Typed } from './read-typed.js';
import { suggestedValues } from './suggested.js';

interface DatePart {
  readonly name: 'day' | 'month' | 'year';
  readonly label: string;
  readonly width: 2 | 4;
  readonly value: string;
}

function datePart(parts: ControlParts, { name, label, width, value }: DatePart): Html {
  const complete = parts.question.format === 'date-of-birth' ? `bday-${name}` : 'off';
  const id = `${parts.at}${name === 'day' ? 'answer' : name}`;
  return html`<div class="nhsuk-date-input__item">
    <div class="nhsuk-form-group">
      <label class="nhsuk-label nhsuk-date-input__label" for="${id}">${label}</label>
      <input class="nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${wrongClass(parts, 'input')}" id="${id}" name="${parts.at}${name}" inputmode="numeric" autocomplete="${complete}" value="${value}">
    </div>
  </div>`;
}

type Moment = Pick<Typed, 'day' | 'month' | 'year' | 'time'>;

/** A suggested ISO date, with its time if it has one, as the fields show it. */
export function suggestedMoment(question: Question): Moment {
  const [date = '', time = ''] = (suggestedValues(question)[0] ?? '').split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/u, ''), month: month.replace(/^0/u, ''), year, time: time.slice(0, 5) };
}

function momentOf({ typed, question }: ControlParts): Moment {
  return typed ?? suggestedMoment(question);
}

/** Day, month and year. */
export function dateControl(parts: ControlParts): Html {
  const { words } = parts;
  const { day, month, year } = momentOf(parts);
  const fields: readonly DatePart[] = [
    { name: 'day', label: words.t('page.date.day'), width: 2, value: day },
    { name: 'month', label: words.t('page.date.month'), width: 2, value: month },
    { name: 'year', label: words.t('page.date.year'), width: 4, value: year },
  ];
  return html`<div class="nhsuk-date-input">${fields.map(part => datePart(parts, part))}</div>`;
}

/** Day, month, year, and the time of day. */
export function momentControl(parts: ControlParts): Html {
  const { words, at } = parts;
  const example = words.t('page.example', { example: { isolate: '14:30' } });
  return html`${dateControl(parts)}
    <div class="nhsuk-form-group wm-clock">
      <label class="nhsuk-label" for="${at}time">${words.t('page.clock')}</label>
      <p class="nhsuk-hint" id="${at}time-hint">${example}</p>
      <input class="nhsuk-input nhsuk-input--width-10${wrongClass(parts, 'input')}" id="${at}time" name="${at}time" dir="auto" maxlength="40" autocomplete="off" value="${momentOf(parts).time}" aria-describedby="${at}time-hint">
    </div>`;
}

/** A time of day, written as people write it: 14:30, half past two. */
export function timeControl(parts: ControlParts): Html {
  return html`<input class="nhsuk-input nhsuk-input--width-10${wrongClass(parts, 'input')}" id="${parts.at}answer" name="${parts.at}answer" dir="auto" maxlength="40" autocomplete="off" value="${fieldText(parts)}" ${described(parts)}>`;
}
