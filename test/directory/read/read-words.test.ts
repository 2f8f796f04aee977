// What the words of a feed mean: one table a rule, each line a text and what is read from it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readEmail, readPhones, readUrl } from '../../../src/directory/read/read-address.js';
import { readByDay, readMonthDays, splitByDay } from '../../../src/directory/read/read-days.js';
import { readDate, toDateTime } from '../../../src/directory/read/read-dates.js';
import { languageTag } from '../../../src/directory/read/read-languages.js';
import { readPlainText } from '../../../src/directory/read/plain-text.js';
import { isRemote } from '../../../src/directory/read/read-remote.js';
import { readTime } from '../../../src/directory/read/read-time.js';
import { readWayIn } from '../../../src/directory/read/read-way-in.js';
import { tidyPostcode } from '../../../src/directory/read/tidy-postcode.js';
import { accept, aRow, table, uuid } from '../../support/feed-rows.js';

const service = (fields: Readonly<Record<string, unknown>>) => accept(aRow(fields)).service;

table('Texts', text => readPlainText(text, 200, 'lines').text, [
  ['  plain   text ', 'plain text'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<ul><li>tea</li><li>cake</li></ul>', '• tea\n• cake'],
  ['<script>alert(1)</script>Hello<style>p{}</style>', 'Hello'],
  ['Tom &amp; Jo&nbsp;&pound;5 &#8211; now', 'Tom & Jo £5 – now'],
  ['&lt;p&gt;twice&lt;/p&gt;', 'twice'],
  ['ages < 16 and > 5', 'ages < 16 and > 5'],
  ['<b>Mail</b> <jo@example.org>', 'Mail jo@example.org'],
  ['Fish &amp; chips\nsecond line', 'Fish & chips\nsecond line'],
  ['<table><tr><td>Mon</td><td>10am</td></tr></table>', 'Mon 10am'],
  ['<!-- a comment -->seen', 'seen'],
  ['donâ€™t pay Â£5 at the cafÃ©', 'don’t pay £5 at the café'],
  ['can\uFFFDt \uFFFD', 'can’t'],
  ['SÃO and Â alone', 'SÃO and Â alone'],
  ['bell\u0007 and\u200Bnothing\r\nnext', 'bell andnothing\nnext'],
  ['x'.repeat(300), `${'x'.repeat(199)}…`],
  ['word '.repeat(60), `${'word '.repeat(39).trim()}…`],
]);

table('Postcodes', tidyPostcode, [
  ['e1 6an', 'E1 6AN'],
  ['E16AN', 'E1 6AN'],
  ['SW1A  1AA.', 'SW1A 1AA'],
  ['London EC1V 9HX', 'EC1V 9HX'],
  ['E1 6AN (rear)', 'E1 6AN'],
  ['E1 6AN, E8 1AA', 'E8 1AA'],
  ['N1-9GU', 'N1 9GU'],
  ['M1 OAA', 'M1 0AA'],
  ['ABC 1234', undefined],
  ['ZZ1 1AA', undefined],
  ['E1', undefined],
  ['90210', undefined],
  ['', undefined],
]);

table(
  'Dates',
  text => {
    const read = readDate(text, '2025-06-01', true);
    return read.kind === 'date' ? read.date : read.why;
  },
  [
    ['2024-02-29', '2024-02-29'],
    ['2024-3-5', '2024-03-05'],
    ['05/03/2024', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['5th March 2024', '2024-03-05'],
    ['2024-03-05T10:00:00.000Z', '2024-03-05'],
    ['2025-06-02', '2025-06-02'],
    ['2025-06-03', 'future-date'],
    ['0001-01-01T00:00:00', 'dead-date'],
    ['1900-01-01', 'dead-date'],
    ['9999-12-31', 'dead-date'],
    ['31/02/2024', 'bad-date'],
    ['5 Brumaire 2024', 'bad-date'],
    ['soon', 'bad-date'],
  ],
);

table('Moments', text => toDateTime(text, '2024-03-05'), [
  ['2024-03-05T10:00:00Z', '2024-03-05T10:00:00Z'],
  ['2024-03-05T10:00:00+01:00', '2024-03-05T10:00:00+01:00'],
  ['2024-03-05 10:00', '2024-03-05T10:00:00.000Z'],
  ['2024-03-05T99:00:00Z', '2024-03-05T00:00:00Z'],
  ['05/03/2024', '2024-03-05T00:00:00Z'],
]);

table('Times', readTime, [
  ['10:00:00', '10:00'],
  ['9am', '09:00'],
  ['12 a.m.', '00:00'],
  ['12:30pm', '12:30'],
  ['6.30 PM', '18:30'],
  ['T18:00Z', '18:00'],
  ['2024-01-01T09:15:00Z', '09:15'],
  ['24:00', '00:00'],
  ['noon', '12:00'],
  ['9', undefined],
  ['25:00', undefined],
  ['13pm', undefined],
  ['10:75', undefined],
  ['late', undefined],
]);

table('Days', readByDay, [
  ['TH,FR', 'TH,FR'],
  ['1TU,-1FR', '1TU,-1FR'],
  ['+2MO', '2MO'],
  ['Mondays and Thursdays', 'MO,TH'],
  ['Monday - Wednesday', 'MO,TU,WE'],
  ['Sat to Mon', 'SA,SU,MO'],
  ['["mon","tue"]', 'MO,TU'],
  ['weekdays', 'MO,TU,WE,TH,FR'],
  ['mo, mo', 'MO'],
  ['Mon-Tue-Wed', undefined],
  ['constructor', undefined],
  ['', undefined],
]);

table('Days of the month', readMonthDays, [
  ['2, 15', '2,15'],
  ['-1', '-1'],
  ['0', undefined],
  ['32', undefined],
  ['first', undefined],
  ['', undefined],
]);

describe('Days in the month', () => {
  it('are taken apart', () => {
    expect(splitByDay('MO,-1FR')).to.deep.equal([{ day: 'MO' }, { day: 'FR', nth: -1 }]);
    expect(splitByDay('')).to.deep.equal([]);
  });
});

table('Web addresses', readUrl, [
  ['www.example.org', 'https://www.example.org'],
  ['http://example.org/a b', undefined],
  ['HTTP:/example.org', 'HTTP://example.org'],
  ['http://https://example.org', 'https://example.org'],
  ['https://example.org/?a=[1]&b=50%', 'https://example.org/?a=%5B1%5D&b=50%25'],
  ['https://example.org/café', 'https://example.org/caf%C3%A9'],
  ['https://example.org/#a#b', 'https://example.org/#a%23b'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['javascript:alert(1)', undefined],
  ['mailto:jo@example.org', undefined],
  ['https://user:pw@example.org', undefined],
  ['http://localhost', undefined],
  ['n/a', undefined],
  ['', undefined],
]);

table('Mail addresses', readEmail, [
  ['mailto:jo@example.org', 'jo@example.org'],
  ['jo@example.org; al@example.org', 'jo@example.org'],
  ['<jo@example.org>', 'jo@example.org'],
  ['jo@example', undefined],
  ['none', undefined],
  [`${'a'.repeat(260)}@example.org`, undefined],
]);

table('Telephone numbers', readPhones, [
  ['020 7946 0000 / 07700 900123', ['020 7946 0000', '07700 900123']],
  ['tel:111', ['111']],
  ['ask', []],
]);

table('Languages', languageTag, [
  ['Bengali', 'bn'],
  ['ben', 'bn'],
  ['bn-BD', 'bn'],
  ['BANGLA (spoken)', 'bn'],
  ['Farsi', 'fa'],
  ['per', 'fa'],
  ['Chinese (Mandarin)', 'zh-Hans'],
  ['cmn', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['Cantonese', 'yue'],
  ['Portuguese', 'pt'],
  ['pt_BR', 'pt'],
  ['Somali speakers', 'so'],
  ['British Sign Language', 'bfi'],
  ['Sylheti', 'syl'],
  ['Welsh', 'cy'],
  ['Dari', 'prs'],
  ['English', 'en'],
  ['eng', 'en'],
  ['Elvish', undefined],
  ['xx', undefined],
]);

table('Cost', fees_description => service({ fees_description }).cost, [
  ['Free', 'free'],
  ['£0', 'free'],
  ['No charge', 'free'],
  ['By donation', 'free'],
  ['Suggested donation £2', 'free'],
  ['£3 a session', 'paid'],
  ['£5, free for concessions', 'some'],
  ['First session free, then £4', 'paid'],
  ['Free parking', undefined],
  ['Feel free to ask', undefined],
  ['Means-tested', 'paid'],
  ['fees_description', undefined],
]);

table('Capacity, from an alert', alert => service({ alert }).capacity, [
  ['Waiting list about 6 weeks', { state: 'waiting', weeks: 6 }],
  ['There is a waiting list of 2-3 months.', { state: 'waiting', weeks: 13 }],
  ['Waiting time: ten working days', { state: 'waiting', weeks: 2 }],
  ['We reply in 2 weeks. There is a waiting list.', { state: 'waiting' }],
  ['Closed to new referrals', { state: 'closed' }],
  ['We are not currently taking new clients', { state: 'closed' }],
  ['No waiting list', { state: 'open' }],
  ['Places are available', { state: 'open' }],
  ['Closed on bank holidays', undefined],
  ['Waiting room on the first floor', undefined],
  ['We meet once a month in the waiting room of the surgery.', undefined],
  ['Every 4 weeks in the waiting area', undefined],
  ['For people waiting for an operation. The course lasts 6 weeks.', undefined],
  ['A 6-week course; there is a waiting list', { state: 'waiting' }],
  ['Held twice a month. Waiting time 3 weeks', { state: 'waiting', weeks: 3 }],
  ['There is a six week wait', { state: 'waiting', weeks: 6 }],
  ['You may wait up to 2 months', { state: 'waiting', weeks: 9 }],
  ['', undefined],
]);

table('Capacity, from the waiting time', wait_time => service({ wait_time }).capacity, [
  ['6 weeks', { state: 'waiting', weeks: 6 }],
  ['A fortnight', { state: 'waiting', weeks: 2 }],
  ['3 days', { state: 'waiting', weeks: 1 }],
  ['None', { state: 'open' }],
  ['varies', undefined],
]);

table('Way in', text => readWayIn([text]), [
  ['Drop-in', 'drop-in'],
  ['Just turn up', 'drop-in'],
  ['No booking needed', 'drop-in'],
  ['This is not a drop-in. Call to book.', 'self'],
  ['Self-referral or GP referral', 'self'],
  ['No referral needed, please contact us', 'self'],
  ['By referral from your GP', 'professional'],
  ['We do not accept self-referrals', 'professional'],
  ['Professional referrals only', 'professional'],
  ['Please ask', undefined],
  ['', undefined],
]);

table('From home, by its text', text => isRemote([], [text]), [
  ['Telephone befriending', true],
  ['Sessions are held on Zoom', true],
  ['A helpline for carers', true],
  ['Book online', false],
  ['Contact us by phone for advice', false],
  ['Face to face, not online', false],
  ['Telephone calls are charged at the local rate', false],
  ['Please make telephone calls to the office before noon', false],
  ['Volunteers make weekly telephone calls', true],
  ['Help to get online', false],
  ['Support to shop and bank online', false],
  ['Classes about staying safe online', false],
  ['Video calls with a nurse', true],
]);

table(
  'Ages, from who can come',
  eligibility_description => {
    const { minimumAge, maximumAge } = service({ eligibility_description });
    return [minimumAge, maximumAge];
  },
  [
    ['Aged 16-25', [16, 25]],
    ['Over 60s', [60, undefined]],
    ['18+', [18, undefined]],
    ['Under 18', [undefined, 17]],
    ['Up to 11', [undefined, 11]],
    ['50 years and over', [50, undefined]],
    ['Children under 5 must be accompanied', [undefined, undefined]],
    ['Anyone', [undefined, undefined]],
    ['Under 18 or over 60', [undefined, undefined]],
    ['Aged 16-25 or over 60', [undefined, undefined]],
    ['People over 65 or disabled people', [undefined, undefined]],
    ['Disabled people, or anyone over 65', [undefined, undefined]],
    ['Families with children under 5', [undefined, undefined]],
    ['Mums with babies under 12 months', [undefined, undefined]],
    ['Anyone caring for somebody over 65', [undefined, undefined]],
    ['Adults with a BMI over 30', [undefined, undefined]],
    ['Out of work for over 12 months', [undefined, undefined]],
    ['Aged 18+ living in Hackney or Newham', [18, undefined]],
    ['16 years or over', [16, undefined]],
  ],
);

describe('Ages in numbers', () => {
  const ages = (minimum_age: unknown, maximum_age: unknown): unknown[] => {
    const { minimumAge, maximumAge } = service({ minimum_age, maximum_age });
    return [minimumAge, maximumAge];
  };
  it('of 0, 99, 100 or 999 are no limit; texts that are numbers count', () => {
    expect(ages(0, 100)).to.deep.equal([undefined, undefined]);
    expect(ages('18', '999')).to.deep.equal([18, undefined]);
    expect(ages(18, 0)).to.deep.equal([18, undefined]);
    expect(ages(65, 18)).to.deep.equal([18, 65]);
    expect(ages(-1, 25)).to.deep.equal([undefined, 25]);
  });
});

describe('Cost options', () => {
  const cost = (...options: readonly Readonly<Record<string, unknown>>[]) => {
    const { cost: kind, costNote } = service({ cost_options: options.map((option, at) => ({ id: uuid(40 + at), ...option })) });
    return [kind, costNote];
  };
  it('are free, paid, or free for some; those of the past count only where none holds now', () => {
    expect(cost({ amount: 0 })).to.deep.equal(['free', undefined]);
    expect(cost({ option: 'Adults', amount: 5 }, { option: 'Over 60s', amount: 0 })).to.deep.equal(['some', 'Adults: £5; Over 60s']);
    expect(cost({ amount: 5, valid_to: '2020-01-01' }, { amount: 0 })).to.deep.equal(['free', undefined]);
    expect(cost({ amount: '35', currency: 'EUR', valid_to: '2020-01-01' })).to.deep.equal(['paid', '35 EUR']);
    expect(cost({ option: 'Free for members', amount: 4 })).to.deep.equal(['some', 'Free for members: £4']);
    expect(cost({ option: 'Free' })).to.deep.equal(['free', 'Free']);
  });

  it('missing, a description may still say that it is free', () => {
    expect(service({ description: 'Free, confidential advice.' }).cost).to.equal('free');
    expect(service({ description: 'Gluten-free cakes.' }).cost).to.equal(undefined);
  });
});

describe('Interpreters', () => {
  it('are offered where a field, a language or the description says so, and not where one says no', () => {
    expect(service({ interpretation_services: 'On request' }).interpreters).to.equal(true);
    expect(service({ interpretation_services: 'Not available' }).interpreters).to.equal(false);
    expect(service({ languages: [{ id: uuid(3), name: 'Any language, by interpreter' }] })).to.deep.include({
      interpreters: true,
      languages: [],
    });
    expect(service({ description: 'Interpreters can be arranged.' }).interpreters).to.equal(true);
  });
});

describe('Areas', () => {
  const areas = (...names: readonly string[]) => service({ service_areas: names.map((name, at) => ({ id: uuid(60 + at), name })) }).areas;
  it('are codes and names; everywhere is none, and a sentence is none', () => {
    expect(areas('E1, E2 and E14', 'Royal Borough of Kensington and Chelsea')).to.deep.equal(['E1', 'E2', 'E14', 'Kensington and Chelsea']);
    expect(areas('Tower Hamlets Council (E09000030)')).to.include('E09000030');
    expect(areas('Hackney', 'Nationwide')).to.deep.equal([]);
    expect(areas('The service is available to all residents of the borough who can prove that they live in it')).to.deep.equal([]);
  });
});
