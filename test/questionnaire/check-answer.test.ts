import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue, AttachmentValue, QuantityValue, ReferenceValue } from '../../src/content/forms/form.js';
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
const moment = (valueDateTime: string): AnswerValue => ({ valueDateTime });
const time = (valueTime: string): AnswerValue => ({ valueTime });
const uri = (valueUri: string): AnswerValue => ({ valueUri });
const quantity = (value: number, more: Partial<QuantityValue> = {}): AnswerValue => ({ valueQuantity: { value, ...more } });
const reference = (valueReference: ReferenceValue): AnswerValue => ({ valueReference });
const attachment = (valueAttachment: AttachmentValue): AnswerValue => ({ valueAttachment });
const coding = (code: string, system = 'urn:test'): AnswerValue => ({ valueCoding: { system, code } });

const one = { type: 'choice', options: [anOption('a'), anOption('b'), anOption('none', { exclusive: true })] } as const;
const many = { ...one, repeats: true } as const;
const ucum = 'http://unitsofmeasure.org';
const weight = { type: 'quantity', units: [{ label: 'kg', system: ucum, code: 'kg' }, { label: 'stone' }] } as const;
const code = { pattern: '[A-Z]{2}\\d+|x' } as const;
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

  ['the first letter too few', { minLength: 3 }, [text('ab')], 'too-short 3'],
  ['as few letters as allowed', { minLength: 3 }, [text('abc')], 'ok'],
  ['letters outside the basic plane, too few', { minLength: 3 }, [text('𝒳𝒳')], 'too-short 3'],
  ['letters outside the basic plane, enough', { minLength: 3 }, [text('𝒳𝒳𝒳')], 'ok'],
  ['a text of the pattern', code, [text('AB12')], 'ok'],
  ['a text of the other branch of the pattern', code, [text('x')], 'ok'],
  ['a text that only begins like the pattern', code, [text('AB12 ')], 'wrong-format'],
  ['a text that only ends like the pattern', code, [text('xx')], 'wrong-format'],
  ['a long text of another pattern', { ...code, type: 'text' }, [text('no')], 'wrong-format'],
  ['any text where the pattern is none', { pattern: '(?=x)' }, [text('no')], 'ok'],
  ['own words of another pattern', { ...code, type: 'open-choice' }, [text('no')], 'wrong-format'],
  ['a control character in a text that is too short', { minLength: 3 }, [text('\u0007')], 'too-short 3'],

  ['a day as a moment', { type: 'dateTime' }, [moment('2024-02-29')], 'ok'],
  ['a month as a moment', { type: 'dateTime' }, [moment('2024-02')], 'ok'],
  ['a moment in Greenwich', { type: 'dateTime' }, [moment('2024-02-29T23:59:60Z')], 'ok'],
  ['a moment with a fraction and a zone', { type: 'dateTime' }, [moment('2024-02-29T10:00:00.125-13:30')], 'ok'],
  ['a moment at the edge of the zones', { type: 'dateTime' }, [moment('2024-02-29T10:00:00+14:00')], 'ok'],
  ['a moment over the edge of the zones', { type: 'dateTime' }, [moment('2024-02-29T10:00:00+14:01')], 'not-a-date'],
  ['a moment without a zone', { type: 'dateTime' }, [moment('2024-02-29T10:00:00')], 'not-a-date'],
  ['a moment without seconds', { type: 'dateTime' }, [moment('2024-02-29T10:00Z')], 'not-a-date'],
  ['a moment at 24:00', { type: 'dateTime' }, [moment('2024-02-29T24:00:00Z')], 'not-a-date'],
  ['a time of a month', { type: 'dateTime' }, [moment('2024-02T10:00:00Z')], 'not-a-date'],
  ['something before a moment', { type: 'dateTime' }, [moment('x2024-02-29T10:00:00Z')], 'not-a-date'],
  ['something after a moment', { type: 'dateTime' }, [moment('2024-02-29T10:00:00Zx')], 'not-a-date'],
  ['a moment of 30 February', { type: 'dateTime' }, [moment('2024-02-30T10:00:00Z')], 'date-impossible'],
  ['a moment too early', { type: 'dateTime', min: '2024-01-01' }, [moment('2023-12-31T23:00:00Z')], 'too-early 2024-01-01'],
  ['a moment of the first day', { type: 'dateTime', min: '2024-01-01' }, [moment('2024-01-01T00:00:00Z')], 'ok'],
  [
    'a moment too late in another zone',
    { type: 'dateTime', max: '2024-01-01T10:00:00Z' },
    [moment('2024-01-01T10:30:00-01:00')],
    'too-late 2024-01-01T10:00:00Z',
  ],
  ['a moment in time in another zone', { type: 'dateTime', max: '2024-01-01T10:00:00Z' }, [moment('2024-01-01T10:30:00+01:00')], 'ok'],
  ['a date for a moment', { type: 'dateTime' }, [date('2024-02-29')], 'wrong-type'],

  ['a time', { type: 'time' }, [time('23:59:59')], 'ok'],
  ['a time with a fraction', { type: 'time' }, [time('00:00:60.5')], 'ok'],
  ['a time without seconds', { type: 'time' }, [time('10:00')], 'not-a-time'],
  ['24:00', { type: 'time' }, [time('24:00:00')], 'not-a-time'],
  ['a time in a zone', { type: 'time' }, [time('10:00:00Z')], 'not-a-time'],
  ['a time with something before it', { type: 'time' }, [time('110:00:00')], 'not-a-time'],
  ['the earliest time', { type: 'time', min: '09:00:00' }, [time('09:00:00')], 'ok'],
  ['a time too early', { type: 'time', min: '09:00:00' }, [time('08:59:59')], 'too-early 09:00:00'],
  ['the latest time', { type: 'time', max: '17:00:00' }, [time('17:00:00')], 'ok'],
  ['a time too late', { type: 'time', max: '17:00:00' }, [time('17:00:01')], 'too-late 17:00:00'],
  ['a text for a time', { type: 'time' }, [text('10:00:00')], 'wrong-type'],

  ['a quantity', { type: 'quantity' }, [quantity(1.5, { unit: 'anything' })], 'ok'],
  ['a quantity without a unit where none is asked', { type: 'quantity' }, [quantity(1.5)], 'ok'],
  ['a quantity by its code', weight, [quantity(70, { unit: 'kilogram', system: ucum, code: 'kg' })], 'ok'],
  ['a quantity by its code alone', weight, [quantity(70, { code: 'kg' })], 'ok'],
  ['a quantity by the code of another system', weight, [quantity(70, { unit: 'kg', system: 'urn:other', code: 'kg' })], 'not-a-unit'],
  ['a quantity by its label', weight, [quantity(11, { unit: 'stone' })], 'ok'],
  ['a quantity by the label of a coded unit', weight, [quantity(70, { unit: 'kg' })], 'ok'],
  ['a quantity in another unit', weight, [quantity(70, { unit: 'lb', system: ucum, code: '[lb_av]' })], 'not-a-unit'],
  ['a quantity in another unit by name', weight, [quantity(70, { unit: 'lb' })], 'not-a-unit'],
  ['a quantity without its unit', weight, [quantity(70)], 'unit-missing'],
  [
    'a code whose unit sets no system',
    { type: 'quantity', units: [{ label: 'kg', code: 'kg' }] },
    [quantity(70, { system: ucum, code: 'kg' })],
    'ok',
  ],
  ['a quantity too small', { ...weight, min: 20 }, [quantity(19, { unit: 'kg' })], 'too-small 20'],
  ['a quantity too large', { ...weight, max: 20 }, [quantity(21, { unit: 'kg' })], 'too-large 20'],
  ['a quantity with too many places', { type: 'quantity', maxDecimalPlaces: 1 }, [quantity(1.25)], 'too-many-decimals 1'],
  ['no number for a quantity', { type: 'quantity' }, [quantity(NaN)], 'not-a-number'],
  ['a number for a quantity', { type: 'quantity' }, [decimal(70)], 'wrong-type'],

  ['an address', { type: 'url' }, [uri('https://example.org/a?b=c')], 'ok'],
  ['a urn', { type: 'url' }, [uri('urn:oid:1.2.3')], 'ok'],
  ['a relative address', { type: 'url' }, [uri('Patient/1')], 'ok'],
  ['an address with a space', { type: 'url' }, [uri('https://example.org/a b')], 'not-a-url'],
  ['an address with a mark nobody sees', { type: 'url' }, [uri('java\u200bscript:x')], 'not-a-url'],
  ['half a surrogate pair in an address', { type: 'url' }, [uri('https://example.org/\ud835')], 'not-a-url'],
  ['an empty address', { type: 'url' }, [uri('')], 'not-a-url'],
  ['a script', { type: 'url' }, [uri('JavaScript:alert(1)')], 'not-a-url'],
  ['an address that only names a script', { type: 'url' }, [uri('https://example.org/javascript:x')], 'ok'],
  ['data in an address', { type: 'url' }, [uri('data:text/html,x')], 'not-a-url'],
  ['an address as long as allowed', { type: 'url', maxLength: 3 }, [uri('a/𝒳')], 'ok'],
  ['an address too long', { type: 'url', maxLength: 3 }, [uri('a/bc')], 'too-long 3'],
  ['an address of 1,001 letters', { type: 'url' }, [uri('x'.repeat(1001))], 'too-long 1000'],
  ['a text for an address', { type: 'url' }, [text('https://example.org')], 'wrong-type'],

  ['a link', { type: 'attachment' }, [attachment({ url: 'https://example.org/a.pdf' })], 'ok'],
  ['an attachment kept elsewhere', { type: 'attachment' }, [attachment({ contentType: 'image/png' })], 'ok'],
  ['a link that would run', { type: 'attachment' }, [attachment({ url: 'javascript:x' })], 'not-a-link'],
  ['a text for an attachment', { type: 'attachment' }, [text('https://example.org')], 'wrong-type'],

  ['a thing by name', { type: 'reference' }, [reference({ display: 'Dr Lee' })], 'ok'],
  ['a thing by reference', { type: 'reference' }, [reference({ reference: 'Practitioner/1' })], 'ok'],
  ['a thing by a bad reference', { type: 'reference' }, [reference({ reference: 'a b', display: 'Dr Lee' })], 'not-a-url'],
  ['a thing without a name', { type: 'reference' }, [reference({ display: ' ' })], 'empty'],
  ['nothing at all for a thing', { type: 'reference' }, [reference({})], 'empty'],
  ['a text for a thing', { type: 'reference' }, [text('Dr Lee')], 'wrong-type'],

  ['a time among times', { type: 'time', options: [anOption('am', { value: time('09:00:00') })] }, [time('09:00:00')], 'ok'],
  [
    'another time than those offered',
    { type: 'time', options: [anOption('am', { value: time('09:00:00') })] },
    [time('10:00:00')],
    'not-an-option',
  ],
  ['another text than those offered', { options: [anOption('x', { value: text('x') })] }, [text('y')], 'not-an-option'],
  [
    'a thing among things',
    { type: 'reference', options: [anOption('x', { value: reference({ reference: 'Practitioner/1' }) })] },
    [reference({ reference: 'Practitioner/1' })],
    'ok',
  ],

  ['as many answers as are taken', { repeats: true, maxOccurs: 2 }, [text('a'), text('b')], 'ok'],
  ['more answers than are taken', { repeats: true, maxOccurs: 2 }, [text('a'), text('b'), text('c')], 'too-many 2'],
  ['fewer options than are asked', { ...many, minOccurs: 2 }, [coding('a')], 'too-few 2'],
  ['as many options as are asked', { ...many, minOccurs: 2 }, [coding('a'), coding('b')], 'ok'],
  ['an exclusive option where several are asked', { ...many, minOccurs: 2 }, [coding('none')], 'ok'],
  ['no option where several are asked', { ...many, minOccurs: 2 }, [], 'empty'],
  ['one written answer of several asked', { repeats: true, minOccurs: 2 }, [text('a')], 'ok'],
  ['one option of an item that does not repeat', { ...one, minOccurs: 2 }, [coding('a')], 'ok'],
  ['an unknown option where several are asked', { ...many, minOccurs: 2 }, [coding('c')], 'not-an-option'],

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

  it('is not kept waiting by a pattern made to be slow', () => {
    const slow = { pattern: '(a+)+(a|aa)*b' };
    const started = performance.now();
    expect(verdict(slow, text('a'.repeat(1000)))).to.equal('wrong-format');
    expect(performance.now() - started).to.be.below(1000);
  });

  it('takes a text of 1,000,000 characters without delay', () => {
    expect(verdict({}, text('\u200b'.repeat(1_000_000)))).to.equal('empty');
    expect(verdict({}, text('x'.repeat(1_000_000)))).to.equal('too-long 1000');
  });
});
