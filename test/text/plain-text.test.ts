import { expect } from 'chai';
import { describe, it } from 'mocha';
import { plainLine, plainText } from '../../src/text/plain-text.js';

describe('plainText', () => {
  it('keeps line breaks and drops runs of empty lines', () => {
    expect(plainText(' one \r\n\r\n\r\n two\tthree\n')).to.equal('one\n\ntwo three');
  });

  it('makes one line where one is wanted', () => {
    expect(plainLine('one\r\ntwo')).to.equal('one two');
  });

  it('drops bidi overrides but keeps the joiners Persian spells with', () => {
    expect(plainLine('\u202Eabc\u2066')).to.equal('abc');
    expect(plainLine('می‌خواهم')).to.equal('می‌خواهم');
  });

  it('keeps capitals, accents and emoji as written', () => {
    expect(plainLine('Zoë Łucja 🌸')).to.equal('Zoë Łucja 🌸');
  });
});
