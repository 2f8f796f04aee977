// Numbers: typed with the number pad, with their unit beside them; stepped by two buttons; or slid, with the number typeable all the same.
import type { Question, QuestionUnit } from '../../conversation/reply.js';
import { isGroup } from './control-of.js';
import { described, fieldText, wrongClass } from './control-parts.js';
import type { ControlParts } from './control-parts.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import { suggestedUnit } from './suggested.js';

function numberField(parts: ControlParts, describedAlso?: string): Html {
  const mode = parts.question.type === 'integer' ? 'numeric' : 'decimal';
  // a number pad has no minus
  const negative = typeof parts.question.min === 'number' && parts.question.min < 0;
  // a fieldset tells of help and error itself
  const tied = described(isGroup(parts.question) ? { ...parts, describedBy: '' } : parts, describedAlso);
  return html`<input class="nhsuk-input nhsuk-input--width-10${wrongClass(parts, 'input')}" id="${parts.at}answer" name="${parts.at}answer" dir="ltr" ${!negative && html` inputmode="${mode}"`} maxlength="40" autocomplete="off" value="${fieldText(parts)}" ${tied}>`;
}

function withUnit(field: Html, unit: QuestionUnit | undefined, at: string): Html {
  if (unit === undefined) return field;
  return html`<div class="nhsuk-input-wrapper wm-unit" dir="ltr">${field}<span class="nhsuk-input-wrapper__suffix" id="${at}unit-name"><bdi>${unit.label}</bdi></span></div>`;
}

/** Two buttons that step the number; hidden where no script could do it. */
function withSteps(field: Html, { question, words }: ControlParts): Html {
  const bounds = html`${typeof question.min === 'number' && html` data-min="${question.min}"`}${typeof question.max === 'number' && html` data-max="${question.max}"`}`;
  const button = (by: number, sign: string, label: string): Html =>
    html`<button class="wm-step" type="button" data-step="${by}" ${bounds} aria-label="${label}">${sign}</button>`;
  const step = question.step ?? 1;
  return html`<div class="wm-steps">${button(-step, '−', words.t('page.spinner.less'))}${field}${button(step, '+', words.t('page.spinner.more'))}</div>`;
}

/** A number, its one unit beside it. */
export function numberControl(parts: ControlParts): Html {
  const [unit] = parts.question.units ?? [];
  const field = withUnit(numberField(parts, unit && `${parts.at}unit-name`), unit, parts.at);
  return parts.question.control === 'spinner' ? withSteps(field, parts) : field;
}

function unitChoice(parts: ControlParts, units: readonly QuestionUnit[]): Html {
  const { words, question, typed, at } = parts;
  const chosen = typed?.unit ?? suggestedUnit(question);
  const one = ({ value, label }: QuestionUnit): Html =>
    html`<option value="${value}" dir="ltr" ${value === chosen && raw(' selected')}>${label}</option>`;
  return html`<div class="nhsuk-form-group">
    <label class="nhsuk-label" for="${at}unit">${words.t('page.unit')}</label>
    <select class="nhsuk-select${wrongClass(parts, 'select')}" id="${at}unit" name="${at}unit" autocomplete="off">
      <option value="">${words.t('page.unit.choose')}</option>
      ${units.map(one)}
    </select>
  </div>`;
}

/** A number with a unit: the only one beside it, or one of several to choose. */
export function quantityControl(parts: ControlParts): Html {
  const { units = [] } = parts.question;
  if (units.length < 2) return numberControl(parts);
  return html`<div class="wm-amount">
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="${parts.at}answer">${parts.words.t('page.amount')}</label>
      ${numberField(parts)}
    </div>
    ${unitChoice(parts, units)}
  </div>`;
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The ends of a slider, and the step its form gives: else a whole number, or a hundredth of the way. */
function scaleOf({ type, min, max, step }: Question): Scale {
  const ends = { min: Number(min), max: Number(max) };
  return { ...ends, step: step ?? (type === 'integer' ? 1 : (ends.max - ends.min) / 100) };
}

/** Where the slider stands: at the answer, or in the middle where there is none yet. */
function standsAt(answer: string, { min, max, step }: Scale): number {
  const number = answer.trim() === '' ? Number.NaN : Number(answer);
  if (number >= min && number <= max) return number;
  return Number((min + Math.round((max - min) / 2 / step) * step).toFixed(6));
}

/**
 * A slider and the number it gives, which can be typed too. Where it stands counts as an answer only once it was moved: `rest` is where it
 * stood, `given` the number that was there.
 */
export function sliderControl(parts: ControlParts): Html {
  const { question, words, at } = parts;
  const scale = scaleOf(question);
  const answer = fieldText(parts);
  const rest = standsAt(answer, scale);
  const [unit] = question.units ?? [];
  return html`<div class="wm-slider" data-unset="${words.t('answer.none')}">
    <input class="wm-slider__range" type="range" id="${at}slid" name="${at}slid" aria-labelledby="${at}question" min="${scale.min}" max="${scale.max}" step="${scale.step}" value="${rest}">
    <p class="wm-slider__ends" aria-hidden="true"><bdi dir="ltr">${scale.min}</bdi><bdi dir="ltr">${scale.max}</bdi></p>
    <input type="hidden" name="${at}rest" value="${rest}"><input type="hidden" name="${at}given" value="${answer}">
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="${at}answer">${words.t('page.slider.number')}</label>
      ${withUnit(numberField(parts, unit && `${parts.at}unit-name`), unit, parts.at)}
    </div>
  </div>`;
}
