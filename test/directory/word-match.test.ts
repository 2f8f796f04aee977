// Why a service is shown, in words a patient reads.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Phrase } from '../../src/content/languages/phrase.js';
import type { Reason } from '../../src/directory/match-reason.js';
import { accessKinds, audienceKinds } from '../../src/directory/service.js';
import { wordReasons } from '../../src/directory/word-match.js';
import { smallContent } from '../support/pages-world.js';

const { translator } = smallContent();
const word = (phrase: Phrase, lang = 'en-GB'): string => translator.word(phrase, lang).replace(/\s/gu, ' ');
const say = (...reasons: readonly Reason[]): string =>
  wordReasons(reasons)
    .map(phrase => word(phrase))
    .join(' · ');

const sayings: readonly (readonly [string, readonly Reason[], string])[] = [
  ['free', [{ code: 'free' }], 'free'],
  ['free for some', [{ code: 'free-for-some' }], 'free for some people'],
  ['paid', [{ code: 'paid' }], 'costs money'],
  ['a distance', [{ code: 'miles', miles: 0.6 }], '0.6 miles'],
  ['one mile', [{ code: 'miles', miles: 1 }], '1 mile'],
  ['round the corner', [{ code: 'miles', miles: 0 }], 'very near'],
  ['from home', [{ code: 'remote' }], 'by phone or online'],
  ['a kept address', [{ code: 'address-kept' }], 'call first'],
  ['one day', [{ code: 'days', days: ['TU'] }], 'Tuesdays'],
  ['two days, in the order of the week', [{ code: 'days', days: ['WE', 'MO'] }], 'Mondays and Wednesdays'],
  ['two days that follow one another', [{ code: 'days', days: ['MO', 'TU'] }], 'Mondays and Tuesdays'],
  ['working days', [{ code: 'days', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }], 'Monday – Friday'],
  ['days with a gap', [{ code: 'days', days: ['MO', 'TU', 'WE', 'FR'] }], 'Mondays, Tuesdays, Wednesdays and Fridays'],
  ['every day', [{ code: 'days', days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }], 'every day'],
  ['a start', [{ code: 'starts', from: '2027-01-04' }], 'from 4 January 2027'],
  ['a language', [{ code: 'language', language: 'pl' }], 'Polish spoken'],
  ['a language without a name in Intl', [{ code: 'language', language: 'syl' }], 'Sylheti spoken'],
  ['a language by its script', [{ code: 'language', language: 'zh-Hans' }], 'Chinese spoken'],
  ['a language of no list', [{ code: 'language', language: 'x-own' }], 'x-own spoken'],
  ['British Sign Language', [{ code: 'language', language: 'bfi' }], 'sign language'],
  ['interpreters', [{ code: 'interpreters' }], 'interpreters available'],
  ['a least age', [{ code: 'ages', from: 60 }], 'for people aged 60 and over'],
  ['a highest age', [{ code: 'ages', to: 25 }], 'for people aged 25 and under'],
  ['both ages', [{ code: 'ages', from: 16, to: 25 }], 'for people aged 16 to 25'],
  ['ages without an end: nothing', [{ code: 'ages' }], ''],
  ['an area', [{ code: 'area', area: 'E1' }], 'for people who live in E1'],
  ['places', [{ code: 'open' }], 'has places now'],
  ['the ways in', [{ code: 'drop-in' }, { code: 'self' }], 'no appointment needed · you can contact them yourself'],
  ['a referral', [{ code: 'ask-link-worker' }], 'only with a referral: ask a link worker'],
  ['a list', [{ code: 'waiting' }], 'has a waiting list'],
  ['a wait', [{ code: 'waiting', weeks: 6 }], 'waiting time: about 6 weeks'],
  ['a short wait', [{ code: 'waiting', weeks: 1 }], 'waiting time: about 1 week'],
  ['a small charity', [{ code: 'small-local' }], 'small local charity'],
  ['a check', [{ code: 'assured', on: '2026-05-14' }], 'checked on 14 May 2026'],
  ['an old check', [{ code: 'stale', checked: '2024-02-01' }], 'last checked on 1 February 2024: call before you go'],
  ['no check', [{ code: 'stale' }], 'we do not know when this was last checked: call before you go'],
  ['one thing not said', [{ code: 'not-said', what: 'cost' }], 'Ask them: what it costs'],
  [
    'things not said, in one breath at the end',
    [
      { code: 'not-said', what: 'cost' },
      { code: 'miles', miles: 2.4 },
      { code: 'not-said', what: 'step-free' },
    ],
    '2.4 miles · Ask them: what it costs and if there are steps',
  ],
];

describe('the reasons for a service, in words', () => {
  for (const [what, reasons, said] of sayings) it(`say ${what}`, () => expect(say(...reasons)).to.equal(said));

  it('stand in the order given', () => {
    const reasons: readonly Reason[] = [
      { code: 'free' },
      { code: 'miles', miles: 0.6 },
      { code: 'days', days: ['TU'] },
      { code: 'language', language: 'so' },
      { code: 'ages', from: 60 },
    ];
    expect(say(...reasons)).to.equal('free · 0.6 miles · Tuesdays · Somali spoken · for people aged 60 and over');
  });

  it('have words for every group and every kind of access', () => {
    for (const audience of audienceKinds) expect(say({ code: 'for', audience }), audience).to.match(/^for /u);
    for (const code of accessKinds) expect(say({ code }), code).to.be.a('string').that.does.not.contain('near.');
  });

  it('name the need where nothing else is known', () => {
    const [phrase] = wordReasons([{ code: 'need', need: 'money' }]);
    expect(phrase).to.deep.equal({
      product: 'near.helps-with',
      params: { need: { file: 'needs', id: 'money', field: 'text' } },
    });
  });

  it('write numbers, days and languages in the reader’s own way', () => {
    const [miles, days, language] = wordReasons([
      { code: 'miles', miles: 0.6 },
      { code: 'days', days: ['MO', 'TU', 'WE'] },
      { code: 'language', language: 'bn' },
    ]);
    expect(word(miles ?? { verbatim: '' }, 'pl')).to.contain('0,6');
    expect(word(days ?? { verbatim: '' }, 'pl')).to.equal('poniedziałek – środa');
    expect(word(language ?? { verbatim: '' }, 'pl')).to.contain('bengalski');
    expect(word(language ?? { verbatim: '' }, 'ar')).to.contain('البنغالية');
    expect(word(miles ?? { verbatim: '' }, 'ar'), 'Latin digits').to.contain('0.6');
  });
});
