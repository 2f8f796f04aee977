import { expect } from 'chai';
import { describe, it } from 'mocha';
import { detectLanguage, proposeLanguage } from '../../../src/understanding/language/detect-language.js';
import { realContent } from '../../support/real-content.js';

const { languages, models } = realContent();
const propose = (text: string, current: string) => proposeLanguage(text, current, languages, models?.languages);

describe('proposeLanguage', () => {
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['en-GB', 'Nie mam pieniędzy na jedzenie', 'pl'],
    ['en-GB', 'nie mam pracy i jestem sama', 'pl'],
    ['en-GB', 'Chcę rozmawiać po polsku', 'pl'],
    ['en-GB', 'أنا وحيدة وأحتاج إلى مساعدة', 'ar'],
    ['en-GB', 'ما عندي فلوس للبيت', 'ar'],
    ['pl', 'I have no money and I need help', 'en-GB'],
    ['ar', 'I am alone all the time', 'en-GB'],
    ['ar', 'nie mam nikogo w domu', 'pl'],
    ['en-GB', 'mujhe paise ki bohat pareshani hai', 'ur'],
    ['en-GB', 'مجھے مدد چاہیے ہے', 'ur'],
    ['ur', 'من به کمک نیاز دارم و تنها هستم', 'fa'],
    ['ru', 'мені потрібна допомога з житлом', 'uk'],
    ['en-GB', 'সাহায্য', 'bn'],
    ['en-GB', '我很孤独', 'zh-Hans'],
    ['en-GB', 'I have no money for food', undefined],
    ['pl', 'nie mam pieniędzy na jedzenie', undefined],
    ['ar', 'أنا وحيدة وأحتاج إلى مساعدة', undefined],
    ['en-GB', 'tak', undefined],
    ['en-GB', 'nie wiem', undefined],
    ['en-GB', 'نعم', undefined],
    ['en-GB', '10 06 1980', undefined],
    ['en-GB', '', undefined],
    ['pl', 'Universal Credit', undefined],
  ];
  for (const [current, text, expected] of rows) {
    it(`offers ${expected ?? 'nothing'} for "${text}" in ${current}`, () => {
      expect(propose(text, current)).to.equal(expected);
    });
  }

  it('offers no language that is not offered', () => {
    const few = new Map([...languages].filter(([tag]) => tag !== 'pl'));
    expect(proposeLanguage('Nie mam pieniędzy na jedzenie', 'en-GB', few, models?.languages)).to.equal(undefined);
  });

  it('knows a script that only one language has even without a model, and nothing else', () => {
    expect(proposeLanguage('সাহায্য', 'en-GB', languages, undefined)).to.equal('bn');
    expect(proposeLanguage('Nie mam pieniędzy na jedzenie', 'en-GB', languages, undefined)).to.equal(undefined);
  });
});

describe('detectLanguage', () => {
  it('says whether a language was typed in Latin letters', () => {
    expect(detectLanguage('amar kono kaj nai ekhon', models?.languages)).to.deep.include({ tag: 'bn', romanised: true });
    expect(detectLanguage('আমার কোনো কাজ নেই', models?.languages)).to.deep.include({ tag: 'bn', romanised: false });
  });

  it('finds no language where there are no letters', () => {
    expect(detectLanguage('10.06.1980 ?', models?.languages)).to.equal(undefined);
  });
});
