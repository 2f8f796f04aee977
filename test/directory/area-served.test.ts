// Areas as feeds write them, and whether somebody in Tower Hamlets (E1) is served.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { nameOfArea, servedRadius, serves } from '../../src/directory/area-served.js';
import type { Home, Served } from '../../src/directory/area-served.js';

const home: Home = { outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' };
const nobodyKnows: Home = {};

const areas: readonly (readonly [area: string, home: Home, served: Served])[] = [
  ['E1', home, 'inside'],
  ['e1', home, 'inside'],
  ['E14', home, 'outside'],
  ['E1 6AN', home, 'unknown'],
  ['E1 6', home, 'unknown'],
  ['E2 8AA', home, 'outside'],
  ['E1', nobodyKnows, 'unknown'],
  ['Tower Hamlets', home, 'inside'],
  ['London Borough of Tower Hamlets', home, 'inside'],
  ['Tower Hamlets and Newham', home, 'inside'],
  ['Hackney', home, 'outside'],
  ['Hackney', { outward: 'E8' }, 'unknown'],
  ['Hammersmith', { districtName: 'Hammersmith and Fulham' }, 'unknown'],
  ['City of London', { districtName: 'Westminster' }, 'unknown'],
  ['E09000030', home, 'inside'],
  ['E09000012', home, 'outside'],
  ['E09000012', nobodyKnows, 'unknown'],
  ['England', home, 'inside'],
  ['Nationwide', nobodyKnows, 'inside'],
  ['Greater London', home, 'inside'],
  ['London', { outward: 'SE1' }, 'inside'],
  ['London', { outward: 'LS1' }, 'unknown'],
  ['London', { district: 'E08000035' }, 'outside'],
  ['London', nobodyKnows, 'unknown'],
  ['North East London', home, 'unknown'],
  ['North East London', { district: 'E08000035', districtName: 'Leeds' }, 'outside'],
  ['within 2 miles of E8 2AA', home, 'unknown'],
];

describe('the area a service serves', () => {
  for (const [area, who, served] of areas) {
    it(`${area}: ${served} for ${who.outward ?? who.districtName ?? who.district ?? 'somebody whose place nobody knows'}`, () => {
      expect(serves(area, who)).to.equal(served);
    });
  }

  it('is told by its name, never by a code', () => {
    expect(['E09000030', 'E14', 'Hackney'].map(area => nameOfArea(area, home))).to.deep.equal(['Tower Hamlets', 'E14', 'Hackney']);
    expect(nameOfArea('E09000030', { district: 'E09000030' })).to.equal(undefined);
  });

  it('may be so many miles round it', () => {
    expect(['within 2 miles of E8 2AA', 'Within a mile', 'within 1.5 miles', 'Hackney'].map(servedRadius)).to.deep.equal([
      2,
      1,
      1.5,
      undefined,
    ]);
  });
});
