import { expect } from 'chai';
import { describe, it } from 'mocha';
import { wordMoment, wordTime } from '../../../src/content/languages/word-intl.js';
import { wordValue, type WordedValue } from '../../../src/content/languages/word-value.js';

/** Spaces as one kind: some languages put a narrow or unbroken one before am and pm. */
const word = (value: WordedValue, lang: string) => wordValue(value, lang, text => `[${text}]`).replace(/\s/gu, ' ');

const said: readonly (readonly [WordedValue, string, string])[] = [
  [{ valueInteger: 1200 }, 'en-GB', '1,200'],
  [{ valueDecimal: 0.5 }, 'pl', '0,5'],
  [{ valueDate: '2026-05' }, 'en-GB', 'May 2026'],
  [{ valueDateTime: '2026-05' }, 'en-GB', 'May 2026'],
  [{ valueDateTime: '2026-05-03T09:30:00+01:00' }, 'en-GB', '3 May 2026 at 9:30 am'],
  [{ valueDateTime: '2026-05-03T08:30:00Z' }, 'en-GB', '3 May 2026 at 9:30 am'],
  [{ valueDateTime: '2026-05-03T09:30:00+01:00' }, 'pl', '3 maja 2026 09:30'],
  [{ valueTime: '14:05:00' }, 'en-GB', '2:05 pm'],
  [{ valueTime: '14:05:07' }, 'en-GB', '2:05:07 pm'],
  [{ valueTime: '14:05:00' }, 'pl', '14:05'],
  [{ valueTime: '03:30:00' }, 'pl', '03:30'],
  [{ valueTime: '03:30:00' }, 'en-GB', '3:30 am'],
  [{ valueUri: 'https://example.org' }, 'ar', '[https://example.org]'],
  [{ valueQuantity: { value: 80.5, unit: 'kg', code: 'kg' } }, 'en-GB', '[80.5 kg]'],
  [{ valueQuantity: { value: 5, comparator: '>=', code: 'mm' } }, 'en-GB', '[≥ 5 mm]'],
  [{ valueQuantity: { value: 5, comparator: '<' } }, 'pl', '[< 5]'],
  [{ valueReference: { display: 'Dr One', reference: 'Practitioner/1' } }, 'en-GB', 'Dr One'],
  [{ valueReference: { reference: 'Practitioner/1' } }, 'en-GB', '[Practitioner/1]'],
  [{ valueReference: {} }, 'en-GB', '[]'],
  [{ valueAttachment: { title: 'Letter', url: 'https://example.org/l' } }, 'en-GB', 'Letter ([https://example.org/l])'],
  [{ valueAttachment: { title: 'Letter' } }, 'en-GB', 'Letter'],
  [{ valueAttachment: { url: 'https://example.org/l' } }, 'en-GB', '[https://example.org/l]'],
  [{ valueCoding: { code: 'x', display: 'X ray' } }, 'en-GB', 'X ray'],
  [{ valueCoding: { code: 'x' } }, 'en-GB', 'x'],
];

describe('an answer in words', () => {
  for (const [value, lang, words] of said) {
    it(`is "${words}" for ${JSON.stringify(value)} in ${lang}`, () => {
      expect(word(value, lang).replace(/^3 maja 2026(?: o|,)? /u, '3 maja 2026 ')).to.equal(words);
    });
  }

  it('has Latin digits and the Gregorian calendar in every language', () => {
    for (const lang of ['ar', 'fa', 'bn', 'ur', 'ps']) {
      expect(wordMoment('2026-05-03T09:30:00+01:00', lang)).to.contain('2026').and.to.match(/9:30/u);
      expect(wordTime('14:05:00', lang)).to.match(/(?:14|2):05/u);
    }
  });

  it('is as it stands where it is no moment at all', () => {
    expect(wordTime('soon', 'en-GB')).to.equal('soon');
    expect(wordMoment('soon', 'en-GB')).to.equal('soon');
    expect(wordMoment('2026-99-99T10:00:00Z', 'en-GB')).to.equal('2026-99-99T10:00:00Z');
  });
});
