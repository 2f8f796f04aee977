// What stands in the fields of one question, as a browser sends it: what they were shown with, and whether somebody has changed it since.
import { createHash } from 'node:crypto';
import type { Question } from '../../conversation/reply.js';
import { controlOf } from './control-of.js';
import type { Control } from './control-of.js';
import { suggestedMoment } from './date-control.js';
import type { Typed } from './read-typed.js';
import { suggestedUnit, suggestedValues, suggestedWords } from './suggested.js';

/** The fields of a question that hold an answer. */
export type FilledIn = Pick<Typed, 'chosen' | 'words' | 'day' | 'month' | 'year' | 'time' | 'unit'>;

const nothing: FilledIn = { chosen: [], words: '', day: '', month: '', year: '', time: '', unit: '' };

const days: ReadonlySet<Control> = new Set(['date', 'birth', 'moment']);
const choices: ReadonlySet<Control> = new Set(['one', 'many', 'list']);

/** Only what there is an option for can stand in a choice. */
function chosenIn(question: Question, control: Control): readonly string[] {
  const values = suggestedValues(question);
  if (choices.has(control)) return values.filter(value => question.options?.some(option => option.value === value));
  if (control !== 'search') return values.slice(0, 1);
  return [];
}

/** What a question's fields hold while nobody has touched them. `shown`: the label of what is found by typing. */
export function standsIn(question: Question, control: Control = controlOf(question), shown = ''): FilledIn {
  if (days.has(control))
    return { ...nothing, ...suggestedMoment(question), time: control === 'moment' ? suggestedMoment(question).time : '' };
  const chosen = control === 'search' ? [shown] : chosenIn(question, control);
  return { ...nothing, chosen, words: suggestedWords(question), unit: suggestedUnit(question) };
}

function plain(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim();
}

/** Is there nothing in them? A unit alone is no answer. */
export function isBlank({ chosen, words, day, month, year, time }: FilledIn): boolean {
  return [...chosen, words, day, month, year, time].every(text => text.trim() === '');
}

/** Eight letters that differ when what stands in the fields does, in whatever order it was sent. */
export function digestOf({ chosen, words, day, month, year, time, unit }: FilledIn): string {
  const held = [
    chosen
      .map(plain)
      .filter(text => text !== '')
      .toSorted(),
    ...[words, day, month, year, time, unit].map(plain),
  ];
  return createHash('sha256').update(JSON.stringify(held)).digest('base64url').slice(0, 8);
}
