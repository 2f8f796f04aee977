import { expect } from 'chai';
import { describe, it } from 'mocha';
import { flagsOfAnswers } from '../../src/safety/flags-of-answers.js';
import { policyOf } from '../support/red-flags.js';

describe('red flags raised by an answer', () => {
  const linkId = 'safety.now';
  const answers = [
    { linkId, code: 'thoughts', kind: 'self-harm', tier: 'act' },
    { linkId, code: 'hurt', kind: 'abuse', tier: 'act' },
    { linkId, code: 'nowhere', kind: 'destitution', tier: 'act' },
  ] as const;
  const policy = { ...policyOf({}), answers };

  it('raises the kind that the chosen option stands for', () => {
    expect(flagsOfAnswers('safety.now', ['thoughts'], policy)).to.deep.equal([
      { kind: 'self-harm', tier: 'act', rule: 'answer:safety.now=thoughts' },
    ]);
    expect(flagsOfAnswers('safety.now', ['nowhere', 'hurt'], policy).map(flag => flag.kind)).to.deep.equal(['abuse', 'destitution']);
  });

  it('raises nothing for no, for rather not, or for another question', () => {
    expect(flagsOfAnswers('safety.now', ['no', 'rather-not'], policy)).to.deep.equal([]);
    expect(flagsOfAnswers('mind.needs', ['thoughts'], policy)).to.deep.equal([]);
  });
});
