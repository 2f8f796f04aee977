import { expect } from 'chai';
import { describe, it } from 'mocha';
import { extension, faultsOf, type Json, soundItem } from '../a-questionnaire.js';

const options = (answerOption: readonly Json[], more: Json = {}) => soundItem({ type: 'choice', answerOption, ...more }).options;
const codes = (answerOption: readonly Json[], more: Json = {}) => options(answerOption, more).map(({ code }) => code);
const set = (more: Json) => ({ contained: [{ resourceType: 'ValueSet', id: 'v', ...more }] });
const choice = { type: 'choice', answerValueSet: '#v' };
const listed = (more: Json) => soundItem(choice, set(more)).options.map(({ code }) => code);
const include = (more: Json) => ({ compose: { include: [{ system: 's', ...more }] } });

describe('options to choose from', () => {
  it('are of every type an option can have', () => {
    const values = [
      { valueCoding: { system: 's', code: 'c', display: 'C' } },
      { valueString: 'words' },
      { valueInteger: 3 },
      { valueDate: '2026-05' },
      { valueTime: '10:30:00' },
      { valueReference: { reference: 'Practitioner/1', display: 'Dr One', identifier: { value: 'x' } } },
      { valueReference: { display: 'Dr Two' } },
    ];
    expect(options(values).map(({ code, label, value }) => [code, label, value])).to.deep.equal([
      ['c', 'C', { valueCoding: { system: 's', code: 'c', display: 'C' } }],
      ['words', 'words', { valueString: 'words' }],
      ['3', '3', { valueInteger: 3 }],
      ['2026-05', '2026-05', { valueDate: '2026-05' }],
      ['10:30:00', '10:30:00', { valueTime: '10:30:00' }],
      ['Practitioner/1', 'Dr One', { valueReference: { reference: 'Practitioner/1', display: 'Dr One' } }],
      ['Dr Two', 'Dr Two', { valueReference: { display: 'Dr Two' } }],
    ]);
  });

  it('close written questions too, in the type of their answer', () => {
    const of = (type: string, option: Json) => options([option], { type })[0]?.value;
    expect(of('string', { valueString: 'x' })).to.deep.equal({ valueString: 'x' });
    expect(of('integer', { valueInteger: 1 })).to.deep.equal({ valueInteger: 1 });
    expect(of('decimal', { valueInteger: 1 })).to.deep.equal({ valueDecimal: 1 });
    expect(of('date', { valueDate: '2026' })).to.deep.equal({ valueDate: '2026' });
    expect(of('dateTime', { valueDate: '2026' })).to.deep.equal({ valueDateTime: '2026' });
    expect(of('time', { valueTime: '10:00:00' })).to.deep.equal({ valueTime: '10:00:00' });
    expect(faultsOf({ type: 'quantity', answerOption: [{ valueInteger: 1 }] })).to.deep.equal([
      "lists an answerOption that is no answer of type 'quantity'",
    ]);
    expect(faultsOf({ type: 'text', answerOption: [{ valueString: 'x' }] })).to.deep.equal([
      "is of type 'text', which cannot have answers to choose from (que-5)",
    ]);
    expect(faultsOf({ type: 'time', answerValueSet: '#v' }, set({ expansion: { contains: [{ code: 'x' }] } }))).to.deep.equal([
      "has an answerValueSet, whose codings are no answers of type 'time'",
    ]);
  });

  it('are told apart where two systems share a code', () => {
    expect(
      codes([{ valueCoding: { system: 's', code: 'x' } }, { valueCoding: { system: 't', code: 'x' } }, { valueCoding: { code: 'y' } }]),
    ).to.deep.equal(['s|x', 't|x', 'y']);
    expect(codes([{ valueCoding: { system: 's', code: 'x' } }, { valueCoding: { code: 'x' } }])).to.deep.equal(['s|x', '|x']);
  });

  it('have their prefix as something to say, unless it is a number', () => {
    const prefixed = (prefix: string) => ({
      valueCoding: { code: prefix },
      extension: [extension('questionnaire-optionPrefix', { valueString: prefix })],
    });
    const read = options([prefixed('a)'), prefixed('1')]);
    expect(read.map(({ prefix, said, label }) => [prefix, said, label])).to.deep.equal([
      ['a)', ['a'], 'a)'],
      ['1', undefined, '1'],
    ]);
  });

  it('come from an expansion of any depth, without what cannot be chosen', () => {
    const contains = [
      {
        system: 's',
        code: 'top',
        abstract: true,
        contains: [{ system: 's', code: 'x', display: 'X', contains: [{ system: 's', code: 'deep' }] }],
      },
      { system: 's', code: 'old', inactive: true },
      { display: 'A heading', contains: [{ system: 's', code: 'y' }] },
    ];
    expect(listed({ expansion: { contains } })).to.deep.equal(['x', 'deep', 'y']);
    let deep: Json = { code: 'end' };
    for (let depth = 0; depth < 10_000; depth += 1) deep = { code: String(depth), abstract: true, contains: [deep] };
    expect(listed({ expansion: { contains: [deep] } })).to.deep.equal(['end']);
  });

  it('come from listed concepts, less those excluded', () => {
    const compose = {
      include: [{ system: 's', concept: [{ code: 'x', display: 'X' }, { code: 'y' }] }],
      exclude: [{ system: 's', concept: [{ code: 'y' }] }],
    };
    expect(listed({ compose })).to.deep.equal(['x']);
  });

  it('come from a contained set that is named by its address', () => {
    const more = set({ url: 'https://example.org/v', version: '2', expansion: { contains: [{ code: 'x' }] } });
    for (const answerValueSet of ['https://example.org/v', 'https://example.org/v|2', '#v']) {
      expect(soundItem({ type: 'choice', answerValueSet }, more).options.map(({ code }) => code)).to.deep.equal(['x']);
    }
  });

  it('have the scores that a value set gives them', () => {
    const contains = [{ code: 'x', extension: [extension('itemWeight', { valueDecimal: 2 })] }];
    expect(soundItem(choice, set({ expansion: { contains } })).options[0]?.score).to.equal(2);
  });

  for (const [what, more, why] of [
    [
      'a filter',
      include({ filter: [{ property: 'concept', op: 'is-a', value: 'x' }] }),
      'picks codes by a filter, which needs a terminology server: give its expansion in the file',
    ],
    ['a whole code system', include({}), 'takes a whole code system, which needs a terminology server: give its expansion in the file'],
    [
      'another value set',
      include({ valueSet: ['https://example.org/w'] }),
      'takes codes from another value set, which needs a terminology server: give its expansion in the file',
    ],
    ['an expansion in part', { expansion: { total: 300, contains: [{ code: 'x' }] } }, 'is expanded only in part (1 of 300)'],
    ['an unsound expansion', { expansion: { contains: [{ code: 7 }] } }, 'is not a sound ValueSet'],
    ['an unsound set', { expansion: 'x' }, 'is not a sound ValueSet'],
    ['nothing', {}, 'lists nothing to choose from'],
  ] as const) {
    it(`are refused where a value set is made of ${what}`, () => {
      expect(faultsOf(choice, set(more))).to.deep.equal([`answerValueSet '#v' ${why}`]);
    });
  }

  it('may be calculated instead', () => {
    const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression';
    const item = soundItem({ type: 'choice', extension: [{ url, valueExpression: { language: 'text/fhirpath', expression: "'x'" } }] });
    expect([item.options, item.rules?.options]).to.deep.equal([[], "'x'"]);
  });

  it('give their own value to what is chosen from the start', () => {
    const answerOption = [{ valueCoding: { system: 's', code: 'x', display: 'X' }, initialSelected: true }, { valueString: 'y' }];
    expect(soundItem({ type: 'choice', answerOption }).initial).to.deep.equal([{ valueCoding: { system: 's', code: 'x', display: 'X' } }]);
    const contains = [{ system: 's', code: 'x', display: 'X' }];
    const initial = [{ valueCoding: { code: 'x' } }];
    expect(soundItem({ ...choice, initial }, set({ expansion: { contains } })).initial).to.deep.equal([
      { valueCoding: { system: 's', code: 'x', display: 'X' } },
    ]);
    const other = [{ valueCoding: { system: 't', code: 'x' } }];
    expect(faultsOf({ ...choice, initial: other }, set({ expansion: { contains } }))).to.deep.equal(['initial is not one of its options']);
  });
});

describe('initial values', () => {
  for (const [type, value] of [
    ['boolean', { valueBoolean: false }],
    ['integer', { valueInteger: 0 }],
    ['decimal', { valueDecimal: 0.5 }],
    ['date', { valueDate: '2026-02' }],
    ['dateTime', { valueDateTime: '2026-02-01T10:00:00+01:00' }],
    ['time', { valueTime: '10:00:00' }],
    ['string', { valueString: 'x' }],
    ['text', { valueString: 'x' }],
    ['url', { valueUri: 'https://example.org' }],
    ['quantity', { valueQuantity: { value: 2, unit: 'kg' } }],
    ['reference', { valueReference: { reference: 'Patient/1' } }],
    ['attachment', { valueAttachment: { url: 'https://example.org/a.pdf', title: 'A' } }],
  ] as const) {
    it(`are kept for type ${type}`, () => {
      expect(soundItem({ type, initial: [value] }).initial).to.deep.equal([value]);
      const wrong = type === 'boolean' ? { valueString: 'x' } : { valueBoolean: true };
      expect(faultsOf({ type, initial: [wrong] })).to.deep.equal([`initial is not a value of type '${type}'`]);
    });
  }

  it('of a decimal may be written as an integer', () => {
    expect(soundItem({ type: 'decimal', initial: [{ valueInteger: 2 }] }).initial).to.deep.equal([{ valueDecimal: 2 }]);
  });
});
