// What a card's inputs come back as, beside the data of the button that was pressed -> the public shape `{ key, answer }`. Every input has one of
// the names below and no other; `inputs` in the button's data says which of them the card had.
import { dayAsTyped } from '../../pages/read-fields.js';

type Members = Readonly<Record<string, unknown>>;

/** What a card had to fill in. */
export type Inputs = 'answer' | 'several' | 'own' | 'open' | 'birth' | 'amount' | 'moment';

/** What a button that sends inputs carries. `optional`: sent with nothing filled in, the question is left out. */
export interface InputsData {
  readonly key: string;
  readonly inputs: Inputs;
  readonly optional?: true;
  /** The unit of an amount that has only one. */
  readonly unit?: string;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Values of a ChoiceSet, which come with commas between. */
function chosen({ answer }: Members): readonly string[] {
  return textOf(answer)
    .split(',')
    .filter(one => one !== '');
}

/** One's own words in place of a choice: whoever writes them means them, whatever is still chosen above. */
function ownAnswer({ answer, words }: Members): unknown {
  return textOf(words) === '' ? (answer ?? '') : textOf(words);
}

/** What was chosen, and one's own words beside it. */
function openAnswer(members: Members): unknown {
  const words = textOf(members.words);
  if (words === '') return chosen(members);
  return [...chosen(members), words];
}

function amount(members: Members): unknown {
  const [value, unit] = [textOf(members.amount), textOf(members.unit)];
  return value === '' || unit === '' ? value : { value, unit };
}

function moment(members: Members): string {
  const [date, time] = [textOf(members.date), textOf(members.time)];
  return date === '' || time === '' ? date : `${date}T${time}`;
}

/** A date of birth goes as typed, so that it is read back before it counts. */
function birth({ day, month, year }: Members): string {
  return dayAsTyped({ day: textOf(day), month: textOf(month), year: textOf(year) });
}

const readers: Readonly<Record<Inputs, (members: Members) => unknown>> = {
  answer: members => members.answer ?? '',
  several: chosen,
  own: ownAnswer,
  open: openAnswer,
  birth,
  amount,
  moment,
};

function isInputs(name: unknown): name is Inputs {
  return typeof name === 'string' && Object.hasOwn(readers, name);
}

function isNothing(answer: unknown): boolean {
  return Array.isArray(answer) ? answer.length === 0 : textOf(answer) === '' && typeof answer !== 'object' && typeof answer !== 'boolean';
}

/** The public shape of what a card sent; anything else as it came. */
export function withoutInputs(value: Members): Members {
  const { inputs, optional, ...members } = value;
  if (!isInputs(inputs)) return value;
  const { key } = members;
  const answer = readers[inputs](members);
  if (!isNothing(answer)) return { key, answer };
  return optional === true ? { key, skip: true } : { key };
}
