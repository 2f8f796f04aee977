// Every reason of a match has its words.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Reason } from '../../src/directory/match-reason.js';
import { accessKinds, audienceKinds, weekdays } from '../../src/directory/service.js';
import { wordReasons } from '../../src/directory/word-match.js';
import { realContent } from '../support/real-content.js';

function words(...reasons: readonly Reason[]): string {
  const { translator } = realContent();
  return wordReasons(reasons)
    .map(phrase => translator.word(phrase, 'en-GB'))
    .join(' · ');
}

const table: readonly (readonly [Reason, string])[] = [
  [{ code: 'free' }, 'free'],
  [{ code: 'free-for-some' }, 'free for some people'],
  [{ code: 'paid' }, 'costs money'],
  [{ code: 'miles', miles: 0.6 }, '0.6 miles'],
  [{ code: 'miles', miles: 1 }, '1 mile'],
  [{ code: 'miles', miles: 0 }, 'very near'],
  [{ code: 'remote' }, 'by phone or online'],
  [{ code: 'address-kept' }, 'call first'],
  [{ code: 'days', days: ['TU', 'FR'] }, 'Tuesdays · Fridays'],
  [{ code: 'days', days: weekdays }, 'every day'],
  [{ code: 'starts', from: '2026-12-01' }, 'from 1 December 2026'],
  [{ code: 'language', language: 'bn' }, 'Bengali spoken'],
  [{ code: 'language', language: 'cy' }, 'Welsh spoken'],
  [{ code: 'interpreters' }, 'interpreters available'],
  [{ code: 'ages', from: 60 }, 'for people aged 60 and over'],
  [{ code: 'ages', to: 25 }, 'for people aged 25 and under'],
  [{ code: 'ages', from: 16, to: 25 }, 'for people aged 16 to 25'],
  [{ code: 'ages' }, ''],
  [{ code: 'area', area: 'E1' }, 'for people who live in E1'],
  [{ code: 'open' }, 'has places now'],
  [{ code: 'drop-in' }, 'no appointment needed'],
  [{ code: 'self' }, 'you can contact them yourself'],
  [{ code: 'waiting' }, 'has a waiting list'],
  [{ code: 'waiting', weeks: 6 }, 'waiting time: about 6 weeks'],
  [{ code: 'ask-link-worker' }, 'only with a referral: ask a link worker'],
  [{ code: 'small-local' }, 'small local charity'],
  [{ code: 'assured', on: '2026-09-05' }, 'checked on 5 September 2026'],
  [{ code: 'stale', checked: '2024-02-01' }, 'last checked on 1 February 2024: call before you go'],
  [{ code: 'stale' }, 'we do not know when this was last checked: call before you go'],
  [{ code: 'need', need: 'food' }, 'helps with: Food'],
];

describe('reasons in words', () => {
  for (const [reason, expected] of table) {
    it(JSON.stringify(reason), () => {
      expect(words(reason)).to.equal(expected);
    });
  }

  it('has words for every group and every kind of access', () => {
    for (const audience of audienceKinds) expect(words({ code: 'for', audience }), audience).to.match(/^for /u);
    for (const code of accessKinds) expect(words({ code }), code).not.to.include('near.');
  });

  it('tells what is not said together, at the end', () => {
    expect(words({ code: 'not-said', what: 'cost' }, { code: 'free' }, { code: 'not-said', what: 'step-free' })).to.equal(
      'free · Ask them: what it costs and if there are steps',
    );
  });
});
