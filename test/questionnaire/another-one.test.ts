// "Another one?" after a repetition: when it is asked, and when an answer to it no longer stands.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../src/content/forms/form.js';
import { checkAnswer } from '../../src/questionnaire/check-answer.js';
import { unreachableKeys } from '../../src/questionnaire/clear-unreachable.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { sameValue } from '../../src/questionnaire/same-value.js';
import { anItem, anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const values = (...each: readonly AnswerValue[]) => ({ values: each });
const x = values({ valueString: 'x' });
const yes = values({ valueBoolean: true });
const no = values({ valueBoolean: false });

describe('Another one?', () => {
  const items: readonly AnItem[] = [
    { linkId: 'g', type: 'group', repeats: true, maxOccurs: 2, items: [{ linkId: 'a' }, { linkId: 'b' }] },
    { linkId: 'z' },
  ];
  const next = (answers: Parameters<typeof aState>[1], skipped: readonly string[] = []): string | undefined =>
    walk(aState(items, answers), skipped).next?.key;

  it('is asked after a repetition with something in it, and not after an empty one', () => {
    expect(next({ a: x }, ['b'])).to.equal('g+');
    expect(next({ b: x }, ['a'])).to.equal('g+');
    expect(next({}, ['a', 'b'])).to.equal('z');
    expect(next({ z: x }, ['a', 'b'])).to.equal(undefined);
  });

  it('is asked once, and not after the most there may be', () => {
    const first = { a: x, b: x };
    expect(next({ ...first, 'g+': no })).to.equal('z');
    expect(next(first, ['g+'])).to.equal('z');
    expect(next({ ...first, 'g+': yes })).to.equal('a@1');
    expect(next({ ...first, 'g+': yes, 'a@1': x, 'b@1': x })).to.equal('z');
  });

  it('counts only what a person answered and is still asked', () => {
    const inner: AnItem = { linkId: 'h', type: 'group', repeats: true, items: [{ linkId: 'c' }] };
    const ifX = [{ question: 'first', operator: '=', answerString: 'x' }] as const;
    const outer = (...more: readonly AnItem[]): readonly AnItem[] => [
      { linkId: 'first' },
      { linkId: 'g', type: 'group', repeats: true, items: more },
    ];
    const asked = (items: readonly AnItem[], answers: Parameters<typeof aState>[1], skipped: readonly string[]) =>
      walk(aState(items, { first: values({ valueString: 'y' }), ...answers }), skipped);
    expect(asked(outer({ linkId: 'a', enableWhen: ifX }, { linkId: 'b' }), { a: x }, ['b'])).not.to.have.property('next');
    expect(asked(outer({ linkId: 'a', readOnly: true }, { linkId: 'b' }), { a: x }, ['b'])).not.to.have.property('next');
    expect(asked(outer(inner, { linkId: 'b' }), { 'h+': no }, ['b', 'c'])).not.to.have.property('next');
    expect(asked(outer(inner, { linkId: 'b' }), { c: x, 'h+': no }, ['b']).next?.key).to.equal('g+');
  });

  it('is not counted, and nothing before it is shown again', () => {
    const { before, done, total } = walk(aState(items, { a: x, b: x }), []);
    expect({ before, done, total }).to.deep.equal({ before: [], done: 2, total: 3 });
  });

  it('leaves no answer behind where nothing of what it follows is left', () => {
    expect(unreachableKeys(aState(items, { 'g+': yes }), ['g+'])).to.deep.equal(['g+']);
    expect(unreachableKeys(aState(items, { b: x, 'g+': yes }), ['g+', 'b', 'g@1+'])).to.deep.equal(['g@1+']);
    expect(unreachableKeys(aState(items, { b: x, 'g+': yes, 'a@1': x }), ['b', 'g+', 'a@1', 'b@1', 'g@1+'])).to.deep.equal([]);
    expect(unreachableKeys(aState(items, { b: x }), [])).to.deep.equal([]);
  });
});

describe('What is only called something', () => {
  const named = (display: string): AnswerValue => ({ valueReference: { display } });
  const at = (reference: string, display: string): AnswerValue => ({ valueReference: { reference, display } });

  it('is the same where it is called the same', () => {
    expect(sameValue(named('A'), named('A'))).to.equal(true);
    expect(sameValue(named('A'), named('B'))).to.equal(false);
    expect(sameValue(at('Patient/1', 'A'), at('Patient/1', 'B'))).to.equal(true);
    expect(sameValue(at('Patient/1', 'A'), at('Patient/2', 'A'))).to.equal(false);
    expect(sameValue(at('Patient/1', 'A'), named('A'))).to.equal(false);
    expect(sameValue(named('A'), { valueString: 'A' })).to.equal(false);
  });

  it('may be chosen where an option is called so', () => {
    const item = anItem({ linkId: 'q', type: 'choice', options: [anOption('a', { value: named('A') })] });
    expect(checkAnswer(item, [named('A')])).to.deep.equal({ ok: true });
    expect(checkAnswer(item, [named('B')])).to.deep.equal({ ok: false, why: 'not-an-option' });
  });
});
