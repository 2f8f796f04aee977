// Who is asked where a postcode is, and in which order; and what the feed's own addresses teach.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { distanceInMiles } from '../../../src/directory/places/distance.js';
import { learnPlaces } from '../../../src/directory/places/learn-places.js';
import { readOutwardCodes } from '../../../src/directory/places/outward-codes.js';
import { placesFrom } from '../../../src/directory/places/places-from.js';
import type { FoundPlace, Places } from '../../../src/directory/places/places.js';
import type { Place, Point, Service } from '../../../src/directory/service.js';

const point = (latitude: number, longitude = 0): Point => ({ latitude, longitude });

function service(places: readonly Partial<Place>[], hidden = false): Service {
  return {
    id: 's',
    name: 'A service',
    about: '',
    provider: { id: 'p', name: 'A provider', kind: 'other' },
    needs: [],
    places: places.map((place, at) => ({ id: String(at), address: [], venue: 'other', access: [], schedules: [], ...place })),
    remote: false,
    schedules: [],
    audiences: [],
    languages: [],
    interpreters: false,
    areas: [],
    phones: [],
    hidden,
  };
}

describe('what the feed teaches of postcodes', () => {
  const learnt = learnPlaces([
    service([{ postcode: 'E1 6AN', point: point(51.5) }]),
    service([
      { postcode: 'e16an', point: point(51.502) },
      { postcode: 'E1 7AA', point: point(51.511) },
      { postcode: 'E2 6AA' },
      { point: point(52) },
      { postcode: 'E3', point: point(51.52) },
    ]),
    service([{ postcode: 'E4 6AA', point: point(51.6) }], true),
    service([
      { postcode: 'E5 6AA', point: point(51.5) },
      { postcode: 'E5 6AA', point: point(53.5) },
    ]),
  ]);

  it('is the middle of the venues with that postcode', () => {
    const found = learnt.find('E1 6AN');
    expect(found).to.deep.include({ precision: 'postcode', outward: 'E1' });
    expect(found?.point.latitude).to.be.closeTo(51.501, 1e-9);
  });

  it('is the middle of what is known of the outward code, for another postcode in it', () => {
    const found = learnt.find('E1 9ZZ');
    expect(found).to.deep.include({ precision: 'outward', outward: 'E1' });
    expect(found?.point.latitude).to.be.closeTo(51.506, 1e-9);
  });

  it('is nothing without a point, without a whole postcode, where the address is hidden or where two venues contradict one another', () => {
    for (const postcode of ['E2 6AA', 'E3', 'E4 6AA', 'E5 6AA', 'E9', 'hello']) expect(learnt.find(postcode), postcode).to.equal(undefined);
  });
});

describe('where a postcode is', () => {
  const knows = (places: Readonly<Record<string, FoundPlace>>): Places => ({ find: postcode => places[postcode] });
  const exact = (latitude: number, more: Partial<FoundPlace> = {}): FoundPlace => ({
    point: point(latitude),
    precision: 'postcode',
    outward: 'E1',
    ...more,
  });
  const rough = (latitude: number, more: Partial<FoundPlace> = {}): FoundPlace => ({ ...exact(latitude, more), precision: 'outward' });
  const shipped = readOutwardCodes({
    districts: { E09000030: 'Tower Hamlets', E09000012: 'Hackney' },
    codes: { E1: { at: [51.3, 0], district: 'E09000030' }, E2: { at: [51.4, 0] } },
  });
  const table = knows({ 'E1 1AA': exact(51.1, { district: 'E09000012' }), 'E1 2AA': rough(51.2), 'M1 1AA': rough(53, { outward: 'M1' }) });
  const learnt = knows({ 'E1 1AA': exact(50.1), 'E1 2AA': exact(50.2), 'E1 3AA': rough(50.3), 'E2 1AA': exact(50.4), 'B1 1AA': rough(52) });

  it('is what the table says, with the name of the district', () => {
    const places = placesFrom(table, learnt, shipped);
    expect(places.find('E1 1AA')).to.deep.equal(exact(51.1, { district: 'E09000012', districtName: 'Hackney' }));
    expect(places.find('M1 1AA')).to.deep.equal(rough(53, { outward: 'M1' }));
  });

  it('is what the feed says where the table knows only the outward code, and where there is no table', () => {
    expect(placesFrom(table, learnt, shipped).find('E1 2AA')).to.deep.equal(exact(50.2));
    const borough = { district: 'E09000030', districtName: 'Tower Hamlets' };
    expect(placesFrom(undefined, learnt, shipped).find('E1 1AA')).to.deep.equal(exact(50.1, borough));
    expect(placesFrom(undefined, learnt, shipped).find('E2 1AA')).to.deep.equal(exact(50.4));
  });

  it('is the middle of the outward code where nobody knows the postcode, the shipped one before the one learnt', () => {
    const places = placesFrom(undefined, learnt, shipped);
    expect(places.find('E1 3AA')).to.deep.include({ point: point(51.3), precision: 'outward' });
    expect(places.find('B1 1AA')).to.deep.equal(rough(52));
  });

  it('is nowhere where nobody knows it', () => {
    expect(placesFrom(table, learnt, shipped).find('Z9 9ZZ')).to.equal(undefined);
  });
});

describe('how far it is', () => {
  it('is nothing from a place to itself, and the same both ways', () => {
    const [one, other] = [point(51.5, -0.1), point(51.6, -0.2)];
    expect(distanceInMiles(one, one)).to.equal(0);
    expect(distanceInMiles(one, other)).to.equal(distanceInMiles(other, one));
  });

  it('is 333 miles from Charing Cross to the centre of Edinburgh, and 69.1 for a degree north', () => {
    expect(distanceInMiles(point(51.5074, -0.1278), point(55.9533, -3.1883))).to.be.closeTo(331.7, 1.5);
    expect(distanceInMiles(point(51), point(52))).to.be.closeTo(69.09, 0.01);
  });
});
