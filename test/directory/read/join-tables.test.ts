// HSDS as tables: the full services they hold, read as those of a feed are.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { joinTables, type Tables } from '../../../src/directory/read/join-tables.js';
import { accept, uuid } from '../../support/feed-rows.js';

const tables: Tables = {
  'services.csv': [
    {
      '\uFEFFid': uuid(1),
      organization_id: uuid(2),
      name: 'Debt advice',
      status: 'active',
      minimum_age: '18',
      maximum_age: '',
      free: 'TRUE',
    },
    { id: uuid(100), organization_id: '', name: 'Walk', status: 'active' },
  ],
  organization: [{ id: uuid(2), name: 'Mill Row CIC', description: '' }],
  'organization_identifiers.csv': [{ id: uuid(3), organization_id: uuid(2), identifier_type: 'Company', identifier: '01234567' }],
  'data/locations.csv': [{ id: uuid(4), location_type: 'physical', name: 'Mill Row Library', latitude: '51.5', longitude: '-0.07' }],
  service_at_locations: [{ id: uuid(5), service_id: uuid(1), location_id: uuid(4) }],
  addresses: [{ id: uuid(6), location_id: uuid(4), address_1: '1 Mill Row', city: 'Hackney', postal_code: 'E8 1AA' }],
  accessibility: [{ id: uuid(7), location_id: uuid(4), description: 'Step-free' }],
  phones: [
    { id: uuid(8), service_id: uuid(1), contact_id: uuid(9), number: '020 7946 0001' },
    { id: uuid(10), service_id: uuid(1), contact_id: '', number: '020 7946 0002' },
  ],
  contacts: [{ id: uuid(9), service_id: uuid(1), name: 'Desk' }],
  schedules: [
    { id: uuid(11), service_id: uuid(1), service_at_location_id: uuid(5), freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', interval: '2' },
    { id: uuid(12), service_id: uuid(1), service_at_location_id: '', byday: 'TU', opens_at: '10:00' },
  ],
  cost_options: [{ id: uuid(13), service_id: uuid(1), option: 'Session', amount: '2.50' }],
  languages: [{ id: uuid(14), service_id: uuid(1), name: 'Bengali' }],
  service_areas: [{ id: uuid(15), service_id: uuid(1), name: 'Hackney' }],
  fundings: [{ id: uuid(16), service_id: uuid(1), source: 'Grant' }],
  attributes: [
    { id: uuid(17), link_id: uuid(1), link_entity: 'service', taxonomy_term_id: uuid(18) },
    { id: uuid(19), link_id: uuid(1), link_entity: 'location', taxonomy_term_id: uuid(18) },
    { id: uuid(20), link_id: uuid(4), link_entity: 'location', taxonomy_term_id: 'gone' },
  ],
  taxonomy_terms: [{ id: uuid(18), name: 'Debt', description: '', taxonomy_id: 't1' }],
  taxonomies: [{ id: 't1', name: 'Needs', description: '' }],
};

describe('Tables of HSDS', () => {
  const [advice, walk] = [...joinTables(tables)];

  it('become services with all that hangs on them, and numbers where numbers should be', () => {
    expect(advice).to.deep.include({ minimum_age: 18, free: true });
    expect(advice?.['cost_options']).to.deep.equal([{ id: uuid(13), service_id: uuid(1), option: 'Session', amount: 2.5 }]);
    expect(advice?.['funding']).to.have.length(1);
    expect(advice?.['attributes']).to.have.length(1);
    expect(walk).to.deep.equal({ id: uuid(100), name: 'Walk', status: 'active' });
  });

  it('are read as the rows of a feed are', () => {
    const { service } = accept(advice);
    expect(service).to.deep.include({
      needs: ['money'],
      languages: ['bn'],
      areas: ['Hackney'],
      minimumAge: 18,
      cost: 'paid',
      costNote: 'Session: £2.5',
    });
    expect(service.provider).to.include({ name: 'Mill Row CIC', kind: 'small-charity' });
    expect(service.phones).to.deep.equal(['020 7946 0002', '020 7946 0001']);
    expect(service.schedules.map(({ days }) => days)).to.deep.equal([[{ day: 'TU' }]]);
    expect(service.places[0]).to.deep.include({ venue: 'library', access: ['step-free'], postcode: 'E8 1AA' });
    expect(service.places[0]?.schedules[0]).to.include({ interval: 2, opens: '09:00' });
  });

  it('of the first version are joined too', () => {
    const [old] = [
      ...joinTables({
        service: [{ id: '1', name: 'Walk' }],
        eligibilitys: [{ id: '2', service_id: '1', minimum_age: '60', maximum_age: '' }],
        regular_schedules: [{ id: '3', service_id: '1', weekday: 'Friday', opens_at: '10:00' }],
        service_taxonomies: [{ id: '4', service_id: '1', taxonomy_id: 'esdServiceTypes:15' }],
        taxonomies: [{ id: 'esdServiceTypes:15', name: 'Advice', vocabulary: 'esdServiceTypes' }],
      }),
    ];
    const { service } = accept(old);
    expect(service).to.deep.include({ minimumAge: 60, needs: ['money'] });
    expect(service.schedules[0]?.days).to.deep.equal([{ day: 'FR' }]);
  });
});
