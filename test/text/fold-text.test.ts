import { expect } from 'chai';
import { describe, it } from 'mocha';
import { foldText } from '../../src/text/fold-text.js';

describe('foldText', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Polish without its marks', 'Zażółć gęślą JAŹŃ', 'zazolc gesla jazn'],
    ['Turkish dotted and dotless i as one', 'İstanbul Iı', 'istanbul ii'],
    ['letters that do not decompose', 'Straße Đorđe Øre Æsir œuvre Þór', 'strasse dorde ore aesir oeuvre thor'],
    ['Arabic alef, ya and ta marbuta as one', 'أحمد إلى آخر ٱسم مدرسة', 'احمد الي اخر اسم مدرسه'],
    ['Arabic short vowels and tatweel off', 'أُحِبُّ نعـــم', 'احب نعم'],
    ['Arabic presentation forms', 'ﻧﻌﻢ', 'نعم'],
    ['Persian letters as Arabic ones', 'کتاب یک', 'كتاب يك'],
    ['a Persian zero-width non-joiner joins', 'می‌خواهم', 'ميخواهم'],
    ['digits of any script', '٣ ৫ ７', '3 5 7'],
    ['curly apostrophes and quotes', 'don’t “say” ‘no’ don`t don´t', `don't "say" 'no' don't don't`],
    ['invisible characters', 'k\u200Bi\u202Ell\u00AD \uFEFFme', 'kill me'],
    ['white space and line breaks', '  a\t b\r\n\u00A0c ', 'a b c'],
    ['a keycap and a skin tone', '1️⃣ 👍🏽', '1 👍'],
    ['a pious phrase of one sign to nothing', 'محمد ﷺ نبينا', 'محمد نبينا'],
    ['Arabic punctuation', 'نعم، لا؟', 'نعم, لا?'],
  ];
  for (const [what, text, folded] of rows) {
    it(`folds ${what}`, () => {
      expect(foldText(text)).to.equal(folded);
    });
  }

  it('keeps the vowel signs of Indic scripts', () => {
    for (const text of ['আমি একা', 'உதவி', 'मुझे मदद चाहिए', 'ਮੈਨੂੰ ਮਦਦ', 'મને મદદ']) expect(foldText(text)).to.equal(text);
  });

  it('folds what is folded to itself', () => {
    for (let point = 1; point < 0x3000; point += 1) {
      const folded = foldText(`a${String.fromCodePoint(point)}b`);
      expect(foldText(folded), point.toString(16)).to.equal(folded);
    }
  });
});
