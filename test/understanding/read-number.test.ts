import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readAge } from '../../src/understanding/read-age.js';
import { readNumber } from '../../src/understanding/read-number.js';
import { languages } from './our-languages.js';

const numbers: readonly (readonly [string, string, number])[] = [
  ['en-GB', '5', 5],
  ['en-GB', ' 5. ', 5],
  ['en-GB', 'about 5', 5],
  ['en-GB', '5 years', 5],
  ['en-GB', 'around 5 years old', 5],
  ['en-GB', '45yo', 45],
  ['en-GB', '~5', 5],
  ['en-GB', '£20', 20],
  ['en-GB', '1.5', 1.5],
  ['en-GB', '1,5', 1.5],
  ['en-GB', '1,000', 1000],
  ['en-GB', '1,000.50', 1000.5],
  ['en-GB', '1.000,50', 1000.5],
  ['en-GB', '0,125', 0.125],
  ['en-GB', '1 000', 1000],
  ['en-GB', '-3', -3],
  ['en-GB', 'five', 5],
  ['en-GB', 'Twenty-five', 25],
  ['en-GB', 'twenty five years', 25],
  ['en-GB', 'forty', 40],
  ['en-GB', 'fourty', 40],
  ['en-GB', 'one hundred and two', 102],
  ['en-GB', 'zero', 0],
  ['en-GB', 'none', 0],
  ['en-GB', 'twice a week', 2],
  ['en-GB', '7/10', 7],
  ['en-GB', '7 out of 10', 7],
  ['en-GB', '２５', 25],
  ['en-GB', '২৫', 25],
  ['pl', '1,5', 1.5],
  ['pl', 'około 5', 5],
  ['pl', 'okolo piec', 5],
  ['pl', 'mam 45 lat', 45],
  ['pl', 'dwadzieścia pięć', 25],
  ['pl', 'dwadziescia piec lat', 25],
  ['pl', 'dwóch', 2],
  ['pl', 'sto dwa', 102],
  ['pl', '1 000,5', 1000.5],
  ['pl', 'twenty', 20],
  ['ar', '٥', 5],
  ['ar', '٢٥ سنة', 25],
  ['ar', 'عمري ٤٥ سنة', 45],
  ['ar', 'خمسة', 5],
  ['ar', 'خمسة وعشرون', 25],
  ['ar', 'خمسه و عشرين', 25],
  ['ar', 'حداشر', 11],
  ['ar', 'أحد عشر', 11],
  ['ar', '١٫٥', 1.5],
  ['ar', '۲۵', 25],
  ['ar', 'مرتين', 2],
];

describe('readNumber', () => {
  for (const [lang, text, value] of numbers) {
    it(`reads ${String(value)} in "${text}" (${lang})`, () => {
      expect(readNumber(text, lang, languages)).to.include({ kind: 'number', value });
    });
  }

  it('takes no range for a number', () => {
    for (const text of ['5-6', '5 - 6', '5 to 6', '5 or 6', 'between 5 and 6', 'five or six', '5/6', 'five to six years']) {
      expect(readNumber(text, 'en-GB', languages), text).to.deep.equal({ kind: 'several' });
    }
    expect(readNumber('5 do 6', 'pl', languages)).to.deep.equal({ kind: 'several' });
    expect(readNumber('من ٥ إلى ٦', 'ar', languages)).to.deep.equal({ kind: 'several' });
  });

  it('does not guess between a thousand and one where a comma is the decimal sign', () => {
    expect(readNumber('1,000', 'pl', languages)).to.deep.equal({ kind: 'several' });
    expect(readNumber('1.000', 'ar', languages)).to.deep.equal({ kind: 'several' });
  });

  it('sees nothing where there is none, and no number in a word such as "someone"', () => {
    for (const text of ['', 'hello', 'I do not know', 'someone', 'x'.repeat(500)]) {
      expect(readNumber(text, 'en-GB', languages), text).to.deep.equal({ kind: 'nothing' });
    }
  });

  it('counts decimals as written', () => {
    expect(readNumber('1.50', 'en-GB', languages)).to.deep.equal({ kind: 'number', value: 1.5, decimals: 2 });
  });
});

describe('readAge', () => {
  const ages: readonly (readonly [string, string, number])[] = [
    ['en-GB', '45', 45],
    ['en-GB', "I'm 45", 45],
    ['en-GB', 'I am 45 years old', 45],
    ['en-GB', 'forty five', 45],
    ['en-GB', '0', 0],
    ['en-GB', '130', 130],
    ['pl', 'mam 45 lat', 45],
    ['pl', '45 l.', 45],
    ['pl', 'czterdzieści pięć lat', 45],
    ['ar', 'عمري خمسة وأربعون سنة', 45],
    ['ar', '٤٥', 45],
  ];
  for (const [lang, text, age] of ages) {
    it(`reads ${String(age)} in "${text}" (${lang})`, () => {
      expect(readAge(text, lang, languages)).to.deep.equal({ ok: true, value: age });
    });
  }

  it('refuses what nobody can be', () => {
    for (const text of ['131', '-1', '45.5', '1980', 'old', '40 or 45', '']) {
      expect(readAge(text, 'en-GB', languages), text).to.deep.equal({ ok: false, why: 'not-an-age' });
    }
  });
});
