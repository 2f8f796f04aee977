import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue } from '../../src/content/form.js';
import { checkAnswer, checkValue } from '../../src/questionnaire/check-answer.js';
import { anItem, anOption, type AnItem } from '../support/a-form.js';

/** 'ok', or what is wrong with its limit. */
function verdict(item: Omit<AnItem, 'linkId'>, ...values: AnswerValue[]): string {
  const check = checkAnswer(anItem({ linkId: 'q', ...item }), values);
  if (check.ok) return 'ok';
  return check.limit === undefined ? check.why : `${check.why} ${String(check.limit)}`;
}

const text = (valueString: string): AnswerValue => ({ valueString });
const integer = (valueInteger: number): AnswerValue => ({ valueInteger });
const decimal = (valueDecimal: number): AnswerValue => ({ valueDecimal });
const date = (valueDate: string): AnswerValue => ({ valueDate });
const coding = (code: string, system = 'urn:test'): AnswerValue => ({ valueCoding: { system, code } });

const one = { type: 'choice', options: [anOption('a'), anOption('b'), anOption('none', { exclusive: true })] } as const;
const many = { ...one, repeats: true } as const;
const open = { ...many, type: 'open-choice' } as const;

const table: readonly (readonly [string, Omit<AnItem, 'linkId'>, readonly AnswerValue[], string])[] = [
  ['nothing where something may be left out', {}, [], 'empty'],
  ['nothing where an answer is required', { required: true }, [], 'required'],
  ['two answers where one is wanted', {}, [text('a'), text('b')], 'one-only'],
  ['two answers where several may be given', { repeats: true }, [text('a'), text('b')], 'ok'],
  ['a wrong second answer', { type: 'integer', repeats: true }, [integer(1), text('b')], 'wrong-type'],
  ['an answer to a group', { type: 'group' }, [text('a')], 'wrong-type'],
  ['an answer to a display', { type: 'display' }, [text('a')], 'wrong-type'],

  ['yes', { type: 'boolean' }, [{ valueBoolean: true }], 'ok'],
  ['no', { type: 'boolean' }, [{ valueBoolean: false }], 'ok'],
  ['a text for yes or no', { type: 'boolean' }, [text('yes')], 'wrong-type'],

  ['a text', { type: 'string' }, [text('hello')], 'ok'],
  ['a text of several lines', { type: 'text' }, [text('one\r\n\ttwo')], 'ok'],
  ['a number for a text', { type: 'text' }, [integer(1)], 'wrong-type'],
  ['an empty text', { type: 'text' }, [text('')], 'empty'],
  ['only spaces', { type: 'text' }, [text(' \n\u00a0')], 'empty'],
  ['only marks nobody sees', { type: 'text' }, [text('\u200f\u200b')], 'empty'],
  ['1,000 letters', { type: 'text' }, [text('x'.repeat(1000))], 'ok'],
  ['1,001 letters', { type: 'text' }, [text('x'.repeat(1001))], 'too-long 1000'],
  ['1,000 letters outside the basic plane', { type: 'text' }, [text('𝒳'.repeat(1000))], 'ok'],
  ['as many letters as the item allows', { maxLength: 3 }, [text('𝒳𝒳𝒳')], 'ok'],
  ['one letter more than the item allows', { maxLength: 3 }, [text('abcd')], 'too-long 3'],
  ['more than 1,000 letters where the item allows them', { maxLength: 2000 }, [text('x'.repeat(1500))], 'ok'],
  ['a null character', {}, [text('a\u0000b')], 'malformed'],
  ['an escape character', {}, [text('a\u001b[31m')], 'malformed'],
  ['a delete character', {}, [text('a\u007f')], 'malformed'],
  ['a C1 control character', {}, [text('a\u0085')], 'malformed'],
  ['half a surrogate pair', {}, [text('a\ud835')], 'malformed'],

  ['a whole number', { type: 'integer' }, [integer(-3)], 'ok'],
  ['a decimal for a whole number', { type: 'integer' }, [decimal(3)], 'wrong-type'],
  ['a broken whole number', { type: 'integer' }, [integer(3.5)], 'not-whole'],
  ['no number', { type: 'integer' }, [integer(NaN)], 'not-a-number'],
  ['the largest 32 bit number', { type: 'integer' }, [integer(2147483647)], 'ok'],
  ['one more than 32 bits hold', { type: 'integer' }, [integer(2147483648)], 'too-large 2147483647'],
  ['the smallest 32 bit number', { type: 'integer' }, [integer(-2147483648)], 'ok'],
  ['one less than 32 bits hold', { type: 'integer' }, [integer(-2147483649)], 'too-small -2147483648'],
  ['the lowest allowed', { type: 'integer', min: 0, max: 120 }, [integer(0)], 'ok'],
  ['below the lowest', { type: 'integer', min: 0, max: 120 }, [integer(-1)], 'too-small 0'],
  ['the highest allowed', { type: 'integer', min: 0, max: 120 }, [integer(120)], 'ok'],
  ['above the highest', { type: 'integer', min: 0, max: 120 }, [integer(121)], 'too-large 120'],

  ['a decimal', { type: 'decimal' }, [decimal(1.25)], 'ok'],
  ['an integer value for a decimal', { type: 'decimal' }, [integer(1)], 'wrong-type'],
  ['an infinite decimal', { type: 'decimal' }, [decimal(Infinity)], 'not-a-number'],
  ['as many places as allowed', { type: 'decimal', maxDecimalPlaces: 2 }, [decimal(1.25)], 'ok'],
  ['more places than allowed', { type: 'decimal', maxDecimalPlaces: 2 }, [decimal(1.255)], 'too-many-decimals 2'],
  ['places where none are allowed', { type: 'decimal', maxDecimalPlaces: 0 }, [decimal(0.5)], 'too-many-decimals 0'],
  ['places hidden in an exponent', { type: 'decimal', maxDecimalPlaces: 6 }, [decimal(1.5e-7)], 'too-many-decimals 6'],
  ['a large exponent', { type: 'decimal', maxDecimalPlaces: 0 }, [decimal(1e21)], 'ok'],
  ['a decimal below the lowest', { type: 'decimal', min: 0.5 }, [decimal(0.49)], 'too-small 0.5'],
  ['a decimal above the highest', { type: 'decimal', max: 0.5 }, [decimal(0.51)], 'too-large 0.5'],

  ['a day', { type: 'date' }, [date('2024-02-29')], 'ok'],
  ['a month', { type: 'date' }, [date('1985-03')], 'ok'],
  ['a year', { type: 'date' }, [date('1985')], 'ok'],
  ['a day with a month missing its zero', { type: 'date' }, [date('1985-3-04')], 'not-a-date'],
  ['an instant', { type: 'date' }, [date('1985-03-04T00:00:00Z')], 'not-a-date'],
  ['a text for a date', { type: 'date' }, [text('1985-03-04')], 'wrong-type'],
  ['29 February in a common year', { type: 'date' }, [date('2023-02-29')], 'date-impossible'],
  ['29 February in 1900', { type: 'date' }, [date('1900-02-29')], 'date-impossible'],
  ['29 February in 2000', { type: 'date' }, [date('2000-02-29')], 'ok'],
  ['31 April', { type: 'date' }, [date('2024-04-31')], 'date-impossible'],
  ['31 December', { type: 'date' }, [date('2024-12-31')], 'ok'],
  ['32 December', { type: 'date' }, [date('2024-12-32')], 'date-impossible'],
  ['month 13', { type: 'date' }, [date('2024-13')], 'date-impossible'],
  ['month 0', { type: 'date' }, [date('2024-00')], 'date-impossible'],
  ['day 0', { type: 'date' }, [date('2024-01-00')], 'date-impossible'],
  ['year 0', { type: 'date' }, [date('0000')], 'date-impossible'],
  ['the first day allowed', { type: 'date', min: '1900-01-01' }, [date('1900-01-01')], 'ok'],
  ['a day too early', { type: 'date', min: '1900-01-01' }, [date('1899-12-31')], 'too-early 1900-01-01'],
  ['a month that may lie before the first day', { type: 'date', min: '1900-01-15' }, [date('1900-01')], 'ok'],
  ['a day too late', { type: 'date', max: '2000-01-01' }, [date('2000-01-02')], 'too-late 2000-01-01'],
  ['a month that may lie after the last day', { type: 'date', max: '2000-01-15' }, [date('2000-01')], 'ok'],
  ['a date of birth without its day', { type: 'date', format: 'date-of-birth' }, [date('1985-03')], 'not-a-date'],
  ['a date of birth', { type: 'date', format: 'date-of-birth' }, [date('1985-03-04')], 'ok'],

  ['an option', one, [coding('a')], 'ok'],
  ['an option without what it is called', one, [{ valueCoding: { system: 'urn:test', code: 'b', display: 'Anything' } }], 'ok'],
  ['no option', one, [coding('c')], 'not-an-option'],
  ['the code of an option in another system', one, [coding('a', 'urn:other')], 'not-an-option'],
  ['the code of an option without its system', one, [{ valueCoding: { code: 'a' } }], 'not-an-option'],
  ['a text where only options may be chosen', one, [text('a')], 'wrong-type'],
  ['two options where one is wanted', one, [coding('a'), coding('b')], 'one-only'],
  ['two options', many, [coding('a'), coding('b')], 'ok'],
  ['an exclusive option alone', many, [coding('none')], 'ok'],
  ['an exclusive option with another', many, [coding('a'), coding('none')], 'none-with-others'],
  ['a coding where the list of options is not at hand', { type: 'choice' }, [coding('x')], 'ok'],
  ['a text where the list of options is not at hand', { type: 'choice' }, [text('x')], 'wrong-type'],
  ['a number among numbers', { type: 'choice', options: [anOption('1', { value: { valueInteger: 1 } })] }, [integer(1)], 'ok'],
  [
    'another number than those offered',
    { type: 'choice', options: [anOption('1', { value: { valueInteger: 1 } })] },
    [integer(2)],
    'not-an-option',
  ],
  ['a coding among numbers', { type: 'choice', options: [anOption('1', { value: { valueInteger: 1 } })] }, [coding('1')], 'wrong-type'],
  ['a text among texts', { type: 'choice', options: [anOption('x', { value: { valueString: 'x' } })] }, [text('x')], 'ok'],

  ['an option of an open choice', open, [coding('a')], 'ok'],
  ['own words in an open choice', open, [coding('a'), text('something else')], 'ok'],
  ['own words that are too long', { ...open, maxLength: 5 }, [text('something else')], 'too-long 5'],
  ['own words with an exclusive option', open, [coding('none'), text('something else')], 'none-with-others'],
  ['an invented code in an open choice', open, [coding('c')], 'not-an-option'],
];

describe('Checking an answer', () => {
  for (const [say, item, values, expected] of table) {
    it(`finds ${expected} in ${say}`, () => {
      expect(verdict(item, ...values)).to.equal(expected);
    });
  }

  it('can be told to let longer texts pass', () => {
    expect(checkValue(anItem({ linkId: 'q' }), text('x'.repeat(1001)), 2000)).to.deep.equal({ ok: true });
  });

  it('takes a text of 1,000,000 characters without delay', () => {
    expect(verdict({}, text('\u200b'.repeat(1_000_000)))).to.equal('empty');
    expect(verdict({}, text('x'.repeat(1_000_000)))).to.equal('too-long 1000');
  });
});
