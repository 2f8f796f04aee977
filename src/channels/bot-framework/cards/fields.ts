// What is written on a card: words, numbers, amounts, days and times. Nothing is refused by the card itself: it could only do so in the client's
// own words and language, while the conversation says why, in the person's.
import type { Question } from '../../../conversation/reply.js';
import { suggestedUnit, suggestedValues } from '../../pages/suggested.js';
import { choice, fieldsBeside } from './adaptive-card.js';
import type { CardPart } from './adaptive-card.js';
import type { CardVoice } from './card-voice.js';
import { onScale } from './choices.js';
import type { Control } from './choices.js';

/** Languages whose people may type digits of their own: a number field takes none but 0 to 9, and says nothing. */
const ownDigits = /^(?:ar|bn|fa|gu|hi|pa|ta|ur)\b/u;
/** A scale of more steps than these is typed. */
const mostSteps = 21;
const longestText = 1_000;

const styles: Readonly<Record<string, string>> = { phone: 'Tel', email: 'Email' };

function given(question: Question): Readonly<Record<string, string>> {
  const [value = ''] = suggestedValues(question);
  return value === '' ? {} : { value };
}

/** Words, on one line or several. */
export function textField(question: Question, { word }: CardVoice): Control {
  const { type, format = '', maxLength = longestText } = question;
  const style = type === 'url' ? 'Url' : styles[format];
  const field: CardPart = {
    type: 'Input.Text',
    id: 'answer',
    label: word({ product: 'card.answer' }),
    maxLength: Math.min(maxLength, longestText),
    ...(type === 'text' && { isMultiline: true }),
    ...(style !== undefined && { style }),
    ...given(question),
  };
  return { parts: [field], inputs: 'answer' };
}

function numberInput(id: string, label: string, value: string, { lang }: CardVoice): CardPart {
  const number = value === '' ? Number.NaN : Number(value);
  if (ownDigits.test(lang)) return { type: 'Input.Text', id, label, style: 'Tel', maxLength: 40, ...(value !== '' && { value }) };
  return { type: 'Input.Number', id, label, ...(Number.isFinite(number) && { value: number }) };
}

/** A number. */
export function numberField(question: Question, voice: CardVoice): Control {
  const [value = ''] = suggestedValues(question);
  return { parts: [numberInput('answer', voice.word({ product: 'card.answer' }), value, voice)], inputs: 'answer' };
}

function stepsOf({ min, max, step = 1 }: Question): readonly number[] {
  const [from, to] = [Number(min), Number(max)];
  const many = Math.floor((to - from) / step) + 1;
  return many > mostSteps ? [] : Array.from({ length: many }, (_, at) => Number((from + at * step).toFixed(6)));
}

/** Is it a whole number between two ends that are near one another? */
export function isScale({ type, format, min, max }: Question): boolean {
  return type === 'integer' && format === undefined && typeof min === 'number' && typeof max === 'number' && max - min < mostSteps;
}

/** A number on a scale: picked, or typed where the scale is long. */
export function scaleField(question: Question, voice: CardVoice): Control {
  const steps = stepsOf(question);
  return steps.length === 0 ? numberField(question, voice) : onScale(question, voice, steps);
}

/** A number and its unit. */
export function amountField(question: Question, voice: CardVoice): Control {
  const { word } = voice;
  const { units = [] } = question;
  const [value = ''] = suggestedValues(question);
  const amount = numberInput('amount', word({ product: 'page.amount' }), value, voice);
  const [only] = units;
  if (units.length < 2) return { parts: [amount], inputs: 'amount', ...(only && { unit: only.value }) };
  const was = suggestedUnit(question);
  const unit: CardPart = {
    type: 'Input.ChoiceSet',
    id: 'unit',
    label: word({ product: 'page.unit' }),
    style: 'compact',
    placeholder: word({ product: 'page.unit.choose' }),
    choices: units.map(one => choice(one.label, one.value)),
    ...(was !== '' && { value: was }),
  };
  return { parts: [amount, unit], inputs: 'amount' };
}

/** A date of birth as people write it: a calendar of a hundred years is nothing to leaf through. It is read back before it counts. */
export function birthFields(question: Question, { word }: CardVoice): Control {
  const [year = '', month = '', day = ''] = (suggestedValues(question)[0] ?? '').split('-');
  const field = (id: 'day' | 'month' | 'year', value: string): CardPart => {
    const label = word({ product: `page.date.${id}` });
    return { type: 'Input.Text', id, label, style: 'Tel', maxLength: 20, ...(value !== '' && { value }) };
  };
  return { parts: [fieldsBeside([field('day', day), field('month', month), field('year', year)])], inputs: 'birth' };
}

/** A day, from the client's own calendar. */
export function dateField(question: Question, { word }: CardVoice): Control {
  return { parts: [{ type: 'Input.Date', id: 'answer', label: word({ product: 'card.answer' }), ...given(question) }], inputs: 'answer' };
}

/** A time of day. */
export function timeField(question: Question, { word }: CardVoice): Control {
  return { parts: [{ type: 'Input.Time', id: 'answer', label: word({ product: 'page.clock' }), ...given(question) }], inputs: 'answer' };
}

/** A day and its time, which may be left out. */
export function momentFields(question: Question, { word }: CardVoice): Control {
  const [date = '', time = ''] = (suggestedValues(question)[0] ?? '').split('T');
  const day: CardPart = { type: 'Input.Date', id: 'date', label: word({ product: 'card.answer' }), ...(date !== '' && { value: date }) };
  const clock: CardPart = {
    type: 'Input.Time',
    id: 'time',
    label: word({ product: 'page.clock' }),
    ...(time !== '' && { value: time.slice(0, 5) }),
  };
  return { parts: [day, clock], inputs: 'moment' };
}
