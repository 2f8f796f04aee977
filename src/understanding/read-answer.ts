// A typed answer -> what it means for the question being asked: one reader for each kind of item. Pure; nothing is recorded here.
import type { Language } from '../content/content.js';
import type { FormItem } from '../content/form.js';
import type { ItemType } from '../content/questionnaire-schema.js';
import { capText, maxTextLength } from '../text/cap-text.js';
import { plainLine } from '../text/plain-text.js';
import { askOpinion } from './ask-opinion.js';
import { listensFor } from './listens-for.js';
import { readAge } from './read-age.js';
import { isMissingPlace, readChoice } from './read-choice.js';
import type { ChoiceQuestion } from './read-choice.js';
import { readDate } from './read-date.js';
import { readDateOfBirth } from './read-date-of-birth.js';
import { readFormat } from './read-format.js';
import { readNumber } from './read-number.js';
import { hearYesNo, readYesNo } from './read-yes-no.js';
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
  /** ISO date. */
  readonly today: string;
}

function readBoolean({ text, lang, languages }: TypedAnswer): Reading {
  const said = readYesNo(text, lang, languages);
  if (said === 'yes' || said === 'no') return { kind: 'answered', values: [{ valueBoolean: said === 'yes' }] };
  return { kind: 'unclear', why: 'not-yes-no' };
}

function readOptions({ item, text, lang, languages, optionLabels }: TypedAnswer): Reading {
  const options = item.options.map(option => ({ code: option.code, labels: optionLabels(option.code) }));
  const question = { options, repeats: item.repeats, lang, languages };
  const read = readChoice(text, question);
  if (read.ok) return { kind: 'answered', values: item.options.filter(o => read.value.includes(o.code)).map(option => option.value) };
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
  const read = readNumber(text, lang, languages);
  if (read.kind === 'nothing') return askOpinion('number', text, lang, languages) ?? { kind: 'unclear', why: 'not-a-number' };
  if (read.kind === 'several') return { kind: 'unclear', why: 'not-a-number' };
  if (item.type === 'decimal') return { kind: 'answered', values: [{ valueDecimal: read.value }] };
  return Number.isInteger(read.value)
    ? { kind: 'answered', values: [{ valueInteger: read.value }] }
    : { kind: 'unclear', why: 'not-whole' };
}

function readDateItem({ item, text, lang, languages, today }: TypedAnswer): Reading {
  if (item.format === 'date-of-birth') {
    const birth = readDateOfBirth(text, listensFor(lang, languages), today);
    return birth.ok ? { kind: 'propose', values: [{ valueDate: birth.value }] } : { kind: 'unclear', why: birth.why };
  }
  const read = readDate(text, lang, languages);
  if (read.ok) return { kind: 'answered', values: [{ valueDate: read.value }] };
  const opinion = read.why === 'not-a-date' ? askOpinion('date', text, lang, languages) : undefined;
  return opinion ?? { kind: 'unclear', why: read.why };
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
  string: readWords,
  text: readWords,
  group: readNothing,
  display: readNothing,
};

/**
 * What a typed answer means for its question. `propose`: a typed date of birth, to be read back before it counts. `ask-opinion`: our own
 * grammars saw nothing; only in English, for a date (never of birth) or a number. The caller reads commands first, but after the labels of
 * a choice: an exact label is never a command.
 */
export function readAnswer(answer: TypedAnswer): Reading {
  if (capText(answer.text).cut) return { kind: 'unclear', why: 'too-long', limit: maxTextLength };
  return plainLine(answer.text) === '' ? { kind: 'unclear', why: 'empty' } : readers[answer.item.type](answer);
}
