// What an expression gave, as an answer of the item it stands on: the item's type decides. A value that is no answer of it gives nothing.
// Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.type
import type { AnswerValue, FormItem, FormOption } from '../../content/forms/form.js';
import type { ItemType } from '../../content/forms/questionnaire-schema.js';
import type { Result } from './engine.js';
import * as read from './result-shapes.js';

type Converter = (result: Result, item: FormItem, options: readonly FormOption[]) => AnswerValue | undefined;

/** A value under its name, or nothing. */
function held<T>(value: T | undefined, hold: (value: T) => AnswerValue): AnswerValue | undefined {
  return value === undefined ? undefined : hold(value);
}

function isCodingOf({ value }: FormOption, code: string, system: string | undefined): boolean {
  return 'valueCoding' in value && value.valueCoding.code === code && value.valueCoding.system === system;
}

/** The option with this code and system; with this code alone where either has no system. */
function ofCoding(code: string, system: string | undefined, options: readonly FormOption[]): FormOption | undefined {
  const exactly = options.find(option => isCodingOf(option, code, system));
  if (exactly !== undefined) return exactly;
  return options.find(option => isCodingOf(option, code, undefined) || (system === undefined && option.code === code));
}

/** The option a result names: a Coding by its code, anything else by the option's code or label. */
function choose(result: Result, options: readonly FormOption[]): AnswerValue | undefined {
  const coding = read.codingOf(result);
  if (coding !== undefined) return ofCoding(coding.code, coding.system, options)?.value;
  const words = read.referenceOf(result)?.reference ?? read.wordsOf(result);
  return (options.find(({ code }) => code === words) ?? options.find(({ label }) => label === words))?.value;
}

const asCoding: Converter = result => held(read.codingOf(result), valueCoding => ({ valueCoding }));
const inWords: Converter = result => held(read.wordsOf(result), valueString => ({ valueString }));

/** A number is of the item's unit where it has only one. */
const measure: Converter = (result, { units }) => {
  const value = read.numberOf(result);
  if (value === undefined) return held(read.quantityOf(result), valueQuantity => ({ valueQuantity }));
  const [unit] = units;
  if (unit === undefined || units.length > 1) return undefined;
  const { label, ...coded } = unit;
  return { valueQuantity: { value, unit: label, ...coded } };
};

const refer: Converter = result => {
  const found = read.referenceOf(result);
  if (found !== undefined) return { valueReference: found };
  return held(read.textOf(result), reference => ({ valueReference: { reference } }));
};

const converters: Readonly<Record<ItemType, Converter>> = {
  group: () => undefined,
  display: () => undefined,
  boolean: ({ value }) => (typeof value === 'boolean' ? { valueBoolean: value } : undefined),
  integer: result => held(read.numberOf(result), value => ({ valueInteger: value })),
  decimal: result => held(read.numberOf(result), valueDecimal => ({ valueDecimal })),
  string: inWords,
  text: inWords,
  date: result => held(read.dateOf(result), valueDate => ({ valueDate })),
  dateTime: result => held(read.dateTimeOf(result), valueDateTime => ({ valueDateTime })),
  time: result => held(read.timeOf(result), valueTime => ({ valueTime })),
  url: result => held(read.textOf(result), valueUri => ({ valueUri })),
  choice: (result, item, options) => (options.length === 0 ? asCoding(result, item, options) : choose(result, options)),
  'open-choice': (result, item, options) => choose(result, options) ?? asCoding(result, item, options) ?? inWords(result, item, options),
  quantity: measure,
  reference: refer,
  attachment: result => held(read.attachmentOf(result), valueAttachment => ({ valueAttachment })),
};

/** One result as an answer of an item, or undefined where it is none. `options`: what may be chosen now. */
export function answerOfResult(result: Result, item: FormItem, options: readonly FormOption[]): AnswerValue | undefined {
  const value = converters[item.type](read.insideOf(result), item, options);
  return value !== undefined && 'valueInteger' in value && !Number.isInteger(value.valueInteger) ? undefined : value;
}

/** By what it is of, for results that are of no item: what each type of result is as an answer. */
const ownType: Readonly<Record<string, ItemType>> = {
  boolean: 'boolean',
  coding: 'choice',
  quantity: 'quantity',
  reference: 'reference',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
};

function typeOf(result: Result): ItemType {
  const number = read.numberOf(result);
  return ownType[result.type] ?? (number === undefined ? 'string' : Number.isInteger(number) ? 'integer' : 'decimal');
}

/** The code and the label of an option: a Coding's own, where a Reference leads and what it is called, or the value in words. */
function namesOf(result: Result): { readonly code: string; readonly label: string } {
  const words = read.wordsOf(result) ?? '';
  const reference = read.referenceOf(result);
  const code = read.codingOf(result)?.code ?? reference?.reference ?? words;
  return { code, label: reference === undefined ? words : (reference.display ?? code) };
}

/** One result as something to choose, or undefined where nothing can be made of it. */
export function optionOfResult(result: Result, item: FormItem): FormOption | undefined {
  const inner = read.insideOf(result);
  const value = converters[typeOf(inner)](inner, item, []);
  return value && { ...namesOf(inner), value, exclusive: false };
}
