import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../../src/content/forms/form.js';
import { anOption, type AnItem } from '../../support/a-form.js';
import { aRuleForm, calculatedAs, coded, evaluated, given, someRules, whole, words } from './a-rule-form.js';

const kilogram = { label: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' };
const noDecimal = (type: string): string => `It gives something that is no answer of type '${type}'`;

describe('what an expression gives, as an answer', () => {
  const gives = (item: Partial<AnItem>, expression: string, expected: readonly AnswerValue[] | 'a fault'): void => {
    it(`of type ${item.type ?? 'string'}: ${expression}`, () => {
      const { calculated, faults } = calculatedAs(item, expression);
      expect(calculated.get('c')).to.deep.equal(expected === 'a fault' || expected.length === 0 ? undefined : expected);
      const fault = { linkId: 'c', rule: 'calculatedExpression', why: 'failed', message: noDecimal(item.type ?? 'string') };
      expect(faults).to.deep.equal(expected === 'a fault' ? [fault] : []);
    });
  };

  gives({ type: 'integer' }, '3', [whole(3)]);
  gives({ type: 'integer' }, '3.0', [whole(3)]);
  gives({ type: 'integer' }, '5L', [whole(5)]);
  gives({ type: 'integer' }, '3.5', 'a fault');
  gives({ type: 'integer' }, "'3'", 'a fault');
  gives({ type: 'integer' }, '{}', []);
  gives({ type: 'integer' }, '1 | 2', [whole(1)]);
  gives({ type: 'integer', repeats: true, readOnly: true }, '1 | 2', [whole(1), whole(2)]);
  gives({ type: 'decimal' }, '0.1 + 0.2', [{ valueDecimal: 0.3 }]);
  gives({ type: 'decimal' }, '10.power(400)', 'a fault');
  gives({ type: 'boolean' }, '1 = 1', [{ valueBoolean: true }]);
  gives({ type: 'boolean' }, "'true'", 'a fault');
  gives({ type: 'string' }, "'a'", [words('a')]);
  gives({ type: 'text' }, '7', [words('7')]);
  gives({ type: 'string' }, 'true', [words('true')]);
  gives({ type: 'string' }, "''", 'a fault');
  gives({ type: 'string' }, "3 'kg'", [words('3 kg')]);
  gives({ type: 'string' }, 'Quantity { value: 3 }', [words('3')]);
  gives({ type: 'string' }, "Quantity { value: 3, code: 'g' }", [words('3 g')]);
  gives({ type: 'string' }, "Quantity { code: 'g' }", 'a fault');
  gives({ type: 'string' }, "Coding { code: 'x', display: 'An x' }", [words('An x')]);
  gives({ type: 'string' }, "Coding { code: 'x' }", [words('x')]);
  gives({ type: 'string' }, '%resource', 'a fault');
  gives({ type: 'date' }, '@2026-02', [{ valueDate: '2026-02' }]);
  gives({ type: 'date' }, '@2026-02-03T10:00:00Z', [{ valueDate: '2026-02-03' }]);
  gives({ type: 'date' }, "'soon'", 'a fault');
  gives({ type: 'date' }, '3', 'a fault');
  gives({ type: 'dateTime' }, '@2026-02-03', [{ valueDateTime: '2026-02-03' }]);
  gives({ type: 'dateTime' }, '@2026-02-03T10:00', [{ valueDateTime: '2026-02-03T10:00:00Z' }]);
  gives({ type: 'dateTime' }, "'2026-02-03T10:00:00.123-00:00'", [{ valueDateTime: '2026-02-03T10:00:00.123Z' }]);
  gives({ type: 'dateTime' }, "'2026-02-03T10'", 'a fault');
  gives({ type: 'dateTime' }, '3', 'a fault');
  gives({ type: 'time' }, '@T10:30', [{ valueTime: '10:30:00' }]);
  gives({ type: 'time' }, "'10:30:15.5'", [{ valueTime: '10:30:15.5' }]);
  gives({ type: 'time' }, "'noon'", 'a fault');
  gives({ type: 'time' }, '3', 'a fault');
  gives({ type: 'url' }, "'https://example.org'", [{ valueUri: 'https://example.org' }]);
  gives({ type: 'url' }, '3', 'a fault');

  const options = ['x', 'y'].map(code => anOption(code));
  gives({ type: 'choice', options }, "Coding { system: 'urn:test', code: 'y' }", [coded('y')]);
  gives({ type: 'choice', options }, "Coding { code: 'y' }", [coded('y')]);
  gives({ type: 'choice', options }, "Coding { system: 'urn:other', code: 'y' }", 'a fault');
  gives(
    { type: 'choice', options: [{ ...anOption('y'), value: { valueCoding: { code: 'y' } } }] },
    "Coding { system: 'urn:s', code: 'y' }",
    [{ valueCoding: { code: 'y' } }],
  );
  gives({ type: 'choice', options: [{ ...anOption('y'), value: words('y') }] }, "Coding { code: 'y' }", [words('y')]);
  gives({ type: 'choice', options }, "'x'", [coded('x')]);
  gives({ type: 'choice', options }, "'The y'", [coded('y')]);
  gives({ type: 'choice', options }, "'z'", 'a fault');
  gives({ type: 'choice', options: [{ ...anOption('4'), value: whole(4) }] }, '2 + 2', [whole(4)]);
  gives(
    { type: 'choice', options: [{ ...anOption('Patient/1'), value: { valueReference: { reference: 'Patient/1' } } }] },
    "Reference { reference: 'Patient/1' }",
    [{ valueReference: { reference: 'Patient/1' } }],
  );
  gives({ type: 'choice' }, "Coding { code: 'free' }", [{ valueCoding: { code: 'free' } }]);
  gives({ type: 'choice' }, "'free'", 'a fault');
  gives({ type: 'open-choice', options }, "'x'", [coded('x')]);
  gives({ type: 'open-choice', options }, "'other'", [words('other')]);
  gives({ type: 'open-choice', options }, "Coding { system: 's', code: 'other' }", [{ valueCoding: { system: 's', code: 'other' } }]);

  gives({ type: 'quantity', units: [kilogram] }, '70.5', [
    { valueQuantity: { value: 70.5, unit: 'kg', system: kilogram.system, code: 'kg' } },
  ]);
  gives({ type: 'quantity' }, '70.5', 'a fault');
  gives({ type: 'quantity', units: [kilogram, { label: 'stone' }] }, '70.5', 'a fault');
  gives({ type: 'quantity' }, "70 'kg'", [{ valueQuantity: { value: 70, unit: 'kg', system: kilogram.system, code: 'kg' } }]);
  gives({ type: 'quantity' }, '3 days', [{ valueQuantity: { value: 3, unit: 'days' } }]);
  gives({ type: 'quantity' }, "'x'", 'a fault');
  gives({ type: 'reference' }, "'Patient/1'", [{ valueReference: { reference: 'Patient/1' } }]);
  gives({ type: 'reference' }, "Reference { display: 'Al', type: 'Patient' }", [{ valueReference: { type: 'Patient', display: 'Al' } }]);
  gives({ type: 'reference' }, '3', 'a fault');
  gives({ type: 'attachment' }, "Attachment { url: 'https://example.org', title: 'A' }", [
    { valueAttachment: { url: 'https://example.org', title: 'A' } },
  ]);
  gives({ type: 'attachment' }, "Attachment { title: 'A' }", 'a fault');
  gives({ type: 'attachment' }, '3', 'a fault');
  gives({ type: 'group', items: [] }, '3', 'a fault');
  gives({ type: 'display' }, '3', 'a fault');

  it('takes the value out of a whole answer, and the option out of the questionnaire', () => {
    const answer = calculatedAs(
      { type: 'integer' },
      "%resource.item.where(linkId='a').answer",
      [{ linkId: 'a', type: 'integer' }],
      given({ a: [whole(4)] }),
    );
    expect(answer.calculated.get('c')).to.deep.equal([whole(4)]);
    const nested = calculatedAs(
      { type: 'integer' },
      "%resource.item.where(linkId='a').answer",
      [{ linkId: 'a', items: [{ linkId: 'b' }] }],
      given({ b: [words('x')] }),
    );
    expect(nested.faults.map(({ message }) => message)).to.deep.equal([noDecimal('integer')]);
  });

  it('keeps what is an answer among several, and tells what is none', () => {
    const { calculated, faults } = calculatedAs({ type: 'integer', repeats: true, readOnly: true }, "1 | 'x' | 2");
    expect(calculated.get('c')).to.deep.equal([whole(1), whole(2)]);
    expect(faults.map(({ message }) => message)).to.deep.equal([noDecimal('integer')]);
  });

  it('leaves out what only carries an extension', () => {
    const { calculated, faults } = calculatedAs({ type: 'string' }, '%questionnaire.item.text | %questionnaire.item.prefix');
    expect(calculated.get('c')).to.deep.equal([words('Text of c')]);
    expect(faults).to.deep.equal([]);
  });
});

describe('what may be chosen, by an expression', () => {
  const optionsBy = (expression: string, others: readonly AnItem[] = [], answers = given({})) => {
    const form = aRuleForm([{ linkId: 'c', type: 'choice', rules: someRules({ options: expression }) }, ...others]);
    const { options, faults } = evaluated(form, answers);
    return {
      options: options.get('c')?.map(({ code, value, label }) => [code, value, label]),
      faults: faults.map(({ message }) => message),
    };
  };

  it('makes options of codings, each once, told apart where two systems share a code', () => {
    const coding = (system: string, display?: string): string =>
      `Coding { system: '${system}', code: 'x'${display === undefined ? '' : `, display: '${display}'`} }`;
    const { options, faults } = optionsBy(
      `${coding('s', 'An x')}.combine(${coding('s')}).combine(${coding('t')}).combine(Coding { code: 'x' }).combine('x')`,
    );
    expect(options).to.deep.equal([
      ['x', { valueCoding: { system: 's', code: 'x', display: 'An x' } }, 'An x'],
      ['t|x', { valueCoding: { system: 't', code: 'x' } }, 'x'],
      ['|x', { valueCoding: { code: 'x' } }, 'x'],
      ['valueString|x', words('x'), 'x'],
    ]);
    expect(faults).to.deep.equal([]);
  });

  it('makes options of every kind of value', () => {
    const { options, faults } = optionsBy("'a' | 1 | 1.5 | true | @2026-02-03 | @2026-02-03T10:00:00Z | @T10:00 | 3 'kg'");
    expect(faults).to.deep.equal([]);
    expect(options).to.deep.equal([
      ['a', words('a'), 'a'],
      ['1', whole(1), '1'],
      ['1.5', { valueDecimal: 1.5 }, '1.5'],
      ['true', { valueBoolean: true }, 'true'],
      ['2026-02-03', { valueDate: '2026-02-03' }, '2026-02-03'],
      ['2026-02-03T10:00:00Z', { valueDateTime: '2026-02-03T10:00:00Z' }, '2026-02-03T10:00:00Z'],
      ['10:00', { valueTime: '10:00:00' }, '10:00'],
      ['3 kg', { valueQuantity: { value: 3, unit: 'kg', system: kilogram.system, code: 'kg' } }, '3 kg'],
    ]);
  });

  it('makes options of references, called as they call themselves or as they point', () => {
    expect(
      optionsBy(
        "Reference { reference: 'Patient/1', display: 'Al' }.combine(Reference { reference: 'Patient/2' }).combine(Reference { display: 'Bo' })",
      ).options,
    ).to.deep.equal([
      ['Patient/1', { valueReference: { reference: 'Patient/1', display: 'Al' } }, 'Al'],
      ['Patient/2', { valueReference: { reference: 'Patient/2' } }, 'Patient/2'],
      ['', { valueReference: { display: 'Bo' } }, 'Bo'],
    ]);
  });

  it('tells what cannot be chosen, and offers the rest', () => {
    expect(optionsBy("%resource | 'a'")).to.deep.equal({
      options: [['a', words('a'), 'a']],
      faults: ['It gives something that cannot be chosen'],
    });
  });
});

describe('functions of an expression', () => {
  const value = (expression: string, type: AnItem['type'] = 'string', others: readonly AnItem[] = [], answers = given({})): unknown => {
    const { calculated, faults } = calculatedAs({ type }, expression, others, answers);
    return faults[0]?.message ?? calculated.get('c')?.map(each => Object.values(each)[0] as unknown);
  };

  it('match patterns anywhere, or as a whole, with flags', () => {
    expect(value("'abc'.matches('b')", 'boolean')).to.deep.equal([true]);
    expect(value("'abc'.matches('B')", 'boolean')).to.deep.equal([false]);
    expect(value("'abc'.matches('B', 'i')", 'boolean')).to.deep.equal([true]);
    expect(value("'abc'.matchesFull('b')", 'boolean')).to.deep.equal([false]);
    expect(value("'abc'.matchesFull('a.c|x')", 'boolean')).to.deep.equal([true]);
    expect(value("'a\\nb'.matches('a.b')", 'boolean')).to.deep.equal([true]);
    expect(value("'a\\nb'.matchesFull('b', 'm')", 'boolean')).to.deep.equal([true]);
    expect(value("'a\\nb'.matchesFull('b')", 'boolean')).to.deep.equal([false]);
    expect(value("'a1b2'.replaceMatches('([a-z])(\\\\d)', '$2$1')")).to.deep.equal(['1a2b']);
    expect(
      value("%resource.item.where(linkId='a').answer.value.matches('S')", 'boolean', [{ linkId: 'a' }], given({ a: [words('So')] })),
    ).to.deep.equal([true]);
  });

  it('give nothing of nothing, and fail where they cannot work', () => {
    expect(value("{}.matches('b')", 'boolean')).to.equal(undefined);
    expect(value("'a'.matches({})", 'boolean')).to.equal(undefined);
    expect(value("('a' | 'b').matches('b')", 'boolean')).to.equal('Expected a single text');
    expect(value("3.matches('b')", 'boolean')).to.equal('Expected a text');
    expect(value("'a'.matches('b', 'x')", 'boolean')).to.equal('flags of a pattern are i and m');
    expect(value("'a'.matches('[')", 'boolean')).to.equal('error parsing regexp: missing closing ');
  });

  it('find scores on answers, options and their values, and nothing where there is none', () => {
    const others: readonly AnItem[] = [{ linkId: 'a', type: 'choice', options: [anOption('x', { score: 3 }), anOption('y')] }];
    const a = "%resource.item.where(linkId='a')";
    expect(value(`${a}.answer.ordinal()`, 'integer', others, given({ a: [coded('x')] }))).to.deep.equal([3]);
    expect(value(`${a}.answer.value.weight()`, 'integer', others, given({ a: [coded('y')] }))).to.equal(undefined);
    expect(value("'x'.weight()", 'integer')).to.equal(undefined);
  });

  it('find scores in the questionnaire itself', () => {
    const form = aRuleForm([
      {
        linkId: 'c',
        type: 'decimal',
        rules: someRules({ calculated: '%qitem.answerOption.valueCoding.ordinal().sum() * 10 + %qitem.answerOption.weight().sum()' }),
      },
    ]);
    const url = 'http://hl7.org/fhir/StructureDefinition/itemWeight';
    const answerOption = [
      {
        valueCoding: { code: 'a' },
        extension: [
          { url: 'urn:x', valueDecimal: 9 },
          { url, valueInteger: 2 },
        ],
      },
      { valueCoding: { code: 'b', extension: [{ url, valueDecimal: 4 }] } },
      { valueCoding: { code: 'd', extension: [{ url, valueString: 'many' }] } },
    ];
    const source = form.sources.get('');
    const sources = new Map(source && [['', { ...source, item: [{ linkId: 'c', type: 'decimal' as const, answerOption }] }]]);
    expect(evaluated({ ...form, sources }, {}).calculated.get('c')).to.deep.equal([{ valueDecimal: 66 }]);
    const without = evaluated({ ...form, sources: new Map() }, {});
    expect(without.calculated.get('c')).to.deep.equal(undefined);
  });

  it('tell what went wrong without telling an answer', () => {
    const secret = given({ a: [words('secret')] });
    const of = (expression: string): unknown =>
      value(`%resource.item.where(linkId='a').answer.value${expression}`, 'string', [{ linkId: 'a' }], secret);
    expect(of('.substring(%context.linkId)')).to.equal('Expected integer');
    expect(of(' + 1')).to.equal('Cannot convert a value to a number');
    expect(of(".combine('x') + 1")).to.equal('Cannot compute with these values');
    expect(of('.nonsense()')).to.equal('Not implemented: nonsense');
    expect(of(".memberOf('x')")).to.equal('The asynchronous function "memberOf" is not allowed');
    expect(of('.sort($this.extension)')).to.be.a('array');
    expect(value('-(1 | 2)')).to.equal('Unary - can only be applied to an individual number or Quantity');
    expect(value('@2020-99-99')).to.equal('It cannot be evaluated with these answers');
  });
});
