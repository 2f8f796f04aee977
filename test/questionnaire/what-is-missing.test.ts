// What a completed response must have, and what it need not: nobody misses what is hidden, disabled or only shown.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkRequired } from '../../src/questionnaire/check-required.js';
import { anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const x = { values: [{ valueString: 'x' }] };
const missing = (items: readonly AnItem[], answers: Parameters<typeof aState>[1] = {}): readonly string[] =>
  checkRequired(aState(items, answers)).map(({ linkId, text }) => `${linkId} ${text}`);

describe('What a completed response lacks', () => {
  const never = { enableWhen: [{ question: 'nobody', operator: 'exists', answerBoolean: true }] } as const;
  const options = ['a', 'b', 'c'].map(code => anOption(code));
  const list = { type: 'choice', repeats: true, options, minOccurs: 2 } as const;
  const one = { values: options.slice(0, 1).map(({ value }) => value) };
  const required = 'is required and has no answer';

  it('is told of each required question, also one a person is not asked but somebody else fills in', () => {
    expect(missing([{ linkId: 'a', required: true }])).to.deep.equal([`a ${required}`]);
    expect(missing([{ linkId: 'a', required: true, readOnly: true }])).to.deep.equal([`a ${required}`]);
    expect(missing([{ linkId: 'a', required: true }], { a: x })).to.deep.equal([]);
  });

  it('is told with where it is missed', () => {
    expect(checkRequired(aState([{ linkId: 'a', required: true }]))).to.deep.equal([
      { severity: 'error', code: 'required', expression: 'QuestionnaireResponse', linkId: 'a', text: required },
    ]);
  });

  it('is nothing that is hidden, disabled or only shown', () => {
    expect(missing([{ linkId: 'a', required: true, hidden: true }])).to.deep.equal([]);
    expect(missing([{ linkId: 'a', required: true, ...never }, { linkId: 'nobody' }])).to.deep.equal([]);
    expect(missing([{ linkId: 'a', type: 'display', required: true }])).to.deep.equal([]);
    expect(missing([{ linkId: 'g', type: 'group', required: true, items: [{ linkId: 'd', type: 'display' }] }])).to.deep.equal([]);
  });

  it('counts against minOccurs only what is visible and enabled', () => {
    expect(missing([{ linkId: 'a', ...list }], { a: one })).to.deep.equal(['a has fewer than 2 answers']);
    expect(missing([{ linkId: 'a', ...list, hidden: true }], { a: one })).to.deep.equal([]);
    expect(missing([{ linkId: 'a', ...list, ...never }, { linkId: 'nobody' }], { a: one })).to.deep.equal([]);
  });

  it('is one repetition of a group for each that has something in it', () => {
    const group: AnItem = { linkId: 'g', type: 'group', repeats: true, minOccurs: 2, items: [{ linkId: 'a' }] };
    expect(missing([group], { a: x })).to.deep.equal(['g has fewer than 2 answers']);
    expect(missing([group], { a: x, 'a@1': x })).to.deep.equal([]);
    expect(missing([group])).to.deep.equal([]);
  });
});
