// What stood in the control of an answered question -> what the person said. The form says which control it was (`kind`), so no question has
// to be looked up.
import type { RawAnswer } from '../../conversation/conversation.js';
import { controls } from './control-of.js';
import type { Control } from './control-of.js';
import type { PageTurn } from './conversing.js';
import { field, fields } from './form-fields.js';
import type { PageRequest } from './page.js';
import { clockIn, dayAsTyped, isoDayIn, numberIn } from './read-fields.js';
import { readTyped } from './read-typed.js';
import type { Typed } from './read-typed.js';

type Form = PageRequest['form'];
type Said = PageTurn['said'];

/** An answer as data; `words` travel along to be read for danger. */
export function keyed(key: string, answer: RawAnswer, words = ''): Said {
  const answers = [{ key, answer }];
  return words === '' ? { kind: 'answers', answers } : { kind: 'answers', answers, text: words };
}

/** The question left out. */
export function skip(key: string): Said {
  return { kind: 'answers', answers: [{ key, skip: true }] };
}

const yesNo: Readonly<Record<string, boolean>> = { true: true, false: false };

/** An option's value as the conversation wants it: true and false where the question is yes or no. */
export function optionAnswer(control: string, value: string): RawAnswer {
  return control === 'yes-no' || control === 'more' ? (yesNo[value] ?? value) : value;
}

interface Answered {
  readonly form: Form;
  readonly control: Control;
  readonly typed: Typed;
}

/** Data where what was typed is certain; otherwise the words, which the conversation may still understand. */
function certain(key: string, data: RawAnswer | undefined, words: string): Said {
  if (words.trim() === '') return keyed(key, '');
  return data === undefined ? { kind: 'text', text: words.trim() } : keyed(key, data);
}

function readText({ typed }: Answered): Said {
  return keyed(typed.key, typed.chosen[0] ?? '');
}

/** What is found by typing is an option's name: words, matched as any. */
function readSearch({ typed }: Answered): Said {
  const [words = ''] = typed.chosen;
  return certain(typed.key, undefined, words);
}

function readNumber({ typed }: Answered): Said {
  const [number = ''] = typed.chosen;
  return certain(typed.key, numberIn(number), number);
}

/** The slider counts where it was moved and nothing else was typed. */
export function slidNumber(form: Form, { chosen, slid }: Typed): string {
  const [number = ''] = chosen;
  const wasTyped = number !== field(form, 'given');
  return !wasTyped && slid !== field(form, 'rest') ? slid : number;
}

function readSlider({ form, typed }: Answered): Said {
  const number = slidNumber(form, typed);
  return certain(typed.key, numberIn(number), number);
}

/** A number alone, or with the unit that was chosen, as a person would write it. */
function readQuantity({ typed }: Answered): Said {
  const [amount = ''] = typed.chosen;
  const number = numberIn(amount);
  if (typed.unit === '' || amount.trim() === '') return certain(typed.key, number, amount);
  return certain(typed.key, number === undefined ? undefined : `${String(number)} ${typed.unit}`, `${amount} ${typed.unit}`);
}

function readDay({ typed }: Answered): Said {
  return keyed(typed.key, isoDayIn(typed) ?? dayAsTyped(typed));
}

/** A date of birth always goes as typed: the conversation then reads it back, month in words, before it counts. */
function readBirth({ typed }: Answered): Said {
  return keyed(typed.key, dayAsTyped(typed));
}

function readTime({ typed }: Answered): Said {
  const [time = ''] = typed.chosen;
  return certain(typed.key, clockIn(time), time);
}

/** A day and its time; the day alone where no time was given (FHIR dateTime allows that). */
function readMoment({ typed }: Answered): Said {
  const day = isoDayIn(typed);
  if (typed.time.trim() === '') return keyed(typed.key, day ?? dayAsTyped(typed));
  const time = clockIn(typed.time);
  const both = day === undefined || time === undefined ? undefined : `${day}T${time}`;
  return certain(typed.key, both, `${dayAsTyped(typed)} ${typed.time}`);
}

function isUntouched(form: Form, chosen: readonly string[]): boolean {
  return chosen.length > 0 && chosen.join('\n') === fields(form, 'suggested').join('\n');
}

/** Words win over a choice nobody touched; beside a choice the person made they travel along. */
function readChoice({ form, control, typed }: Answered): Said {
  const [first] = typed.chosen;
  const words = typed.words.trim();
  if (words !== '' && (first === undefined || isUntouched(form, typed.chosen))) return { kind: 'text', text: words };
  return keyed(typed.key, first === undefined ? '' : optionAnswer(control, first), words);
}

/** Several: where the choice is open, own words are one more of them. */
function readMany(answered: Answered): Said {
  const { form, typed } = answered;
  const words = typed.words.trim();
  if (words !== '' && field(form, 'open') !== '' && typed.chosen.length > 0) return keyed(typed.key, [...typed.chosen, words]);
  const untouched = typed.chosen.length === 0 || isUntouched(form, typed.chosen);
  return words !== '' && untouched ? { kind: 'text', text: words } : keyed(typed.key, typed.chosen, words);
}

/** The next one written instead of yes. */
function readMore({ typed }: Answered): Said {
  return certain(typed.key, undefined, typed.words);
}

const readers: Readonly<Record<Control, (answered: Answered) => Said>> = {
  one: readChoice,
  many: readMany,
  'yes-no': readChoice,
  list: readChoice,
  search: readSearch,
  number: readNumber,
  slider: readSlider,
  quantity: readQuantity,
  date: readDay,
  birth: readBirth,
  moment: readMoment,
  time: readTime,
  text: readText,
  more: readMore,
};

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isEmpty({ form, control, typed }: Answered): boolean {
  if (control === 'date' || control === 'birth') return dayAsTyped(typed) === '';
  if (control === 'moment') return dayAsTyped(typed) === '' && isBlank(typed.time);
  if (control === 'slider') return isBlank(slidNumber(form, typed));
  return typed.chosen.every(isBlank) && isBlank(typed.words);
}

function answeredIn(form: Form): Answered {
  const kind = field(form, 'kind');
  return { form, control: controls.find(control => control === kind) ?? 'text', typed: readTyped(form) };
}

/** What somebody put into the controls; undefined where they are empty, or as they came. */
export function readFilled(form: Form): Said | undefined {
  const answered = answeredIn(form);
  const { control, typed } = answered;
  if (typed.key === '' || control === 'more' || isEmpty(answered)) return undefined;
  if (typed.words.trim() === '' && isUntouched(form, typed.chosen)) return undefined;
  return readers[control](answered);
}

/** What the controls say; nothing in them, where the question may be left out, leaves it out. */
export function readControl(form: Form): Said {
  const answered = answeredIn(form);
  if (isEmpty(answered) && field(form, 'optional') !== '') return skip(answered.typed.key);
  return readers[answered.control](answered);
}
