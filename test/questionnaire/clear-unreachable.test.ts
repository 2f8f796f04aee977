import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Answers } from '../../src/questionnaire/answers.js';
import { unreachableKeys } from '../../src/questionnaire/clear-unreachable.js';
import type { AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };
const ifTrue = (question: string) => ({ enableWhen: [{ question, operator: '=', answerBoolean: true }] }) as const;

const chain: readonly AnItem[] = [
  { linkId: 'a', type: 'boolean' },
  { linkId: 'b', type: 'boolean', ...ifTrue('a') },
  { linkId: 'c', type: 'boolean', ...ifTrue('b') },
];

/** Keys of these answers that fall away. */
function dropped(items: readonly AnItem[], answers: Answers, more: readonly string[] = []): readonly string[] {
  return unreachableKeys(aState(items, answers), [...Object.keys(answers), ...more]);
}

describe('What can no longer be reached', () => {
  it('is what hangs on a changed answer, and what hangs on that', () => {
    expect(dropped(chain, { a: no, b: yes, c: yes })).to.deep.equal(['b', 'c']);
  });

  it('is a skipped question as much as an answered one', () => {
    expect(dropped(chain, { a: no }, ['b'])).to.deep.equal(['b']);
    expect(dropped(chain, { a: yes }, ['b'])).to.deep.equal([]);
  });

  it('is nothing when everything can be reached, or nothing was given', () => {
    expect(dropped(chain, { a: yes, b: yes, c: no })).to.deep.equal([]);
    expect(dropped(chain, {})).to.deep.equal([]);
  });

  it('is what is not in the form, or holds no answer', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'd', type: 'display' },
      { linkId: 'g', type: 'group' },
    ];
    expect(dropped(items, { a: yes, old: yes, d: yes, g: yes })).to.deep.equal(['old', 'd', 'g']);
  });

  it('is a fact in a hidden item only once that is disabled', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'h', type: 'boolean', hidden: true, ...ifTrue('a') },
    ];
    expect(dropped(items, { a: yes, h: yes })).to.deep.equal([]);
    expect(dropped(items, { a: no, h: yes })).to.deep.equal(['h']);
  });

  it('leaves nothing more to fall away', () => {
    expect(dropped(chain, { a: yes, b: no, c: yes })).to.deep.equal(['c']);
    expect(dropped(chain, { a: yes, b: no })).to.deep.equal([]);
  });

  it('is everything in a loop of conditions', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean', ...ifTrue('b') },
      { linkId: 'b', type: 'boolean', ...ifTrue('a') },
    ];
    expect(dropped(items, { a: yes, b: yes })).to.deep.equal(['a', 'b']);
  });

  it('is a repetition that nobody said yes to, and the question after it', () => {
    const items: AnItem[] = [{ linkId: 'p', type: 'group', repeats: true, items: [{ linkId: 'n' }] }];
    const x = { values: [{ valueString: 'x' }] };
    expect(dropped(items, { n: x, 'p+': yes, 'n@1': x, 'p@1+': no })).to.deep.equal([]);
    expect(dropped(items, { n: x, 'p+': no, 'n@1': x, 'p@1+': no })).to.deep.equal(['n@1', 'p@1+']);
  });

  it('knows an item called like something every object has', () => {
    const items: AnItem[] = [
      { linkId: '__proto__', type: 'boolean' },
      { linkId: 'constructor', type: 'boolean' },
    ];
    expect(dropped(items, Object.fromEntries([['__proto__', yes] as const, ['gone', yes] as const]))).to.deep.equal(['gone']);
  });
});
