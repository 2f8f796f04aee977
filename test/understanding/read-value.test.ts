import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue, FormItem } from '../../src/content/forms/form.js';
import { readValue } from '../../src/understanding/read-value.js';
import type { RawValue } from '../../src/understanding/read-value.js';
import { aChoice, anItem } from './our-languages.js';

function read(item: Partial<FormItem>, raw: RawValue): ReturnType<typeof readValue> {
  return readValue(anItem(item), raw, '2026-11-22');
}

const { options } = aChoice({ food: ['Food'], housing: ['Housing'] });

describe('readValue', () => {
  it('takes booleans', () => {
    expect(read({ type: 'boolean' }, true)).to.deep.equal({ kind: 'answered', values: [{ valueBoolean: true }] });
    expect(read({ type: 'boolean' }, 'false')).to.deep.equal({ kind: 'answered', values: [{ valueBoolean: false }] });
    expect(read({ type: 'boolean' }, [true])).to.deep.equal({ kind: 'answered', values: [{ valueBoolean: true }] });
    for (const raw of ['yes', 1]) expect(read({ type: 'boolean' }, raw)).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });

  it('takes the code of an option, and several where several are asked, in the order of the form', () => {
    const [food, housing] = options.map(option => option.value);
    expect(read({ type: 'choice', options }, 'housing')).to.deep.equal({ kind: 'answered', values: [housing] });
    expect(read({ type: 'choice', options, repeats: true }, ['housing', 'food', 'food'])).to.deep.equal({
      kind: 'answered',
      values: [food, housing],
    });
    expect(read({ type: 'choice', options }, ['housing', 'food'])).to.deep.equal({ kind: 'unclear', why: 'one-only' });
    for (const raw of ['Housing', 'pets', 3])
      expect(read({ type: 'choice', options }, raw)).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
    for (const raw of ['', []]) expect(read({ type: 'choice', options }, raw)).to.deep.equal({ kind: 'unclear', why: 'empty' });
  });

  it('keeps other words sent to an open choice', () => {
    const item: Partial<FormItem> = { type: 'open-choice', options, repeats: true };
    expect(read(item, ['food', ' Pets '])).to.deep.equal({ kind: 'answered', values: [options[0]?.value, { valueString: 'Pets' }] });
    expect(read(item, ['\u200B'])).to.deep.equal({ kind: 'unclear', why: 'empty' });
  });

  it('takes numbers as numbers or as typed into a box', () => {
    for (const raw of [5, '5', ' ٥ '])
      expect(read({ type: 'integer' }, raw)).to.deep.equal({ kind: 'answered', values: [{ valueInteger: 5 }] });
    expect(read({ type: 'decimal' }, '2.5')).to.deep.equal({ kind: 'answered', values: [{ valueDecimal: 2.5 }] });
    expect(read({ type: 'integer' }, 2.5)).to.deep.equal({ kind: 'unclear', why: 'not-whole' });
    expect(read({ type: 'integer' }, 'five')).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
    for (const raw of [true, Number.NaN, Number.POSITIVE_INFINITY])
      expect(read({ type: 'integer' }, raw)).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
    for (const raw of [131, -1, 'old', true])
      expect(read({ type: 'integer', format: 'age' }, raw)).to.deep.equal({ kind: 'unclear', why: 'not-an-age' });
  });

  it('takes an ISO date at its word, also as a date of birth', () => {
    const birth: Partial<FormItem> = { type: 'date', format: 'date-of-birth' };
    expect(read({ type: 'date' }, '2027-04-03')).to.deep.equal({ kind: 'answered', values: [{ valueDate: '2027-04-03' }] });
    expect(read(birth, '1980-06-10')).to.deep.equal({ kind: 'answered', values: [{ valueDate: '1980-06-10' }] });
    expect(read(birth, '2030-06-10')).to.deep.equal({ kind: 'unclear', why: 'date-future' });
    expect(read(birth, '1880-06-10')).to.deep.equal({ kind: 'unclear', why: 'date-too-old' });
    expect(read(birth, '1981-02-29')).to.deep.equal({ kind: 'unclear', why: 'date-impossible' });
    expect(read(birth, 19800610)).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });

  it('has a date typed into a box read back like any other', () => {
    const birth: Partial<FormItem> = { type: 'date', format: 'date-of-birth' };
    expect(read(birth, '10 6 1980')).to.deep.equal({ kind: 'propose', values: [{ valueDate: '1980-06-10' }] });
    expect(read({ type: 'date' }, '10/6/1980')).to.deep.equal({ kind: 'answered', values: [{ valueDate: '1980-06-10' }] });
    expect(read(birth, '06/13/1980')).to.deep.equal({ kind: 'unclear', why: 'date-order' });
    expect(read(birth, 'soon')).to.deep.equal({ kind: 'unclear', why: 'not-a-date' });
  });

  it('reads strings by their format', () => {
    expect(read({ format: 'phone' }, '07911 123456')).to.deep.equal({ kind: 'answered', values: [{ valueString: '+447911123456' }] });
    expect(read({ format: 'name' }, 'Łucja')).to.deep.equal({ kind: 'answered', values: [{ valueString: 'Łucja' }] });
    expect(read({ type: 'text' }, 'a\nb')).to.deep.equal({ kind: 'answered', values: [{ valueString: 'a\nb' }] });
    expect(read({ type: 'string' }, '  ')).to.deep.equal({ kind: 'unclear', why: 'empty' });
    expect(read({ type: 'string' }, 5)).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });

  it('takes every other type as it is written or as a person types it', () => {
    const kg = { label: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' };
    const valueQuantity = { value: 70.5, unit: 'kg', system: kg.system, code: 'kg' };
    const answers: readonly (readonly [Partial<FormItem>, RawValue, AnswerValue])[] = [
      [{ type: 'date' }, '2019-03', { valueDate: '2019-03' }],
      [{ type: 'date' }, '2019', { valueDate: '2019' }],
      [{ type: 'time' }, '15:30', { valueTime: '15:30:00' }],
      [{ type: 'time' }, '15:30:10', { valueTime: '15:30:10' }],
      [{ type: 'dateTime' }, '2026-06-10T15:30', { valueDateTime: '2026-06-10T15:30:00+01:00' }],
      [{ type: 'dateTime' }, '2026-06-10T15:30:00.250Z', { valueDateTime: '2026-06-10T15:30:00.250Z' }],
      [{ type: 'dateTime' }, '2026-06', { valueDateTime: '2026-06' }],
      [{ type: 'url' }, 'urn:oid:1.2.3', { valueUri: 'urn:oid:1.2.3' }],
      [{ type: 'attachment' }, 'https://example.org/a', { valueAttachment: { url: 'https://example.org/a' } }],
      [{ type: 'reference' }, 'Dr Lee', { valueReference: { display: 'Dr Lee' } }],
      [{ type: 'quantity', units: [kg] }, 70.5, { valueQuantity }],
      [{ type: 'quantity', units: [kg, { label: 'stone' }] }, '70.5 kg', { valueQuantity }],
      [{ type: 'quantity' }, '70.5', { valueQuantity: { value: 70.5 } }],
      [{ type: 'decimal', units: [kg] }, '70.5 kg', { valueDecimal: 70.5 }],
    ];
    for (const [item, raw, value] of answers) expect(read(item, raw), String(raw)).to.deep.equal({ kind: 'answered', values: [value] });
    expect(readValue(anItem({ type: 'dateTime' }), '2026-06-10T15:30', '2026-11-22', 'Europe/Warsaw')).to.deep.equal({
      kind: 'answered',
      values: [{ valueDateTime: '2026-06-10T15:30:00+02:00' }],
    });
  });

  it('says what is wrong with every other type', () => {
    const types = ['time', 'dateTime', 'url', 'attachment', 'reference'] as const;
    for (const type of types) {
      expect(read({ type }, 5), type).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
      expect(read({ type }, ' '), type).to.deep.equal({ kind: 'unclear', why: 'empty' });
    }
    expect(read({ type: 'time' }, '25:00')).to.deep.equal({ kind: 'unclear', why: 'not-a-time' });
    expect(read({ type: 'dateTime' }, 'soon')).to.deep.equal({ kind: 'unclear', why: 'not-a-date' });
    expect(read({ type: 'url' }, 'javascript:alert(1)')).to.deep.equal({ kind: 'unclear', why: 'not-a-url' });
    expect(read({ type: 'attachment' }, 'data:image/png;base64,AA')).to.deep.equal({ kind: 'unclear', why: 'not-a-link' });
    expect(read({ type: 'quantity' }, true)).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
    expect(read({ type: 'quantity' }, ' ')).to.deep.equal({ kind: 'unclear', why: 'empty' });
    expect(read({ type: 'quantity' }, 'heavy')).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
    expect(read({ type: 'decimal', units: [{ label: 'kg' }] }, '70 lb')).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
  });

  it('takes several values where several are asked, and refuses all with the first that cannot be read', () => {
    expect(read({ type: 'integer', repeats: true }, [3, '', '4'])).to.deep.equal({
      kind: 'answered',
      values: [{ valueInteger: 3 }, { valueInteger: 4 }],
    });
    expect(read({ type: 'integer', repeats: true }, [3, 'x', 2.5])).to.deep.equal({ kind: 'unclear', why: 'not-a-number' });
    expect(read({ type: 'string', repeats: true }, ['', ''])).to.deep.equal({ kind: 'unclear', why: 'empty' });
    expect(read({ type: 'date', format: 'date-of-birth', repeats: true }, ['1980-06-10', '11 6 1980'])).to.deep.equal({
      kind: 'propose',
      values: [{ valueDate: '1980-06-10' }, { valueDate: '1980-06-11' }],
    });
  });

  it('takes nothing but its options where a question has any, by code or by value', () => {
    const option = (code: string, value: AnswerValue): FormItem['options'][number] => ({ code, value, label: code, exclusive: false });
    const times: Partial<FormItem> = {
      type: 'time',
      options: [option('09:00:00', { valueTime: '09:00:00' }), option('18:00:00', { valueTime: '18:00:00' })],
    };
    for (const raw of ['18:00:00', '18:00'])
      expect(read(times, raw)).to.deep.equal({ kind: 'answered', values: [{ valueTime: '18:00:00' }] });
    expect(read(times, '19:00')).to.deep.equal({ kind: 'unclear', why: 'not-an-option' });
    const numbers: Partial<FormItem> = {
      type: 'integer',
      repeats: true,
      options: [option('10', { valueInteger: 10 }), option('20', { valueInteger: 20 })],
    };
    expect(read(numbers, [20, '10'])).to.deep.equal({ kind: 'answered', values: [{ valueInteger: 10 }, { valueInteger: 20 }] });
  });

  it('refuses own words of an open choice that are too long for anyone', () => {
    const item: Partial<FormItem> = { type: 'open-choice', options };
    expect(read(item, 'x'.repeat(1001))).to.deep.equal({ kind: 'unclear', why: 'too-long', limit: 1000 });
  });

  it('takes one value where one is asked', () => {
    expect(read({ type: 'string' }, ['a', 'b'])).to.deep.equal({ kind: 'unclear', why: 'one-only' });
    expect(read({ type: 'string' }, [])).to.deep.equal({ kind: 'unclear', why: 'empty' });
  });

  it('has no answer for what is no question', () => {
    for (const type of ['group', 'display'] as const) expect(read({ type }, 'yes')).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });
});
