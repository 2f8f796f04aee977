import { expect } from 'chai';
import { describe, it } from 'mocha';
import { wordHours } from '../../../src/content/languages/word-intl.js';

const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];

describe('opening hours in words', () => {
  it('keep AM and PM in their own direction inside right-to-left words, so that they do not begin with their end', () => {
    expect(wordHours(hours, 'ur')).to.match(/، \u2066[^\u2066\u2069]*AM[^\u2066\u2069]*PM\u2069$/u);
  });

  it('stand bare where the words run the same way, or the times have no letters of another script', () => {
    expect(wordHours(hours, 'bn'))
      .to.match(/AM.*PM/u)
      .and.not.match(/[\u2066\u2069]/u);
    expect(wordHours(hours, 'fa')).to.not.match(/[\u2066\u2069]/u);
  });
});
