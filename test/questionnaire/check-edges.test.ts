// Answers just inside and just outside of what is allowed, and what is nearly written rightly.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../src/content/forms/form.js';
import type { EnableWhen } from '../../src/content/forms/questionnaire-schema.js';
import { checkAnswer } from '../../src/questionnaire/check-answer.js';
import { isConditionMet } from '../../src/questionnaire/enable-when.js';
import { anItem, anOption, type AnItem } from '../support/a-form.js';

function verdict(item: Omit<AnItem, 'linkId'>, ...values: AnswerValue[]): string {
  const check = checkAnswer(anItem({ linkId: 'q', ...item }), values);
  return check.ok ? 'ok' : check.why;
}

describe('Answers at the edge', () => {
  const date = (valueDate: string): string => verdict({ type: 'date' }, { valueDate });
  const moment = (valueDateTime: string): string => verdict({ type: 'dateTime' }, { valueDateTime });
  const time = (valueTime: string): string => verdict({ type: 'time' }, { valueTime });

  it('takes a date only as FHIR writes it, from the first year on', () => {
    expect(date('0001-01-01')).to.equal('ok');
    expect(date('0000-12-31')).to.equal('date-impossible');
    for (const odd of ['12020-01-01', ' 2020-01-01', '2020-01-01 ', '2020-1-1', '-2020']) expect(date(odd), odd).to.equal('not-a-date');
  });

  it('takes a moment only with a whole time after a whole day', () => {
    expect(moment('2020-01-01T12:00:00.125Z')).to.equal('ok');
    for (const odd of ['2020-01-01Tx12:00:00Z', '2020-01-01T12:00:00Zx', '2020-01-01TT12:00:00Z', '2020-01T12:00:00Z', 'T2020-01-01'])
      expect(moment(odd), odd).to.equal('not-a-date');
  });

  it('takes parts of a second of any length in a time', () => {
    for (const fine of ['12:00:00.1', '12:00:00.125', '23:59:60']) expect(time(fine), fine).to.equal('ok');
    for (const odd of ['12:00:00.', '12:00:00.1x', 'x12:00:00']) expect(time(odd), odd).to.equal('not-a-time');
  });

  it('refuses the last of the control characters, and takes what follows it', () => {
    expect(verdict({}, { valueString: 'a\u009f' })).to.equal('malformed');
    expect(verdict({}, { valueString: 'a\u00a0b' })).to.equal('ok');
    expect(verdict({}, { valueString: 'a\u001f' })).to.equal('malformed');
  });

  it('counts letters outside the basic plane once against the least length too', () => {
    const item = { minLength: 3 };
    expect(verdict(item, { valueString: '𝒳𝒳' })).to.equal('too-short');
    expect(verdict(item, { valueString: '𝒳𝒳𝒳' })).to.equal('ok');
    expect(verdict(item, { valueString: 'abcdef' })).to.equal('ok');
  });

  it('knows a unit without a code by its name, and tells a unit that is wrong from one that is missing', () => {
    const item = { type: 'quantity', units: [{ label: 'tablets' }] } as const;
    expect(verdict(item, { valueQuantity: { value: 1, unit: 'tablets', code: '{tbl}' } })).to.equal('ok');
    expect(verdict(item, { valueQuantity: { value: 1, code: 'mg' } })).to.equal('not-a-unit');
    expect(verdict(item, { valueQuantity: { value: 1, unit: 'mg' } })).to.equal('not-a-unit');
    expect(verdict(item, { valueQuantity: { value: 1 } })).to.equal('unit-missing');
  });

  it('compares quantities by the name of the unit where one of them has no code', () => {
    const condition: EnableWhen = { question: 'q', operator: '>', answerQuantity: { value: 3, unit: 'kg' } };
    const met = (unit: string): boolean => isConditionMet(condition, () => [{ valueQuantity: { value: 4, unit, code: 'kg' } }]);
    expect(met('kg')).to.equal(true);
    expect(met('kilos')).to.equal(false);
  });

  it('says what is wrong with several chosen options in this order: too many, one that excludes the others, too few', () => {
    const options = [anOption('a'), anOption('b'), anOption('c'), anOption('none', { exclusive: true })];
    const item = { type: 'choice', repeats: true, options, minOccurs: 2, maxOccurs: 3 } as const;
    const pick = (...codes: string[]): string => verdict(item, ...codes.map(code => anOption(code).value));
    expect(pick('a', 'b', 'c', 'none')).to.equal('too-many');
    expect(pick('a', 'b', 'none')).to.equal('none-with-others');
    expect(pick('a')).to.equal('too-few');
    expect(pick('none')).to.equal('ok');
    expect(pick('a', 'b')).to.equal('ok');
    expect(pick()).to.equal('empty');
  });
});
