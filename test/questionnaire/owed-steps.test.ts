import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Answers } from '../../src/questionnaire/answers.js';
import { checkRequired } from '../../src/questionnaire/check-required.js';
import { filledKeys } from '../../src/questionnaire/filled-steps.js';
import { mustBeAnswered } from '../../src/questionnaire/owed-steps.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const x = { values: [{ valueString: 'x' }] };
const yes = { values: [{ valueBoolean: true }] };
const options = [anOption('a'), anOption('b'), anOption('none', { exclusive: true })];
const chose = (...codes: readonly string[]) => ({ values: options.filter(({ code }) => codes.includes(code)).map(({ value }) => value) });
const off = { enableWhen: [{ question: 's', operator: 'exists', answerBoolean: true }] } as const;

const group = (linkId: string, items: readonly AnItem[], more: Partial<AnItem> = {}): AnItem => ({ type: 'group', items, ...more, linkId });

function owed(items: readonly AnItem[], answers: Answers = {}): readonly string[] {
  const state = aState(items, answers);
  return state.steps.filter(step => step.kind === 'item' && mustBeAnswered(step, state)).map(step => step.key);
}

function issues(items: readonly AnItem[], answers: Answers = {}): readonly string[] {
  return checkRequired(aState(items, answers)).map(({ linkId, text }) => `${linkId}: ${text}`);
}

describe('What must be answered', () => {
  it('is what is required', () => {
    expect(owed([{ linkId: 'a', required: true }, { linkId: 'b' }])).to.deep.equal(['a']);
    expect(owed([{ linkId: 'a', required: true }, { linkId: 'b' }], { a: x })).to.deep.equal(['a']);
  });

  it('is the last question of a required group in which nothing is answered', () => {
    const items = [group('g', [{ linkId: 'a' }, { linkId: 'b' }], { required: true }), { linkId: 'c' }];
    expect(owed(items)).to.deep.equal(['g', 'b']);
    expect(owed(items, { a: x })).to.deep.equal(['g']);
    expect(walk(aState(items), ['a']).next?.key).to.equal('b');
    expect(walk(aState(items), ['a', 'b', 'c']).next?.key).to.equal('b');
    expect(walk(aState(items, { a: x }), ['b', 'c']).next).to.equal(undefined);
    expect(owed([group('g', [{ linkId: 'a' }])])).to.deep.equal([]);
  });

  it('is the last one that is enabled and can be asked', () => {
    const inside: readonly AnItem[] = [
      { linkId: 'a' },
      { linkId: 'b', ...off },
      { linkId: 'c', readOnly: true },
      { linkId: 'd', type: 'display' },
      { linkId: 'e', hidden: true },
    ];
    expect(owed([{ linkId: 's' }, group('g', inside, { required: true })])).to.deep.equal(['g', 'a']);
    expect(owed([{ linkId: 's' }, group('g', inside, { required: true })], { s: x })).to.deep.equal(['g', 'b']);
  });

  it('is nothing of a group that is disabled, hidden, or has nothing to ask', () => {
    const a = [{ linkId: 'a' }];
    expect(owed([{ linkId: 's' }, group('g', a, { required: true, ...off })])).to.deep.equal(['g']);
    expect(owed([group('g', a, { required: true, hidden: true })])).to.deep.equal(['g']);
    expect(owed([group('g', [{ linkId: 'd', type: 'display' }], { required: true })])).to.deep.equal(['g']);
    expect(issues([group('g', [{ linkId: 'd', type: 'display' }], { required: true })])).to.deep.equal([]);
    expect(issues([group('g', a, { required: true })])).to.deep.equal(['g: is required and has no answer']);
    expect(issues([group('g', a, { required: true, hidden: true })])).to.deep.equal([]);
  });

  it('does not count an answer of what is disabled', () => {
    const items = [{ linkId: 's' }, group('g', [{ linkId: 'a' }, { linkId: 'b', ...off }], { required: true })];
    expect(owed(items, { b: x })).to.deep.equal(['g', 'a']);
    expect(issues(items, { b: x })).to.deep.equal(['g: is required and has no answer']);
    expect([...filledKeys(aState(items, { b: x }))]).to.deep.equal([]);
    expect([...filledKeys(aState(items, { b: x, s: x }))]).to.deep.equal(['s', 'b', 'g']);
  });

  it('is not what stands below a question that was left out', () => {
    const items: AnItem[] = [{ linkId: 'q', items: [group('g', [{ linkId: 'a' }], { required: true })] }];
    expect(owed(items)).to.deep.equal(['g']);
    expect(owed(items, { q: x })).to.deep.equal(['g', 'a']);
    expect(issues(items)).to.deep.equal([]);
    expect(issues(items, { q: x })).to.deep.equal(['g: is required and has no answer']);
  });

  it('is every repetition that minOccurs wants, once one of them holds something', () => {
    const items: AnItem[] = [{ linkId: 'q', repeats: true, minOccurs: 3 }];
    expect(owed(items)).to.deep.equal([]);
    expect(owed(items, { 'q@1': x })).to.deep.equal(['q', 'q@2']);
    expect(owed(items, { q: x, 'q@1': x, 'q@2': x, 'q@2+': yes })).to.deep.equal([]);
    expect(issues(items, { q: x })).to.deep.equal(['q: has fewer than 3 answers']);
    expect(issues(items, { q: x, 'q@1': x })).to.deep.equal(['q: has fewer than 3 answers']);
    expect(issues(items, { q: x, 'q@1': x, 'q@2': x })).to.deep.equal([]);
    expect(issues(items)).to.deep.equal([]);
  });

  it('is something in every repetition of a group that minOccurs wants', () => {
    const items = [group('p', [{ linkId: 'a' }, { linkId: 'b' }], { repeats: true, minOccurs: 2 })];
    expect(owed(items)).to.deep.equal([]);
    expect(owed(items, { a: x })).to.deep.equal(['b@1']);
    expect(owed(items, { 'a@1': x })).to.deep.equal(['b']);
    expect(owed(items, { a: x, 'a@1': x, 'p@1+': yes })).to.deep.equal([]);
    expect(issues(items, { a: x, b: x })).to.deep.equal(['p: has fewer than 2 answers']);
    expect(issues(items, { a: x, 'b@1': x })).to.deep.equal([]);
  });

  it('is something in the first repetition of a required group, and in no later one', () => {
    const items = [group('p', [{ linkId: 'a' }, { linkId: 'b' }], { repeats: true, required: true })];
    expect(owed(items)).to.deep.equal(['p', 'b']);
    expect(owed(items, { a: x, 'p+': yes })).to.deep.equal(['p', 'p@1']);
    expect(issues(items, { a: x, 'p+': yes })).to.deep.equal([]);
    expect(issues(items)).to.deep.equal(['p: is required and has no answer']);
  });

  it('is counted in each place by itself', () => {
    const choice: AnItem = { linkId: 'c', type: 'choice', repeats: true, options, minOccurs: 2 };
    const items = [group('p', [choice], { repeats: true })];
    expect(issues(items, { c: chose('a'), 'p+': yes, 'c@1': chose('b') })).to.deep.equal([
      'c: has fewer than 2 answers',
      'c: has fewer than 2 answers',
    ]);
    expect(issues(items, { c: chose('a', 'b'), 'p+': yes, 'c@1': chose('b') })).to.deep.equal(['c: has fewer than 2 answers']);
    expect(issues(items, { c: chose('a', 'b') })).to.deep.equal([]);
    const written = [group('p', [{ linkId: 'q', repeats: true, minOccurs: 2 }], { repeats: true })];
    expect(owed(written, { q: x, 'p+': yes })).to.deep.equal(['q@0.1']);
    expect(owed(written, { 'p+': yes, 'q@1.0': x })).to.deep.equal(['q@1.1']);
  });

  it('takes an exclusive option for enough', () => {
    const choice: AnItem = { linkId: 'c', type: 'choice', repeats: true, options, minOccurs: 2 };
    expect(issues([choice], { c: chose('none') })).to.deep.equal([]);
    expect(issues([choice], { c: chose('a') })).to.deep.equal(['c: has fewer than 2 answers']);
  });

  it('counts answers of a question itself, not of what is nested in it', () => {
    const nested: AnItem = { linkId: 'q', required: true, items: [{ linkId: 'n' }] };
    expect(issues([nested], { n: x })).to.deep.equal(['q: is required and has no answer']);
    const choice: AnItem = { linkId: 'c', type: 'choice', repeats: true, options, minOccurs: 2, items: [{ linkId: 'n' }] };
    expect(issues([choice], { n: x })).to.deep.equal([]);
    const written: AnItem = { linkId: 'q', repeats: true, minOccurs: 2, items: [{ linkId: 'n' }] };
    expect(owed([written], { 'q@1': x })).to.deep.equal(['q']);
    expect(owed([written], { n: x })).to.deep.equal([]);
  });

  it('is missed once of a required question that is written one by one', () => {
    const items: AnItem[] = [{ linkId: 'q', repeats: true, required: true, minOccurs: 2 }];
    expect(issues(items)).to.deep.equal(['q: is required and has no answer']);
    expect(issues(items, { q: x })).to.deep.equal(['q: has fewer than 2 answers']);
    expect(owed(items)).to.deep.equal(['q', 'q@1']);
  });
});
