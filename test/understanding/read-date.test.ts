import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readDate } from '../../src/understanding/read-date.js';
import { checkDateOfBirth, readDateOfBirth } from '../../src/understanding/read-date-of-birth.js';
import { languages } from './our-languages.js';

const today = '2026-11-22';

const tenthOfJune: Readonly<Record<string, readonly string[]>> = {
  'en-GB': [
    '10/06/1980',
    '10/6/1980',
    '10-06-1980',
    '10.06.1980',
    '10. 6. 1980',
    '10 06 1980',
    '10 6 1980',
    '10,6,1980',
    '10061980',
    '1980-06-10',
    '1980/06/10',
    '10 June 1980',
    '10th June 1980',
    '10th of June 1980',
    'the 10th of June, 1980',
    'June 10 1980',
    'June 10th, 1980',
    '10 jun 1980',
    '10JUN1980',
    '1980 June 10',
    'Tuesday 10 June 1980',
    'I was born on 10/06/1980',
    'DOB: 10 June 1980',
    'born 10 june 1980.',
    '10\n6\n1980',
    '１０/６/１９８０',
    '১০/০৬/১৯৮০',
  ],
  pl: [
    '10.06.1980',
    '10.06.1980 r.',
    '10 czerwca 1980',
    '10 czerwca 1980 r.',
    '10 czerwca 1980 roku',
    '10 czerwiec 1980',
    '10 VI 1980',
    '10.VI.1980',
    '10-go czerwca 1980',
    'urodziłem się 10 czerwca 1980',
    'urodzona 10.06.1980',
    '10 cze 1980',
    '10 June 1980',
    '10 czerwca, 1980',
    'czerwca 10 1980',
    '10 czrewca 1980',
  ],
  ar: [
    '١٠/٠٦/١٩٨٠',
    '١٠-٦-١٩٨٠',
    '١٠ يونيو ١٩٨٠',
    '10 يونيو 1980',
    '١٠ حزيران ١٩٨٠',
    '١٠ جوان ١٩٨٠',
    '١٠ يونيه ١٩٨٠',
    '١٠ من يونيو ١٩٨٠',
    '١٩٨٠/٦/١٠',
    '۱۰/۰۶/۱۹۸۰',
    'ولدت في ١٠ يونيو سنة ١٩٨٠',
    '١٠ يونيو ١٩٨٠ م',
    '١٠ـ٦ـ١٩٨٠',
    '10 June 1980',
    '١٠ شهر ٦ سنة ١٩٨٠',
  ],
};

const otherDates: readonly (readonly [string, string, string])[] = [
  ['en-GB', '29/02/2000', '2000-02-29'],
  ['en-GB', '1 sept 1999', '1999-09-01'],
  ['en-GB', '31 Febuary 2001', ''],
  ['en-GB', '3/4/1985', '1985-04-03'],
  ['en-GB', '3 May 2027', '2027-05-03'],
  ['en-GB', '12 Decmber 1990', '1990-12-12'],
  ['pl', '1 maja 1975', '1975-05-01'],
  ['pl', '30 wrzesnia 1960', '1960-09-30'],
  ['pl', '5 paź 1990', '1990-10-05'],
  ['pl', '11 listopada 1918', '1918-11-11'],
  ['ar', '٥ كانون الثاني ١٩٩٠', '1990-01-05'],
  ['ar', '٥ تشرين الأول ١٩٩٠', '1990-10-05'],
  ['ar', '٥ غشت ١٩٩٠', '1990-08-05'],
  ['ar', '٥ آب ١٩٩٠', '1990-08-05'],
  ['ar', '١ أبريل ١٩٧٠', '1970-04-01'],
  ['ar', '٢ نيسان ١٩٧٠', '1970-04-02'],
];

describe('readDate', () => {
  for (const [lang, texts] of Object.entries(tenthOfJune)) {
    for (const text of texts) {
      it(`reads 10 June 1980 in "${text}" (${lang})`, () => {
        expect(readDate(text, lang, languages)).to.deep.equal({ ok: true, value: '1980-06-10' });
      });
    }
  }

  for (const [lang, text, date] of otherDates) {
    it(`reads ${date === '' ? 'an impossible day' : date} in "${text}" (${lang})`, () => {
      expect(readDate(text, lang, languages)).to.deep.equal(
        date === '' ? { ok: false, why: 'date-impossible' } : { ok: true, value: date },
      );
    });
  }

  const refused: readonly (readonly [string, string, string])[] = [
    ['06/13/1980', 'en-GB', 'date-order'],
    ['19800610', 'en-GB', 'date-order'],
    ['1980-13-06', 'en-GB', 'date-order'],
    ['١٢/٣١/١٩٩٠', 'ar', 'date-order'],
    ['31/02/1990', 'en-GB', 'date-impossible'],
    ['29/02/1999', 'en-GB', 'date-impossible'],
    ['32/01/1990', 'en-GB', 'date-impossible'],
    ['13/13/1990', 'en-GB', 'date-impossible'],
    ['00/01/1990', 'en-GB', 'date-impossible'],
    ['31 kwietnia 1990', 'pl', 'date-impossible'],
    ['10.6.80', 'pl', 'not-a-date'],
    ["10 June '80", 'en-GB', 'not-a-date'],
    ['100680', 'en-GB', 'not-a-date'],
    ['10 June', 'en-GB', 'not-a-date'],
    ['1980', 'en-GB', 'not-a-date'],
    ['June 1980', 'en-GB', 'not-a-date'],
    ['I may move in 10 1980', 'en-GB', 'not-a-date'],
    ['yesterday', 'en-GB', 'not-a-date'],
    ['10/06/1980 or 11/06/1980', 'en-GB', 'not-a-date'],
    ['', 'en-GB', 'not-a-date'],
    ['1 '.repeat(500), 'en-GB', 'not-a-date'],
    ['10 banana 1980', 'en-GB', 'not-a-date'],
    ['1/2/0985', 'en-GB', 'not-a-date'],
  ];
  for (const [text, lang, why] of refused) {
    it(`refuses "${text.slice(0, 30)}" as ${why} (${lang})`, () => {
      expect(readDate(text, lang, languages)).to.deep.equal({ ok: false, why });
    });
  }
});

describe('readDateOfBirth', () => {
  const listens = listensFor('en-GB', languages);

  it('reads the day of somebody alive', () => {
    expect(readDateOfBirth('10 June 1980', listens, today)).to.deep.equal({ ok: true, value: '1980-06-10' });
    expect(readDateOfBirth('22/11/2026', listens, today)).to.deep.equal({ ok: true, value: today });
  });

  it('refuses a day still to come', () => {
    expect(readDateOfBirth('23/11/2026', listens, today)).to.deep.equal({ ok: false, why: 'date-future' });
  });

  it('refuses a day over 130 years ago', () => {
    expect(readDateOfBirth('21/11/1896', listens, today)).to.deep.equal({ ok: false, why: 'date-too-old' });
    expect(readDateOfBirth('22/11/1896', listens, today).ok).to.equal(true);
    expect(checkDateOfBirth('1900-03-01', '2028-02-29').ok).to.equal(true);
    expect(checkDateOfBirth('1894-02-28', '2024-02-29').ok).to.equal(true);
  });

  it('passes on why a date could not be read', () => {
    expect(readDateOfBirth('06/13/1980', listens, today)).to.deep.equal({ ok: false, why: 'date-order' });
  });
});
