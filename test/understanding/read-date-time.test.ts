import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readAnyDateWith } from '../../src/understanding/read-date.js';
import { homeZone, readDateTimeWith } from '../../src/understanding/read-date-time.js';
import { withOffset } from '../../src/understanding/zone-offset.js';
import { languages } from './our-languages.js';

function read(text: string, lang = 'en-GB', zone = homeZone): string {
  const moment = readDateTimeWith(text, listensFor(lang, languages), zone);
  return moment.ok ? moment.value : moment.why;
}

function readDate(text: string, lang = 'en-GB'): string {
  const date = readAnyDateWith(text, listensFor(lang, languages));
  return date.ok ? date.value : date.why;
}

const moments: readonly (readonly [lang: string, text: string, moment: string])[] = [
  ['en-GB', '10 June 2026', '2026-06-10'],
  ['en-GB', 'June 2026', '2026-06'],
  ['en-GB', '2026', '2026'],
  ['en-GB', '10 June 2026 at 3 pm', '2026-06-10T15:00:00+01:00'],
  ['en-GB', '10/12/2026 15:30', '2026-12-10T15:30:00+00:00'],
  ['en-GB', '10/12/2026, half past three in the afternoon', '2026-12-10T15:30:00+00:00'],
  ['en-GB', '3pm on 10 June 2026', '2026-06-10T15:00:00+01:00'],
  ['en-GB', '10 30 10 June 2026', '2026-06-10T10:30:00+01:00'],
  ['en-GB', '10 6 2026 10 30', '2026-06-10T10:30:00+01:00'],
  ['en-GB', '2026-06-10T15:30', '2026-06-10T15:30:00+01:00'],
  ['en-GB', '2026-06-10t15:30:12.5z', '2026-06-10T15:30:12.5Z'],
  ['en-GB', '2026-06-10 15:30+02:00', '2026-06-10T15:30:00+02:00'],
  ['en-GB', '2026-02-30T10:00', 'date-impossible'],
  ['en-GB', '2026-06-10T25:00', 'not-a-date'],
  ['en-GB', '31/02/2026 10:00', 'date-impossible'],
  ['en-GB', '06/13/2026 10:00', 'date-order'],
  ['en-GB', '31/02/2026', 'date-impossible'],
  ['en-GB', '31/02/2026 sometime', 'not-a-date'],
  ['en-GB', '10 June 2026 some time', 'not-a-time'],
  ['en-GB', 'tomorrow at 3 pm', 'not-a-date'],
  ['en-GB', `10 June 2026 ${'x'.repeat(80)}`, 'not-a-date'],
  ['pl', '10 czerwca 2026 o 15.30', '2026-06-10T15:30:00+01:00'],
  ['pl', '10.06.2026 r. godz. 15:30', '2026-06-10T15:30:00+01:00'],
  ['ar', '١٠ يونيو ٢٠٢٦ الساعة ٣ م', '2026-06-10T15:00:00+01:00'],
  ['ar', '١٠/٦/٢٠٢٦ ١٥:٣٠', '2026-06-10T15:30:00+01:00'],
];

const dates: readonly (readonly [lang: string, text: string, date: string])[] = [
  ['en-GB', '2019', '2019'],
  ['en-GB', 'in 2019', '2019'],
  ['en-GB', 'March 2019', '2019-03'],
  ['en-GB', 'mar 2019', '2019-03'],
  ['en-GB', '3/2019', '2019-03'],
  ['en-GB', '2019-03', '2019-03'],
  ['en-GB', '2019-12', '2019-12'],
  ['en-GB', '1/2019', '2019-01'],
  ['en-GB', '13/2019', 'not-a-date'],
  ['en-GB', '0/2019', 'not-a-date'],
  ['en-GB', '2019 2020', 'not-a-date'],
  ['en-GB', '1799', 'not-a-date'],
  ['en-GB', '1800', '1800'],
  ['en-GB', '2199', '2199'],
  ['en-GB', '1006', 'not-a-date'],
  ['en-GB', '2019 people', 'not-a-date'],
  ['en-GB', '10 March 19', 'not-a-date'],
  ['en-GB', '10 march 3 2019', 'not-a-date'],
  ['en-GB', '10 March 2019', '2019-03-10'],
  ['en-GB', '31/02/2019', 'date-impossible'],
  ['pl', 'marzec 2019', '2019-03'],
  ['pl', 'w 2019 r.', '2019'],
  ['ar', 'مارس ٢٠١٩', '2019-03'],
  ['ar', 'سنة ٢٠١٩', '2019'],
];

describe('readDateTimeWith', () => {
  for (const [lang, text, moment] of moments) {
    it(`reads "${text.slice(0, 40)}" as ${moment}`, () => {
      expect(read(text, lang)).to.equal(moment);
    });
  }

  it('takes the zone it is told', () => {
    expect(read('10 June 2026 15:30', 'en-GB', 'Europe/Warsaw')).to.equal('2026-06-10T15:30:00+02:00');
    expect(read('10 June 2026 15:30', 'en-GB', 'America/St_Johns')).to.equal('2026-06-10T15:30:00-02:30');
  });

  it('gives back every moment it is shown', () => {
    const whole = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(whole, fc.constantFrom('en-GB', 'pl', 'ar'), (at, lang) => {
        const options = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;
        const shown = new Intl.DateTimeFormat(`${lang}-u-ca-gregory`, options).format(at);
        expect(read(shown, lang, 'UTC'), shown).to.equal(`${new Date(at).toISOString().slice(0, 17)}00+00:00`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readAnyDateWith', () => {
  for (const [lang, text, date] of dates) {
    it(`reads "${text}" as ${date}`, () => {
      expect(readDate(text, lang)).to.equal(date);
    });
  }
});

describe('withOffset', () => {
  it('knows summer time, and what clocks skip or show twice', () => {
    expect(withOffset('2026-03-29T00:59:00', homeZone)).to.equal('2026-03-29T00:59:00+00:00');
    expect(withOffset('2026-03-29T01:30:00', homeZone)).to.equal('2026-03-29T01:30:00+00:00');
    expect(withOffset('2026-03-29T02:00:00', homeZone)).to.equal('2026-03-29T02:00:00+01:00');
    expect(withOffset('2026-10-25T00:59:00', homeZone)).to.equal('2026-10-25T00:59:00+01:00');
    expect(withOffset('2026-10-25T01:30:00', homeZone)).to.equal('2026-10-25T01:30:00+00:00');
    expect(withOffset('2026-07-01T12:00:00', 'America/New_York')).to.equal('2026-07-01T12:00:00-04:00');
  });
});
