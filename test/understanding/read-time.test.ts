import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readTimeWith } from '../../src/understanding/read-time.js';
import { languages } from './our-languages.js';

function read(text: string, lang: string): string {
  const time = readTimeWith(text, listensFor(lang, languages));
  return time.ok ? time.value : time.why;
}

const said: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'en-GB': {
    '15:30:00': [
      '15:30',
      '15.30',
      '15 30',
      '1530',
      '15h30',
      '3:30 pm',
      '3.30pm',
      '3.30 p.m.',
      '330 pm',
      '3:30 in the afternoon, please',
      '15:30 pm',
      '15:30:00',
      '15:30:00.000',
    ],
    '15:00:00': ['3pm', '3 PM', '15', 'at 3 in the afternoon', "three o'clock in the afternoon", '15 hours'],
    '03:30:00': ['3:30', 'half past three', 'half 3', 'three thirty', '3.30 a.m.', '03:30', '3:30 in the morning'],
    '04:45:00': ['quarter to 5', 'a quarter to five', '4:45', 'four forty-five'],
    '03:15:00': ['quarter past 3', 'three fifteen'],
    '02:50:00': ['10 to 3', 'ten to three'],
    '21:05:00': ['five past nine in the evening', '9.05 pm'],
    '23:45:00': ['quarter to 12 at night', '23:45'],
    '12:00:00': ['noon', 'midday', '12 noon', 'at noon', '12 pm', '12', 'twelve'],
    '00:00:00': ['midnight', '12 midnight', '12 am', '12 at night', '24:00', '0:00', 'at midnight'],
    '00:30:00': ['0:30', '12.30 am', '0:30 am'],
    '23:00:00': ['11 at night', '11 pm'],
    '02:00:00': ['2 at night', '2am'],
    '20:20:00': ['twenty twenty', '20:20'],
    'not-a-time': [
      'soon',
      '25:00',
      '24:30',
      '12:60',
      '10:10:60',
      '3-4',
      'from 3 to 4',
      '15 am',
      '0:30 pm',
      'twenty five',
      'half past 3:10',
      '3.5',
      '',
      '!',
      'the',
      'half past',
      '10 june',
      'x'.repeat(81),
    ],
  },
  pl: {
    '15:30:00': ['15.30', '15:30', 'godz. 15:30', '15 30', '3:30 po południu', 'piętnasta trzydzieści'],
    '15:00:00': ['o piętnastej', 'o 15', '3 po południu', '3 pm', 'trzecia po południu'],
    '03:30:00': ['wpół do czwartej', 'pół do czwartej', 'half past three'],
    '03:15:00': ['kwadrans po trzeciej'],
    '02:50:00': ['za dziesięć trzecia', 'za 10 trzecia'],
    '22:30:00': ['dwudziesta druga trzydzieści', '10:30 wieczorem'],
    '02:00:00': ['2 w nocy', 'druga w nocy'],
    '07:00:00': ['7 rano', 'o siódmej rano'],
    '12:00:00': ['południe', 'w południe', 'dwunasta'],
    '00:00:00': ['północ', 'o północy'],
    'not-a-time': ['wieczorem', 'za chwilę'],
  },
  ar: {
    '15:30:00': ['١٥:٣٠', '٣:٣٠ م', '٣:٣٠ مساءً', 'الساعة الثالثة والنصف عصرا', '3:30 pm'],
    '03:30:00': ['٣:٣٠ ص', '٣:٣٠', 'ثلاثة ونصف', 'الثالثة والنصف'],
    '12:30:00': ['الثانية عشرة والنصف'],
    '04:45:00': ['الخامسة إلا ربعا'],
    '12:00:00': ['الظهر', 'الساعة ١٢ الظهر', '١٢ ظهرا'],
    '00:00:00': ['منتصف الليل', '١٢ منتصف الليل'],
    '21:00:00': ['٩ مساءً', '٩ ليلا'],
    'not-a-time': ['قريبا', '٢٥:٠٠'],
  },
};

describe('readTimeWith', () => {
  for (const [lang, times] of Object.entries(said)) {
    for (const [time, texts] of Object.entries(times)) {
      it(`reads ${time} in ${lang}`, () => {
        for (const text of texts) expect(read(text, lang), text).to.equal(time);
      });
    }
  }

  it('reads digits without any word list', () => {
    expect(readTimeWith('15:30', [])).to.deep.equal({ ok: true, value: '15:30:00' });
    expect(readTimeWith('3 pm', [])).to.deep.equal({ ok: false, why: 'not-a-time' });
  });

  it('gives back every time it is shown, in every language and on both clocks', () => {
    const time = fc.record({ hour: fc.nat(23), minute: fc.nat(59), lang: fc.constantFrom('en-GB', 'pl', 'ar') });
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(time, ({ hour, minute, lang }) => {
        const written = `${two(hour)}:${two(minute)}:00`;
        const at = Date.UTC(2024, 0, 1, hour, minute);
        const shown = new Intl.DateTimeFormat(lang, { timeStyle: 'short', timeZone: 'UTC' }).format(at);
        const onTwelve = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', hourCycle: 'h12', timeZone: 'UTC' }).format(at);
        expect(read(shown, lang), shown).to.equal(written);
        expect(read(onTwelve, 'en-GB'), onTwelve).to.equal(written);
        expect(read(written, lang)).to.equal(written);
      }),
      { numRuns: 300 },
    );
  });
});
