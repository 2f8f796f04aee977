import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Form } from '../../../src/content/forms/form.js';
import { checkRules } from '../../../src/questionnaire/rules/check-rules.js';
import { aForm, anOption, type AnItem } from '../../support/a-form.js';
import { aConstraint, aRuleForm, someRules } from './a-rule-form.js';

const whys = (form: Form): readonly string[] => checkRules(form).map(({ linkId, rule, why }) => `${linkId} | ${rule} | ${why}`);
const calculated = (linkId: string, expression: string, more: Partial<AnItem> = {}): AnItem => ({
  linkId,
  type: 'integer',
  ...more,
  rules: someRules({ calculated: expression }),
});
const answerOf = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;

describe('checkRules', () => {
  it('has nothing to say of a form without rules, and of one whose rules are sound', () => {
    expect(checkRules(aForm([{ linkId: 'a' }]))).to.deep.equal([]);
    const everything: readonly AnItem[] = [
      ...(['boolean', 'integer', 'decimal', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'reference', 'attachment'] as const).map(
        type => ({
          linkId: type,
          type,
        }),
      ),
      { linkId: 'weight', type: 'quantity', units: [{ label: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }] },
      { linkId: 'bare', type: 'quantity' },
      { linkId: 'open', type: 'choice' },
      { linkId: 'one', type: 'choice', options: [anOption('x', { score: 1 }), anOption('y', { score: 2 })] },
      { linkId: 'many', type: 'choice', repeats: true, options: [anOption('x', { score: 1 }), anOption('y', { score: 2 })] },
    ];
    const sound = aRuleForm(
      [
        ...everything,
        calculated('total', `${answerOf('one')}.ordinal().sum() + ${answerOf('many')}.ordinal().sum() + %extra + %patient.count()`),
      ],
      {
        launchContext: ['patient'],
        rules: someRules({
          variables: [{ name: 'extra', expression: "item.defineVariable('k', 2).first().iif(true, %k)" }],
          constraints: [aConstraint("%resource.item.where(linkId = 'weight').answer.value < 3 'kg'")],
        }),
      },
    );
    expect(whys(sound)).to.deep.equal([]);
  });

  it('names what is no FHIRPath, and what is not there', () => {
    const form = aRuleForm([
      { linkId: 'a', type: 'integer' },
      calculated('broken', '((1'),
      calculated('lost', `%nowhere + ${answerOf('b')} + ${answerOf('a')}`),
      calculated('odd', "item.foo() and 'x'.matches('(?=a)') and 'x'.matches('a+') and item.answer.value.memberOf('http://x') | resolve()"),
    ]);
    const found = whys(form);
    expect(found[0]).to.match(/^broken \| calculatedExpression \| it is not FHIRPath: line: 1; column: 3/u);
    expect(found.slice(1)).to.deep.equal([
      'lost | calculatedExpression | %nowhere is not defined where it is used',
      "lost | calculatedExpression | there is no item 'b'",
      'odd | calculatedExpression | there is no function foo()',
      'odd | calculatedExpression | memberOf() needs a server, and nothing is asked of one here',
      'odd | calculatedExpression | resolve() needs a server, and nothing is asked of one here',
      "odd | calculatedExpression | the pattern '(?=a)' is not an RE2 pattern: error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
    ]);
  });

  it('knows the linkIds of the part a rule stands in, and those of the journey', () => {
    const part = (name: string, localId: string, more: Partial<AnItem> = {}): AnItem => ({
      linkId: `${name}.${localId}`,
      localId,
      part: name,
      type: 'integer',
      ...more,
    });
    const items = [
      part('one', 'a'),
      part('two', 'b', { rules: someRules({ calculated: answerOf('a') }) }),
      part('two', 'c', { rules: someRules({ calculated: answerOf('c') }) }),
    ];
    const rules = someRules({ variables: [{ name: 'v', expression: `${answerOf('one.a')} + ${answerOf('a')}` }] });
    expect(whys(aRuleForm(items, { rules }))).to.deep.equal([
      " | variable v | there is no item 'a'",
      "two.b | calculatedExpression | there is no item 'a'",
      'two.c | circle | it hangs on itself: two.c → two.c',
    ]);
  });

  it('names variables whose name is taken, or given twice', () => {
    const variables = [
      { name: 'resource', expression: '1' },
      { name: 'v', expression: '1' },
      { name: 'v', expression: '2' },
    ];
    expect(
      whys(
        aRuleForm([{ linkId: 'a', rules: someRules({ variables }) }], {
          rules: someRules({ variables: [{ name: 'v', expression: '3' }] }),
        }),
      ),
    ).to.deep.equal(['a | variable resource | %resource has a meaning of its own', 'a | variable v | %v is defined twice']);
  });

  it('names circles: through variables, conditions, and what an item stands in', () => {
    const form = aRuleForm(
      [
        { ...calculated('a', '%b + 1'), enableWhen: [] },
        calculated('b', answerOf('c')),
        { linkId: 'c', type: 'integer', enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] },
        {
          linkId: 'g',
          type: 'group',
          rules: someRules({ enableWhen: `%resource.repeat(item).where(linkId='inner').answer.value > 1` }),
          items: [{ linkId: 'inner', type: 'integer' }],
        },
        { linkId: 'x', enableWhen: [{ question: 'y', operator: 'exists', answerBoolean: true }] },
        { linkId: 'y', enableWhen: [{ question: 'x', operator: 'exists', answerBoolean: true }] },
        calculated('d', `${answerOf('b')} + ${answerOf('nobody')}`),
      ],
      { rules: someRules({ variables: [{ name: 'b', expression: answerOf('b') }] }) },
    );
    expect(whys(form)).to.deep.equal([
      "d | calculatedExpression | there is no item 'nobody'",
      'a | circle | it hangs on itself: a → b → c → a',
      'g | circle | it hangs on itself: g → inner → g',
    ]);
  });

  it('does not take a total inside the group it sums for a circle', () => {
    const total = calculated('total', "%resource.item.where(linkId='g').item.answer.value.ordinal().sum()");
    expect(whys(aRuleForm([{ linkId: 'g', type: 'group', items: [{ linkId: 'q', type: 'integer' }, total] }]))).to.deep.equal([]);
  });

  it('tells what fails before anything is answered, and in shipped content what fails when everything is', () => {
    const items = [
      { linkId: 'a', type: 'integer' as const },
      calculated('empty', `-(${answerOf('a')} + 0)`),
      calculated('full', `${answerOf('a')}.substring(0)`),
    ];
    const atOnce =
      'empty | calculatedExpression | it fails before anything is answered: Unary - can only be applied to an individual number or Quantity';
    expect(whys(aRuleForm(items))).to.deep.equal([
      atOnce,
      'full | calculatedExpression | it fails when every question is answered: Expected string',
    ]);
    expect(whys(aRuleForm(items, { foreign: true }))).to.deep.equal([atOnce]);
  });

  it('tells an expression without an end, a variable nobody uses included', () => {
    const endless = '(1).repeat($this + 1)';
    const rules = someRules({ variables: [{ name: 'v', expression: endless }] });
    expect(whys(aRuleForm([calculated('slow', `${endless}.count()`)], { foreign: true, rules }))).to.deep.equal([
      ' | variable v | it takes too long before anything is answered',
      'slow | calculatedExpression | it takes too long before anything is answered',
    ]);
  });

  it('stops reading what takes too long to read, and then reads nothing more of a form', () => {
    const long = `1${'+1'.repeat(4990)}`;
    const found = whys(
      aRuleForm([calculated('a', `iif(${'('.repeat(1900)}1${')'.repeat(1900)}, 1, 2)`), calculated('b', long)], { foreign: true }),
    );
    expect(found.length).to.equal(2);
    expect(found[0]).to.match(/^a \| calculatedExpression \| it is not FHIRPath: /u);
    expect(found[1]).to.equal('b | calculatedExpression | it is not FHIRPath: it takes too long to read');
  });
});
