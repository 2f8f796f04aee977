import { expect } from 'chai';
import { describe, it } from 'mocha';
import { proposeLanguage } from '../../src/understanding/language/detect-language.js';
import { languages } from './our-languages.js';

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
    ['en-GB', 'I have no money for food', undefined],
    ['pl', 'nie mam pieniędzy na jedzenie', undefined],
    ['ar', 'أنا وحيدة وأحتاج إلى مساعدة', undefined],
    ['en-GB', 'tak', undefined],
    ['en-GB', 'nie wiem', undefined],
    ['en-GB', 'نعم', undefined],
    ['en-GB', 'Kowalski Jan Maria', undefined],
    ['en-GB', 'مجھے مدد چاہیے ہے', undefined],
    ['en-GB', '10 06 1980', undefined],
    ['en-GB', '', undefined],
    ['pl', 'Universal Credit, Jobcentre Plus', undefined],
  ];
  for (const [current, text, expected] of rows) {
    it(`offers ${expected ?? 'nothing'} for "${text}" in ${current}`, () => {
      expect(proposeLanguage(text, current, languages)).to.equal(expected);
    });
  }
});
