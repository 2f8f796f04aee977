// From a posted form to what the person said. The form says which control it was (`kind`), so no question has to be looked up.
import { commands } from '../../content/content.js';
import type { Command } from '../../content/content.js';
import type { RawAnswer } from '../../conversation/conversation.js';
import { toAsciiDigits } from '../../text/digits.js';
import type { PageTurn } from './conversing.js';
import { field, fields } from './form-fields.js';
import type { PageRequest } from './page.js';

type Form = PageRequest['form'];
type Said = PageTurn['said'];

/** The controls a question can have on a page. */
export const controls = ['one', 'many', 'yes-no', 'number', 'date', 'birth', 'text'] as const;
export type Control = (typeof controls)[number];

/** What the person put into the controls: shown again when it was refused. */
export interface Typed {
  readonly key: string;
  readonly chosen: readonly string[];
  readonly words: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What stood in the form's controls. */
export function readTyped(form: Form): Typed {
  return {
    key: field(form, 'key'),
    chosen: fields(form, 'answer'),
    words: field(form, 'words'),
    day: field(form, 'day'),
    month: field(form, 'month'),
    year: field(form, 'year'),
  };
}

function isCommand(text: string): text is Command {
  return commands.some(command => command === text);
}

function keyed(key: string, answer: RawAnswer, words = ''): Said {
  const answers = [{ key, answer }];
  return words === '' ? { kind: 'answers', answers } : { kind: 'answers', answers, text: words };
}

function skip(key: string): Said {
  return { kind: 'answers', answers: [{ key, skip: true }] };
}

const yesNo: Readonly<Record<string, boolean>> = { true: true, false: false };

/** An option's value as the conversation wants it: true and false where the question is yes or no. */
function optionAnswer(control: string, value: string): RawAnswer {
  return control === 'yes-no' ? (yesNo[value] ?? value) : value;
}

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Three fields as an ISO date; where they are no real date, as typed, so that the refusal can say why. A date of birth always goes as
 * typed: the conversation then reads it back, month in words, before it counts.
 */
function dateAnswer(control: string, typed: Typed): string {
  const parts = [typed.day, typed.month, typed.year].map(part => toAsciiDigits(part.normalize('NFKC')).trim());
  const [day = '', month = '', year = ''] = parts;
  if (!/^\d{1,2}$/u.test(day) || !/^\d{1,2}$/u.test(month) || !/^\d{4}$/u.test(year)) return parts.filter(part => part !== '').join('/');
  if (control === 'birth' || !isRealDate(Number(year), Number(month), Number(day))) return parts.join('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A number where only digits were typed; otherwise the words, which the conversation may still understand. */
function numberSaid(key: string, typed: string): Said {
  const digits = toAsciiDigits(typed.normalize('NFKC')).trim();
  return /^\d{1,9}([.,]\d{1,6})?$/u.test(digits) ? keyed(key, Number(digits.replace(',', '.'))) : { kind: 'text', text: typed };
}

function isUntouched(form: Form, chosen: readonly string[]): boolean {
  return chosen.length > 0 && chosen.join('\n') === fields(form, 'suggested').join('\n');
}

/** Words win over a choice nobody touched; beside a choice the person made they travel along. */
function choiceSaid(form: Form, control: string, typed: Typed): Said {
  const [first] = typed.chosen;
  const words = typed.words.trim();
  if (words !== '' && (first === undefined || isUntouched(form, typed.chosen))) return { kind: 'text', text: words };
  if (control === 'many') return keyed(typed.key, typed.chosen, words);
  return keyed(typed.key, first === undefined ? '' : optionAnswer(control, first), words);
}

function isDate(control: string): boolean {
  return control === 'date' || control === 'birth';
}

function isEmpty(control: string, typed: Typed): boolean {
  return isDate(control)
    ? dateAnswer(control, typed) === ''
    : typed.chosen.every(value => value.trim() === '') && typed.words.trim() === '';
}

function answerSaid(form: Form): Said {
  const typed = readTyped(form);
  const control = field(form, 'kind');
  if (isEmpty(control, typed) && field(form, 'optional') !== '') return skip(typed.key);
  const [first = ''] = typed.chosen;
  if (isDate(control)) return keyed(typed.key, dateAnswer(control, typed));
  if (control === 'number') return first.trim() === '' ? keyed(typed.key, '') : numberSaid(typed.key, first);
  if (control === 'text') return keyed(typed.key, first);
  return choiceSaid(form, control, typed);
}

/** What the pressed button and the fields around it say. */
export function readForm(form: Form): Said {
  const [verb = '', ...rest] = field(form, 'do').split(':');
  const object = rest.join(':');
  if (verb === 'start') return { kind: 'nothing' };
  if (verb === 'skip') return skip(field(form, 'key'));
  if (verb === 'pick') return keyed(field(form, 'key'), optionAnswer(field(form, 'kind'), object));
  if (verb === 'change') return { kind: 'command', command: 'change', key: object };
  if (verb === 'language') return { kind: 'command', command: 'language', language: object };
  if (isCommand(verb)) return { kind: 'command', command: verb };
  return answerSaid(form);
}
