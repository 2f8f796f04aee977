import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { FormItem } from '../../src/content/form.js';
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

  it('takes one value where one is asked', () => {
    expect(read({ type: 'string' }, ['a', 'b'])).to.deep.equal({ kind: 'unclear', why: 'one-only' });
    expect(read({ type: 'string' }, [])).to.deep.equal({ kind: 'unclear', why: 'empty' });
  });

  it('has no answer for what is no question', () => {
    for (const type of ['group', 'display'] as const) expect(read({ type }, 'yes')).to.deep.equal({ kind: 'unclear', why: 'wrong-type' });
  });
});
