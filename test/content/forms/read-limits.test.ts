import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checked, core, extension, faultsOf, type Json, soundItem } from '../a-questionnaire.js';

const limits = (type: string, min: Json | undefined, max: Json | undefined, more: readonly Json[] = []) => ({
  type,
  extension: [...(min ? [extension('minValue', min)] : []), ...(max ? [extension('maxValue', max)] : []), ...more],
});
const kg = extension('questionnaire-unit', { valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kilogram' } });
const one = (name: string, value: Json, more: Json = {}) => ({ type: 'string', extension: [extension(name, value)], ...more });

describe('limits of an answer', () => {
  it('are read for numbers and moments of every type', () => {
    const of = (type: string, min: Json, max: Json) => {
      const item = soundItem(limits(type, min, max));
      return [item.min, item.max];
    };
    expect(of('integer', { valueInteger: 1 }, { valueInteger: 9 })).to.deep.equal([1, 9]);
    expect(of('decimal', { valueInteger: 1 }, { valueDecimal: 9.5 })).to.deep.equal([1, 9.5]);
    expect(of('date', { valueDate: '2026' }, { valueDate: '2027-01-01' })).to.deep.equal(['2026', '2027-01-01']);
    expect(of('dateTime', { valueDateTime: '2026-01-01T10:00:00+02:00' }, { valueDateTime: '2026-01-01T09:00:00Z' })).to.deep.equal([
      '2026-01-01T10:00:00+02:00',
      '2026-01-01T09:00:00Z',
    ]);
    expect(of('time', { valueTime: '08:00:00' }, { valueTime: '18:00:00' })).to.deep.equal(['08:00:00', '18:00:00']);
  });

  it('of a quantity are numbers in its own unit', () => {
    const sdcMin = {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity',
      valueQuantity: { value: 1, code: 'kg' },
    };
    const item = soundItem(limits('quantity', undefined, { valueQuantity: { value: 300, unit: 'kilogram' } }, [sdcMin, kg]));
    expect([item.min, item.max]).to.deep.equal([1, 300]);
    expect(soundItem(limits('quantity', { valueDecimal: 2 }, { valueQuantity: { value: 3 } }, [kg]))).to.include({ min: 2, max: 3 });
    expect(faultsOf(limits('quantity', { valueQuantity: { value: 1, code: 'g' } }, undefined, [kg]))).to.deep.equal([
      'minValue is in another unit (g) than its answer may be',
    ]);
    expect(faultsOf(limits('quantity', { valueQuantity: { code: 'kg' } }, undefined, [kg]))).to.deep.equal(['minValue has no number']);
  });

  it('are refused where they are of another type, no such day, or the wrong way round', () => {
    expect(faultsOf(limits('date', { valueInteger: 5 }, undefined))).to.deep.equal(["minValue 5 does not suit type 'date'"]);
    expect(faultsOf(limits('integer', undefined, { valueCoding: {} }))).to.deep.equal([
      "maxValue of another kind does not suit type 'integer'",
    ]);
    expect(faultsOf(limits('date', { valueDate: '2026-13-01' }, undefined))).to.deep.equal(["minValue '2026-13-01' is not a FHIR date"]);
    expect(faultsOf(limits('time', { valueTime: '10:00:00' }, { valueTime: '09:00:00' }))).to.deep.equal([
      'minValue 10:00:00 is above maxValue 09:00:00',
    ]);
    expect(
      faultsOf(limits('dateTime', { valueDateTime: '2026-01-01T10:00:00Z' }, { valueDateTime: '2026-01-01T10:30:00+01:00' })),
    ).to.deep.equal(['minValue 2026-01-01T10:00:00Z is above maxValue 2026-01-01T10:30:00+01:00']);
  });

  it('are refused where an expression works them out', () => {
    const beside = {
      extension: [{ url: `${core}/cqf-expression`, valueExpression: { language: 'text/fhirpath', expression: 'today()' } }],
    };
    expect(faultsOf(limits('date', { _valueDate: beside }, undefined))).to.deep.equal([
      'minValue is worked out by an expression, which Waymark does not follow',
    ]);
  });

  it('of length, decimal places and number are whole numbers in order', () => {
    expect(soundItem(one('minLength', { valueInteger: 2 }, { maxLength: 5 }))).to.include({ minLength: 2, maxLength: 5 });
    expect(soundItem({ type: 'decimal', extension: [extension('maxDecimalPlaces', { valueInteger: 0 })] }).maxDecimalPlaces).to.equal(0);
    expect(faultsOf(one('minLength', { valueInteger: -2 }))).to.deep.equal(['minLength -2 is not a whole number']);
    expect(faultsOf(one('minLength', { valueInteger: 6 }, { maxLength: 5 }))).to.deep.equal(['minLength 6 is above maxLength 5']);
  });

  it('of repetitions are kept where it repeats', () => {
    const occurs = (min: number, max: number) => [
      extension('questionnaire-minOccurs', { valueInteger: min }),
      extension('questionnaire-maxOccurs', { valueInteger: max }),
    ];
    expect(soundItem({ type: 'string', repeats: true, extension: occurs(2, 4) })).to.include({ minOccurs: 2, maxOccurs: 4 });
    expect(soundItem({ type: 'string', extension: occurs(1, 4) })).to.not.have.any.keys('minOccurs', 'maxOccurs');
    expect(faultsOf({ type: 'string', extension: occurs(2, 4) })).to.deep.equal(['minOccurs 2 on an item that does not repeat']);
    expect(faultsOf({ type: 'string', repeats: true, extension: occurs(3, 2) })).to.deep.equal(['minOccurs 3 is above maxOccurs 2']);
    expect(faultsOf({ type: 'string', repeats: true, extension: occurs(0, 0) })).to.deep.equal([
      'maxOccurs 0 leaves no room for an answer',
    ]);
    expect(faultsOf({ type: 'string', repeats: true, extension: occurs(51, 60) })).to.deep.equal([
      'minOccurs 51 is more than the 50 a conversation takes',
    ]);
  });
});

describe('the pattern of an answer', () => {
  const pattern = (valueString: string) => one('regex', { valueString });

  it('is kept in a notation that runs in linear time', () => {
    expect(soundItem(pattern('[A-Z]{2}\\d+')).pattern).to.equal('[A-Z]{2}\\d+');
    expect(soundItem(pattern('/^\\d{3}$/')).pattern).to.equal('^\\d{3}$');
    expect(soundItem(pattern('/abc/gi')).pattern).to.equal('(?i)abc');
    expect(soundItem(pattern('[\\u00e9]')).pattern).to.equal('[\\x{00e9}]');
    expect(soundItem({ type: 'string' })).to.not.have.property('pattern');
  });

  it('is refused with the reason where it cannot', () => {
    for (const hostile of ['(a)\\1', '(?=a)b', '(a{1000}){1000}', '[']) {
      const [fault = '', ...others] = faultsOf(pattern(hostile));
      expect(fault).to.match(/^regex '.+' cannot be run in linear time: \S/u);
      expect(others).to.deep.equal([]);
    }
    expect(faultsOf(pattern('a'.repeat(2001)))).to.deep.equal(['regex is longer than 2000 characters']);
  });
});

describe('units of a number', () => {
  const unit = (name: string, code: string, display?: string) =>
    extension(name, { valueCoding: { system: 'u', code, ...(display !== undefined && { display }) } });

  it('are the unit, or the units to choose from, none twice', () => {
    expect(soundItem({ type: 'decimal', extension: [kg] }).units).to.deep.equal([
      { label: 'kilogram', system: 'http://unitsofmeasure.org', code: 'kg' },
    ]);
    const extensions = [
      unit('questionnaire-unitOption', 'kg'),
      unit('questionnaire-unitOption', 'g', 'gram'),
      unit('questionnaire-unitOption', 'g'),
    ];
    expect(soundItem({ type: 'quantity', extension: extensions }).units).to.deep.equal([
      { label: 'kg', system: 'u', code: 'kg' },
      { label: 'gram', system: 'u', code: 'g' },
    ]);
    expect(soundItem({ type: 'string', extension: [kg] }).units).to.deep.equal([]);
    expect(soundItem({ type: 'quantity', extension: [extension('questionnaire-unit', { valueCoding: 7 })] }).units).to.deep.equal([]);
  });

  it('come from a contained value set, and from no other', () => {
    const extensions = [extension('questionnaire-unitValueSet', { valueCanonical: '#v' })];
    const contained = [
      { resourceType: 'ValueSet', id: 'v', expansion: { contains: [{ system: 'u', code: 'cm', display: 'centimetre' }] } },
    ];
    expect(soundItem({ type: 'quantity', extension: extensions }, { contained }).units).to.deep.equal([
      { label: 'centimetre', system: 'u', code: 'cm' },
    ]);
    expect(faultsOf({ type: 'quantity', extension: extensions })).to.deep.equal([
      "unitValueSet '#v' is not at hand: contain it in the file, or list unitOption",
    ]);
    const whole = [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 'u' }] } }];
    expect(faultsOf({ type: 'quantity', extension: extensions }, { contained: whole })[0]).to.match(/^unitValueSet '#v' takes a whole/u);
  });
});

describe('how an item asks to be drawn', () => {
  const control = (code: string) => extension('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'x' }, { code }] } });

  it('is kept where a page draws it so', () => {
    const item = soundItem({
      type: 'integer',
      prefix: '1.',
      extension: [
        control('slider'),
        extension('questionnaire-sliderStepValue', { valueInteger: 5 }),
        extension('questionnaire-choiceOrientation', { valueCode: 'horizontal' }),
      ],
    });
    expect(item).to.include({ control: 'slider', step: 5, orientation: 'horizontal', prefix: '1.' });
    expect(soundItem({ type: 'integer', prefix: '', extension: [control('hologram')] })).to.not.have.any.keys('control', 'step', 'prefix');
    const page = { linkId: 'g', type: 'group', extension: [control('page')], item: [{ linkId: 'a', type: 'string', text: 'A' }] };
    expect(checked([page]).form?.roots[0]?.control).to.equal('page');
  });

  it('links only to addresses of the web, each once', () => {
    const links = [
      'https://example.org/a',
      'javascript:alert(1)',
      'HTTP://example.org',
      'file:///etc/passwd',
      'x',
      'https://example.org/a',
    ];
    const extensions = links.map(valueUri => extension('questionnaire-supportLink', { valueUri }));
    expect(soundItem({ type: 'string', extension: extensions }).links).to.deep.equal(['https://example.org/a', 'HTTP://example.org']);
  });
});
