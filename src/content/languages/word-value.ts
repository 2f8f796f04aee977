// Answers that are no text of a person's own, in words: numbers, moments, quantities, links.
import type { AnswerValue, AttachmentValue, QuantityValue, ReferenceValue } from '../forms/form.js';
import { wordDate, wordMoment, wordNumber, wordTime } from './word-intl.js';

/** Every answer value but the two that need more than Intl: a person's own words, and yes or no. */
export type WordedValue = Exclude<AnswerValue, { valueString: string } | { valueBoolean: boolean }>;

type Isolate = (text: string) => string;

const comparators: Readonly<Record<string, string>> = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' };

/** A number and its unit, as one piece. */
function wordQuantity({ value, comparator, unit, code }: QuantityValue, lang: string): string {
  const number = wordNumber(value, lang);
  const compared = comparator === undefined ? number : `${comparators[comparator] ?? comparator} ${number}`;
  return [compared, unit ?? code ?? ''].join(' ').trim();
}

function wordReference({ display, reference }: ReferenceValue, isolate: Isolate): string {
  return display ?? isolate(reference ?? '');
}

function wordAttachment({ title, url }: AttachmentValue, isolate: Isolate): string {
  return title === undefined ? isolate(url ?? '') : [title, ...(url === undefined ? [] : [`(${isolate(url)})`])].join(' ');
}

function wordSimple(value: WordedValue, lang: string): string | undefined {
  if ('valueInteger' in value) return wordNumber(value.valueInteger, lang);
  if ('valueDecimal' in value) return wordNumber(value.valueDecimal, lang);
  if ('valueDate' in value) return wordDate(value.valueDate, lang);
  if ('valueDateTime' in value) return wordMoment(value.valueDateTime, lang);
  return 'valueTime' in value ? wordTime(value.valueTime, lang) : undefined;
}

/** A value in words of a language; `isolate` keeps what is written left to right apart from the words around it. */
export function wordValue(value: WordedValue, lang: string, isolate: Isolate): string {
  if ('valueCoding' in value) return value.valueCoding.display ?? value.valueCoding.code;
  if ('valueQuantity' in value) return isolate(wordQuantity(value.valueQuantity, lang));
  if ('valueUri' in value) return isolate(value.valueUri);
  if ('valueReference' in value) return wordReference(value.valueReference, isolate);
  if ('valueAttachment' in value) return wordAttachment(value.valueAttachment, isolate);
  return wordSimple(value, lang) ?? '';
}
