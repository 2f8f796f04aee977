// An answer to a question that can only be answered by one of its options, said as a value rather than by a label: "3 pm" where 15:00 is
// offered, "ten" where 10 is.
import type { Listen } from '../content/content.js';
import type { AnswerValue, FormItem, FormOption } from '../content/forms/form.js';
import { foldText } from '../text/fold-text.js';
import { readAnyDateWith } from './read-date.js';
import { readNumber } from './read-number.js';
import type { Writing } from './read-quantity.js';
import { readTimeWith } from './read-time.js';

type Holds = (value: AnswerValue) => boolean;

function numberIs(text: string, { lang, languages }: Writing): Holds {
  const read = readNumber(text, lang, languages);
  const number = read.kind === 'number' ? read.value : undefined;
  return value => number !== undefined && (('valueInteger' in value && value.valueInteger === number) || isDecimal(value, number));
}

const isDecimal = (value: AnswerValue, number: number): boolean => 'valueDecimal' in value && value.valueDecimal === number;

function dateIs(text: string, listens: readonly Listen[]): Holds {
  const read = readAnyDateWith(text, listens);
  return value => read.ok && 'valueDate' in value && value.valueDate === read.value;
}

function timeIs(text: string, listens: readonly Listen[]): Holds {
  const read = readTimeWith(text, listens);
  return value => read.ok && 'valueTime' in value && value.valueTime === read.value;
}

function wordsAre(text: string): Holds {
  const folded = foldText(text);
  return value => 'valueString' in value && foldText(value.valueString) === folded;
}

/** The one option whose value a text says; undefined where none or several are it. */
export function optionSaid({ options }: FormItem, text: string, writing: Writing, listens: readonly Listen[]): FormOption | undefined {
  const readers = [numberIs(text, writing), dateIs(text, listens), timeIs(text, listens), wordsAre(text)];
  const found = options.filter(option => readers.some(holds => holds(option.value)));
  return found.length === 1 ? found[0] : undefined;
}
