// An expression given only the items it names must see what it would see in the whole response.
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../../src/content/forms/form.js';
import type { Answers } from '../../../src/questionnaire/answers.js';
import { rulesOf } from '../../../src/questionnaire/rules/compile-rules.js';
import { compileExpression, itemNode, plainResults } from '../../../src/questionnaire/rules/engine.js';
import { expressionsOf } from '../../../src/questionnaire/rules/expressions-of.js';
import { ResponseSoFar } from '../../../src/questionnaire/rules/response-so-far.js';
import { anOption, type AnItem } from '../../support/a-form.js';
import { aRuleForm, coded, inputOf, someRules, whole } from './a-rule-form.js';

const yes: AnswerValue = { valueBoolean: true };
const question = (linkId: string, more: Partial<AnItem> = {}): AnItem => ({ linkId, type: 'integer', ...more });

/** Every shape of nesting: groups in groups, repeating groups, questions nested in questions and in each of several answers. */
const items = (rules: readonly string[]): readonly AnItem[] => [
  question('a'),
  {
    linkId: 'g',
    type: 'group',
    repeats: true,
    rules: someRules({ variables: rules.map((expression, place) => ({ name: `g${String(place)}`, expression })) }),
    items: [question('b'), { linkId: 'h', type: 'group', items: [question('c'), question('d', { items: [question('e')] })] }],
  },
  question('m', { repeats: true, items: [question('n')] }),
  question('o', { type: 'choice', repeats: true, options: ['p', 'q'].map(code => anOption(code, { score: 2 })), items: [question('r')] }),
];

const number = fc.integer({ min: 1, max: 2 }).map(value => [whole(value)]);
const maybe = <T>(values: fc.Arbitrary<readonly T[]>): fc.Arbitrary<readonly T[]> => fc.oneof(values, fc.constant([]));
const keys = ['a', 'b', 'b@1', 'c', 'c@1', 'd', 'd@1', 'e', 'e@1', 'm', 'm@1', 'n', 'n@1', 'r', 'r@1'];
const answers: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.tuple(...keys.map(() => maybe<AnswerValue>(number))),
    fc.record({ 'g+': maybe(fc.constant([yes])), 'm+': maybe(fc.constant([yes])), o: maybe(fc.subarray([coded('p'), coded('q')])) }),
  )
  .map(([values, more]) => {
    const all = { ...Object.fromEntries(values.map((each, place) => [keys[place] ?? '', each])), ...more };
    return Object.fromEntries(Object.entries(all).flatMap(([key, each]) => (each.length > 0 ? [[key, { values: each }]] : [])));
  });

const linkId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'g', 'h', 'm', 'n', 'o', 'r', 'nowhere');
const way = fc.constantFrom(
  'item',
  'repeat(item)',
  'descendants()',
  'repeat(item | answer.item)',
  'repeat(answer.item)',
  'answer.item',
  'children()',
);
const bound = fc.oneof(
  linkId.map(one => `where(linkId = '${one}')`),
  fc.tuple(linkId, linkId).map(([one, other]) => `where(linkId = '${one}' or '${other}' = linkId)`),
  fc.tuple(linkId, linkId).map(([one, other]) => `where(linkId in ('${one}' | '${other}'))`),
  linkId.map(one => `where(linkId = '${one}' and answer.exists())`),
  linkId.map(one => `where(item.exists() and linkId = '${one}')`),
);
const step = fc.tuple(way, bound).map(([one, other]) => `${one}.${other}`);
const path = fc
  .tuple(fc.constantFrom('%resource', '%context', '$this', '%rootResource'), fc.array(step, { minLength: 1, maxLength: 3 }))
  .map(([start, steps]) => [start, ...steps].join('.'));
const end = fc.constantFrom(
  'answer.value',
  'answer.value.count()',
  'exists()',
  'linkId',
  'item.answer.value',
  'item[0].linkId',
  'answer.value.ordinal()',
  'count()',
  'item.select(linkId)',
  'item.first().repeat(item).linkId',
  'iif(true, 1, 2)',
  'item.where(answer.exists()).linkId',
  'repeat(item).answer.value',
);
const simple = fc.tuple(path, end).map(parts => parts.join('.'));
const expression = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, other]) => `iif(${one}.exists(), ${other}, 'none')`),
  fc.tuple(path, path).map(([one, other]) => `(${one} | ${other}).answer.value`),
  fc.tuple(simple, simple).map(([one, other]) => `(${one}).combine(${other})`),
  fc.tuple(path, simple).map(([one, other]) => `${one}.select($this.linkId & (${other}).count().toString())`),
);

function result(run: () => readonly unknown[]): unknown {
  try {
    return plainResults(run());
  } catch (error) {
    return error instanceof Error ? 'failed' : error;
  }
}

describe('a response cut down to what an expression reads', () => {
  it('gives what the whole one gives, on the form and in every repetition', () => {
    let pruned = 0;
    fc.assert(
      fc.property(expression, answers, (source, given) => {
        const form = aRuleForm(items([source]), { rules: someRules({ variables: [{ name: 'v', expression: source }] }) });
        const plan = rulesOf(form);
        const input = inputOf(form, given);
        const response = new ResponseSoFar(input);
        const whole = response.response('');
        for (const { keep, element } of plan ? expressionsOf(plan) : []) {
          if (keep === undefined) continue;
          pruned += 1;
          const resource = response.response('', keep);
          const run = compileExpression(source);
          for (const at of input.steps.filter(({ kind, item }) => kind === 'item' && item === element.item)) {
            const node = (cut: typeof keep | undefined): unknown => itemNode('QuestionnaireResponse', response.itemAt(at, '', cut));
            expect(result(() => run(node(keep), { resource, rootResource: resource }))).to.deep.equal(
              result(() => run(node(undefined), { resource: whole, rootResource: whole })),
            );
          }
          if (element.item !== undefined) continue;
          expect(result(() => run(resource, { resource, rootResource: resource }))).to.deep.equal(
            result(() => run(whole, { resource: whole, rootResource: whole })),
          );
        }
      }),
      { numRuns: 120 },
    );
    expect(pruned).to.be.above(40);
  });
});
