// A service of Open Referral UK version 1, read as one of version 3.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { accept, aRow } from '../../support/feed-rows.js';

const old = {
  id: '1042',
  name: 'Debt help',
  description: '<p>Help with debt.</p>',
  status: 'active',
  attending_type: 'online',
  eligibilitys: [
    { id: '1', eligibility: 'Carers of any age', minimum_age: 18, maximum_age: 60 },
    { id: '2', eligibility: 'Parents', minimum_age: 16, maximum_age: 25 },
  ],
  regular_schedules: [{ id: '1', weekday: 'Monday', opens_at: '10:00', closes_at: '12:00' }],
  holiday_schedules: [{ id: '1' }],
  fundings: [{ id: '1', source: 'Council' }],
  costs: [{ id: '1', amount: 0, option: 'Everybody' }],
  languages: [{ id: '1', language: 'Bengali' }],
  service_areas: [{ id: '1', service_area: 'Hackney' }],
  service_taxonomys: [{ id: '1', taxonomy: { id: 'esdServiceTypes:15', name: 'Advice', vocabulary: 'esdServiceTypes' } }],
  organization: { id: '1', name: 'Mill Row Trust', url: 'https://example.org' },
  service_at_locations: [
    {
      id: '1',
      regular_schedule: [{ id: '2', byday: 'WE', opens_at: '14:00' }],
      location: {
        id: '1',
        name: 'Library',
        latitude: '51.5',
        longitude: '-0.07',
        physical_addresses: [{ id: '1', address_1: '1 Mill Row', city: 'London', postal_code: 'E8 1AA' }],
        accessibility_for_disabilities: [{ id: '1', accessibility: 'Hearing loop' }],
      },
    },
  ],
};

describe('A row of version 1', () => {
  it('is read whole', () => {
    const { service, row } = accept(old);
    expect(service).to.deep.include({
      needs: ['money'],
      languages: ['bn'],
      areas: ['Hackney'],
      cost: 'free',
      minimumAge: 16,
      maximumAge: 60,
      remote: true,
    });
    expect(service.audiences).to.deep.equal(['carers', 'parents']);
    expect(service.schedules).to.have.length(1);
    expect(service.provider.website).to.equal('https://example.org');
    expect(service.places[0]).to.deep.include({ postcode: 'E8 1AA', access: ['hearing-loop'] });
    expect(service.places[0]?.schedules[0]?.days).to.deep.equal([{ day: 'WE' }]);
    expect(row).to.deep.include({ minimum_age: 16, maximum_age: 60, eligibility_description: 'Carers of any age; Parents' });
    expect(row).not.to.have.any.keys('eligibilitys', 'regular_schedules', 'fundings', 'service_taxonomys', 'holiday_schedules', 'costs');
  });

  it('has no age limit where one of its eligibilities has none, and keeps what version 3 says', () => {
    const eligibilitys = [{ minimum_age: 18, maximum_age: 30 }, { eligibility: 'Anyone' }];
    expect(accept(aRow({ eligibilitys })).service).not.to.have.any.keys('minimumAge', 'maximumAge');
    expect(accept(aRow({ eligibilitys, minimum_age: 40 })).service.minimumAge).to.equal(40);
    expect(accept(aRow({ schedules: [], regular_schedules: [{ byday: 'MO', opens_at: '10:00' }] })).service.schedules).to.deep.equal([]);
  });
});
