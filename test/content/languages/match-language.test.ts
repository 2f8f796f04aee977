import { expect } from 'chai';
import { describe, it } from 'mocha';
import { matchLanguage } from '../../../src/content/languages/match-language.js';

const available = ['en-GB', 'pl', 'ar', 'pa', 'zh-Hant'];

/** What a browser or channel says, and the language meant. */
const wishes: readonly (readonly [string | undefined, string | undefined])[] = [
  ['en', 'en-GB'],
  ['en-US', 'en-GB'],
  ['EN-gb', 'en-GB'],
  ['en_GB', 'en-GB'],
  ['pl-PL', 'pl'],
  ['ar-EG', 'ar'],
  ['pa-Arab-PK', 'pa'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['fr', undefined],
  ['', undefined],
  ['*', undefined],
  [undefined, undefined],
  ['fr-FR,fr;q=0.9,ar;q=0.8,en;q=0.7', 'ar'],
  ['en;q=0.2, pl;q=0.9', 'pl'],
  ['pl;q=0, en', 'en-GB'],
  ['pl;q=many, en;q=0.1', 'en-GB'],
  [`${'x-'.repeat(5000)}pl`, undefined],
];

describe('matching a wanted language', () => {
  for (const [wanted, expected] of wishes) {
    it(`reads ${String(wanted).slice(0, 40)} as ${String(expected)}`, () => {
      expect(matchLanguage(wanted, available)).to.equal(expected);
    });
  }
});
