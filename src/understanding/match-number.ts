// "2", "2nd", "second": a place in the list, but only where no label is itself a number; where one is, the number is the label.
import type { Listen } from '../content/content.js';
import { withoutEdges } from './bare-phrase.js';
import { labelIndex } from './label-index.js';
import type { LabelIndex } from './label-index.js';
import { numberWord } from './number-forms.js';
import { readHanNumber } from './read-han-number.js';
import { readNumberWords } from './read-number-words.js';
import { onlyOne } from './choosable.js';
import type { Choosable } from './choosable.js';

const place = /^(?:#|no|nr)? ?(\d{1,2})\)?$/;

/** Does the label begin with a number word: "two times", "one or two"? A lone one is an article in half of our languages ("un ami"). */
function beginsWithNumber(label: string, listen: Listen): boolean {
  const words = label.split(' ');
  const [first = 0, ...more] = words.map(word => numberWord(word, listen) ?? 0);
  return first > 1 || (first === 1 && more.some(value => value > 1));
}

const numbered = new WeakMap<LabelIndex, { readonly listens: readonly Listen[]; readonly is: boolean }>();

/** True when some label holds digits or begins with a number word ("2 to 3 times", "One or two"): then a number names no place. */
export function isNumbered(options: readonly Choosable[], listens: readonly Listen[]): boolean {
  const index = labelIndex(options);
  const known = numbered.get(index);
  if (known?.listens.length === listens.length && known.listens.every((listen, at) => listen === listens[at])) return known.is;
  const is = holdsNumbers(options, listens);
  numbered.set(index, { listens, is });
  return is;
}

function holdsNumbers(options: readonly Choosable[], listens: readonly Listen[]): boolean {
  return options.some(
    ({ labels, spoken }) =>
      labels.some(label => /\d/.test(label)) ||
      listens.some((listen, at) => (spoken[at] ?? spoken[0] ?? []).some(label => beginsWithNumber(label, listen))),
  );
}

/** The number a label begins with, when it holds no other: 7 for "7" and "7 - quite often". */
function labelNumber(label: string): number | undefined {
  const numbers = label.match(/\d+/g) ?? [];
  return numbers.length === 1 && label.startsWith(numbers[0]) ? Number(numbers[0]) : undefined;
}

const mostPlaces = 24;
const counted = new WeakMap<Listen, ReadonlyMap<string, number>>();

/**
 * Order words, and the plain word for each number: the first a language lists, in its own letters and in Latin ones. Others ("alone" for 1)
 * name no place.
 */
function placeWords(listen: Listen): ReadonlyMap<string, number> {
  const words = counted.get(listen) ?? new Map([...plainNumbers(listen), ...Object.entries(listen.ordinals ?? {})]);
  counted.set(listen, words);
  return words;
}

function plainNumbers({ numbers }: Listen): ReadonlyMap<string, number> {
  const taken = new Set<string>();
  const plain = new Map<string, number>();
  for (const [word, value] of Object.entries(numbers)) {
    const kind = `${String(value)} ${String(/[a-z]/.test(word))}`;
    if (value < 1 || value > mostPlaces || taken.has(kind)) continue;
    taken.add(kind);
    plain.set(word, value);
  }
  return plain;
}

/** A place by its number or its word; undefined where the phrase is neither. */
function placeSaid(phrase: string, listen: Listen): number | undefined {
  const digits = place.exec(phrase)?.[1];
  if (digits !== undefined) return Number(digits);
  // "twenty-one" is put together; a lone word counts only where it is the plain one for its number.
  const together = /[ -]/.test(phrase) ? readNumberWords(phrase, listen) : undefined;
  return placeWords(listen).get(phrase) ?? together ?? readHanNumber(phrase);
}

/** The place a phrase names in a list of so many, with or without what people put around it ("number two", "the last one"). */
function placeOf(phrase: string, length: number, listens: readonly Listen[]): number | undefined {
  for (const listen of listens) {
    if (listen.last?.includes(phrase)) return length;
    const said = placeSaid(phrase, listen) ?? placeSaid(withoutEdges(phrase, listen.aroundPlace, listen.polite), listen);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The option meant by a number or an order word; undefined when the phrase is neither or the list has no such place. */
export function matchNumber(phrase: string, options: readonly Choosable[], listens: readonly Listen[]): string | undefined {
  if (!isNumbered(options, listens)) {
    const at = placeOf(phrase, options.length, listens);
    return at === undefined ? undefined : options[at - 1]?.code;
  }
  const words = listens.map(listen => readNumberWords(phrase, listen)).find(value => value !== undefined);
  const said = /^\d{1,3}$/.test(phrase) ? Number(phrase) : words;
  return said === undefined ? undefined : onlyOne(options, option => option.labels.some(label => labelNumber(label) === said));
}
