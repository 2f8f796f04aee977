// "2", "2nd", "second": a place in the list, but only where no label is itself a number; where one is, the number is the label.
import type { Listen } from '../content/content.js';
import { numberWord } from './read-number-words.js';
import { onlyOne } from './choosable.js';
import type { Choosable } from './choosable.js';

const place = /^(?:#|no|nr)? ?(\d{1,2})\)?$/;

function startsWithNumberWord(label: string, listens: readonly Listen[]): boolean {
  const first = label.split(' ', 1)[0] ?? '';
  return listens.some(listen => (numberWord(first, listen) ?? 0) > 0);
}

/** True when some label holds digits or begins with a number word ("2 to 3 times", "One or two"): then a number names no place. */
export function isNumbered(options: readonly Choosable[], listens: readonly Listen[]): boolean {
  return options.some(option => option.labels.some(label => /\d/.test(label) || startsWithNumberWord(label, listens)));
}

/** The number a label begins with, when it holds no other: 7 for "7" and "7 - quite often". */
function labelNumber(label: string): number | undefined {
  const numbers = label.match(/\d+/g) ?? [];
  return numbers.length === 1 && label.startsWith(numbers[0]) ? Number(numbers[0]) : undefined;
}

function placeOf(phrase: string, listens: readonly Listen[]): number | undefined {
  const digits = place.exec(phrase)?.[1];
  if (digits !== undefined) return Number(digits);
  for (const { ordinals = {} } of listens) {
    if (Object.hasOwn(ordinals, phrase)) return ordinals[phrase];
  }
  return undefined;
}

/** The option meant by a number or an order word; undefined when the phrase is neither or the list has no such place. */
export function matchNumber(phrase: string, options: readonly Choosable[], listens: readonly Listen[]): string | undefined {
  if (!isNumbered(options, listens)) {
    const at = placeOf(phrase, listens);
    return at === undefined ? undefined : options[at - 1]?.code;
  }
  const words = listens.map(listen => numberWord(phrase, listen)).find(value => value !== undefined);
  const said = /^\d{1,3}$/.test(phrase) ? Number(phrase) : words;
  return said === undefined ? undefined : onlyOne(options, option => option.labels.some(label => labelNumber(label) === said));
}
