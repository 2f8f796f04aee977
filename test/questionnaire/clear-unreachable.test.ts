import { describe, it } from 'mocha';
import { expect } from 'chai';
import { clearUnreachable } from '../../src/questionnaire/clear-unreachable.js';
import { initialAnswers } from '../../src/questionnaire/initial-answers.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';

const yes = { values: [{ valueBoolean: true }], at: '2026-01-01T00:00:00Z' };
const no = { ...yes, values: [{ valueBoolean: false }] };
const ifTrue = (question: string) => ({ enableWhen: [{ question, operator: '=', answerBoolean: true }] }) as const;

const chain: readonly AnItem[] = [
  { linkId: 'a', type: 'boolean' },
  { linkId: 'b', type: 'boolean', ...ifTrue('a') },
  { linkId: 'c', type: 'boolean', ...ifTrue('b') },
];

describe('Clearing what can no longer be reached', () => {
  it('drops what hangs on a changed answer, and what hangs on that', () => {
    expect(clearUnreachable(aForm(chain), { a: no, b: yes, c: yes })).to.deep.equal({ answers: { a: no }, dropped: ['b', 'c'] });
  });

  it('gives the same object back when everything can be reached', () => {
    const answers = { a: yes, b: yes, c: no };
    const cleared = clearUnreachable(aForm(chain), answers);
    expect(cleared.answers).to.equal(answers);
    expect(cleared.dropped).to.deep.equal([]);
  });

  it('drops answers to what is not in the form, or holds no answer', () => {
    const form = aForm([
      { linkId: 'a', type: 'boolean' },
      { linkId: 'd', type: 'display' },
      { linkId: 'g', type: 'group' },
    ]);
    expect(clearUnreachable(form, { a: yes, old: yes, d: yes, g: yes })).to.deep.equal({ answers: { a: yes }, dropped: ['old', 'd', 'g'] });
  });

  it('keeps facts in hidden items, enabled or not', () => {
    const form = aForm([
      { linkId: 'a', type: 'boolean' },
      { linkId: 'h', type: 'boolean', hidden: true, ...ifTrue('a') },
    ]);
    expect(clearUnreachable(form, { a: no, h: yes }).answers).to.deep.equal({ a: no, h: yes });
  });

  it('is content with what it left', () => {
    const first = clearUnreachable(aForm(chain), { a: yes, b: no, c: yes });
    expect(clearUnreachable(aForm(chain), first.answers)).to.deep.equal({ answers: first.answers, dropped: [] });
  });

  it('ends where conditions go round in a loop', () => {
    const form = aForm([
      { linkId: 'a', type: 'boolean', ...ifTrue('b') },
      { linkId: 'b', type: 'boolean', ...ifTrue('a') },
    ]);
    expect(clearUnreachable(form, { a: yes, b: yes }).answers).to.deep.equal({});
  });

  it('keeps an item called like something every object has', () => {
    const form = aForm([
      { linkId: '__proto__', type: 'boolean' },
      { linkId: 'constructor', type: 'boolean' },
    ]);
    const answers = Object.fromEntries([['__proto__', yes] as const, ['gone', yes] as const]);
    const cleared = clearUnreachable(form, answers);
    expect(Object.keys(cleared.answers)).to.deep.equal(['__proto__']);
    expect(cleared.dropped).to.deep.equal(['gone']);
  });
});

describe('Initial answers', () => {
  it('are those of questions nobody is asked', () => {
    const a = anOption('a');
    const form = aForm([
      { linkId: 'hidden', type: 'choice', options: [a], hidden: true, initial: [a.value] },
      { linkId: 'read-only', readOnly: true, initial: [{ valueString: 'x' }] },
      { linkId: 'g', type: 'group', hidden: true, items: [{ linkId: 'inside', type: 'boolean', initial: [{ valueBoolean: false }] }] },
      { linkId: 'asked', initial: [{ valueString: 'a suggestion' }] },
      { linkId: 'empty', hidden: true },
    ]);
    expect(initialAnswers(form)).to.deep.equal({
      hidden: { values: [a.value] },
      'read-only': { values: [{ valueString: 'x' }] },
      inside: { values: [{ valueBoolean: false }] },
    });
  });

  it('make a decimal of a whole number where the question is decimal', () => {
    const form = aForm([
      { linkId: 'd', type: 'decimal', hidden: true, initial: [{ valueInteger: 3 }] },
      { linkId: 'e', type: 'decimal', hidden: true, initial: [{ valueDecimal: 3.5 }] },
      { linkId: 'i', type: 'integer', hidden: true, initial: [{ valueInteger: 3 }] },
    ]);
    expect(initialAnswers(form)).to.deep.equal({
      d: { values: [{ valueDecimal: 3 }] },
      e: { values: [{ valueDecimal: 3.5 }] },
      i: { values: [{ valueInteger: 3 }] },
    });
  });
});
