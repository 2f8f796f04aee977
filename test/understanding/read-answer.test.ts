import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { FormItem } from '../../src/content/form.js';
import { fitOpinion } from '../../src/understanding/fit-opinion.js';
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
      type: 'date',
      text: 'some time on june the 10th, 1999',
    });
    expect(read({ type: 'integer' }, 'we have three lovely kids')).to.deep.equal({
      kind: 'ask-opinion',
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

  it('has no answer for what is no question', () => {
    for (const type of ['group', 'display'] as const) expect(read({ type }, 'yes')).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });
});

describe('fitOpinion', () => {
  it('makes a number what the item wants, or nothing', () => {
    expect(fitOpinion(anItem({ type: 'integer' }), { valueInteger: 3 })).to.deep.equal({ valueInteger: 3 });
    expect(fitOpinion(anItem({ type: 'decimal' }), { valueInteger: 3 })).to.deep.equal({ valueDecimal: 3 });
    expect(fitOpinion(anItem({ type: 'decimal' }), { valueDecimal: 2.5 })).to.deep.equal({ valueDecimal: 2.5 });
    expect(fitOpinion(anItem({ type: 'integer' }), { valueDecimal: 2.5 })).to.equal(undefined);
  });

  it('never lets a recogniser decide a date of birth', () => {
    expect(fitOpinion(anItem({ type: 'date' }), { valueDate: '1980-06-10' })).to.deep.equal({ valueDate: '1980-06-10' });
    expect(fitOpinion(anItem({ type: 'date', format: 'date-of-birth' }), { valueDate: '1980-06-10' })).to.equal(undefined);
  });
});
