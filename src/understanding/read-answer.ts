// A typed answer -> what it means for the question being asked: one reader for each kind of item. Pure; nothing is recorded here.
import type { Language } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import type { ItemType } from '../content/forms/questionnaire-schema.js';
import { capText, maxTextLength } from '../text/cap-text.js';
import { plainLine } from '../text/plain-text.js';
import { askOpinion } from './ask-opinion.js';
import { listensFor } from './listens-for.js';
import { readAge } from './read-age.js';
import { optionSaid } from './read-among.js';
import { isMissingPlace, readChoice } from './read-choice.js';
import type { ChoiceOption, ChoiceQuestion } from './read-choice.js';
import { readAnyDateWith } from './read-date.js';
import { homeZone, readDateTimeWith } from './read-date-time.js';
import { readDateOfBirth } from './read-date-of-birth.js';
import { readFormat } from './read-format.js';
import { readNumber } from './read-number.js';
import { readDisplay } from './read-own-words.js';
import { readQuantity } from './read-quantity.js';
import { readTimeWith } from './read-time.js';
import { readLink, readUrl } from './read-url.js';
import { hearYesNo, readSpeltYesNo } from './read-yes-no.js';
import { toReading } from './reading.js';
import type { Reading } from './reading.js';

export type { Reading } from './reading.js';

/** A typed answer and the question it answers. */
export interface TypedAnswer {
  readonly item: FormItem;
  /** As typed; more than 1,000 characters are refused, not cut. */
  readonly text: string;
  readonly lang: string;
  readonly languages: ReadonlyMap<string, Language>;
  /** Labels of an option in every language, folded with foldText. */
  readonly optionLabels: (code: string) => readonly string[];
  /** Labels of an option in the language of the conversation, then in English, folded; all labels are compared loosely where not given. */
  readonly spokenLabels?: (code: string) => readonly (readonly string[])[];
  /** ISO date. */
  readonly today: string;
  /** IANA zone in which a time of a dateTime is said; Europe/London where not given. */
  readonly zone?: string;
}

function readBoolean({ text, lang, languages }: TypedAnswer): Reading {
  const said = readSpeltYesNo(text, lang, languages);
  if (said === 'yes' || said === 'no') return { kind: 'answered', values: [{ valueBoolean: said === 'yes' }] };
  return { kind: 'unclear', why: 'not-yes-no' };
}

function spokenOption(code: string, { optionLabels, spokenLabels }: TypedAnswer): ChoiceOption {
  return { code, labels: optionLabels(code), ...(spokenLabels && { spoken: spokenLabels(code) }) };
}

function readOptions(answer: TypedAnswer): Reading {
  const { item, text, lang, languages } = answer;
  const question = { options: item.options.map(option => spokenOption(option.code, answer)), repeats: item.repeats, lang, languages };
  const read = readChoice(text, { ...question, open: item.type === 'open-choice' });
  if (read.ok) return { kind: 'answered', values: item.options.filter(o => read.value.includes(o.code)).map(option => option.value) };
  const said = read.why === 'not-an-option' ? optionSaid(item, text, answer, listensFor(lang, languages)) : undefined;
  if (said) return { kind: 'answered', values: [said.value] };
  const own = item.type === 'open-choice' && read.why === 'not-an-option' && isOwnAnswer(text, question);
  return own ? { kind: 'answered', values: [{ valueString: plainLine(text) }] } : { kind: 'unclear', why: read.why };
}

/** On an open choice other words are an answer of one's own; a missing place in the list or a bare yes or no is not. */
function isOwnAnswer(text: string, question: ChoiceQuestion): boolean {
  return !isMissingPlace(text, question) && hearYesNo(text, question.lang, question.languages) === undefined;
}

function readAgeItem({ item, text, lang, languages }: TypedAnswer): Reading {
  const read = readAge(text, lang, languages);
  if (!read.ok) return { kind: 'unclear', why: read.why };
  return { kind: 'answered', values: [item.type === 'decimal' ? { valueDecimal: read.value } : { valueInteger: read.value }] };
}

function readNumberItem(answer: TypedAnswer): Reading {
  const { item, text, lang, languages } = answer;
  if (item.format === 'age') return readAgeItem(answer);
  if (item.units.length > 0) return readMeasured(answer);
  const read = readNumber(text, lang, languages);
  if (read.kind === 'nothing') return askOpinion('number', text, lang, languages) ?? { kind: 'unclear', why: 'not-a-number' };
  if (read.kind === 'several') return { kind: 'unclear', why: 'not-a-number' };
  return numberReading(item, read.value);
}

function numberReading(item: FormItem, value: number): Reading {
  if (item.type === 'decimal') return { kind: 'answered', values: [{ valueDecimal: value }] };
  return Number.isInteger(value) ? { kind: 'answered', values: [{ valueInteger: value }] } : { kind: 'unclear', why: 'not-whole' };
}

/** A number whose unit the question names: it may be said or left out, but no other. */
function readMeasured(answer: TypedAnswer): Reading {
  const read = readQuantity(answer.text, answer.item.units.slice(0, 1), answer);
  return read.ok ? numberReading(answer.item, read.value.value) : { kind: 'unclear', why: read.why };
}

function readQuantityItem(answer: TypedAnswer): Reading {
  return toReading(readQuantity(answer.text, answer.item.units, answer), valueQuantity => ({ valueQuantity }));
}

function readDateItem({ item, text, lang, languages, today }: TypedAnswer): Reading {
  if (item.format === 'date-of-birth') {
    const birth = readDateOfBirth(text, listensFor(lang, languages), today);
    return birth.ok ? { kind: 'propose', values: [{ valueDate: birth.value }] } : { kind: 'unclear', why: birth.why };
  }
  const read = readAnyDateWith(text, listensFor(lang, languages));
  if (read.ok) return { kind: 'answered', values: [{ valueDate: read.value }] };
  const opinion = read.why === 'not-a-date' ? askOpinion('date', text, lang, languages) : undefined;
  return opinion ?? { kind: 'unclear', why: read.why };
}

function readDateTimeItem({ text, lang, languages, zone = homeZone }: TypedAnswer): Reading {
  return toReading(readDateTimeWith(text, listensFor(lang, languages), zone), valueDateTime => ({ valueDateTime }));
}

function readTimeItem({ text, lang, languages }: TypedAnswer): Reading {
  return toReading(readTimeWith(text, listensFor(lang, languages)), valueTime => ({ valueTime }));
}

function readWords({ item, text, lang, languages }: TypedAnswer): Reading {
  return readFormat(item, text, listensFor(lang, languages));
}

function readNothing(): Reading {
  return { kind: 'unclear', why: 'wrong-type' };
}

const readers: Readonly<Record<ItemType, (answer: TypedAnswer) => Reading>> = {
  boolean: readBoolean,
  choice: readOptions,
  'open-choice': readOptions,
  integer: readNumberItem,
  decimal: readNumberItem,
  date: readDateItem,
  dateTime: readDateTimeItem,
  time: readTimeItem,
  quantity: readQuantityItem,
  string: readWords,
  text: readWords,
  url: ({ text }) => toReading(readUrl(text), valueUri => ({ valueUri })),
  attachment: ({ text }) => toReading(readLink(text), url => ({ valueAttachment: { url } })),
  reference: ({ text }) => toReading(readDisplay(text), display => ({ valueReference: { display } })),
  group: readNothing,
  display: readNothing,
};

/**
 * What a typed answer means for its question. `propose`: a typed date of birth, to be read back before it counts. `ask-opinion`: our own
 * grammars saw nothing; only in English, for a date (never of birth) or a number. A question with options is answered by them alone (or by
 * one's own words, where its choice is open), whatever its type. The caller reads commands first, but after the labels of
 * a choice: an exact label is never a command.
 */
export function readAnswer(answer: TypedAnswer): Reading {
  if (capText(answer.text).cut) return { kind: 'unclear', why: 'too-long', limit: maxTextLength };
  if (plainLine(answer.text) === '') return { kind: 'unclear', why: 'empty' };
  return answer.item.options.length > 0 ? readOptions(answer) : readers[answer.item.type](answer);
}
