import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkRedFlagFixtures } from '../../src/safety/check-fixtures.js';
import { findRedFlags } from '../../src/safety/find-red-flags.js';
import { bareRule, nobodyYoung } from '../support/red-flags.js';

describe('rules that name nothing but their pattern', () => {
  const policy = {
    responses: new Map(),
    young: nobodyYoung,
    answers: [],
    rules: [{ ...bareRule('danger'), match: ['danger here'], not: ['all is well'] }],
  };

  it('are tried on every text', () => {
    expect(findRedFlags(['there is danger here'], policy).map(({ kind }) => kind)).to.deep.equal(['child']);
    expect(findRedFlags(['', '...'], policy)).to.deep.equal([]);
  });

  it('are tried also where no word of them is sure, and where a part of a word is meant', () => {
    const rules = [bareRule('*ab'), { ...bareRule('x .. (# y|*cde*|z*)'), id: 'parts' }];
    const found = (text: string) => findRedFlags([text], { ...policy, rules }).length;
    expect(['grab', 'x abcdef', 'x 12 y', 'x . zz', 'about', 'x yes', 'x'].map(found)).to.deep.equal([1, 1, 1, 1, 0, 0, 0]);
  });

  it('have their fixtures checked like all others', () => {
    expect(checkRedFlagFixtures(policy)).to.deep.equal([]);
    const [rule] = policy.rules;
    const wrong = { ...policy, rules: rule ? [{ ...rule, match: ['all is well'], not: ['danger'] }] : [] };
    expect(checkRedFlagFixtures(wrong)).to.have.length(2);
  });
});
