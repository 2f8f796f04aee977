import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { EnableWhen } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { expectedQuestions } from '../../src/questionnaire/expected-questions.js';
import { valuesOf } from '../../src/questionnaire/answers.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const x = { values: [{ valueString: 'x' }] };
const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };
const options = ['a', 'b', 'c', 'd'].map(code => anOption(code));
const chose = (...codes: readonly string[]) => ({ values: codes.map(code => ({ valueCoding: { system: 'urn:test', code } })) });
const when = (question: string, more: Omit<EnableWhen, 'question' | 'operator'>, operator: EnableWhen['operator'] = '=') => ({
  enableWhen: [{ question, operator, ...more }],
});
const ifTrue = (question: string) => when(question, { answerBoolean: true });
const ifA = (question: string) => when(question, { answerCoding: { code: 'a' } });

function expected(items: readonly AnItem[], answers: Answers = {}, skipped: readonly string[] = []): number {
  const state = aState(items, answers);
  return expectedQuestions(state, ({ key }) => valuesOf(answers, key).length > 0 || skipped.includes(key));
}

describe('The questions that may yet come', () => {
  it('are as likely as each option of the choice they hang on', () => {
    const one: AnItem = { linkId: 'c', type: 'choice', options };
    expect(expected([one, { linkId: 'd', ...ifA('c') }])).to.equal(0.25);
    expect(
      expected([
        { ...one, repeats: true },
        { linkId: 'd', ...ifA('c') },
      ]),
    ).to.equal(0.5);
    expect(
      expected([
        { ...one, repeats: true, options: options.slice(0, 2) },
        { linkId: 'd', ...ifA('c') },
      ]),
    ).to.equal(1);
    expect(
      expected([
        { ...one, options: options.slice(0, 1) },
        { linkId: 'd', ...ifA('c') },
      ]),
    ).to.equal(0.5);
    expect(expected([one, { linkId: 'd', ...when('c', { answerBoolean: true }, 'exists') }])).to.equal(0.5);
    expect(expected([one, { linkId: 'd', ...when('c', { answerCoding: { code: 'a' } }, '!=') }])).to.equal(0);
  });

  it('are evens where what they hang on is no choice', () => {
    expect(
      expected([
        { linkId: 'b', type: 'boolean' },
        { linkId: 'd', ...ifTrue('b') },
        { linkId: 'e', ...ifTrue('b') },
      ]),
    ).to.equal(1);
    expect(
      expected([
        { linkId: 'b', type: 'boolean' },
        { linkId: 'd', ...ifTrue('b') },
      ]),
    ).to.equal(0.5);
  });

  it('are none once what they hang on is settled', () => {
    const items: AnItem[] = [
      { linkId: 'b', type: 'boolean' },
      { linkId: 'd', ...ifTrue('b') },
    ];
    expect(expected(items, { b: no })).to.equal(0);
    expect(expected(items, { b: yes })).to.equal(0);
    expect(expected(items, {}, ['b'])).to.equal(0);
  });

  it('are likelier by any of several conditions, and less likely by all', () => {
    const items = (enableBehavior: 'all' | 'any', count: number): AnItem[] => [
      { linkId: 'c', type: 'choice', options },
      { linkId: 'b', type: 'boolean' },
      {
        linkId: 'd',
        enableBehavior,
        enableWhen: [...ifA('c').enableWhen, ...Array.from({ length: count }, () => ifTrue('b').enableWhen[0] ?? [])].flat(),
      },
    ];
    expect(expected(items('all', 1))).to.equal(0.125);
    expect(expected(items('any', 1))).to.equal(0.75);
    expect(expected(items('any', 3))).to.equal(1);
    expect(expected(items('all', 1), { b: yes })).to.equal(0.25);
    expect(expected(items('all', 1), { b: no })).to.equal(0);
    expect(expected(items('any', 1), { b: no })).to.equal(0.25);
  });

  it('go with what they stand in, and with what that hangs on', () => {
    const items: AnItem[] = [
      { linkId: 'b', type: 'boolean' },
      {
        linkId: 'g',
        type: 'group',
        ...ifTrue('b'),
        items: [{ linkId: 'd' }, { linkId: 'e', type: 'boolean' }, { linkId: 'f', ...ifTrue('e') }, { linkId: 'h', hidden: true }],
      },
    ];
    expect(expected(items)).to.equal(0.5 + 0.5 + 0.125);
    expect(expected(items, { b: yes })).to.equal(0.5);
    expect(expected(items, { b: no })).to.equal(0);
  });

  it('are none where they hang on what nobody is asked, or on themselves', () => {
    expect(
      expected([
        { linkId: 'h', type: 'boolean', hidden: true },
        { linkId: 'd', ...ifTrue('h') },
      ]),
    ).to.equal(0);
    expect(expected([{ linkId: 'd', type: 'boolean', ...ifTrue('d') }])).to.equal(0);
    expect(expected([{ linkId: 'd', ...ifTrue('nobody') }])).to.equal(0);
    expect(
      expected([
        { linkId: 'a', type: 'boolean', ...ifTrue('b') },
        { linkId: 'b', type: 'boolean', ...ifTrue('a') },
      ]),
    ).to.equal(0);
  });

  it('are none of what an expression closes', () => {
    const rules = { variables: [], constraints: [], enableWhen: 'false' };
    expect(expected([{ linkId: 'd', rules }])).to.equal(0);
    expect(
      expected(
        [
          { linkId: 'b', type: 'boolean' },
          { linkId: 'd', rules, ...ifTrue('b') },
        ],
        { b: yes },
      ),
    ).to.equal(0);
    expect(expected([{ linkId: 'g', type: 'group', rules, items: [{ linkId: 'd' }] }])).to.equal(0);
  });

  it('do not count answers of what is disabled', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean', ...ifTrue('a') },
      { linkId: 'd', ...ifTrue('b') },
    ];
    expect(expected(items, { a: no, b: yes })).to.equal(0);
  });

  it('look to their own answer where they are nested in one of several', () => {
    const items: AnItem[] = [{ linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'd', ...ifA('c') }] }];
    expect(expected(items)).to.equal(0.5);
    expect(expected(items, { c: chose('a', 'b') })).to.equal(0);
    expect(walk(aState(items, { c: chose('a', 'b'), d: x }), [])).to.include({ done: 2, total: 2 });
  });

  it('look to the repetition they stand in', () => {
    const items: AnItem[] = [
      {
        linkId: 'p',
        type: 'group',
        repeats: true,
        items: [
          { linkId: 'b', type: 'boolean' },
          { linkId: 'd', ...ifTrue('b') },
        ],
      },
    ];
    expect(expected(items, { b: no, 'p+': yes })).to.equal(0.5);
    expect(expected(items, { 'p+': yes })).to.equal(1);
    expect(expected(items, { b: no, 'p+': yes, 'b@1': no })).to.equal(0);
  });

  it('make the total of a walk, rounded and never below what is done', () => {
    const items: AnItem[] = [{ linkId: 'b', type: 'boolean' }, ...['d', 'e', 'f'].map(linkId => ({ linkId, ...ifTrue('b') }))];
    expect(walk(aState(items), [])).to.include({ done: 0, total: 3 });
    expect(walk(aState(items, { b: yes }), [])).to.include({ done: 1, total: 4 });
    expect(walk(aState(items, { b: no }), [])).to.include({ done: 1, total: 1 });
  });
});
