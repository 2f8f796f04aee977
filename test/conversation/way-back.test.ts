import { expect } from 'chai';
import { describe, it } from 'mocha';
import { makeWayBack, mostTries, nameOfReference, nameOfToken } from '../../src/conversation/way-back.js';
import { parseReference } from '../../src/referral/make-reference.js';

const entropy = '0123456789abcdef0123456789abcdef';

describe('a way back', () => {
  it('is a token for a link, a reference without look-alikes and six digits, the same for the same random digits', () => {
    const wayBack = makeWayBack(entropy);
    expect(wayBack.token).to.match(/^[\w-]{24}$/u);
    expect(wayBack.reference).to.match(/^[2-9ACDEFGHJKMNPQRTVWXY]{4}-[2-9ACDEFGHJKMNPQRTVWXY]{4}$/u);
    expect(wayBack.code).to.match(/^\d{6}$/u);
    expect(makeWayBack(entropy)).to.deep.equal(wayBack);
  });

  it('is another in every part when a single random digit differs', () => {
    const [one, other] = [makeWayBack(entropy), makeWayBack(entropy.replace('0', '1'))];
    expect([one.token === other.token, one.reference === other.reference, one.code === other.code]).to.deep.equal([false, false, false]);
  });

  it('is kept under names that neither show it nor can be taken for one another', () => {
    const { token, reference } = makeWayBack(entropy);
    expect(nameOfToken(token))
      .to.match(/^[\w-]{43}$/u)
      .and.not.contain(token);
    expect(nameOfReference(reference)).to.match(/^[\w-]{43}$/u);
    expect(nameOfToken(reference)).to.not.equal(nameOfReference(reference));
  });

  it('bears five wrong codes', () => {
    expect(mostTries).to.equal(5);
  });
});

describe('a reference as typed', () => {
  it('is known in any case, with or without its dash, and in digits of another script', () => {
    for (const typed of ['7K2M-9PQR', ' 7k2m9pqr ', '7k2m 9pqr', '٧K٢M–٩PQR']) expect(parseReference(typed)).to.equal('7K2M-9PQR');
  });

  it('is none with a character too few, too many, or one that references never have', () => {
    for (const typed of ['', '7K2M-9PQ', '7K2M-9PQRR', '7K2M-9PQ0', '7K2M-9PQI', 'x'.repeat(5000)]) {
      expect(parseReference(typed), typed.slice(0, 12)).to.equal(undefined);
    }
  });
});
