import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Answers } from '../../src/questionnaire/answers.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import type { AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const said = { values: [{ valueString: 'x' }] };

function stand(items: readonly AnItem[], answers: Answers = {}, skipped: readonly string[] = []) {
  const { next, before, done, total } = walk(aState(items, answers), skipped);
  return { next: next?.key, before: before.map(step => step.key), done, total };
}

const form: readonly AnItem[] = [
  { linkId: 'intro', type: 'display' },
  {
    linkId: 'g',
    type: 'group',
    items: [
      { linkId: 'a' },
      { linkId: 'about-b', type: 'display' },
      { linkId: 'b' },
      { linkId: 'silent', type: 'group', text: '', items: [{ linkId: 'c' }] },
    ],
  },
  { linkId: 'bye', type: 'display' },
];

describe('Walking a form', () => {
  it('begins at the first question, with all that is told before it', () => {
    expect(stand(form)).to.deep.equal({ next: 'a', before: ['intro', 'g'], done: 0, total: 3 });
  });

  it('goes on to the first unanswered question, telling only what stands since the question before', () => {
    expect(stand(form, { a: said })).to.deep.equal({ next: 'b', before: ['about-b'], done: 1, total: 3 });
  });

  it('does not tell a group without text', () => {
    expect(stand(form, { a: said, b: said })).to.deep.equal({ next: 'c', before: [], done: 2, total: 3 });
  });

  it('comes back to a gap, however much is answered after it', () => {
    expect(stand(form, { b: said, c: said })).to.deep.equal({ next: 'a', before: ['intro', 'g'], done: 2, total: 3 });
  });

  it('ends with what is told after the last question', () => {
    expect(stand(form, { a: said, b: said, c: said })).to.deep.equal({ next: undefined, before: ['bye'], done: 3, total: 3 });
  });

  it('passes a skipped question and counts it as done', () => {
    expect(stand(form, {}, ['a'])).to.deep.equal({ next: 'b', before: ['about-b'], done: 1, total: 3 });
  });

  it('asks again what was skipped and has become required', () => {
    expect(stand([{ linkId: 'a', required: true }], {}, ['a']).next).to.equal('a');
  });

  it('takes an answer without values for none', () => {
    expect(stand([{ linkId: 'a' }], { a: { values: [] } }).next).to.equal('a');
  });

  it('neither asks, tells nor counts what is disabled', () => {
    const off = { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] } as const;
    const items: AnItem[] = [{ linkId: 'a' }, { linkId: 'd', type: 'display', ...off }, { linkId: 'b', ...off }, { linkId: 'c' }];
    expect(stand(items, {}, ['a'])).to.deep.equal({ next: 'c', before: [], done: 1, total: 2 });
    expect(stand(items, { a: said })).to.deep.equal({ next: 'b', before: ['d'], done: 1, total: 3 });
  });

  it('never asks, tells or counts what is hidden or read-only, nor anything inside it', () => {
    const items: AnItem[] = [
      { linkId: 'h', hidden: true },
      { linkId: 'hd', type: 'display', hidden: true },
      { linkId: 'hg', type: 'group', hidden: true, items: [{ linkId: 'in-hidden' }, { linkId: 'told-nobody', type: 'display' }] },
      { linkId: 'r', readOnly: true },
      { linkId: 'rg', type: 'group', readOnly: true, text: '', items: [{ linkId: 'in-read-only' }] },
      { linkId: 'a' },
    ];
    expect(stand(items)).to.deep.equal({ next: 'a', before: [], done: 0, total: 1 });
  });

  it('asks a question below a question after it', () => {
    const items: AnItem[] = [{ linkId: 'a', items: [{ linkId: 'b' }] }, { linkId: 'c' }];
    expect(stand(items, { a: said }).next).to.equal('b');
  });
});
