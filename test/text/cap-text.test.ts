import { expect } from 'chai';
import { describe, it } from 'mocha';
import { capText } from '../../src/text/cap-text.js';

describe('capText', () => {
  it('keeps 1,000 characters whole', () => {
    const text = 'a'.repeat(1000);
    expect(capText(text)).to.deep.equal({ text, cut: false });
  });

  it('cuts what is longer and says so', () => {
    expect(capText('a'.repeat(1001))).to.deep.equal({ text: 'a'.repeat(1000), cut: true });
  });

  it('counts characters, not their halves', () => {
    expect(capText('👍'.repeat(1000)).cut).to.equal(false);
    expect(capText('👍'.repeat(1001))).to.deep.equal({ text: '👍'.repeat(1000), cut: true });
  });

  it('cuts to a length asked for', () => {
    expect(capText('abc', 2)).to.deep.equal({ text: 'ab', cut: true });
  });
});
