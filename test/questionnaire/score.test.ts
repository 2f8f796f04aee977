import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { FormOption } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { scoreGroup, type Score } from '../../src/questionnaire/score.js';
import { anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const often = [
  anOption('hardly', { score: 1 }),
  anOption('some', { score: 2 }),
  anOption('often', { score: 3 }),
  anOption('rather-not'),
] as const;

function question(linkId: string, more: Partial<AnItem> = {}, options: readonly FormOption[] = often): AnItem {
  return { type: 'choice', options, ...more, linkId };
}

function chose(...codes: string[]): Answers[string] {
  return { values: codes.map(code => ({ valueCoding: { system: 'urn:test', code } })) };
}

function score(kind: 'sum' | 'any' | undefined, items: readonly AnItem[], answers: Answers): Score | undefined {
  const state = aState([{ linkId: 'm', type: 'group', ...(kind && { score: kind }), items }], answers);
  const [group] = state.steps;
  return group && scoreGroup(group, state);
}

const ucla = [question('u1'), question('u2'), { linkId: 'sub', type: 'group', items: [question('u3')] }] as const;

describe('The score of a group', () => {
  it('is the sum of what was chosen, with the lowest and highest possible', () => {
    const answers = { u1: chose('hardly'), u2: chose('some'), u3: chose('often') };
    expect(score('sum', ucla, answers)).to.deep.equal({ kind: 'sum', value: 6, min: 3, max: 9 });
  });

  it('is not there while a question is unanswered', () => {
    expect(score('sum', ucla, { u1: chose('hardly'), u2: chose('some') })).to.equal(undefined);
  });

  it('is not there when an answer carries no score', () => {
    expect(score('sum', ucla, { u1: chose('hardly'), u2: chose('some'), u3: chose('rather-not') })).to.equal(undefined);
  });

  it('is not there for a group that has no measure, or nothing scored', () => {
    expect(score(undefined, [question('u1')], { u1: chose('some') })).to.equal(undefined);
    expect(score('sum', [{ linkId: 'words' }], { words: { values: [{ valueString: 'x' }] } })).to.equal(undefined);
  });

  it('leaves out questions without scores, and hidden ones', () => {
    const items: AnItem[] = [
      question('u1'),
      { linkId: 'words' },
      question('h', { hidden: true }),
      { linkId: 'hg', type: 'group', hidden: true, items: [question('in-hidden')] },
    ];
    expect(score('sum', items, { u1: chose('some') })).to.deep.equal({ kind: 'sum', value: 2, min: 1, max: 3 });
  });

  it('does not wait for a disabled question, which then may add nothing', () => {
    const conditional = { enableWhen: [{ question: 'u1', operator: '!=', answerCoding: { code: 'hardly' } }] } as const;
    const items: AnItem[] = [question('u1'), { linkId: 'sub', type: 'group', ...conditional, items: [question('u2')] }];
    expect(score('sum', items, { u1: chose('hardly') })).to.deep.equal({ kind: 'sum', value: 1, min: 1, max: 6 });
    expect(score('sum', items, { u1: chose('some') })).to.equal(undefined);
    expect(score('sum', items, { u1: chose('some'), u2: chose('often') })).to.deep.equal({ kind: 'sum', value: 5, min: 1, max: 6 });
  });

  it('adds all that was chosen of a question that takes several', () => {
    const options = [anOption('a', { score: 1 }), anOption('b', { score: 2 }), anOption('c', { score: -1 })];
    const items = [question('r', { repeats: true }, options)];
    expect(score('sum', items, { r: chose('a', 'b') })).to.deep.equal({ kind: 'sum', value: 3, min: -1, max: 3 });
  });

  it('says for any whether some answer scored above zero', () => {
    const options = [anOption('never', { score: 0 }), anOption('often', { score: 1 })];
    const items = [question('f1', {}, options), question('f2', {}, options)];
    expect(score('any', items, { f1: chose('never'), f2: chose('often') })).to.deep.equal({ kind: 'any', value: 1, min: 0, max: 1 });
    expect(score('any', items, { f1: chose('never'), f2: chose('never') })).to.deep.equal({ kind: 'any', value: 0, min: 0, max: 1 });
    expect(score('any', items, { f1: chose('often') })).to.deep.equal({ kind: 'any', value: 1, min: 0, max: 1 });
    expect(score('any', items, { f1: chose('never') })).to.equal(undefined);
    expect(score('any', items, {})).to.equal(undefined);
  });

  it('has the smallest option for its least where several all add, or all take away', () => {
    const range = (...scores: readonly number[]) => {
      const options = scores.map(each => anOption(`s${String(each)}`, { score: each }));
      const { min, max } = score('sum', [question('r', { repeats: true }, options)], { r: chose(`s${String(scores[0])}`) }) ?? {};
      return [min, max];
    };
    expect(range(1, 2)).to.deep.equal([1, 3]);
    expect(range(-1, -2)).to.deep.equal([-3, -1]);
    expect(range(0, 2, 3)).to.deep.equal([0, 5]);
    expect(range(-1, 0)).to.deep.equal([-1, 0]);
    expect(range(-1, 2)).to.deep.equal([-1, 2]);
  });

  it('may be without what a condition can take away, and what it can add', () => {
    const conditional = { enableWhen: [{ question: 'u1', operator: '!=', answerCoding: { code: 'hardly' } }] } as const;
    const options = [anOption('x', { score: -2 }), anOption('y', { score: -1 })];
    const items = [question('u1'), question('u2', conditional, options)];
    expect(score('sum', items, { u1: chose('some'), u2: chose('x') })).to.deep.equal({ kind: 'sum', value: 0, min: -1, max: 3 });
  });

  it('is that of its own repetition', () => {
    const state = aState([{ linkId: 'm', type: 'group', repeats: true, score: 'sum', items: [question('u1')] }], {
      u1: chose('hardly'),
      'm+': { values: [{ valueBoolean: true }] },
      'u1@1': chose('often'),
    });
    const values = state.steps.filter(step => step.item.linkId === 'm' && step.kind === 'item').map(step => scoreGroup(step, state)?.value);
    expect(values).to.deep.equal([1, 3]);
  });

  it('scores options that are numbers or texts too', () => {
    const options = [0, 1].map(number => anOption(String(number), { value: { valueInteger: number }, score: number }));
    expect(score('sum', [question('n', {}, options)], { n: { values: [{ valueInteger: 1 }] } })?.value).to.equal(1);
  });
});
