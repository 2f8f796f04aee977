import { expect } from 'chai';
import { describe, it } from 'mocha';
import { toAsciiDigits } from '../../src/text/digits.js';

describe('toAsciiDigits', () => {
  const tenDigits: Readonly<Record<string, string>> = {
    Arabic: '٠١٢٣٤٥٦٧٨٩',
    Persian: '۰۱۲۳۴۵۶۷۸۹',
    Bengali: '০১২৩৪৫৬৭৮৯',
    Hindi: '०१२३४५६७८९',
    Punjabi: '੦੧੨੩੪੫੬੭੮੯',
    Gujarati: '૦૧૨૩૪૫૬૭૮૯',
    Tamil: '௦௧௨௩௪௫௬௭௮௯',
    'full-width': '０１２３４５６７８９',
    'mathematical bold': '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
    'mathematical monospace': '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  };
  for (const [script, digits] of Object.entries(tenDigits)) {
    it(`reads ${script} digits`, () => {
      expect(toAsciiDigits(digits)).to.equal('0123456789');
    });
  }

  it('turns every decimal digit of Unicode into one ASCII digit', () => {
    for (let point = 0; point < 0x20000; point += 1) {
      const character = String.fromCodePoint(point);
      if (/\p{Nd}/u.test(character)) expect(toAsciiDigits(character), point.toString(16)).to.match(/^\d$/);
    }
  });

  it('leaves everything else alone', () => {
    expect(toAsciiDigits('Łódź ½ ② Ⅳ 5')).to.equal('Łódź ½ ② Ⅳ 5');
  });
});
