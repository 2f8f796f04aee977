import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../../src/content/forms/form.js';
import { evaluateRules, noRules } from '../../../src/questionnaire/rules/evaluate-rules.js';
import { aForm, anOption, type AnItem } from '../../support/a-form.js';
import { aConstraint, aRuleForm, coded, evaluated, given, inputOf, someRules, whole, words } from './a-rule-form.js';

const scored = [0, 1, 2, 3].map(score => anOption(`s${String(score)}`, { score }));
const scale = (linkId: string): AnItem => ({ linkId, type: 'choice', options: scored });
const sum = (linkIds: readonly string[], how = 'ordinal()'): string =>
  `%resource.item.where(${linkIds.map(linkId => `linkId='${linkId}'`).join(' or ')}).answer.value.${how}.sum()`;

describe('evaluateRules', () => {
  it('costs nothing where a form has no rules', () => {
    const state = evaluated(aForm([{ linkId: 'a' }]), {});
    expect(state).to.equal(noRules);
    expect(evaluated(aForm([{ linkId: 'a' }]), {}, state)).to.equal(noRules);
    expect(state.faults).to.deep.equal([]);
  });

  it('sums scores as screens for depression do, under either name of the score', () => {
    const items = ['q1', 'q2', 'q3'];
    const form = aRuleForm([
      ...items.map(scale),
      { linkId: 'total', type: 'integer', rules: someRules({ calculated: sum(items) }) },
      { linkId: 'weights', type: 'decimal', rules: someRules({ calculated: sum(items, 'weight()') }) },
      {
        linkId: 'written',
        type: 'integer',
        rules: someRules({
          calculated: "%resource.item.answer.value.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value.sum()",
        }),
      },
    ]);
    const { calculated, faults } = evaluated(form, given({ q1: [coded('s3')], q2: [coded('s2')], q3: [coded('s0')] }));
    expect([...calculated]).to.deep.equal([
      ['total', [{ valueInteger: 5 }]],
      ['weights', [{ valueDecimal: 5 }]],
      ['written', [{ valueInteger: 5 }]],
    ]);
    expect(faults).to.deep.equal([]);
  });

  it('gives options without a coding their score too', () => {
    const options = [{ ...anOption('1', { score: 7 }), value: whole(1) }];
    const form = aRuleForm([
      { linkId: 'q', type: 'choice', options },
      { linkId: 'total', type: 'integer', rules: someRules({ calculated: sum(['q']) }) },
    ]);
    expect(evaluated(form, given({ q: [whole(1)] })).calculated.get('total')).to.deep.equal([{ valueInteger: 7 }]);
  });

  it('does not count what is not enabled, nor what stands in it', () => {
    const form = aRuleForm([
      { linkId: 'g', type: 'group', items: [{ linkId: 'a', type: 'integer' }] },
      { linkId: 'b', type: 'integer' },
      {
        linkId: 'total',
        type: 'integer',
        rules: someRules({ calculated: "%resource.repeat(item).where(linkId in ('a'|'b')).answer.value.sum()" }),
      },
    ]);
    const answers = given({ a: [whole(2)], b: [whole(5)] });
    expect(evaluated(form, answers).calculated.get('total')).to.deep.equal([whole(7)]);
    expect(evaluateRules(inputOf(form, answers, ['b'])).calculated.get('total')).to.deep.equal([whole(2)]);
    expect(evaluateRules(inputOf(form, answers, ['g'])).calculated.get('total')).to.deep.equal([whole(5)]);
    expect([...evaluateRules(inputOf(form, answers, ['total'])).calculated]).to.deep.equal([]);
  });

  it('says what enableWhenExpression says, of disabled items too: nothing disables, what is no boolean enables and is told', () => {
    const rule = (linkId: string, enableWhen: string): AnItem => ({ linkId, rules: someRules({ enableWhen }) });
    const form = aRuleForm([
      { linkId: 'a', type: 'integer' },
      rule('yes', "%resource.item.where(linkId='a').answer.value > 3"),
      rule('no', "%resource.item.where(linkId='a').answer.value > 4"),
      rule('nothing', '{}'),
      rule('odd', "'perhaps'"),
      rule('several', 'true | false'),
      rule('wrong', '%nowhere'),
    ]);
    const { enabled, faults } = evaluateRules(inputOf(form, given({ a: [whole(4)] }), ['no']));
    expect(Object.fromEntries(enabled)).to.deep.equal({ yes: true, no: false, nothing: false, odd: true, several: true, wrong: true });
    const message = 'It gives something other than true or false';
    expect(faults).to.deep.equal([
      { linkId: 'odd', rule: 'enableWhenExpression', why: 'failed', message },
      { linkId: 'several', rule: 'enableWhenExpression', why: 'failed', message },
      {
        linkId: 'wrong',
        rule: 'enableWhenExpression',
        why: 'failed',
        message: 'Attempting to access an undefined environment variable: nowhere',
      },
    ]);
  });

  it('finds a constraint broken by false alone, on the form and on items', () => {
    const form = aRuleForm(
      [
        { linkId: 'a', type: 'integer' },
        {
          linkId: 'g',
          type: 'group',
          items: [{ linkId: 'b' }],
          rules: someRules({ constraints: [aConstraint("item.where(linkId='b').answer.value = 'x'")] }),
        },
        { linkId: 'odd', rules: someRules({ constraints: [aConstraint('3', 'k')] }) },
      ],
      { rules: someRules({ constraints: [aConstraint("item.where(linkId='a').answer.value < 10", 'low')] }) },
    );
    expect(evaluated(form, {}).broken).to.deep.equal([]);
    const { broken, faults } = evaluated(form, given({ a: [whole(12)], b: [words('y')] }));
    expect(broken.map(({ key, constraint }) => [key, constraint.key])).to.deep.equal([
      ['', 'low'],
      ['g', 'c'],
    ]);
    expect(faults).to.deep.equal([
      { linkId: 'odd', rule: 'constraint k', why: 'failed', message: 'It gives something other than true or false' },
    ]);
    expect(evaluated(form, given({ a: [whole(9)], b: [words('x')] })).broken).to.deep.equal([]);
    expect(evaluateRules(inputOf(form, given({ b: [words('y')] }), ['g'])).broken).to.deep.equal([]);
  });

  it('sees the variables of the form, of what it stands in, and its own, each in its own place', () => {
    const form = aRuleForm(
      [
        {
          linkId: 'g',
          type: 'group',
          rules: someRules({
            variables: [
              { name: 'here', expression: "item.where(linkId='a').answer.value" },
              { name: 'twice', expression: '%here * 2' },
            ],
          }),
          items: [
            { linkId: 'a', type: 'integer' },
            {
              linkId: 'b',
              type: 'string',
              rules: someRules({
                variables: [{ name: 'top', expression: "%top & '!'" }],
                calculated:
                  '%top & %twice.toString() & %context.linkId & %qitem.linkId & %questionnaire.url & %loinc & %patient.name.first().toString().length().toString()',
              }),
            },
          ],
        },
      ],
      { rules: someRules({ variables: [{ name: 'top', expression: "'t'" }] }), launchContext: ['patient'] },
    );
    const { calculated, faults } = evaluated(form, given({ a: [whole(4)] }));
    expect(faults).to.deep.equal([]);
    expect(calculated.get('b')).to.deep.equal([words('t!8bbhttps://example.org/formhttp://loinc.org')]);
  });

  it('sums within each repetition by %context, and over all by %resource, equal ones too', () => {
    const form = aRuleForm([
      {
        linkId: 'p',
        type: 'group',
        repeats: true,
        items: [
          { linkId: 'x', type: 'integer' },
          { linkId: 'y', type: 'integer' },
          {
            linkId: 'own',
            type: 'integer',
            rules: someRules({
              variables: [{ name: 'all', expression: "%resource.repeat(item).where(linkId='x').answer.value.sum()" }],
              calculated: '%x.sum()',
            }),
          },
        ],
        rules: someRules({ variables: [{ name: 'x', expression: "%context.item.where(linkId='x' or linkId='y').answer.value" }] }),
      },
      { linkId: 'total', type: 'integer', rules: someRules({ calculated: "%resource.repeat(item).where(linkId='x').answer.value.sum()" }) },
    ]);
    const answers = given({
      x: [whole(1)],
      y: [whole(2)],
      'p+': [{ valueBoolean: true }],
      'x@1': [whole(1)],
      'y@1': [whole(2)],
      'p@1+': [{ valueBoolean: true }],
      'x@2': [whole(7)],
    });
    const { calculated } = evaluated(form, answers);
    expect(Object.fromEntries(calculated)).to.deep.equal({ own: [whole(3)], 'own@1': [whole(3)], 'own@2': [whole(7)], total: [whole(9)] });
  });

  it('holds the answers of a repeating question in one item, with what is nested in each', () => {
    const nested: AnItem = { linkId: 'n', type: 'integer' };
    const form = aRuleForm([
      { linkId: 'r', repeats: true, items: [nested] },
      {
        linkId: 'count',
        type: 'integer',
        rules: someRules({
          calculated: "%resource.item.where(linkId='r').count() * 100 + %resource.item.where(linkId='r').answer.count()",
        }),
      },
      {
        linkId: 'inside',
        type: 'integer',
        rules: someRules({ calculated: "%resource.item.where(linkId='r').answer.where(value='two').item.where(linkId='n').answer.value" }),
      },
    ]);
    const { calculated } = evaluated(
      form,
      given({ r: [words('one')], 'r+': [{ valueBoolean: true }], 'r@1': [words('two')], n: [whole(1)], 'n@1': [whole(2)] }),
    );
    expect(Object.fromEntries(calculated)).to.deep.equal({ count: [whole(102)], inside: [whole(2)] });
  });

  it('holds what is nested in one of several chosen answers in that answer', () => {
    const form = aRuleForm([
      {
        linkId: 'r',
        type: 'choice',
        repeats: true,
        options: ['one', 'two'].map(code => anOption(code)),
        items: [{ linkId: 'n', type: 'integer' }],
      },
      {
        linkId: 'inside',
        type: 'integer',
        rules: someRules({ calculated: "%resource.item.where(linkId='r').answer.where(value.code='two').item.answer.value" }),
      },
    ]);
    const { calculated } = evaluated(form, given({ r: [coded('one'), coded('two')], n: [whole(1)], 'n@1': [whole(2)] }));
    expect(calculated.get('inside')).to.deep.equal([whole(2)]);
    expect([...evaluated(form, given({ n: [whole(1)] })).calculated]).to.deep.equal([]);
  });

  it('gives the parts of a journey their own response and linkIds, and the journey as a whole all of them', () => {
    const part = (name: string, more: Partial<AnItem> = {}): AnItem => ({
      linkId: `${name}.a`,
      localId: 'a',
      part: name,
      type: 'integer',
      ...more,
    });
    const form = aRuleForm(
      [
        part('one'),
        part('two', { items: [{ linkId: 'three.z', localId: 'z', part: 'three', type: 'integer' }] }),
        {
          linkId: 'two.b',
          localId: 'b',
          part: 'two',
          type: 'integer',
          rules: someRules({ calculated: "%resource.item.where(linkId='a').answer.value" }),
        },
        {
          linkId: 'two.c',
          localId: 'c',
          part: 'two',
          type: 'integer',
          rules: someRules({ calculated: '%resource.descendants().answer.value.sum() + 1000' }),
        },
        {
          linkId: 'three.d',
          localId: 'd',
          part: 'three',
          type: 'integer',
          rules: someRules({ calculated: '%resource.item.answer.value.sum() + %all' }),
        },
      ],
      {
        rules: someRules({
          variables: [{ name: 'all', expression: "%resource.descendants().where(linkId='one.a' or linkId='three.z').answer.value.sum()" }],
          constraints: [aConstraint('%questionnaire.exists()')],
        }),
      },
    );
    const { calculated, broken, faults } = evaluated(form, given({ 'one.a': [whole(1)], 'two.a': [whole(20)], 'three.z': [whole(300)] }));
    expect(faults).to.deep.equal([]);
    expect(Object.fromEntries(calculated)).to.deep.equal({ 'two.b': [whole(20)], 'two.c': [whole(1020)], 'three.d': [whole(601)] });
    expect(broken.length).to.equal(1);
  });

  it('takes initial values and options from expressions', () => {
    const form = aRuleForm([
      { linkId: 'names', repeats: true },
      { linkId: 'who', type: 'choice', rules: someRules({ options: "%resource.item.where(linkId='names').answer", initial: "'Bo'" }) },
    ]);
    const state = evaluated(form, given({ names: [words('Al')], 'names+': [{ valueBoolean: true }], 'names@1': [words('Bo')] }));
    expect(state.options.get('who')).to.deep.equal([
      { code: 'Al', value: words('Al'), label: 'Al', exclusive: false },
      { code: 'Bo', value: words('Bo'), label: 'Bo', exclusive: false },
    ]);
    expect(state.initial.get('who')).to.deep.equal([words('Bo')]);
    const fewer = evaluated(form, given({ names: [words('Al')] }), state);
    expect(fewer.initial.has('who')).to.equal(false);
    expect(fewer.faults).to.deep.equal([
      { linkId: 'who', rule: 'initialExpression', why: 'failed', message: "It gives something that is no answer of type 'choice'" },
    ]);
  });

  it('reads the clock it is given', () => {
    const form = aRuleForm([
      { linkId: 'day', type: 'date', rules: someRules({ initial: 'today()' }) },
      { linkId: 'now', type: 'dateTime', rules: someRules({ variables: [{ name: 'n', expression: 'now()' }], initial: '%n' }) },
      { linkId: 'time', type: 'time', rules: someRules({ initial: 'timeOfDay()' }) },
    ]);
    const at = (instant: string, before = noRules): typeof noRules => evaluateRules({ ...inputOf(form, {}), at: instant }, before);
    const first = at('2026-11-22T09:00:00.000Z');
    expect(Object.fromEntries(first.initial)).to.deep.equal({
      day: [{ valueDate: '2026-11-22' }],
      now: [{ valueDateTime: '2026-11-22T09:00:00.000Z' }],
      time: [{ valueTime: '09:00:00.000' }],
    });
    const second = at('2026-11-22T10:00:00+01:00', first);
    expect(second.initial.get('day')).to.equal(first.initial.get('day'));
    expect(second.initial.get('now')).to.deep.equal([{ valueDateTime: '2026-11-22T10:00:00+01:00' }]);
    expect(second.initial.get('time')).to.deep.equal([{ valueTime: '10:00:00' }]);
    expect(at('2026-11-23T10:00:00Z', second).initial.get('day')).to.deep.equal([{ valueDate: '2026-11-23' }]);
    expect(evaluated(form, {}).initial.get('day')?.[0])
      .to.have.property('valueDate')
      .that.matches(/^\d{4}-\d\d-\d\d$/u);
  });
});

describe('evaluateRules after a change', () => {
  const form = aRuleForm([
    { linkId: 'a', type: 'integer' },
    { linkId: 'b', type: 'integer' },
    {
      linkId: 'ofA',
      type: 'integer',
      rules: someRules({ variables: [{ name: 'v', expression: "%resource.item.where(linkId='a').answer.value" }], calculated: '%v + 1' }),
    },
    {
      linkId: 'ofB',
      type: 'integer',
      rules: someRules({
        calculated: "%resource.item.where(linkId='b').answer.value",
        constraints: [aConstraint('%resource.item.answer.count() < 3')],
      }),
    },
  ]);

  it('leaves alone what reads nothing that changed, and does again what does', () => {
    const first = evaluated(form, given({ a: [whole(1)], b: [whole(2)] }));
    const second = evaluated(form, given({ a: [whole(5)], b: [whole(2)] }), first);
    expect(Object.fromEntries(second.calculated)).to.deep.equal({ ofA: [whole(6)], ofB: [whole(2)] });
    expect(second.calculated.get('ofB')).to.equal(first.calculated.get('ofB'));
    const said = (state: typeof first, rule: string): unknown =>
      [...state.rules].find(([expression]) => expression.rule === rule && expression.element.item?.linkId === 'ofB')?.[1].get('ofB');
    expect(said(second, 'calculatedExpression')).to.equal(said(first, 'calculatedExpression'));
    expect(said(second, 'constraint c')).not.to.equal(said(first, 'constraint c'));
  });

  it('gives the very maps of before where nothing comes of a change', () => {
    const first = evaluated(form, given({ a: [whole(1)], b: [whole(2)] }));
    const again = evaluated(form, given({ a: [whole(1)], b: [whole(2)] }), first);
    expect(again.calculated).to.equal(first.calculated);
    expect(again.enabled).to.equal(first.enabled);
    const gone = evaluated(form, given({ b: [whole(2)] }), again);
    expect(Object.fromEntries(gone.calculated)).to.deep.equal({ ofB: [whole(2)] });
    expect(gone.calculated).not.to.equal(first.calculated);
  });

  it('keeps a variable that did not change for a rule that did', () => {
    const mixed = aRuleForm([
      { linkId: 'a', type: 'integer' },
      { linkId: 'b', type: 'integer' },
      {
        linkId: 'c',
        type: 'integer',
        rules: someRules({
          variables: [{ name: 'v', expression: "%resource.item.where(linkId='a').answer.value" }],
          calculated: "%v + %resource.item.where(linkId='b').answer.value",
        }),
      },
    ]);
    const first = evaluated(mixed, given({ a: [whole(1)], b: [whole(2)] }));
    const second = evaluated(mixed, given({ a: [whole(1)], b: [whole(3)] }), first);
    expect(second.calculated.get('c')).to.deep.equal([whole(4)]);
    const [variable] = first.variables.keys();
    expect(variable?.rule).to.equal('variable v');
    expect(variable && second.variables.get(variable)?.get('c')).to.equal(variable && first.variables.get(variable)?.get('c'));
    expect(second.variables.size).to.equal(1);
  });

  it('forgets repetitions that are gone, and evaluates new ones', () => {
    const repeated = aRuleForm([
      {
        linkId: 'g',
        type: 'group',
        repeats: true,
        items: [
          { linkId: 'x', type: 'integer' },
          { linkId: 'd', type: 'integer', rules: someRules({ variables: [{ name: 'v', expression: '2' }], calculated: '%v' }) },
        ],
      },
    ]);
    const one = evaluated(repeated, {});
    const two = evaluated(repeated, given({ 'g+': [{ valueBoolean: true }] }), one);
    expect([...two.calculated.keys()]).to.deep.equal(['d', 'd@1']);
    const back = evaluated(repeated, {}, two);
    expect([...back.calculated.keys()]).to.deep.equal(['d']);
    expect([...back.variables.values()].map(values => [...values.keys()])).to.deep.equal([['d']]);
  });

  it('begins anew with the state of another form', () => {
    const other = aRuleForm([{ linkId: 'ofB', type: 'integer', rules: someRules({ calculated: '7' }) }]);
    const state = evaluated(other, {}, evaluated(form, given({ b: [whole(2)] })));
    expect(Object.fromEntries(state.calculated)).to.deep.equal({ ofB: [whole(7)] });
  });
});

describe('evaluateRules of a form somebody gave', () => {
  const endless = '(1).repeat($this + 1).count() > 0';

  it('stops an expression without an end, tells it, and does not try it again until what it reads changes', () => {
    const form = aRuleForm(
      [
        { linkId: 'a', type: 'integer' },
        { linkId: 'slow', rules: someRules({ enableWhen: `iif(%resource.item.where(linkId='a').exists(), true, ${endless})` }) },
        { linkId: 'fine', type: 'integer', rules: someRules({ calculated: '1 + 1' }) },
      ],
      { foreign: true },
    );
    const first = evaluated(form, {});
    expect(first.faults).to.deep.equal([{ linkId: 'slow', rule: 'enableWhenExpression', why: 'too-slow' }]);
    expect(first.enabled.get('slow')).to.equal(true);
    expect(first.calculated.get('fine')).to.deep.equal([whole(2)]);
    const second = evaluated(form, {}, first);
    const stopped = [...first.rules.keys()].find(({ rule }) => rule === 'enableWhenExpression');
    expect(stopped && second.rules.get(stopped)?.get('slow')).to.equal(stopped && first.rules.get(stopped)?.get('slow'));
    expect(second.faults).to.deep.equal(first.faults);
    expect(evaluated(form, given({ a: [whole(1)] }), second).faults).to.deep.equal([]);
  });

  it('gives up on the rest after several were stopped', () => {
    const slow = Array.from({ length: 30 }, (_, place) => ({
      linkId: `s${String(place)}`,
      type: 'boolean' as const,
      rules: someRules({ calculated: endless }),
    }));
    const { faults, calculated } = evaluated(aRuleForm(slow, { foreign: true }), {});
    expect(faults.length).to.equal(30);
    expect(calculated.size).to.equal(0);
  });

  it('runs any pattern in linear time', () => {
    const form = aRuleForm(
      [{ linkId: 'p', type: 'boolean', rules: someRules({ calculated: `'${'a'.repeat(300)}b'.matches('^(a+)+$')` }) }],
      { foreign: true },
    );
    const { calculated, faults } = evaluated(form, {});
    expect(faults).to.deep.equal([]);
    expect(calculated.get('p')).to.deep.equal([{ valueBoolean: false }]);
  });

  it('tells a failing variable once, as what fails; the rules that use it do nothing', () => {
    const form = aRuleForm(
      [
        { linkId: 'a' },
        { linkId: 'x', rules: someRules({ enableWhen: '%v', calculated: '%v' }) },
        { linkId: 'y', type: 'integer', rules: someRules({ calculated: '((' }) },
        { linkId: 'z', type: 'integer', rules: someRules({ calculated: `1${' + 1'.repeat(2600)}` }) },
      ],
      { foreign: true, rules: someRules({ variables: [{ name: 'v', expression: "item.where(linkId='a').answer.value + 1" }] }) },
    );
    const { enabled, calculated, faults } = evaluated(form, given({ a: [words('secret')] }));
    expect(enabled.get('x')).to.equal(true);
    expect(calculated.size).to.equal(0);
    expect(faults.map(({ linkId, rule }) => [linkId, rule])).to.deep.equal([
      ['', 'variable v'],
      ['y', 'calculatedExpression'],
      ['z', 'calculatedExpression'],
    ]);
    expect(faults[0]?.message).to.equal('Cannot convert a value to a number');
    expect(faults[1]?.message).to.match(/^line: 1; column: 2/u);
    expect(faults[2]?.message).to.equal('it is longer than 10000 characters');
    expect(JSON.stringify(faults)).not.to.contain('secret');
  });

  it('tells once what fails in several repetitions', () => {
    const values: readonly AnswerValue[] = [{ valueBoolean: true }];
    const form = aRuleForm([
      { linkId: 'g', type: 'group', repeats: true, items: [{ linkId: 'x', rules: someRules({ calculated: '%nowhere' }) }] },
    ]);
    expect(evaluated(form, given({ 'g+': values })).faults.length).to.equal(1);
  });
});
