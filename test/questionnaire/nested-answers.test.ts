// What is nested in one of several answers hangs on that answer alone, in whichever repetition it stands.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue } from '../../src/content/forms/form.js';
import { isRepeatedOneByOne } from '../../src/questionnaire/form-plan.js';
import { anItem, anOption, type AnItem } from '../support/a-form.js';
import { aState, enabledKeys } from '../support/a-state.js';

const chosen = (...codes: readonly string[]) => ({ values: codes.map((code): AnswerValue => anOption(code).value) });
const yes = { values: [{ valueBoolean: true }] };

describe('A condition on one of several answers', () => {
  const many: AnItem = {
    linkId: 'q',
    type: 'choice',
    repeats: true,
    options: ['a', 'b', 'c'].map(code => anOption(code)),
    items: [{ linkId: 'why', enableWhen: [{ question: 'q', operator: '=', answerCoding: { system: 'urn:test', code: 'b' } }] }],
  };

  it('is met in the answer it names, and not in its brothers', () => {
    expect(enabledKeys(aState([many], { q: chosen('a', 'b', 'c') }))).to.deep.equal(['q', 'why@1']);
    expect(enabledKeys(aState([many], { q: chosen('b') }))).to.deep.equal(['q', 'why']);
    expect(enabledKeys(aState([many], { q: chosen('a') }))).to.deep.equal(['q']);
    expect(enabledKeys(aState([many]))).to.deep.equal(['q']);
  });

  it('is met so in each repetition of what is round it', () => {
    const items: readonly AnItem[] = [{ linkId: 'g', type: 'group', repeats: true, items: [many] }];
    const answers = { q: chosen('b', 'a'), 'g+': yes, 'q@1': chosen('a', 'b') };
    expect(enabledKeys(aState(items, answers)).filter(key => key.startsWith('why'))).to.deep.equal(['why', 'why@1.1']);
    expect(isRepeatedOneByOne(anItem(many))).to.equal(false);
  });
});
