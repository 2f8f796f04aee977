// Opening hours as a patient reads them on Monday 23 November 2026.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { nextDate } from '../../src/directory/next-date.js';
import type { Schedule, Weekday } from '../../src/directory/service.js';
import { wordHours } from '../../src/directory/word-hours.js';
import { smallContent } from '../support/pages-world.js';

const today = '2026-11-23';
const { translator } = smallContent();

/** A schedule: `3SA` is the third Saturday. */
function on(days: string, more: Partial<Schedule> = {}): Schedule {
  const read = days.split(',').flatMap(text => {
    const { nth, day } = /^(?<nth>-?\d)?(?<day>[A-Z]{2})$/u.exec(text)?.groups ?? {};
    // safe: the tests write days of the week
    return day === undefined ? [] : [{ day: day as Weekday, ...(nth !== undefined && { nth: Number(nth) }) }];
  });
  return { freq: 'WEEKLY', interval: 1, days: read, monthDays: [], opens: '10:00', closes: '12:00', ...more };
}

function said(schedules: readonly Schedule[], lang = 'en-GB'): readonly string[] {
  return wordHours(schedules, today).map(line => line.map(piece => translator.word(piece, lang).replace(/\s/gu, ' ')).join(' · '));
}

const bare = { interval: 1, days: [], monthDays: [] } as const;

const lines: readonly (readonly [string, readonly Schedule[], readonly string[]])[] = [
  ['nothing', [], []],
  ['one day', [on('TU')], ['Tuesdays: 10:00 am to 12:00 pm']],
  ['days of the same hours together', [on('WE'), on('MO')], ['Mondays and Wednesdays: 10:00 am to 12:00 pm']],
  [
    'other hours on a line of their own, in the order of the week',
    [on('SA', { opens: '09:00', closes: '13:30' }), on('MO,TU,WE,TH,FR')],
    ['Monday – Friday: 10:00 am to 12:00 pm', 'Saturdays: 9:00 am to 1:30 pm'],
  ],
  [
    'two times of one day, the earlier first',
    [on('MO', { opens: '14:00', closes: '16:00' }), on('MO')],
    ['Mondays: 10:00 am to 12:00 pm', 'Mondays: 2:00 pm to 4:00 pm'],
  ],
  ['a beginning only', [{ ...bare, days: [{ day: 'FR' }], opens: '18:30' }], ['Fridays: from 6:30 pm']],
  ['days without a time', [{ ...bare, days: [{ day: 'FR' }] }], ['Fridays']],
  ['times without a day', [{ ...bare, opens: '09:00', closes: '17:00' }], ['9:00 am to 5:00 pm']],
  ['a beginning without a day', [{ ...bare, opens: '09:00' }], ['from 9:00 am']],
  ['words of the feed alone: no line', [{ ...bare, note: 'Ask us', to: '2027-01-01' }], []],
  ['every other week', [on('TU', { interval: 2 })], ['Tuesdays: 10:00 am to 12:00 pm · every 2 weeks']],
  ['every other week, no day', [{ ...bare, freq: 'WEEKLY', interval: 2 }], ['every 2 weeks']],
  [
    'every other week, counted from its first',
    [on('TU', { interval: 2, from: '2026-11-10' })],
    ['Tuesdays: 10:00 am to 12:00 pm · every 2 weeks · next date: 24 November 2026'],
  ],
  ['the first Wednesday', [on('1WE', { freq: 'MONTHLY' })], ['once a month · next date: 2 December 2026 · 10:00 am to 12:00 pm']],
  ['the last Friday', [on('-1FR', { freq: 'MONTHLY' })], ['once a month · next date: 27 November 2026 · 10:00 am to 12:00 pm']],
  [
    'a day of the month',
    [on('', { freq: 'MONTHLY', monthDays: [23] })],
    ['once a month · next date: 23 November 2026 · 10:00 am to 12:00 pm'],
  ],
  [
    'the last day of the month',
    [on('', { freq: 'MONTHLY', monthDays: [-1] })],
    ['once a month · next date: 30 November 2026 · 10:00 am to 12:00 pm'],
  ],
  [
    'a Friday only where it is the 13th',
    [on('FR', { freq: 'MONTHLY', monthDays: [13] })],
    ['next date: 13 August 2027 · 10:00 am to 12:00 pm'],
  ],
  [
    'the Monday that is one of the last seven days',
    [on('MO', { freq: 'MONTHLY', monthDays: [-7, -6, -5, -4, -3, -2, -1] })],
    ['next date: 30 November 2026 · 10:00 am to 12:00 pm'],
  ],
  ['twice a month', [on('1WE,3WE', { freq: 'MONTHLY' })], ['next date: 2 December 2026 · 10:00 am to 12:00 pm']],
  [
    'a week of the month where the feed forgot the rest',
    [{ ...bare, days: [{ day: 'WE', nth: 1 }] }],
    ['once a month · next date: 2 December 2026'],
  ],
  ['every Wednesday of a month', [on('WE', { freq: 'MONTHLY' })], ['Wednesdays: 10:00 am to 12:00 pm']],
  ['every Wednesday of some months', [on('WE', { freq: 'MONTHLY', interval: 3 })], ['Wednesdays: 10:00 am to 12:00 pm · not every month']],
  [
    'every third month',
    [on('1WE', { freq: 'MONTHLY', interval: 3, from: '2026-10-07' })],
    ['not every month · next date: 6 January 2027 · 10:00 am to 12:00 pm'],
  ],
  ['once a month, nobody says when', [{ ...bare, freq: 'MONTHLY' }], ['once a month']],
  ['what is over: nothing', [on('TU', { to: '2026-11-22' })], []],
  ['what ends', [on('TU', { to: '2027-03-31' })], ['Tuesdays: 10:00 am to 12:00 pm · until 31 March 2027']],
  ['what has begun', [on('TU', { from: '2026-11-01' })], ['Tuesdays: 10:00 am to 12:00 pm']],
  [
    'a season to come',
    [on('TU', { from: '2027-04-05', to: '2027-10-31' })],
    ['Tuesdays: 10:00 am to 12:00 pm · from 5 April 2027 · until 31 October 2027'],
  ],
  [
    'two seasons apart',
    [on('TU', { to: '2027-03-31' }), on('TH', { from: '2027-04-01' })],
    ['Tuesdays: 10:00 am to 12:00 pm · until 31 March 2027', 'Thursdays: 10:00 am to 12:00 pm · from 1 April 2027'],
  ],
];

describe('opening hours in words', () => {
  for (const [what, schedules, expected] of lines) it(`say ${what}`, () => expect(said(schedules)).to.deep.equal(expected));

  it('have the clock and the dates of the language', () => {
    expect(said([on('MO,TU,WE', { opens: '14:00', closes: '16:00', to: '2027-03-31' })], 'pl').join()).to.match(
      /poniedziałek – środa.*14:00.*16:00.*31 marca 2027/u,
    );
  });

  it('have no next date after the last one', () => {
    expect(nextDate(on('1WE', { freq: 'MONTHLY', to: '2026-12-01' }), today)).to.equal(undefined);
    expect(nextDate({ ...bare, monthDays: [31], to: '2026-12-31' }, today)).to.equal('2026-12-31');
    expect(nextDate({ ...bare, monthDays: [-31] }, '2026-11-02')).to.equal('2026-12-01');
    expect(nextDate(on('TU', { from: '2027-04-05' }), today)).to.equal('2027-04-06');
  });
});
