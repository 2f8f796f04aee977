// What is asked of the directory for a person: only what was said.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { nearOf } from '../../src/conversation/near-of.js';
import { ageTold, nearRequests, needsInOrder } from '../../src/conversation/near-requests.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import type { MatchRequest } from '../../src/directory/match-request.js';
import { Dialogue } from '../support/a-dialogue.js';
import { localDirectory } from '../support/local-directory.js';
import { realContent } from '../support/real-content.js';
import type { Given } from '../support/sent-referral.js';
import { smallDirectory } from '../support/small-directory.js';

const directory = localDirectory();

function held(given: Given, lang = 'en', until = 'review'): Conversation {
  const { conversation } = new Dialogue({ directory, lang }).until(until, { 'near.ask-about': null, ...given });
  if (conversation === undefined) throw new Error('nothing is held');
  return conversation;
}

function asked(given: Given, lang?: string): readonly MatchRequest[] {
  return nearRequests(held(given, lang), realContent(), directory);
}

const food = { 'mind.needs': ['food'] };

describe('what is asked of the directory', () => {
  it('is the need, the age and the day of the last answer, and nothing that was not said', () => {
    expect(asked({ ...food, 'near.postcode': null })).to.deep.equal([
      { need: 'food', today: '2026-11-22', age: 46, languages: [], audiences: [], notAudiences: [], access: [], limit: 3 },
    ]);
  });

  it('is one a need, the one to begin with first, then as they were chosen', () => {
    const given = { 'mind.needs': ['food', 'work', 'money'], 'matters.first': 'work' };
    const [first, ...others] = asked(given).map(({ need }) => need);
    expect(first).to.equal('work');
    expect(others).to.have.members(['food', 'money']);
    expect(needsInOrder(held({ 'mind.needs': null }), realContent())).to.deep.equal([]);
  });

  it('says where they are, as exactly as it is known', () => {
    const [full] = asked({ ...food, 'near.postcode': 'E1 6AN' });
    expect(full).to.include({ outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' });
    const [half] = asked({ ...food, 'near.postcode': 'SE15 4QL' });
    expect(half).to.include({ outward: 'SE15' }).and.not.have.property('district');
  });

  for (const [what, given, lang, languages] of [
    ['none in English', {}, 'en', []],
    ['the one they write', {}, 'pl', ['pl']],
    ['the one they speak too', { 'access.spoken': 'bn' }, 'pl', ['pl', 'bn']],
    ['one they speak', { 'access.spoken': 'so' }, 'en', ['so']],
    ['English beside the one they write', { 'access.spoken': 'en' }, 'pl', ['pl', 'en']],
    ['no sign language', { 'access.spoken': 'bfi' }, 'en', []],
  ] as const) {
    it(`names languages: ${what}`, () => {
      expect(asked({ ...food, ...given }, lang)[0]?.languages).to.deep.equal(languages);
    });
  }

  for (const [group, given] of [
    ['women', { 'contact.more': true, 'contact.gender': 'woman' }],
    ['men', { 'contact.more': true, 'contact.gender': 'man' }],
    ['carers', { 'mind.needs': ['caring'], 'screen-caring.hours': '20-to-34' }],
    ['parents', { 'mind.needs': ['family'], 'screen-family.about': ['baby'] }],
    ['homeless-people', { 'mind.needs': ['housing'], 'screen-housing.now': 'no-home', 'screen-housing.tonight': 'yes' }],
  ] as const) {
    it(`knows ${group} by what they said`, () => {
      expect(asked({ ...food, ...given })[0]?.audiences).to.deep.equal([group]);
    });
  }

  it('guesses no group', () => {
    const given = { 'contact.more': true, 'contact.gender': 'prefer-not', 'mind.needs': ['caring'], 'screen-caring.hours': 'no' };
    expect(asked(given)[0]?.audiences).to.deep.equal([]);
  });

  it('knows what they need of a place', () => {
    expect(asked({ ...food, 'access.needs': ['step-free', 'bsl', 'large-print'] })[0]?.access).to.deep.equal([
      'step-free',
      'sign-language',
    ]);
    expect(asked({ ...food, 'access.spoken': 'bfi' })[0]?.access).to.deep.equal(['sign-language']);
  });

  it('knows that nobody refers them on the way that only shows what is near', () => {
    const { conversation } = new Dialogue({ directory }).commands('near').until('near.postcode', food);
    expect(conversation && nearRequests(conversation, realContent(), directory)[0]).to.include({ withoutReferral: true });
  });

  it('takes the age from the date of birth where no age was given', () => {
    const { 'eligibility.age': _, ...answers } = held({ ...food, 'contact.date-of-birth': '1980-11-23' }).answers;
    const conversation = { ...held(food), answers };
    expect(ageTold({ ...conversation, answers }, realContent())).to.equal(45);
    expect(ageTold({ ...conversation, answers: {} }, realContent())).to.equal(undefined);
  });
});

describe('what is near, looked up', () => {
  const given = { 'mind.needs': ['loneliness', 'smoking'], 'eligibility.age': 70, 'near.postcode': 'E1 6AN' };
  const ids = (conversation: Conversation, now = directory) =>
    nearOf(conversation, realContent(), now)?.groups.map(({ matches }) => matches.map(({ service }) => service.id));

  it('is what was found, each time the same', () => {
    const conversation = held(given);
    expect(ids(conversation)?.flat()).to.deep.equal(conversation.near?.shown.map(({ id }) => id));
    expect(nearOf(conversation, realContent(), directory)).to.equal(nearOf(conversation, realContent(), directory));
  });

  it('leaves out what is gone from the directory, and keeps what only moved down', () => {
    const conversation = held(given);
    const without = smallDirectory.filter(({ id }) => id !== 'lunch-club');
    expect(ids(conversation, localDirectory(without))?.[0]).to.deep.equal(['coffee-morning', 'national-friends']);
    const better = [1, 2, 3].map(number => ({
      ...smallDirectory[0],
      id: `club-${String(number)}`,
      provider: { id: `p${String(number)}`, name: 'P', kind: 'small-charity' },
    }));
    const fuller = localDirectory([...smallDirectory, ...better] as typeof smallDirectory);
    expect(ids(conversation, fuller)?.[0]).to.include.members(['lunch-club', 'coffee-morning']);
  });

  it('says how well it is known where they are', () => {
    const where = (postcode: string | null) => nearOf(held({ ...given, 'near.postcode': postcode }), realContent(), directory)?.where;
    expect([where('E1 6AN'), where('E3 2AA'), where(null)]).to.deep.equal(['postcode', 'outward', 'unknown']);
  });

  it('is nothing before anything was looked for, and without a directory', () => {
    expect(nearOf(held(given, 'en', 'near.postcode'), realContent(), directory)).to.equal(undefined);
    expect(nearOf(held(given), realContent(), undefined)).to.equal(undefined);
  });
});
