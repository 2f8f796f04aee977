// Forty patients: what they must be shown, what they must not, and why. Each line is one person with one need; `shown` in order where two or more
// stand there; `not` with the code that keeps it away; `because` reasons that must be told of the first shown.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { NeedKey } from '../../src/content/journey/needs-schema.js';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { indexServices } from '../../src/directory/index-services.js';
import type { Miss, Reason } from '../../src/directory/match-reason.js';
import type { MatchRequest } from '../../src/directory/match-request.js';
import { matchServices } from '../../src/directory/match-services.js';
import type { Weekday } from '../../src/directory/service.js';
import { aService, corners, smallDirectory, weekly } from '../support/small-directory.js';
import type { Corner } from '../support/small-directory.js';

const index = indexServices(smallDirectory);

const homes: Readonly<Record<Exclude<Corner, 'leeds' | 'watford'>, Pick<MatchRequest, 'outward' | 'district' | 'districtName'>>> = {
  whitechapel: { outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' },
  bow: { outward: 'E3', district: 'E09000030', districtName: 'Tower Hamlets' },
  dalston: { outward: 'E8', district: 'E09000012', districtName: 'Hackney' },
  stratford: { outward: 'E15', district: 'E09000025', districtName: 'Newham' },
  peckham: { outward: 'SE15', district: 'E09000028', districtName: 'Southwark' },
  bermondsey: { outward: 'SE1', district: 'E09000028', districtName: 'Southwark' },
};

interface Patient {
  readonly who: string;
  readonly need: NeedKey;
  readonly at?: keyof typeof homes;
  readonly age?: number;
  readonly more?: Partial<MatchRequest>;
  readonly shown: readonly string[];
  readonly not?: Readonly<Record<string, Miss['code']>>;
  readonly because?: readonly Reason[];
}

// prettier-ignore
const patients: readonly Patient[] = [
  { who: 'older man, alone', need: 'loneliness', at: 'whitechapel', age: 74, more: { audiences: ['men'] },
    shown: ['lunch-club', 'coffee-morning', 'mens-shed'], not: { 'bengali-women': 'not-for-you', 'youth-cafe': 'too-old' },
    because: [{ code: 'free' }, { code: 'miles', miles: 0 }, { code: 'days', days: ['TU'] }, { code: 'ages', from: 60 }, { code: 'small-local' }] },
  { who: 'woman who speaks Bengali', need: 'loneliness', at: 'whitechapel', age: 41, more: { languages: ['bn'], audiences: ['women'] },
    shown: ['bengali-women', 'coffee-morning'], not: { 'lunch-club': 'too-young', 'mens-shed': 'not-for-you', 'polish-circle': 'other-language' },
    because: [{ code: 'language', language: 'bn' }, { code: 'for', audience: 'women' }] },
  { who: 'gender not told', need: 'loneliness', at: 'whitechapel', age: 41, more: { limit: 10 },
    shown: ['coffee-morning', 'national-friends', 'mens-shed'], not: { 'lunch-club': 'too-young' } },
  { who: 'young man', need: 'loneliness', at: 'bow', age: 19, more: { audiences: ['men'] },
    shown: ['youth-cafe', 'polish-circle'], not: { 'lunch-club': 'too-young' }, because: [{ code: 'ages', from: 16, to: 25 }] },
  { who: 'cannot travel', need: 'loneliness', at: 'whitechapel', age: 88, more: { canTravel: false },
    shown: ['national-calls'], not: { 'lunch-club': 'must-travel' }, because: [{ code: 'remote' }] },
  { who: 'wheelchair user', need: 'loneliness', at: 'whitechapel', age: 66, more: { access: ['step-free'], audiences: ['men'] },
    shown: ['lunch-club', 'coffee-morning'], not: { 'mens-shed': 'no-step-free' }, because: [{ code: 'step-free' }] },
  { who: 'can only come on Fridays', need: 'loneliness', at: 'whitechapel', age: 70, more: { days: ['FR'] },
    shown: ['coffee-morning'], not: { 'lunch-club': 'not-that-day' }, because: [{ code: 'days', days: ['FR'] }] },
  { who: 'in debt, small charity beside a national one', need: 'money', at: 'whitechapel', age: 35,
    shown: ['debt-clinic', 'money-council', 'money-national-1'], not: { 'money-peckham': 'outside-area' }, because: [{ code: 'small-local' }] },
  { who: 'can only use what is free', need: 'money', at: 'whitechapel', age: 35, more: { freeOnly: true },
    shown: ['debt-clinic'], not: { 'paid-adviser': 'costs' }, because: [{ code: 'free' }] },
  { who: 'in debt, speaks Somali', need: 'money', at: 'whitechapel', age: 52, more: { languages: ['so'] },
    shown: ['debt-clinic', 'money-council'], because: [{ code: 'interpreters' }] },
  { who: 'in debt in Peckham', need: 'money', at: 'peckham', age: 29,
    shown: ['money-peckham', 'debt-clinic'], not: { 'money-council': 'outside-area' }, because: [{ code: 'area', area: 'SE15' }] },
  { who: 'housing in Whitechapel', need: 'housing', at: 'whitechapel', age: 33, more: { notAudiences: ['homeless-people'] },
    shown: ['housing-rights', 'housing-london'], not: { 'housing-hackney': 'outside-area', 'housing-near-us': 'outside-area', 'night-shelter': 'not-for-you' },
    because: [{ code: 'area', area: 'E1' }] },
  { who: 'housing in Hackney', need: 'housing', at: 'dalston', age: 33,
    shown: ['housing-near-us', 'housing-hackney', 'housing-london'], not: { 'housing-rights': 'outside-area' }, because: [{ code: 'area', area: 'within 2 miles of E8 2AA' }] },
  { who: 'on the street', need: 'housing', at: 'whitechapel', age: 45, more: { audiences: ['homeless-people'] },
    shown: ['night-shelter', 'housing-rights'], because: [{ code: 'for', audience: 'homeless-people' }] },
  { who: 'hungry, the near one is closed', need: 'food', at: 'whitechapel', age: 38,
    shown: ['food-pantry', 'food-referred'], not: { 'food-bank-closed': 'closed', 'food-summer': 'ended' }, because: [{ code: 'drop-in' }] },
  { who: 'hungry, wants no referral', need: 'food', at: 'stratford', age: 38, more: { withoutReferral: true },
    shown: ['food-pantry'], not: { 'food-referred': 'only-professional' } },
  { who: 'hungry, works at weekends', need: 'food', at: 'stratford', age: 21, more: { days: ['MO', 'TU'] },
    shown: ['food-referred'], not: { 'food-pantry': 'not-that-day' }, because: [{ code: 'ask-link-worker' }, { code: 'not-said', what: 'days' }] },
  { who: 'cold at home in Bow', need: 'energy', at: 'bow', age: 80,
    shown: ['energy-silent', 'energy-cafe', 'warm-homes'], because: [{ code: 'stale' }] },
  { who: 'cold at home in Dalston', need: 'energy', at: 'dalston', age: 80,
    shown: ['energy-silent', 'energy-cafe'], not: { 'warm-homes': 'outside-area' } },
  { who: 'cold and housebound in Bow', need: 'energy', at: 'bow', age: 91, more: { canTravel: false },
    shown: ['warm-homes'], not: { 'energy-cafe': 'must-travel' }, because: [{ code: 'remote' }, { code: 'area', area: 'E3' }] },
  { who: 'looks for work', need: 'work', at: 'peckham', age: 24, more: { notAudiences: ['veterans'] },
    shown: ['job-club'], not: { 'veterans-work': 'not-for-you' }, because: [{ code: 'days', days: ['MO', 'WE'] }] },
  { who: 'looks for work at sixteen', need: 'work', at: 'peckham', age: 16, shown: [], not: { 'job-club': 'too-young' } },
  { who: 'veteran', need: 'work', at: 'peckham', age: 47, more: { audiences: ['veterans'] },
    shown: ['veterans-work', 'job-club'], because: [{ code: 'for', audience: 'veterans' }] },
  { who: 'wants to help others', need: 'volunteering', at: 'bermondsey', age: 62, shown: ['gardens-together'],
    because: [{ code: 'starts', from: '2026-03-01' }, { code: 'days', days: ['SA'] }] },
  { who: 'learns English, speaks Urdu', need: 'learning', at: 'stratford', age: 31, more: { languages: ['ur'], freeOnly: true },
    shown: ['english-classes'], not: { 'english-paid': 'costs' }, because: [{ code: 'free-for-some' }, { code: 'language', language: 'ur' }] },
  { who: 'wheelchair user who wants to move more', need: 'activity', at: 'dalston', age: 55, more: { access: ['step-free'] },
    shown: ['chair-yoga', 'swim-silent'], not: { 'running-club': 'no-step-free' }, because: [{ code: 'step-free' }] },
  { who: 'runner', need: 'activity', at: 'dalston', age: 28, shown: ['running-club', 'swim-silent'], not: { 'chair-yoga': 'too-young' } },
  { who: 'wants to stop smoking, speaks Polish', need: 'smoking', at: 'bow', age: 44, more: { languages: ['pl'] },
    shown: ['quit-smoking'], because: [{ code: 'interpreters' }] },
  { who: 'drinks too much', need: 'alcohol-drugs', at: 'bow', age: 50,
    shown: ['recovery'], not: { 'recovery-young': 'too-old' }, because: [{ code: 'waiting', weeks: 6 }] },
  { who: 'low at seventeen', need: 'wellbeing', at: 'peckham', age: 17,
    shown: ['fire-station-minds', 'sleep-course'], not: { 'talking-therapy': 'too-young' }, because: [{ code: 'ages', to: 25 }] },
  { who: 'low at forty', need: 'wellbeing', at: 'peckham', age: 40,
    shown: ['sleep-course', 'talking-therapy'], not: { 'fire-station-minds': 'too-old' }, because: [{ code: 'remote' }, { code: 'open' }] },
  { who: 'looks after her mother', need: 'caring', at: 'stratford', age: 58,
    shown: ['carers-centre', 'respite'], because: [{ code: 'for', audience: 'carers' }] },
  { who: 'widower who hears badly', need: 'bereavement', at: 'bermondsey', age: 93, more: { access: ['step-free', 'hearing-loop'] },
    shown: ['grief-circle', 'grief-line'], because: [{ code: 'step-free' }, { code: 'hearing-loop' }] },
  { who: 'widow who speaks Bengali', need: 'bereavement', at: 'bermondsey', age: 69, more: { languages: ['bn'] },
    shown: ['grief-circle'], not: { 'grief-line': 'other-language' }, because: [{ code: 'not-said', what: 'language' }] },
  { who: 'deaf, signs', need: 'disability', at: 'dalston', age: 36, more: { access: ['sign-language'] },
    shown: ['deaf-club', 'living-well'], because: [{ code: 'sign-language' }, { code: 'for', audience: 'deaf-people' }] },
  { who: 'long-term condition', need: 'disability', at: 'dalston', age: 36, more: { notAudiences: ['deaf-people'] }, shown: ['living-well'], not: { 'deaf-club': 'not-for-you' } },
  { who: 'forgets things', need: 'memory', at: 'bow', age: 77, shown: ['memory-cafe', 'memory-clinic'], because: [{ code: 'open' }] },
  { who: 'new father', need: 'family', at: 'whitechapel', age: 34, more: { audiences: ['men'] },
    shown: ['stay-and-play'], not: { 'young-parents': 'not-for-you' }, because: [{ code: 'for', audience: 'parents' }] },
  { who: 'refugee who speaks Persian', need: 'legal', at: 'dalston', age: 26, more: { languages: ['fa'], audiences: ['refugees'] },
    shown: ['asylum-advice', 'law-centre'], because: [{ code: 'language', language: 'fa' }] },
  { who: 'nobody asked whether she is a refugee', need: 'legal', at: 'dalston', age: 61, shown: ['law-centre', 'asylum-advice'] },
  { who: 'tenant in court', need: 'legal', at: 'dalston', age: 61, more: { notAudiences: ['refugees'] }, shown: ['law-centre'], not: { 'asylum-advice': 'not-for-you' } },
  { who: 'gets nowhere', need: 'transport', at: 'peckham', age: 82,
    shown: ['shopping-bus', 'dial-a-ride'], because: [{ code: 'paid' }, { code: 'ages', from: 65 }] },
  { who: 'sings', need: 'culture', at: 'bermondsey', age: 48, more: { notAudiences: ['lgbt'], freeOnly: true },
    shown: ['choir', 'museum-walks'], not: { 'pride-choir': 'not-for-you' }, because: [{ code: 'not-said', what: 'cost' }] },
  { who: 'woman who is not safe', need: 'safety', at: 'stratford', age: 30, more: { audiences: ['women'] },
    shown: ['victim-support', 'refuge'], not: { 'victims-out-of-town': 'too-far' } },
  { who: 'man who is not safe', need: 'safety', at: 'stratford', age: 30, more: { audiences: ['men'] },
    shown: ['victim-support'], not: { refuge: 'not-for-you' } },
];

function ask({ need, at, age, more }: Pick<Patient, 'need' | 'at' | 'age' | 'more'>): MatchRequest {
  return {
    need,
    today: '2025-11-20',
    languages: [],
    audiences: [],
    access: [],
    limit: 3,
    ...(at !== undefined && { point: corners[at], ...homes[at] }),
    ...(age !== undefined && { age }),
    ...more,
  };
}

describe('patients and the services they are shown', () => {
  for (const patient of patients) {
    it(`${patient.need}: ${patient.who}`, () => {
      const { matches, nearMisses, unmet } = matchServices(index, ask(patient));
      const shown = matches.map(({ service }) => service.id);
      expect(shown.filter(id => patient.shown.includes(id))).to.deep.equal(patient.shown, `was shown ${shown.join(', ')}`);
      for (const [id, code] of Object.entries(patient.not ?? {})) {
        expect(shown).not.to.include(id);
        const told = nearMisses.find(({ service }) => service.id === id)?.misses.map(miss => miss.code);
        expect(told, `${id} among ${nearMisses.map(({ service }) => service.id).join(', ')}`).to.include(code);
      }
      expect(matches[0]?.reasons ?? []).to.deep.include.members([...(patient.because ?? [])]);
      expect(unmet).to.equal(shown.length === 0);
    });
  }

  it('are never told where a refuge is', () => {
    const { matches } = matchServices(index, ask({ need: 'safety', at: 'stratford', age: 30, more: { audiences: ['women'] } }));
    const refuge = matches.find(({ service }) => service.id === 'refuge');
    expect(refuge?.reasons.map(({ code }) => code)).to.include('address-kept');
    expect(refuge).not.to.have.any.keys('place', 'miles');
    expect(JSON.stringify(refuge)).not.to.match(/E1 6AN|Test Street|latitude|hall/u);
  });

  it('are shown a refuge only when they are not safe', () => {
    const refuge = smallDirectory.filter(({ hidden }) => hidden).map(service => ({ ...service, needs: ['housing', 'safety'] as const }));
    const only = indexServices(refuge);
    const more = { audiences: ['women'] as const };
    expect(matchServices(only, ask({ need: 'housing', at: 'stratford', age: 30, more })).unmet).to.equal(true);
    expect(
      matchServices(only, ask({ need: 'safety', at: 'stratford', age: 30, more })).matches.map(({ service }) => service.id),
    ).to.include('refuge');
  });

  it('are shown what is on one of their days now and then, and told to ask when', () => {
    const firstTuesday = { ...weekly([]), freq: 'MONTHLY', days: [{ day: 'TU', nth: 1 }] } as const;
    const rare = indexServices([aService('rare-club', ['loneliness'], 'bow', { schedules: [firstTuesday] })]);
    const on = (days: readonly Weekday[]) => matchServices(rare, ask({ need: 'loneliness', at: 'bow', more: { days } }));
    const [tuesday] = on(['TU']).matches;
    expect(tuesday?.reasons).to.deep.include({ code: 'not-said', what: 'days' });
    expect(tuesday?.reasons.map(({ code }) => code)).not.to.include('days');
    expect(on(['WE']).matches).to.deep.equal([]);
  });

  it('are of every need, and from 16 to 93', () => {
    const ages = patients.map(({ age = 40 }) => age);
    expect([Math.min(...ages), Math.max(...ages)]).to.deep.equal([16, 93]);
    expect(new Set(patients.map(({ need }) => need))).to.deep.equal(new Set(needKeys));
    expect(patients.length).to.be.at.least(40);
  });
});
