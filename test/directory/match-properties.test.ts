// What holds of every match, whoever asks: nobody is shown what is for another age, another area or another group; the order of the feed is
// nothing to it; nothing is shown or kept back without a reason; and indexes and widening circles change nothing.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import fc from 'fast-check';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { serves } from '../../src/directory/area-served.js';
import { indexServices } from '../../src/directory/index-services.js';
import type { Match, MatchRequest } from '../../src/directory/match-request.js';
import { matchServices } from '../../src/directory/match-services.js';
import { accessKinds, audienceKinds, weekdays } from '../../src/directory/service.js';
import { generateServices } from '../support/generate-services.js';

const services = [...generateServices(3000, 5)];
const index = indexServices(services);

const groupsByOthers = ['lgbt', 'refugees', 'homeless-people', 'veterans', 'ex-offenders'] as const;

const anyone: fc.Arbitrary<MatchRequest> = fc.record(
  {
    need: fc.constantFrom(...needKeys),
    today: fc.constant('2025-11-20'),
    point: fc.record({
      latitude: fc.double({ min: 51.4, max: 51.6, noNaN: true }),
      longitude: fc.double({ min: -0.3, max: 0.1, noNaN: true }),
    }),
    outward: fc.constantFrom('E1', 'E8', 'SE1', 'W5'),
    districtName: fc.constantFrom('Tower Hamlets', 'Hackney', 'Southwark', 'Ealing'),
    age: fc.integer({ min: 16, max: 93 }),
    languages: fc.subarray(['bn', 'pl', 'zh-Hans'], { maxLength: 1 }),
    audiences: fc.subarray([...audienceKinds], { maxLength: 2 }),
    notAudiences: fc.subarray([...groupsByOthers]),
    access: fc.subarray([...accessKinds], { maxLength: 1 }),
    freeOnly: fc.boolean(),
    days: fc.subarray([...weekdays], { maxLength: 3 }),
    canTravel: fc.boolean(),
    withoutReferral: fc.boolean(),
    radiusMiles: fc.constantFrom(2, 10),
    limit: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['need', 'today', 'languages', 'audiences', 'access', 'limit'] },
);

/** What must hold of everything that is shown. */
const rules: readonly ((match: Match, request: MatchRequest) => void)[] = [
  ({ service }, { need }) => expect(service.needs).to.include(need),
  ({ service: { minimumAge = 0, maximumAge = 255 } }, { age }) => {
    if (age !== undefined) expect(age).to.be.within(minimumAge, maximumAge);
  },
  ({ service: { areas } }, request) => {
    if (areas.length > 0)
      expect(areas.map(area => serves(area, request))).to.satisfy((all: readonly string[]) => all.some(each => each !== 'outside'));
  },
  ({ service: { audiences } }, request) => {
    const others = audiences.filter(audience => groupsByOthers.some(group => group === audience));
    const maybe = others.filter(each => request.audiences.includes(each) || request.notAudiences?.some(not => not === each) !== true);
    if (others.length > 0 && others.length === audiences.length) expect(maybe).not.to.deep.equal([]);
  },
  ({ service: { cost } }, { freeOnly }) => {
    if (freeOnly === true) expect(cost).not.to.equal('paid');
  },
  ({ service: { capacity } }) => expect(capacity?.state).not.to.equal('closed'),
  ({ service: { remote, hidden, places } }, { canTravel }) => {
    if (canTravel === false) expect(remote || hidden || places.length === 0).to.equal(true);
  },
  ({ service: { wayIn } }, { withoutReferral }) => {
    if (withoutReferral === true) expect(wayIn).not.to.equal('professional');
  },
  ({ miles }, { radiusMiles = 10 }) => expect(miles ?? 0).to.be.at.most(radiusMiles),
  ({ reasons }) => expect(reasons).not.to.deep.equal([]),
];

describe('any match', () => {
  it('is for the age, the area, the group and the purse of who asks, and has reasons', () => {
    fc.assert(
      fc.property(anyone, request => {
        const { matches, nearMisses, unmet } = matchServices(index, request);
        for (const shown of matches) for (const rule of rules) rule(shown, request);
        for (const { misses } of nearMisses) expect(misses).not.to.deep.equal([]);
        expect(nearMisses.length).to.be.at.most(10);
        expect(matches.length).to.be.at.most(request.limit);
        expect(unmet).to.equal(matches.length === 0);
        const shown = matches.map(({ service }) => service.id);
        expect(nearMisses.filter(({ service }) => shown.includes(service.id))).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever order the feed comes', () => {
    const few = services.slice(0, 400);
    fc.assert(
      fc.property(anyone, fc.shuffledSubarray(few, { minLength: few.length }), (request, shuffled) => {
        expect(matchServices(indexServices(shuffled), request)).to.deep.equal(matchServices(indexServices(few), request));
      }),
      { numRuns: 25 },
    );
  });

  it('is read from the index as it was given, whole, by id', () => {
    for (const service of services.filter(({ hidden }) => !hidden).slice(0, 300)) expect(index.byId(service.id)).to.deep.equal(service);
    expect(index.byId('nobody')).to.equal(undefined);
    expect(index.at(-1)).to.equal(undefined);
    expect(index.size).to.equal(services.length);
    expect(indexServices([...services.slice(0, 5), ...services.slice(0, 5)]).size).to.equal(5);
    expect(
      matchServices(indexServices([]), { need: 'food', today: '2025-11-20', languages: [], audiences: [], access: [], limit: 3 }).unmet,
    ).to.equal(true);
  });
});
