import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue } from '../../src/content/forms/form.js';
import type { EnableWhen } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { isConditionMet } from '../../src/questionnaire/enable-when.js';
import type { AnItem } from '../support/a-form.js';
import { aState, enabledKeys } from '../support/a-state.js';

const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;
type Operator = (typeof operators)[number];

/** What a condition says beside its question and operator. */
type Wanted = Omit<EnableWhen, 'question' | 'operator'>;

function met(condition: Pick<EnableWhen, 'operator'> & Wanted, ...values: AnswerValue[]): boolean {
  return isConditionMet({ question: 'q', ...condition }, linkId => (linkId === 'q' ? values : []));
}

const coding = (code: string, system?: string): AnswerValue => ({ valueCoding: { ...(system !== undefined && { system }), code } });

const kg = (value: number) => ({ value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' });

interface Row {
  readonly say: string;
  readonly wanted: Wanted;
  readonly values: readonly AnswerValue[];
  readonly yes: readonly Operator[];
}

const table: readonly Row[] = [
  { say: 'true against true', wanted: { answerBoolean: true }, values: [{ valueBoolean: true }], yes: ['exists', '=', '>=', '<='] },
  { say: 'false against true', wanted: { answerBoolean: true }, values: [{ valueBoolean: false }], yes: ['exists', '!='] },
  { say: 'false against false', wanted: { answerBoolean: false }, values: [{ valueBoolean: false }], yes: ['=', '>=', '<='] },
  { say: 'nothing against true', wanted: { answerBoolean: true }, values: [], yes: ['!='] },
  { say: 'nothing against false', wanted: { answerBoolean: false }, values: [], yes: ['exists', '!='] },
  { say: '5 against 5', wanted: { answerInteger: 5 }, values: [{ valueInteger: 5 }], yes: ['=', '>=', '<='] },
  { say: '4 against 5', wanted: { answerInteger: 5 }, values: [{ valueInteger: 4 }], yes: ['!=', '<', '<='] },
  { say: '6 against 5', wanted: { answerInteger: 5 }, values: [{ valueInteger: 6 }], yes: ['!=', '>', '>='] },
  { say: '0 against 0', wanted: { answerInteger: 0 }, values: [{ valueInteger: 0 }], yes: ['=', '>=', '<='] },
  {
    say: '4 and 6 against 5',
    wanted: { answerInteger: 5 },
    values: [{ valueInteger: 4 }, { valueInteger: 6 }],
    yes: ['!=', '>', '<', '>=', '<='],
  },
  {
    say: '5 and 6 against 5',
    wanted: { answerInteger: 5 },
    values: [{ valueInteger: 5 }, { valueInteger: 6 }],
    yes: ['=', '>', '>=', '<='],
  },
  { say: 'no number against 5', wanted: { answerInteger: 5 }, values: [], yes: ['!='] },
  { say: '2.5 against 2.1', wanted: { answerDecimal: 2.1 }, values: [{ valueDecimal: 2.5 }], yes: ['!=', '>', '>='] },
  { say: 'the integer 2 against the decimal 2.0', wanted: { answerDecimal: 2 }, values: [{ valueInteger: 2 }], yes: ['=', '>=', '<='] },
  { say: 'the decimal 4.5 against the integer 5', wanted: { answerInteger: 5 }, values: [{ valueDecimal: 4.5 }], yes: ['!=', '<', '<='] },
  {
    say: 'a day against the same day',
    wanted: { answerDate: '2000-05-03' },
    values: [{ valueDate: '2000-05-03' }],
    yes: ['=', '>=', '<='],
  },
  { say: 'a day against a later one', wanted: { answerDate: '2000-10-01' }, values: [{ valueDate: '2000-09-30' }], yes: ['!=', '<', '<='] },
  {
    say: 'a day against an earlier one',
    wanted: { answerDate: '1999-12-31' },
    values: [{ valueDate: '2000-01-01' }],
    yes: ['!=', '>', '>='],
  },
  { say: 'a month against an earlier year', wanted: { answerDate: '1999' }, values: [{ valueDate: '2000-05' }], yes: ['!=', '>', '>='] },
  { say: 'a year against a later day', wanted: { answerDate: '2001-01-01' }, values: [{ valueDate: '2000' }], yes: ['!=', '<', '<='] },
  { say: 'a month against its own year', wanted: { answerDate: '2000' }, values: [{ valueDate: '2000-05' }], yes: ['!='] },
  { say: 'a year against one of its days', wanted: { answerDate: '2000-05-03' }, values: [{ valueDate: '2000' }], yes: ['!='] },
  { say: 'a text against itself', wanted: { answerString: 'b' }, values: [{ valueString: 'b' }], yes: ['=', '>=', '<='] },
  { say: 'a text in other letter case', wanted: { answerString: 'b' }, values: [{ valueString: 'B' }], yes: ['!=', '<', '<='] },
  { say: 'a later text', wanted: { answerString: 'b' }, values: [{ valueString: 'c' }], yes: ['!=', '>', '>='] },
  { say: 'a code of the system', wanted: { answerCoding: { system: 's', code: 'a' } }, values: [coding('a', 's')], yes: ['=', '>=', '<='] },
  { say: 'a code of another system', wanted: { answerCoding: { system: 's', code: 'a' } }, values: [coding('a', 't')], yes: ['!='] },
  {
    say: 'a code without system where one is wanted',
    wanted: { answerCoding: { system: 's', code: 'a' } },
    values: [coding('a')],
    yes: ['!='],
  },
  {
    say: 'a code of any system where none is wanted',
    wanted: { answerCoding: { code: 'a' } },
    values: [coding('a', 't')],
    yes: ['=', '>=', '<='],
  },
  { say: 'another code', wanted: { answerCoding: { code: 'a' } }, values: [coding('b')], yes: ['!='] },
  {
    say: 'two codes, one of them wanted',
    wanted: { answerCoding: { code: 'a' } },
    values: [coding('b'), coding('a')],
    yes: ['=', '>=', '<='],
  },
  { say: 'two codes, none of them wanted', wanted: { answerCoding: { code: 'a' } }, values: [coding('b'), coding('c')], yes: ['!='] },
  { say: 'no code', wanted: { answerCoding: { code: 'a' } }, values: [], yes: ['!='] },
  { say: 'a code against a text', wanted: { answerString: '2' }, values: [coding('2')], yes: ['!='] },
  { say: 'a text against a code', wanted: { answerCoding: { code: '2' } }, values: [{ valueString: '2' }], yes: ['!='] },
  { say: 'a text against a number', wanted: { answerInteger: 2 }, values: [{ valueString: '2' }], yes: ['!='] },
  { say: 'a text against a date', wanted: { answerDate: '2000' }, values: [{ valueString: '2000' }], yes: ['!='] },
  { say: 'a number against yes', wanted: { answerBoolean: true }, values: [{ valueInteger: 1 }], yes: ['exists', '!='] },
  { say: 'anything against a condition without a value', wanted: {}, values: [{ valueInteger: 1 }], yes: [] },
  { say: 'a time against itself', wanted: { answerTime: '11:00:00' }, values: [{ valueTime: '11:00:00' }], yes: ['=', '>=', '<='] },
  { say: 'an earlier time', wanted: { answerTime: '11:00:00' }, values: [{ valueTime: '09:30:00' }], yes: ['!=', '<', '<='] },
  { say: 'a later time', wanted: { answerTime: '11:00:00' }, values: [{ valueTime: '11:00:01' }], yes: ['!=', '>', '>='] },
  { say: 'a text against a time', wanted: { answerTime: '11:00:00' }, values: [{ valueString: '11:00:00' }], yes: ['!='] },
  {
    say: 'a moment against the same one in another zone',
    wanted: { answerDateTime: '2026-01-01T12:00:00Z' },
    values: [{ valueDateTime: '2026-01-01T13:00:00+01:00' }],
    yes: ['=', '>=', '<='],
  },
  {
    say: 'a moment that is earlier though its clock says later',
    wanted: { answerDateTime: '2026-01-01T12:00:00Z' },
    values: [{ valueDateTime: '2026-01-01T12:30:00+01:00' }],
    yes: ['!=', '<', '<='],
  },
  {
    say: 'a moment that is later by a thousandth of a second',
    wanted: { answerDateTime: '2026-01-01T12:00:00Z' },
    values: [{ valueDateTime: '2026-01-01T12:00:00.001Z' }],
    yes: ['!=', '>', '>='],
  },
  {
    say: 'a moment against its own day',
    wanted: { answerDateTime: '2026-01-01' },
    values: [{ valueDateTime: '2026-01-01T12:00:00Z' }],
    yes: ['!='],
  },
  {
    say: 'a moment against the day before',
    wanted: { answerDate: '2025-12-31' },
    values: [{ valueDateTime: '2026-01-01T12:00:00Z' }],
    yes: ['!=', '>', '>='],
  },
  {
    say: 'a day against a moment of the day after',
    wanted: { answerDateTime: '2026-01-02T00:00:00Z' },
    values: [{ valueDate: '2026-01-01' }],
    yes: ['!=', '<', '<='],
  },
  { say: 'a month against itself', wanted: { answerDateTime: '2026-01' }, values: [{ valueDateTime: '2026-01' }], yes: ['=', '>=', '<='] },
  { say: 'a year against a later one', wanted: { answerDateTime: '2027' }, values: [{ valueDateTime: '2026' }], yes: ['!=', '<', '<='] },
  {
    say: 'a moment that is none',
    wanted: { answerDateTime: '2026-01-01T12:00:00Z' },
    values: [{ valueDateTime: '2026-01-01T99:00:00Z' }],
    yes: ['!='],
  },
  { say: 'a time against a date', wanted: { answerDate: '2000-01-01' }, values: [{ valueTime: '11:00:00' }], yes: ['!='] },
  { say: 'an address against itself', wanted: { answerString: 'urn:b' }, values: [{ valueUri: 'urn:b' }], yes: ['=', '>=', '<='] },
  { say: 'an earlier address', wanted: { answerString: 'urn:b' }, values: [{ valueUri: 'urn:a' }], yes: ['!=', '<', '<='] },
  { say: '5 kg against 5 kg', wanted: { answerQuantity: kg(5) }, values: [{ valueQuantity: kg(5) }], yes: ['=', '>=', '<='] },
  { say: '4 kg against 5 kg', wanted: { answerQuantity: kg(5) }, values: [{ valueQuantity: kg(4) }], yes: ['!=', '<', '<='] },
  { say: '6 kg against 5 kg', wanted: { answerQuantity: kg(5) }, values: [{ valueQuantity: kg(6) }], yes: ['!=', '>', '>='] },
  {
    say: 'a quantity under another name of the same unit',
    wanted: { answerQuantity: kg(5) },
    values: [{ valueQuantity: { ...kg(5), unit: 'Kilogramm' } }],
    yes: ['=', '>=', '<='],
  },
  {
    say: 'a quantity in another unit',
    wanted: { answerQuantity: kg(5) },
    values: [{ valueQuantity: { ...kg(5), code: 'g' } }],
    yes: ['!='],
  },
  {
    say: 'a quantity in a unit of another system',
    wanted: { answerQuantity: kg(5) },
    values: [{ valueQuantity: { ...kg(5), system: 'urn:other' } }],
    yes: ['!='],
  },
  {
    say: 'quantities that name their unit in words only',
    wanted: { answerQuantity: { value: 5, unit: 'cups' } },
    values: [{ valueQuantity: { value: 6, unit: 'cups' } }],
    yes: ['!=', '>', '>='],
  },
  {
    say: 'a unit in words against the same as a code',
    wanted: { answerQuantity: { value: 5, code: 'cups', system: 'urn:units' } },
    values: [{ valueQuantity: { value: 5, unit: 'cups' } }],
    yes: ['=', '>=', '<='],
  },
  {
    say: 'a unit in words against other words',
    wanted: { answerQuantity: { value: 5, unit: 'cups' } },
    values: [{ valueQuantity: { value: 5, unit: 'spoons' } }],
    yes: ['!='],
  },
  {
    say: 'a quantity without unit against one with',
    wanted: { answerQuantity: { value: 5 } },
    values: [{ valueQuantity: kg(5) }],
    yes: ['!='],
  },
  {
    say: 'quantities without unit',
    wanted: { answerQuantity: { value: 5 } },
    values: [{ valueQuantity: { value: 5 } }],
    yes: ['=', '>=', '<='],
  },
  {
    say: 'a quantity against one without value',
    wanted: { answerQuantity: { unit: 'kg' } },
    values: [{ valueQuantity: { value: 5, unit: 'kg' } }],
    yes: ['!='],
  },
  { say: 'a number against a quantity', wanted: { answerQuantity: { value: 5 } }, values: [{ valueInteger: 5 }], yes: ['!='] },
  {
    say: 'a thing against itself, whatever it is called',
    wanted: { answerReference: { reference: 'Patient/1' } },
    values: [{ valueReference: { reference: 'Patient/1', display: 'Ada' } }],
    yes: ['=', '>=', '<='],
  },
  {
    say: 'a thing against another',
    wanted: { answerReference: { reference: 'Patient/1' } },
    values: [{ valueReference: { reference: 'Patient/2' } }],
    yes: ['!='],
  },
  {
    say: 'things that are only called something',
    wanted: { answerReference: { display: 'Ada' } },
    values: [{ valueReference: { display: 'Ada' } }],
    yes: ['!='],
  },
  { say: 'a text against a thing', wanted: { answerReference: { reference: 'x' } }, values: [{ valueString: 'x' }], yes: ['!='] },
];

describe('One enableWhen condition', () => {
  for (const { say, wanted, values, yes } of table) {
    it(`meets ${yes.length === 0 ? 'no operator' : yes.join(' ')} for ${say}`, () => {
      expect(operators.filter(operator => met({ operator, ...wanted }, ...values))).to.deep.equal(yes);
    });
  }

  it('exists: true needs an answer, exists: false needs none', () => {
    expect(met({ operator: 'exists', answerBoolean: true }, { valueString: 'x' })).to.equal(true);
    expect(met({ operator: 'exists', answerBoolean: false }, { valueString: 'x' })).to.equal(false);
    expect(met({ operator: 'exists', answerBoolean: true })).to.equal(false);
    expect(met({ operator: 'exists', answerBoolean: false })).to.equal(true);
  });
});

const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };
const ifTrue = (question: string): EnableWhen => ({ question, operator: '=', answerBoolean: true });
const unlessTrue = (question: string): EnableWhen => ({ question, operator: '!=', answerBoolean: true });

function enabled(items: readonly AnItem[], answers: Answers): readonly string[] {
  return enabledKeys(aState(items, answers));
}

describe('The enabled items of a form', () => {
  it('holds everything that has no condition, in the order of the form', () => {
    expect(
      enabled([{ linkId: 'g', type: 'group', items: [{ linkId: 'a' }, { linkId: 'd', type: 'display' }] }, { linkId: 'b' }], {}),
    ).to.deep.equal(['g', 'a', 'd', 'b']);
  });

  it('needs all conditions for all, and one for any', () => {
    const items = (enableBehavior: 'all' | 'any'): AnItem[] => [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean' },
      { linkId: 'c', enableBehavior, enableWhen: [ifTrue('a'), ifTrue('b')] },
    ];
    for (const [a, b] of [
      [yes, yes],
      [yes, no],
      [no, yes],
      [no, no],
    ] as const) {
      expect(enabled(items('all'), { a, b }).includes('c')).to.equal(a === yes && b === yes);
      expect(enabled(items('any'), { a, b }).includes('c')).to.equal(a === yes || b === yes);
    }
  });

  it('leaves out all below a disabled group, even where its own condition is met', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean' },
      {
        linkId: 'g',
        type: 'group',
        enableWhen: [ifTrue('a')],
        items: [{ linkId: 'h', type: 'group', items: [{ linkId: 'c', enableWhen: [ifTrue('b')] }] }],
      },
    ];
    expect(enabled(items, { a: no, b: yes })).to.deep.equal(['a', 'b']);
    expect(enabled(items, { a: yes, b: yes })).to.deep.equal(['a', 'b', 'g', 'h', 'c']);
  });

  it('does not count the answer of a disabled question', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean', enableWhen: [ifTrue('a')] },
      { linkId: 'c', enableWhen: [ifTrue('b')] },
      { linkId: 'd', enableWhen: [unlessTrue('b')] },
      { linkId: 'e', enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: false }] },
    ];
    expect(enabled(items, { a: yes, b: yes })).to.deep.equal(['a', 'b', 'c']);
    expect(enabled(items, { a: no, b: yes })).to.deep.equal(['a', 'd', 'e']);
  });

  it('may hang on a question that comes later', () => {
    expect(
      enabled(
        [
          { linkId: 'a', enableWhen: [ifTrue('z')] },
          { linkId: 'z', type: 'boolean' },
        ],
        { z: yes },
      ),
    ).to.deep.equal(['a', 'z']);
  });

  it('takes a question that does not exist for unanswered, whatever is answered under its name', () => {
    expect(
      enabled(
        [
          { linkId: 'a', enableWhen: [ifTrue('x')] },
          { linkId: 'b', enableWhen: [unlessTrue('x')] },
        ],
        { x: yes },
      ),
    ).to.deep.equal(['b']);
    expect(enabled([{ linkId: 'a', enableWhen: [ifTrue('constructor')] }], {})).to.deep.equal([]);
  });

  it('ends, always the same, where conditions go round in a loop', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean', enableWhen: [unlessTrue('c')] },
      { linkId: 'b', type: 'boolean', enableWhen: [unlessTrue('c')] },
      { linkId: 'c', type: 'boolean', enableBehavior: 'all', enableWhen: [unlessTrue('a'), unlessTrue('b')] },
      { linkId: 'd', type: 'boolean', enableWhen: [ifTrue('d')] },
    ];
    const answers = { a: yes, b: yes, c: yes, d: yes };
    expect(enabled(items, answers)).to.deep.equal(enabled(items, answers));
    expect(enabled(items, answers)).not.to.include('d');
  });
});
