// Conditions over what repeats: which occurrence of a question counts.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { EnableWhen } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { answerAbove, byLinkId, nearestSteps } from '../../src/questionnaire/nearest-steps.js';
import { planOf } from '../../src/questionnaire/form-plan.js';
import { stepsOf } from '../../src/questionnaire/steps.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState, enabledKeys } from '../support/a-state.js';

const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };
const x = { values: [{ valueString: 'x' }] };
const y = { values: [{ valueString: 'y' }] };
const options = [anOption('a'), anOption('b'), anOption('c')];
const chose = (...codes: readonly string[]) => ({ values: codes.map(code => ({ valueCoding: { system: 'urn:test', code } })) });
const isX = (question: string): EnableWhen => ({ question, operator: '=', answerString: 'x' });
const isCode = (question: string, code: string): EnableWhen => ({ question, operator: '=', answerCoding: { code } });

const group = (linkId: string, items: readonly AnItem[], more: Partial<AnItem> = {}): AnItem => ({
  type: 'group',
  repeats: true,
  items,
  ...more,
  linkId,
});

/** Keys of enabled items called one of these, where the form is answered so. */
function open(items: readonly AnItem[], answers: Answers, ...linkIds: readonly string[]): readonly string[] {
  const { steps, enabled } = aState(items, answers);
  return steps.filter(step => step.kind === 'item' && enabled.has(step.key) && linkIds.includes(step.item.linkId)).map(step => step.key);
}

describe('A condition on a question that occurs several times', () => {
  it('looks in its own repetition', () => {
    const items = [group('p', [{ linkId: 'q' }, { linkId: 'd', enableWhen: [isX('q')] }])];
    expect(open(items, { q: x, 'p+': yes, 'q@1': y }, 'd')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'p+': yes, 'q@1': x }, 'd')).to.deep.equal(['d@1']);
    expect(open(items, { q: x, 'p+': yes }, 'd')).to.deep.equal(['d']);
  });

  it('looks in its own repetition when the question comes after it, too', () => {
    const items = [group('p', [{ linkId: 'd', enableWhen: [isX('q')] }, { linkId: 'q' }])];
    expect(open(items, { q: x, 'p+': yes, 'q@1': y }, 'd')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'p+': yes, 'q@1': x }, 'd')).to.deep.equal(['d@1']);
  });

  it('looks to the repetition round it from one inside', () => {
    const items = [group('o', [{ linkId: 'q' }, group('i', [{ linkId: 'd', enableWhen: [isX('q')] }])])];
    expect(open(items, { q: y, 'i+': yes, 'o+': yes, 'q@1': x, 'i@1.0+': yes }, 'd')).to.deep.equal(['d@1.0', 'd@1.1']);
  });

  it('looks to the last repetition before it from outside', () => {
    const items = [group('p', [{ linkId: 'q' }]), { linkId: 'd', enableWhen: [isX('q')] }];
    expect(open(items, { q: x, 'p+': yes, 'q@1': y }, 'd')).to.deep.equal([]);
    expect(open(items, { q: y, 'p+': yes, 'q@1': x }, 'd')).to.deep.equal(['d']);
  });

  it('looks to the first repetition after it where none is before', () => {
    const items = [{ linkId: 'd', enableWhen: [isX('q')] }, group('p', [{ linkId: 'q' }])];
    expect(open(items, { q: x, 'p+': yes, 'q@1': y }, 'd')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'p+': yes, 'q@1': x }, 'd')).to.deep.equal([]);
  });

  it('looks to the nearest before it among the repetitions of a group inside its own', () => {
    const items = [group('o', [group('i', [{ linkId: 'q' }]), { linkId: 'd', enableWhen: [isX('q')] }])];
    const answers = { q: y, 'i+': yes, 'q@0.1': x, 'o+': yes, 'q@1.0': x, 'i@1.0+': yes, 'q@1.1': y };
    expect(open(items, answers, 'd')).to.deep.equal(['d']);
  });

  it('passes over a repetition in which nothing was answered: in a response it is not there', () => {
    const items = [group('p', [{ linkId: 'q' }, { linkId: 'm' }]), { linkId: 'd', enableWhen: [isX('q')] }];
    expect(open(items, { q: x, 'p+': yes }, 'd')).to.deep.equal(['d']);
    expect(open(items, { q: x, 'p+': yes, 'm@1': y }, 'd')).to.deep.equal([]);
    expect(open(items, { q: y, 'p+': yes }, 'd')).to.deep.equal([]);
    expect(open([...items].reverse(), { 'p+': yes, 'q@1': x }, 'd')).to.deep.equal(['d']);
    expect(open([...items].reverse(), { m: y, 'p+': yes, 'q@1': x }, 'd')).to.deep.equal([]);
  });

  it('counts all answers that are written one by one as one occurrence', () => {
    const items: AnItem[] = [
      { linkId: 'q', repeats: true },
      { linkId: 'd', enableWhen: [isX('q')] },
      { linkId: 'e', enableWhen: [{ question: 'q', operator: '!=', answerString: 'x' }] },
    ];
    expect(open(items, { q: x, 'q+': yes, 'q@1': y }, 'd', 'e')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'q+': yes, 'q@1': x }, 'd', 'e')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'q+': yes, 'q@1': y }, 'd', 'e')).to.deep.equal(['e']);
    expect(open(items, { q: y, 'q+': no, 'q@1': x }, 'd', 'e')).to.deep.equal(['e']);
  });

  it('counts those of the nearest group only', () => {
    const items = [group('p', [{ linkId: 'q', repeats: true }]), { linkId: 'd', enableWhen: [isX('q')] }];
    const answers = { q: x, 'q+': yes, 'q@0.1': x, 'p+': yes, 'q@1.0': y, 'q@1.0+': yes, 'q@1.1': y };
    expect(open(items, answers, 'd')).to.deep.equal([]);
    expect(open(items, { ...answers, 'q@1.0': x }, 'd')).to.deep.equal(['d']);
    expect(open([...items].reverse(), answers, 'd')).to.deep.equal(['d']);
    expect(open([...items].reverse(), { ...answers, q: y, 'q@0.1': y, 'q@1.0': x }, 'd')).to.deep.equal([]);
  });

  it('looks to its own answer where it is nested in one written by itself', () => {
    const items: AnItem[] = [{ linkId: 'q', repeats: true, items: [{ linkId: 'd', enableWhen: [isX('q')] }] }];
    expect(open(items, { q: x, 'q+': yes, 'q@1': y }, 'd')).to.deep.equal(['d']);
    expect(open(items, { q: y, 'q+': yes, 'q@1': x }, 'd')).to.deep.equal(['d@1']);
  });

  it('looks to its own answer where it is nested in one of several, however deep', () => {
    const items: AnItem[] = [
      {
        linkId: 'c',
        type: 'choice',
        repeats: true,
        options,
        items: [
          { linkId: 'd', enableWhen: [isCode('c', 'b')] },
          { linkId: 'g', type: 'group', items: [{ linkId: 'e', enableWhen: [isCode('c', 'a')] }] },
        ],
      },
      { linkId: 'f', enableWhen: [isCode('c', 'a')] },
    ];
    expect(open(items, { c: chose('a', 'b') }, 'd', 'e', 'f')).to.deep.equal(['e', 'd@1', 'f']);
    expect(open(items, { c: chose('b', 'a') }, 'd', 'e', 'f')).to.deep.equal(['d', 'e@1', 'f']);
    expect(open(items, { c: chose('b') }, 'd', 'e', 'f')).to.deep.equal(['d']);
    expect(open(items, {}, 'd', 'e', 'f')).to.deep.equal([]);
  });

  it('looks to every answer of a choice that it is not nested in', () => {
    const items: AnItem[] = [
      { linkId: 'k', type: 'choice', repeats: true, options },
      { linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'd', enableWhen: [isCode('k', 'b')] }] },
    ];
    expect(open(items, { k: chose('a', 'b'), c: chose('a', 'c') }, 'd')).to.deep.equal(['d', 'd@1']);
  });

  it('looks to all answers of a question that has one place and nothing for each answer', () => {
    const items: AnItem[] = [
      { linkId: 'c', type: 'choice', options, items: [{ linkId: 'd', enableWhen: [isCode('c', 'b')] }] },
      { linkId: 'z' },
    ];
    expect(open(items, { c: chose('a', 'b') }, 'd')).to.deep.equal(['d']);
  });

  it('looks to a question nested in the last answer from outside, and in its own from a brother', () => {
    const items: AnItem[] = [
      { linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'n' }, { linkId: 'd', enableWhen: [isX('n')] }] },
      { linkId: 'f', enableWhen: [isX('n')] },
    ];
    const answers = { c: chose('a', 'b'), n: x, 'n@1': y };
    expect(open(items, answers, 'd', 'f')).to.deep.equal(['d']);
    expect(open(items, { ...answers, n: y, 'n@1': x }, 'd', 'f')).to.deep.equal(['d@1', 'f']);
  });

  it('does not count an occurrence that is disabled', () => {
    const items: AnItem[] = [
      { linkId: 's' },
      group('p', [{ linkId: 'q' }], { enableWhen: [isX('s')] }),
      { linkId: 'd', enableWhen: [isX('q')] },
      {
        linkId: 'c',
        type: 'choice',
        repeats: true,
        options,
        enableWhen: [isX('s')],
        items: [{ linkId: 'e', enableWhen: [isCode('c', 'a')] }],
      },
    ];
    expect(open(items, { s: x, q: x, c: chose('a') }, 'd', 'e')).to.deep.equal(['d', 'e']);
    expect(open(items, { s: y, q: x, c: chose('a') }, 'd', 'e')).to.deep.equal([]);
  });

  it('is closed with its repetition, and so is the question whether there is another', () => {
    const items: AnItem[] = [{ linkId: 's' }, group('p', [{ linkId: 'q' }], { enableWhen: [isX('s')] })];
    expect(enabledKeys(aState(items, { s: y, 'p+': yes }))).to.deep.equal(['s']);
    expect(enabledKeys(aState(items, { s: x, 'p+': yes }))).to.deep.equal(['s', 'p', 'q', 'p+', 'p@1', 'q@1', 'p@1+']);
  });
});

describe('The nearest occurrence', () => {
  const form = aForm([group('p', [{ linkId: 'q', repeats: true }, { linkId: 'd' }]), { linkId: 'z' }]);
  const steps = stepsOf(form, { 'p+': yes, 'q@1.0+': yes });
  const named = byLinkId(steps);
  const occurrences = { byLinkId: named, plan: planOf(form), touched: () => new Set(steps) };
  const near = (question: string, from: string): readonly string[] => {
    const step = steps.find(each => each.key === from);
    if (step === undefined) throw new Error(`no step ${from}`);
    return nearestSteps(question, step, occurrences).map(each => each.key);
  };

  it('leaves out the questions whether there is another', () => {
    expect([...named].map(([linkId, all]) => [linkId, all.map(step => step.key)])).to.deep.equal([
      ['p', ['p', 'p@1']],
      ['q', ['q', 'q@1.0', 'q@1.1']],
      ['d', ['d', 'd@1']],
      ['z', ['z']],
    ]);
  });

  it('is none of a question that is not there, and the only one of one that is there once', () => {
    expect(near('nobody', 'd')).to.deep.equal([]);
    expect(near('z', 'd')).to.deep.equal(['z']);
  });

  it('is the one in the same repetition, else the last before', () => {
    expect(near('q', 'd')).to.deep.equal(['q']);
    expect(near('q', 'd@1')).to.deep.equal(['q@1.0', 'q@1.1']);
    expect(near('q', 'z')).to.deep.equal(['q@1.0', 'q@1.1']);
    expect(near('d', 'q@1.1')).to.deep.equal(['d@1']);
    expect(near('d', 'z')).to.deep.equal(['d@1']);
  });

  it('is that of its own place where a question repeats with what is nested in it', () => {
    const nested = aForm([{ linkId: 'q', repeats: true, items: [{ linkId: 'n' }] }]);
    const all = stepsOf(nested, { 'q+': yes });
    const from = all.find(step => step.key === 'n@1');
    if (from === undefined) throw new Error('no step');
    expect(
      nearestSteps('q', from, { byLinkId: byLinkId(all), plan: planOf(nested), touched: () => new Set() }).map(step => step.key),
    ).to.deep.equal(['q@1']);
    expect(answerAbove('q', from)).to.equal(undefined);
  });

  it('is none where the place has gone', () => {
    const [first] = steps;
    if (first === undefined) throw new Error('no step');
    expect(nearestSteps('d', { ...first, path: [7] }, occurrences)).to.deep.equal([]);
  });

  it('names which of several answers something stands in', () => {
    const nested = aForm([
      { linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'g', type: 'group', items: [{ linkId: 'n' }] }] },
    ]);
    const all = stepsOf(nested, { c: chose('a', 'b') });
    const above = (key: string, question: string) => {
      const from = all.find(step => step.key === key);
      if (from === undefined) throw new Error('no step');
      const found = answerAbove(question, from);
      return found && [found.step.key, found.place];
    };
    expect(above('n', 'c')).to.deep.equal(['c', 0]);
    expect(above('n@1', 'c')).to.deep.equal(['c', 1]);
    expect(above('n@1', 'g')).to.equal(undefined);
    expect(above('n@1', 'n')).to.equal(undefined);
    expect(above('c', 'c')).to.equal(undefined);
  });
});
