import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { hashCode, makeCode, makeReference, makeReferralId } from '../../src/referral/make-reference.js';

describe('the reference a person reads out', () => {
  it('has eight characters in two halves, none that is misheard or misread', () => {
    for (let i = 0; i < 2_000; i += 1) {
      expect(makeReference(randomUUID(), 1)).to.match(/^[2-9ACDEFGHJKMNPQRTVWXY]{4}-[2-9ACDEFGHJKMNPQRTVWXY]{4}$/u);
      expect(makeReference(randomUUID(), 1)).not.to.match(/[ILOU01SBZ]/u);
    }
  });

  it('is the same each time for one episode, and another for the next', () => {
    expect(makeReference('a1', 1)).to.equal(makeReference('a1', 1));
    expect(makeReference('a1', 1)).not.to.equal(makeReference('a1', 2));
  });

  it('stands beside an id that is as steady, and does not give the conversation away', () => {
    expect(makeReferralId('a1', 1))
      .to.equal(makeReferralId('a1', 1))
      .and.match(/^[0-9a-f]{32}$/u)
      .and.not.include('a1-');
    expect(makeReferralId('a1', 1)).not.to.equal(makeReferralId('a1', 2));
  });

  it('is not given twice among 100,000', () => {
    const made = new Set(Array.from({ length: 100_000 }, (_, i) => makeReference(`conversation-${String(i)}`, 1)));
    expect(made.size).to.equal(100_000);
  });

  it('uses every character of its alphabet', () => {
    const used = new Set(Array.from({ length: 2_000 }, (_, i) => makeReference(`c${String(i)}`, 1)).join(''));
    expect([...used].toSorted().join('')).to.equal('-23456789ACDEFGHJKMNPQRTVWXY');
  });
});

describe('the six-digit code shown with it', () => {
  it('has six digits, leading zeros kept', () => {
    const codes = Array.from({ length: 2_000 }, (_, i) => makeCode(`c${String(i)}`, 1));
    expect(codes.every(code => /^\d{6}$/u.test(code))).to.equal(true);
    expect(codes.some(code => code.startsWith('0'))).to.equal(true);
  });

  it('cannot be read from its hash, which is another for another referral', () => {
    expect(hashCode('a1-1', '012345'))
      .to.match(/^[0-9a-f]{64}$/u)
      .and.not.to.equal(hashCode('a1-2', '012345'));
  });
});
