import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue, FormItem } from '../../src/content/forms/form.js';
import { foldText } from '../../src/text/fold-text.js';
import { fitOpinion } from '../../src/understanding/fit-opinion.js';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readAnswer } from '../../src/understanding/read-answer.js';
import type { Reading } from '../../src/understanding/read-answer.js';
import { aChoice, anItem, languages } from './our-languages.js';

const today = '2026-11-22';

function read(
  item: Partial<FormItem>,
  text: string,
  lang = 'en-GB',
  optionLabels: (code: string) => readonly string[] = () => [],
): Reading {
  return readAnswer({ item: anItem(item), text, lang, languages, optionLabels, today });
}

describe('readAnswer', () => {
  it('reads a yes or no', () => {
    expect(read({ type: 'boolean' }, 'Tak', 'pl')).to.deep.equal({ kind: 'answered', values: [{ valueBoolean: true }] });
    expect(read({ type: 'boolean' }, 'nope')).to.deep.equal({ kind: 'answered', values: [{ valueBoolean: false }] });
    for (const text of ['maybe', 'banana']) expect(read({ type: 'boolean' }, text)).to.deep.equal({ kind: 'unclear', why: 'not-yes-no' });
    expect(read({ type: 'boolean' }, 'no', 'pl')).to.deep.equal({ kind: 'unclear', why: 'not-yes-no' });
  });

  it('says when nothing was said, and when it was too much', () => {
    expect(read({ type: 'boolean' }, ' \u200B\n')).to.deep.equal({ kind: 'unclear', why: 'empty' });
    expect(read({ type: 'text' }, 'x'.repeat(1001))).to.deep.equal({ kind: 'unclear', why: 'too-long', limit: 1000 });
  });

  it('reads options in the order of the form', () => {
    const { options, labelsOf } = aChoice({ food: ['Food'], housing: ['Housing'] });
    const [food, housing] = options.map(option => option.value);
    expect(read({ type: 'choice', options, repeats: true }, 'housing, food', 'en-GB', labelsOf)).to.deep.equal({
      kind: 'answered',
      values: [food, housing],
    });
    expect(read({ type: 'choice', options }, 'food, housing', 'en-GB', labelsOf)).to.deep.equal({ kind: 'unclear', why: 'one-only' });
    expect(read({ type: 'choice', options }, 'pets', 'en-GB', labelsOf)).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
  });

  it('keeps an answer of one’s own to an open choice, but no missing place and no bare yes', () => {
    const { options, labelsOf } = aChoice({ pl: ['Polish'], ar: ['Arabic'] });
    const open: Partial<FormItem> = { type: 'open-choice', options };
    expect(read(open, ' Kurdish ', 'en-GB', labelsOf)).to.deep.equal({ kind: 'answered', values: [{ valueString: 'Kurdish' }] });
    expect(read(open, 'polish', 'en-GB', labelsOf)).to.deep.equal({ kind: 'answered', values: [options[0]?.value] });
    for (const text of ['7', 'yes', 'polish, arabic']) expect(read(open, text, 'en-GB', labelsOf).kind, text).to.equal('unclear');
  });

  it('reads whole and decimal numbers', () => {
    expect(read({ type: 'integer' }, 'about 5')).to.deep.equal({ kind: 'answered', values: [{ valueInteger: 5 }] });
    expect(read({ type: 'integer' }, '2.5')).to.deep.equal({ kind: 'unclear', why: 'not-whole' });
    expect(read({ type: 'decimal' }, '2,5', 'pl')).to.deep.equal({ kind: 'answered', values: [{ valueDecimal: 2.5 }] });
    expect(read({ type: 'integer' }, '5 or 6')).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
  });

  it('reads ages', () => {
    expect(read({ type: 'integer', format: 'age' }, 'mam 45 lat', 'pl')).to.deep.equal({
      kind: 'answered',
      values: [{ valueInteger: 45 }],
    });
    expect(read({ type: 'decimal', format: 'age' }, '45')).to.deep.equal({ kind: 'answered', values: [{ valueDecimal: 45 }] });
    expect(read({ type: 'integer', format: 'age' }, '450')).to.deep.equal({ kind: 'unclear', why: 'not-an-age' });
  });

  it('has a typed date of birth read back before it counts', () => {
    const birth: Partial<FormItem> = { type: 'date', format: 'date-of-birth' };
    expect(read(birth, '10 czerwca 1980', 'pl')).to.deep.equal({ kind: 'propose', values: [{ valueDate: '1980-06-10' }] });
    expect(read(birth, '10/06/2030')).to.deep.equal({ kind: 'unclear', why: 'date-future' });
    expect(read(birth, 'the tenth of june 1980 I think')).to.deep.equal({ kind: 'unclear', why: 'not-a-date' });
  });

  it('takes any other date at once', () => {
    expect(read({ type: 'date' }, '3 April 2027')).to.deep.equal({ kind: 'answered', values: [{ valueDate: '2027-04-03' }] });
    expect(read({ type: 'date' }, '31/02/2027')).to.deep.equal({ kind: 'unclear', why: 'date-impossible' });
  });

  it('asks for a second opinion only on short English text that may hold a date or a number', () => {
    expect(read({ type: 'date' }, 'Some time on June   the 10th, 1999')).to.deep.equal({
      kind: 'ask-opinion',
      culture: 'en',
      type: 'date',
      text: 'some time on june the 10th, 1999',
    });
    expect(read({ type: 'integer' }, 'we have three lovely kids')).to.deep.equal({
      kind: 'ask-opinion',
      culture: 'en',
      type: 'number',
      text: 'we have three lovely kids',
    });
    for (const text of [
      'banana',
      'not three lovely kids',
      "we don't have three",
      `three ${'very '.repeat(3)}${'lovely kids '.repeat(6)}`,
    ]) {
      expect(read({ type: 'integer' }, text), text).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
    }
    expect(read({ type: 'date' }, 'hello')).to.deep.equal({ kind: 'unclear', why: 'not-a-date' });
    expect(read({ type: 'integer' }, 'we have three lovely kids', 'pl')).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
  });

  it('writes repeated words and letters once before a recogniser sees them', () => {
    expect(read({ type: 'integer' }, 'weeeee have have have three kids maybe honestly')).to.include({
      text: 'we have three kids maybe honestly',
    });
  });

  it('reads text by its format', () => {
    const formats: readonly (readonly [FormItem['format'], string, string])[] = [
      ['name', 'My name is Ann', 'Ann'],
      ['phone', '07911 123456', '+447911123456'],
      ['email', 'ann@example.org', 'ann@example.org'],
      ['postcode', 'e16an', 'E1 6AN'],
      ['nhs-number', '401 023 2137', '4010232137'],
    ];
    for (const [format, text, valueString] of formats) {
      expect(read(format ? { format } : {}, text), text).to.deep.equal({ kind: 'answered', values: [{ valueString }] });
    }
    expect(read({ type: 'text' }, 'I feel\nlow')).to.deep.equal({ kind: 'answered', values: [{ valueString: 'I feel\nlow' }] });
    expect(read({ type: 'string' }, 'I feel\nlow')).to.deep.equal({ kind: 'answered', values: [{ valueString: 'I feel low' }] });
    expect(read({ format: 'name' }, 'a'.repeat(101))).to.deep.equal({ kind: 'unclear', why: 'too-long', limit: 100 });
  });

  it('reads every other type of question', () => {
    const kg = { label: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' };
    const answers: readonly (readonly [Partial<FormItem>, string, AnswerValue])[] = [
      [{ type: 'date' }, 'March 2019', { valueDate: '2019-03' }],
      [{ type: 'date' }, '2019', { valueDate: '2019' }],
      [{ type: 'time' }, '3.30 pm', { valueTime: '15:30:00' }],
      [{ type: 'dateTime' }, '10 June 2026 at 3 pm', { valueDateTime: '2026-06-10T15:00:00+01:00' }],
      [{ type: 'url' }, 'www.example.org', { valueUri: 'https://www.example.org' }],
      [{ type: 'attachment' }, 'it is at example.org/letter', { valueAttachment: { url: 'https://example.org/letter' } }],
      [{ type: 'reference' }, ' Dr  Lee ', { valueReference: { display: 'Dr Lee' } }],
      [{ type: 'quantity', units: [kg] }, '70.5', { valueQuantity: { value: 70.5, unit: 'kg', system: kg.system, code: 'kg' } }],
      [{ type: 'decimal', units: [kg] }, '70.5 kilos', { valueDecimal: 70.5 }],
      [{ type: 'integer', units: [{ label: 'years' }] }, '5 years', { valueInteger: 5 }],
    ];
    for (const [item, text, value] of answers) expect(read(item, text), text).to.deep.equal({ kind: 'answered', values: [value] });
  });

  it('says what it misses in every other type of question', () => {
    const several = [{ label: 'kg' }, { label: 'stone' }];
    const refusals: readonly (readonly [Partial<FormItem>, string, string])[] = [
      [{ type: 'time' }, 'later', 'not-a-time'],
      [{ type: 'dateTime' }, 'later', 'not-a-date'],
      [{ type: 'url' }, 'javascript:alert(1)', 'not-a-url'],
      [{ type: 'attachment' }, 'photo.jpg', 'not-a-link'],
      [{ type: 'quantity', units: several }, '70', 'unit-missing'],
      [{ type: 'integer', units: [{ label: 'years' }] }, '5 months', 'not-a-unit'],
      [{ type: 'integer', units: [{ label: 'years' }] }, '5.5 years', 'not-whole'],
    ];
    for (const [item, text, why] of refusals) expect(read(item, text), text).to.deep.equal({ kind: 'unclear', why });
    expect(read({ type: 'reference' }, 'x'.repeat(201))).to.deep.equal({ kind: 'unclear', why: 'too-long', limit: 200 });
    expect(read({ type: 'date', format: 'date-of-birth' }, '1980')).to.deep.equal({ kind: 'unclear', why: 'not-a-date' });
  });

  it('takes the time of a moment in the zone it is told', () => {
    const answer = { item: anItem({ type: 'dateTime' }), lang: 'en-GB', languages, optionLabels: () => [], today };
    expect(readAnswer({ ...answer, text: '10 June 2026 15:30', zone: 'Europe/Warsaw' })).to.deep.equal({
      kind: 'answered',
      values: [{ valueDateTime: '2026-06-10T15:30:00+02:00' }],
    });
  });

  it('takes nothing but its options where a question has any, whatever its type, said by label or by value', () => {
    const option = (code: string, value: AnswerValue): FormItem['options'][number] => ({ code, value, label: code, exclusive: false });
    const labels = (code: string): readonly string[] => [foldText(code)];
    const morning = option('09:00:00', { valueTime: '09:00:00' });
    const evening = option('18:00:00', { valueTime: '18:00:00' });
    const times: Partial<FormItem> = { type: 'time', options: [morning, evening] };
    expect(read(times, '6 pm', 'en-GB', labels)).to.deep.equal({ kind: 'answered', values: [evening.value] });
    expect(read(times, '7 pm', 'en-GB', labels)).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
    const days: Partial<FormItem> = {
      type: 'date',
      options: [option('2026-06-10', { valueDate: '2026-06-10' }), option('2026', { valueDate: '2026' })],
    };
    expect(read(days, '10 czerwca 2026', 'pl', labels)).to.deep.equal({ kind: 'answered', values: [{ valueDate: '2026-06-10' }] });
    expect(read(days, '11 czerwca 2026', 'pl', labels)).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
    const numbers: Partial<FormItem> = { type: 'integer', options: [option('10', { valueInteger: 10 }), option('2', { valueInteger: 2 })] };
    expect(read(numbers, 'about 10', 'en-GB', labels)).to.deep.equal({ kind: 'answered', values: [{ valueInteger: 10 }] });
    expect(read(numbers, '1', 'en-GB', labels)).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
    expect(read(numbers, '2', 'en-GB', labels)).to.deep.equal({ kind: 'answered', values: [{ valueInteger: 2 }] });
    const decimals: Partial<FormItem> = { type: 'decimal', options: [option('a half', { valueDecimal: 0.5 })] };
    expect(read(decimals, '0.5', 'en-GB', labels)).to.deep.equal({ kind: 'answered', values: [{ valueDecimal: 0.5 }] });
    const texts: Partial<FormItem> = { options: [option('a', { valueString: 'Świt' }), option('b', { valueString: 'Zmierzch' })] };
    expect(read(texts, 'swit', 'pl', labels)).to.deep.equal({ kind: 'answered', values: [{ valueString: 'Świt' }] });
    const things: Partial<FormItem> = {
      type: 'reference',
      options: [option('Dr Lee', { valueReference: { reference: 'Practitioner/1', display: 'Dr Lee' } })],
    };
    expect(read(things, 'dr lee', 'en-GB', labels)).to.deep.equal({
      kind: 'answered',
      values: [{ valueReference: { reference: 'Practitioner/1', display: 'Dr Lee' } }],
    });
    expect(read({ ...numbers, repeats: true }, '10, 2', 'en-GB', labels)).to.deep.equal({
      kind: 'answered',
      values: [{ valueInteger: 10 }, { valueInteger: 2 }],
    });
  });

  it('has no answer for what is no question', () => {
    for (const type of ['group', 'display'] as const) expect(read({ type }, 'yes')).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });
});

describe('fitOpinion', () => {
  const [listen] = listensFor('en-GB', languages);
  const fits = (item: Partial<FormItem>, value: AnswerValue): AnswerValue | undefined => {
    const text = 'valueDecimal' in value ? 'two and a half' : 'three';
    return listen && fitOpinion(anItem(item), value, { text, listen });
  };

  it('makes a number what the item wants, or nothing', () => {
    expect(fits({ type: 'integer' }, { valueInteger: 3 })).to.deep.equal({ valueInteger: 3 });
    expect(fits({ type: 'decimal' }, { valueInteger: 3 })).to.deep.equal({ valueDecimal: 3 });
    expect(fits({ type: 'decimal' }, { valueDecimal: 2.5 })).to.deep.equal({ valueDecimal: 2.5 });
    expect(fits({ type: 'integer' }, { valueDecimal: 2.5 })).to.equal(undefined);
  });

  it('never lets a recogniser decide a date of birth', () => {
    expect(fits({ type: 'date' }, { valueDate: '1980-06-10' })).to.deep.equal({ valueDate: '1980-06-10' });
    expect(fits({ type: 'date', format: 'date-of-birth' }, { valueDate: '1980-06-10' })).to.equal(undefined);
  });
});
