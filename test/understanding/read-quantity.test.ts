import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Unit } from '../../src/content/forms/form.js';
import { readQuantity } from '../../src/understanding/read-quantity.js';
import { languages } from './our-languages.js';

const ucum = 'http://unitsofmeasure.org';
const kg: Unit = { label: 'kg', system: ucum, code: 'kg' };
const pound: Unit = { label: 'pounds', system: ucum, code: '[lb_av]' };
const gram: Unit = { label: 'gram', code: 'g' };
const glass: Unit = { label: 'Glass' };

function read(text: string, units: readonly Unit[], lang = 'en-GB'): string {
  const quantity = readQuantity(text, units, { lang, languages });
  if (!quantity.ok) return quantity.why;
  const { value, unit = '', code = '' } = quantity.value;
  return [String(value), unit, code].filter(part => part !== '').join(' ');
}

const table: readonly (readonly [lang: string, text: string, units: readonly Unit[], quantity: string])[] = [
  ['en-GB', '70 kg', [kg], '70 kg kg'],
  ['en-GB', '70kg.', [kg], '70 kg kg'],
  ['en-GB', 'kg 70', [kg], '70 kg kg'],
  ['en-GB', '70', [kg], '70 kg kg'],
  ['en-GB', 'about 70.5 kilos please', [kg], '70.5 kg kg'],
  ['en-GB', 'seventy kilograms', [kg], '70 kg kg'],
  ['en-GB', '1,000 kg', [kg], '1000 kg kg'],
  ['en-GB', '150 lbs', [kg, pound], '150 pounds [lb_av]'],
  ['en-GB', '150 [lb_av]', [kg, pound], '150 pounds [lb_av]'],
  ['en-GB', '70', [kg, pound], 'unit-missing'],
  ['en-GB', '70 kg', [gram, kg], '70 kg kg'],
  ['en-GB', '70 kg', [gram], 'not-a-unit'],
  ['en-GB', '70 years', [kg], 'not-a-unit'],
  ['en-GB', '70 foos', [kg], 'not-a-unit'],
  ['en-GB', '70 foos', [kg, pound], 'not-a-unit'],
  ['en-GB', '5 ft 11', [kg], 'not-a-number'],
  ['en-GB', 'kg', [kg], 'not-a-number'],
  ['en-GB', 'heavy', [kg], 'not-a-number'],
  ['en-GB', '5 to 6 kg', [kg], 'not-a-number'],
  ['en-GB', `${'9'.repeat(90)} kg`, [kg], 'not-a-number'],
  ['en-GB', '2 glass', [glass], '2 Glass'],
  ['en-GB', '70 kg', [], '70 kg'],
  ['en-GB', '37 °C', [], '37 °C'],
  ['en-GB', '70 Foos', [], '70 Foos'],
  ['en-GB', 'about 70 kg', [], '70 kg'],
  ['en-GB', 'seventy kilos', [], '70 kilos'],
  ['en-GB', '70', [], '70'],
  ['en-GB', 'about 70', [], '70'],
  ['en-GB', '5 or 6', [], 'not-a-number'],
  ['en-GB', '120/80', [], 'not-a-number'],
  ['en-GB', 'heavy', [], 'not-a-number'],
  ['pl', '70,5 kg', [kg], '70.5 kg kg'],
  ['pl', '70 kilogramów', [kg], '70 kg kg'],
  ['pl', 'siedemdziesiąt', [kg], '70 kg kg'],
  ['pl', '70 funtów', [kg], 'not-a-unit'],
  ['ar', '٧٠٫٥ كيلو', [kg], '70.5 kg kg'],
  ['ar', '٧٠ كغ', [kg, pound], '70 kg kg'],
  ['ar', '٧٠', [kg, pound], 'unit-missing'],
];

describe('readQuantity', () => {
  for (const [lang, text, units, quantity] of table) {
    it(`reads "${text.slice(0, 30)}" as ${quantity} where ${units.map(unit => unit.label).join(' or ') || 'any unit'} may be`, () => {
      expect(read(text, units, lang)).to.equal(quantity);
    });
  }

  it('keeps the system and code of the unit, and only what there is of them', () => {
    expect(readQuantity('70', [kg], { lang: 'pl', languages })).to.deep.equal({
      ok: true,
      value: { value: 70, unit: 'kg', system: ucum, code: 'kg' },
    });
    expect(readQuantity('2', [glass], { lang: 'pl', languages })).to.deep.equal({ ok: true, value: { value: 2, unit: 'Glass' } });
    expect(readQuantity('2', [gram], { lang: 'pl', languages })).to.deep.equal({ ok: true, value: { value: 2, unit: 'gram', code: 'g' } });
  });

  it('gives back every quantity it is shown, in every language', () => {
    const number = fc.integer({ min: -999_999_999, max: 999_999_999 }).map(value => (value === 0 ? 0 : value / 100));
    fc.assert(
      fc.property(number, fc.constantFrom('en-GB', 'pl', 'ar'), fc.constantFrom(kg, pound), (value, lang, unit) => {
        const shown = new Intl.NumberFormat(`${lang}-u-nu-latn`, { minimumFractionDigits: 2 }).format(value);
        expect(read(`${shown} ${unit.label}`, [kg, pound], lang), shown).to.equal(`${String(value)} ${unit.label} ${unit.code ?? ''}`);
      }),
      { numRuns: 300 },
    );
  });
});
