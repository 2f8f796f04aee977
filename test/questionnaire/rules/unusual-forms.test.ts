// Forms whose rules are well-formed but unusual: slow to read, repeating, spread over a journey, naming what is not there.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Form } from '../../../src/content/forms/form.js';
import type { Questionnaire } from '../../../src/content/forms/questionnaire-schema.js';
import { checkRules } from '../../../src/questionnaire/rules/check-rules.js';
import { evaluateRules, noRules, tryRules, type RuleState } from '../../../src/questionnaire/rules/evaluate-rules.js';
import { safeMessage } from '../../../src/questionnaire/rules/safe-message.js';
import { aForm, type AnItem } from '../../support/a-form.js';
import { aConstraint, aRuleForm, evaluated, given, inputOf, someRules, whole } from './a-rule-form.js';

const whys = (form: Form): readonly string[] => checkRules(form).map(({ linkId, rule, why }) => `${linkId} | ${rule} | ${why}`);
// A machine that is busy may stop any expression that is tried: what was tried is left out where something else is asked.
const isOfCircle = (why: string): boolean => why.includes('| circle |');
const calculated = (linkId: string, expression: string, more: Partial<AnItem> = {}): AnItem => ({
  linkId,
  type: 'integer',
  ...more,
  rules: someRules({ calculated: expression }),
});

describe('Unusual rules', () => {
  it('still reads what is quick to read of a form with an expression that is not', () => {
    const long = `a(1${',1'.repeat(4990)})`;
    const form = aRuleForm([calculated('slow', long), calculated('quick', '1 + nothing(2)')], { foreign: true });
    expect(whys(form).filter(why => why.startsWith('quick'))).to.include('quick | calculatedExpression | there is no function nothing()');
  });

  it('refuses an expression of more than 10,000 characters, whoever wrote it', () => {
    const form = aRuleForm([calculated('a', `1${' '.repeat(9_999)}`), calculated('b', `1${' '.repeat(10_000)}`)]);
    expect(whys(form).filter(why => why.includes('FHIRPath'))).to.deep.equal([
      'b | calculatedExpression | it is not FHIRPath: it is longer than 10000 characters',
    ]);
  });

  it('takes what only carries extensions for no value', () => {
    const form = aRuleForm([
      calculated('c', "%questionnaire.item.where(linkId = 'c').prefix", { type: 'string' }),
      calculated('d', "%questionnaire.item.where(linkId = 'd').prefix", { type: 'string' }),
    ]);
    // Safe: what is added is FHIR's own way of writing that a text is not known.
    const source = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [
        { linkId: 'c', type: 'string', _prefix: { extension: [{ url: 'urn:why', valueCode: 'unknown' }] } },
        { linkId: 'd', type: 'string', prefix: 'A' },
      ],
    } as unknown as Questionnaire;
    const state = evaluated({ ...form, sources: new Map([['', source]]) }, {});
    expect([...state.calculated]).to.deep.equal([['d', [{ valueString: 'A' }]]]);
    expect(state.faults).to.deep.equal([]);
  });

  it('works rules out in each repetition, and again only where an answer of one has changed', () => {
    const group: AnItem = {
      linkId: 'g',
      type: 'group',
      repeats: true,
      minOccurs: 2,
      rules: someRules({ variables: [{ name: 'n', expression: "item.where(linkId = 'a').answer.value" }] }),
      items: [
        { linkId: 'a', type: 'integer' },
        calculated('b', '%n * 2', { readOnly: true }),
        calculated('d', '%n > 3', { type: 'boolean' }),
      ],
    };
    const form = aRuleForm([group, { linkId: 'z', type: 'integer' }]);
    const before = evaluated(form, given({ a: [whole(3)], 'a@1': [whole(4)] }));
    const doubles = [
      ['b', [whole(6)]],
      ['d', [{ valueBoolean: false }]],
      ['b@1', [whole(8)]],
      ['d@1', [{ valueBoolean: true }]],
    ];
    expect([...before.calculated]).to.deep.equal(doubles);
    const other = evaluated(form, given({ a: [whole(3)], 'a@1': [whole(4)], z: [whole(1)] }), before);
    expect(other.calculated).to.equal(before.calculated);
    const after = evaluated(form, given({ a: [whole(5)], 'a@1': [whole(4)] }), other);
    expect([...after.calculated]).to.deep.equal([
      ['b', [whole(10)]],
      ['d', [{ valueBoolean: true }]],
      ['b@1', [whole(8)]],
      ['d@1', [{ valueBoolean: true }]],
    ]);
    const { faults } = tryRules(inputOf(form, {}));
    expect(faults.filter(({ why }) => why === 'failed')).to.deep.equal([]);
  });

  it('finds a circle that leads through a rule of the whole journey', () => {
    const part = (name: string, expression: string): AnItem => ({ ...calculated(`${name}.a`, expression), localId: 'a', part: name });
    const variables = [{ name: 'v', expression: "%resource.repeat(item).where(linkId = 'two.a').answer.value" }];
    const form = aRuleForm([part('one', '%v'), part('two', '%v + 1')], { rules: someRules({ variables }) });
    expect(whys(form).filter(isOfCircle)).to.deep.equal(['two.a | circle | it hangs on itself: two.a → two.a']);
  });

  it('finds no circle in a condition on a question that is not in the form', () => {
    const enableWhen = [{ question: 'nowhere', operator: 'exists', answerBoolean: true }] as const;
    expect(whys(aRuleForm([calculated('a', '1', { enableWhen })])).filter(isOfCircle)).to.deep.equal([]);
  });

  it('says that a constraint of the form itself is broken, in the name of no item', () => {
    const form = aRuleForm([{ linkId: 'a', type: 'integer' }], {
      rules: someRules({ constraints: [aConstraint('item.answer.value < 3')] }),
    });
    expect(evaluated(form, given({ a: [whole(3)] })).broken).to.deep.equal([{ key: '', constraint: aConstraint('item.answer.value < 3') }]);
    expect(evaluated(form, given({ a: [whole(2)] })).broken).to.deep.equal([]);
  });

  it('names variables of the form itself whose name is taken or given twice', () => {
    const variables = ['context', 'v', 'v'].map(name => ({ name, expression: '1' }));
    const found = whys(aRuleForm([{ linkId: 'a' }], { rules: someRules({ variables }) }));
    expect(found.filter(why => why.includes('%'))).to.deep.equal([
      ' | variable context | %context has a meaning of its own',
      ' | variable v | %v is defined twice',
    ]);
  });

  it('reads a score where one stands: on a value or its option, and on nothing round them', () => {
    const score = (valueDecimal: unknown) => ({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal }],
    });
    const weigh = (source: object, path: string): RuleState['calculated'] => {
      const questionnaire = { resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'q', type: 'choice', ...source }] };
      const form = aRuleForm([calculated('c', `%questionnaire.item${path}.weight()`)]);
      // Safe: scores in places where FHIR has none, too, as a form from elsewhere may have them.
      return evaluated({ ...form, sources: new Map([['', questionnaire as unknown as Questionnaire]]) }, {}).calculated;
    };
    const three = [['c', [whole(3)]]];
    const coding = { system: 'urn:s', code: 'a' };
    expect([...weigh({ answerOption: [{ valueCoding: { ...coding, ...score(3) } }] }, '.answerOption.value')]).to.deep.equal(three);
    expect([...weigh({ answerOption: [{ valueCoding: { ...coding, ...score(3) } }] }, '.answerOption')]).to.deep.equal(three);
    expect([...weigh({ answerOption: [{ valueCoding: coding, ...score(3) }] }, '.answerOption.value')]).to.deep.equal(three);
    expect([...weigh({ answerOption: [{ valueString: 'a', _valueString: score(3) }] }, '.answerOption.value')]).to.deep.equal(three);
    expect([...weigh(score(3), '')]).to.deep.equal(three);
    expect([...weigh({ text: 'Q', ...score(3) }, '.text')]).to.deep.equal([]);
    expect([...weigh({ text: 'Q', _text: score(3) }, '')]).to.deep.equal([]);
    expect([...weigh({ answerOption: [{ valueCoding: { ...coding, ...score('3') } }] }, '.answerOption.value')]).to.deep.equal([]);
    expect([...weigh({ answerOption: [{ valueCoding: coding }] }, '.answerOption.value')]).to.deep.equal([]);
  });

  it('works out anew, on another day, what asks for the day by way of a variable', () => {
    const variables = [
      { name: 'n', expression: '1' },
      { name: 'when', expression: 'today()' },
    ];
    const rules = someRules({ variables, calculated: '%when.where(%n = 1)' });
    const form = aRuleForm([{ linkId: 'd', type: 'date', rules }]);
    const on = (at: string, before?: RuleState): RuleState => evaluateRules({ ...inputOf(form, {}), at }, before);
    const first = on('2020-02-29T12:00:00Z');
    expect([...first.calculated]).to.deep.equal([['d', [{ valueDate: '2020-02-29' }]]]);
    expect([...on('2020-03-01T12:00:00Z', first).calculated]).to.deep.equal([['d', [{ valueDate: '2020-03-01' }]]]);
    expect(on('2020-02-29T13:00:00Z', first).calculated).to.equal(first.calculated);
  });

  it('knows the questionnaire of a rule that stands on the form itself', () => {
    const constraints = [aConstraint("%questionnaire.item.where(linkId = 'a').text = 'Text of a'"), aConstraint('%qitem.exists()', 'none')];
    const { broken } = evaluated(aRuleForm([{ linkId: 'a' }], { rules: someRules({ constraints }) }), {});
    expect(broken.map(({ constraint }) => constraint.key)).to.deep.equal(['none']);
  });

  it('has nothing to try in a form without rules', () => {
    expect(tryRules(inputOf(aForm([{ linkId: 'a' }]), {}))).to.equal(noRules);
  });

  it('passes on nothing of what is thrown that is no error', () => {
    expect(safeMessage('the answer was 7')).to.equal('It cannot be evaluated with these answers');
  });
});
