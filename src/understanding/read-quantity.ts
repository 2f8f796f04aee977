// A number and what it is measured in: "70 kg", "70,5 kilo", "about 70". The number stays in the unit it was said in: nothing is converted.
import type { Language, Listen } from '../content/content.js';
import type { QuantityValue, Unit } from '../content/forms/form.js';
import { toAsciiDigits } from '../text/digits.js';
import { foldText } from '../text/fold-text.js';
import { plainLine } from '../text/plain-text.js';
import { longestPhrase, withoutEdges } from './bare-phrase.js';
import { listensFor } from './listens-for.js';
import { takeKnownUnit, takeUnit } from './name-unit.js';
import { readNumber } from './read-number.js';
import { readNumeral } from './read-numeral.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

/** How a person writes: their language, and the word lists of all. */
export interface Writing {
  readonly lang: string;
  readonly languages: ReadonlyMap<string, Language>;
}

const oneNumber = /^[^\d]*\d[\d.,' ]*[^\d]*$/;
const numberThenWords = /^(-?\d[\d.,' ]{0,20}?) ?(\D{1,40})$/;

/** Folded, without what ends a sentence and without courtesy. */
function phraseOf(text: string, listens: readonly Listen[]): string {
  const phrase = foldText(text).replace(/[.!?,]+$/, '');
  return phrase.length > longestPhrase ? '' : withoutEdges(phrase, ...listens.map(listen => listen.polite));
}

function valueOf(phrase: string, { lang, languages }: Writing): number | undefined {
  const read = readNumber(phrase, lang, languages);
  return read.kind === 'number' ? read.value : undefined;
}

function inUnit(value: number, { label, system, code }: Unit): QuantityValue {
  return { value, unit: label, ...(system !== undefined && { system }), ...(code !== undefined && { code }) };
}

/** A unit the languages know, called as it was written where it stands after the number. */
function readKnown(phrase: string, words: string, writing: Writing, listens: readonly Listen[]): QuantityValue | undefined {
  const known = takeKnownUnit(phrase, listens);
  const value = known && valueOf(known.rest, writing);
  return value === undefined ? undefined : { value, unit: foldText(words) === known?.name ? words : (known?.name ?? words) };
}

/** Any unit will do: what stands after the number is its name. */
function readFree(text: string, phrase: string, writing: Writing, listens: readonly Listen[]): Read<QuantityValue> {
  const [, digits = '', words = ''] = numberThenWords.exec(toAsciiDigits(plainLine(text)).replace(/[.!?,]+$/, '')) ?? [];
  const known = readKnown(phrase, words, writing, listens);
  if (known) return readAs(known);
  const bare = valueOf(phrase, writing);
  if (bare !== undefined) return readAs({ value: bare });
  const numeral = readNumeral(digits.trim(), writing.lang);
  return numeral ? readAs({ value: numeral.value, unit: words.trim() }) : unread('not-a-number');
}

/** No unit of these was said: one is implied where it is the only one and no other was said. */
function readBare(phrase: string, [only, ...others]: readonly Unit[], writing: Writing, listens: readonly Listen[]): Read<QuantityValue> {
  const value = valueOf(phrase, writing);
  if (takeKnownUnit(phrase, listens) !== undefined) return unread('not-a-unit');
  if (value === undefined) return unread(oneNumber.test(phrase) ? 'not-a-unit' : 'not-a-number');
  return only === undefined || others.length > 0 ? unread('unit-missing') : readAs(inUnit(value, only));
}

/**
 * A quantity in one of these units; where there is only one it need not be said, where there is none any may be. `unit-missing`: several
 * are possible and none was said; `not-a-unit`: another one was said; `not-a-number`.
 */
export function readQuantity(text: string, units: readonly Unit[], writing: Writing): Read<QuantityValue> {
  const listens = listensFor(writing.lang, writing.languages);
  const phrase = phraseOf(text, listens);
  if (units.length === 0) return readFree(text, phrase, writing, listens);
  const said = takeUnit(phrase, units, listens);
  if (said === undefined) return readBare(phrase, units, writing, listens);
  const value = valueOf(said.rest, writing);
  return value === undefined ? unread('not-a-number') : readAs(inUnit(value, said.unit));
}
