// Services whose address may cost a life: which they are, and that nothing of it is left in the service, the row or the report.
import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readService } from '../../../src/directory/read/read-service.js';
import type { JsonObject } from '../../../src/directory/read/read-result.js';
import { accept, aLocation, aRow, context, uuid } from '../../support/feed-rows.js';

const term = (name: string): JsonObject => ({ attributes: [{ id: uuid(30), taxonomy_term: { id: uuid(31), name, description: '' } }] });

const hiddenRows: readonly (readonly [string, JsonObject])[] = [
  ['a refuge by its name', { name: 'Rosewood Refuge' }],
  ['a refuge by its description', { description: 'We run two refuges for women.' }],
  ['a refuge by a term', term('Refuges')],
  ['a safe house', { description: 'A safe-house for people who were trafficked.' }],
  ['accommodation from abuse', { description: 'Supported accommodation for women fleeing domestic violence.' }],
  ['accommodation in the name, abuse in a term', { name: 'Supported accommodation', ...term('Domestic abuse') }],
  ['a confidential address in words', { alert: 'The address is confidential.' }],
  ['an address not to be published', { description: 'Location not disclosed.' }],
  ['a mark of the feed', { confidential_address: true }],
  ['a mark within a location', { service_at_locations: [{ id: uuid(9), location: aLocation({ is_sensitive: 'yes' }) }] }],
  ['escaped markup', { description: 'Women&#39;s&nbsp;ref&#117;ge' }],
  ['a refuge of the first version', { eligibilitys: [{ id: '1', eligibility: 'Women in need of refuge' }] }],
];

const openRows: readonly (readonly [string, JsonObject])[] = [
  ['help for refugees', { description: 'Advice for refugees and asylum seekers.' }],
  ['confidential advice', { description: 'Free, confidential advice.' }],
  ['advice on abuse and housing', { description: 'Advice on debt, housing and domestic abuse.' }],
  ['a hostel', { description: 'A hostel for young men.' }],
  ['a mark that says no', { confidential_address: false }],
];

/** A refuge that tells its address wherever a feed can. */
const teller = aRow({
  name: 'Rosewood Women’s Refuge',
  description:
    'Come to 14 Mill Row, E8 1AA (E81AA, e8-1aa). We are in Mill Row near Acacia Avenue. Find us at 51.5321, -0.0745 or https://maps.example.org/x?q=E8+1AA or ///crisp.apple.tree.',
  url: 'https://example.org/14-mill-row',
  alert: 'Ring the bell of the Old Dairy.',
  application_process: 'Call first. Then come to Flat 3, 14 Mill Row.',
  service_areas: [{ id: uuid(20), name: 'Hackney', extent: '{"type":"Point","coordinates":[-0.0745,51.5321]}', extent_type: 'geojson' }],
  contacts: [{ id: uuid(21), name: 'The Old Dairy', title: 'House manager, 14 Mill Row' }],
  schedules: [{ id: uuid(22), byday: 'MO', opens_at: '10:00', description: 'At Mill Row', schedule_link: 'https://example.org/E81AA' }],
  organization: {
    id: uuid(2),
    name: 'Rosewood',
    description: 'Write to 14, Mill Row',
    website: 'https://example.org',
    uri: 'https://e.org/e8-1aa',
  },
  service_at_locations: [
    {
      id: uuid(9),
      description: 'Behind the Old Dairy',
      contacts: [{ id: uuid(25), name: 'Doorkeeper of the Old Dairy' }],
      location: aLocation(
        {
          name: 'The Old Dairy',
          alternate_name: 'Old Dairy',
          description: 'Brick house at 14 Mill Row',
          external_identifier: '10092008082',
          external_identifier_type: 'UPRN',
          transportation: 'Bus 242 to Mill Row',
          latitude: '51.5321',
          longitude: '-0.0745',
          accessibility: [{ id: uuid(23), description: 'Level access from Mill Row', url: 'https://maps.google.com/?q=51.5321,-0.0745' }],
        },
        { attention: 'The Old Dairy', postal_code: 'e8  1aa' },
      ),
    },
  ],
});

describe('A service whose address must not be known', () => {
  for (const [what, fields] of hiddenRows) it(`is ${what}`, () => void expect(accept(aRow(fields)).service.hidden).to.equal(true));
  for (const [what, fields] of openRows) it(`is not ${what}`, () => void expect(accept(aRow(fields)).service.hidden).to.equal(false));

  it('leaks nothing: not in the service, not in the row, not in the report', () => {
    const everything = JSON.stringify(readService(teller, context)).toLowerCase();
    for (const secret of [
      'mill row',
      'mill-row',
      'e8 1aa',
      'e81aa',
      'e8-1aa',
      'e8+1aa',
      '51.53',
      '0.0745',
      'acacia',
      '10092008082',
      'old dairy',
      'crisp.apple',
    ])
      expect(everything, secret).not.to.include(secret);
  });

  it('keeps its name, its town, its telephone and when it answers', () => {
    const { service, row } = accept({ ...teller, phones: [{ id: uuid(24), number: '0808 2000 247' }] });
    expect(service).to.include({ name: 'Rosewood Women’s Refuge' });
    expect(service.phones).to.deep.equal(['0808 2000 247']);
    expect(service.areas).to.deep.equal(['Hackney']);
    expect(service.schedules[0]).to.include({ opens: '10:00' });
    expect(service.provider).to.include({ website: 'https://example.org' });
    const placeId = service.places[0]?.id;
    expect(placeId)
      .to.match(/^[0-9a-f-]{36}$/u)
      .and.not.equal(uuid(10));
    expect(service.places).to.deep.equal([
      { id: placeId, name: 'Hackney', address: [], venue: 'other', access: ['step-free'], accessNote: 'Level access from', schedules: [] },
    ]);
    expect(JSON.stringify(row)).to.include('Call first.');
  });

  it('does not tell by the id of its location where it is: another service there has an address', () => {
    const at = {
      id: uuid(9),
      location_id: uuid(10),
      location: { ...aLocation(), attributes: [{ id: uuid(30), link_id: uuid(10), value: 'x' }] },
    };
    const { row, service } = accept(aRow({ name: 'Rosewood Refuge', service_at_locations: [at] }));
    expect(JSON.stringify([row, service])).not.to.include(uuid(10));
  });

  const leaks: readonly (readonly [string, JsonObject, RegExp])[] = [
    [
      'a street in the field of the town',
      { service_at_locations: [{ id: uuid(9), location: aLocation({}, { city: 'Mill Row' }) }] },
      /mill row/iu,
    ],
    ['a postcode in the area it serves', { service_areas: [{ id: uuid(20), name: 'E8 1AA' }] }, /e8 ?1aa/iu],
    [
      'two web addresses, each with the postcode',
      {
        url: 'https://e.org/E8-1AA',
        organization: { id: uuid(2), name: 'Rosewood', website: 'https://e.org/a-much-longer-one/E8-1AA', logo: 'https://e.org/e81aa' },
      },
      /e8-?1aa/iu,
    ],
    ['a mail address', { email: 'millrow@rosewood.example.org' }, /millrow/iu],
    ['the mail address of whoever assured it', { assurer_email: '14millrow@rosewood.example.org' }, /millrow/iu],
    [
      'the way there',
      { description: 'Refuge. Opposite Cutlers Station and next to the Tesco. Take bus 242. Five minutes walk from Cobnut Park.' },
      /cutlers|tesco|242|cobnut/iu,
    ],
    ['the nearest station', { application_process: 'Nearest station: Cutlers Cross' }, /cutlers/iu],
    ['a square', { description: 'Refuge off Cobnut Square' }, /cobnut/iu],
    ['a grid reference', { description: 'Refuge at TQ 345 678' }, /345/u],
    [
      'a contact with the address',
      { contacts: [{ id: uuid(21), name: '14 Mill Row', department: 'E8 1AA', email: 'jo@e81aa.org' }] },
      /mill row|e8 ?1aa/iu,
    ],
    ['an encoded web address that is no UTF-8', { url: 'https://e.org/%E9/14-mill-row' }, /mill-row/iu],
    [
      'a name of a thousand words',
      { service_at_locations: [{ id: uuid(9), location: aLocation({ name: 'Old Dairy '.repeat(3000) }) }] },
      /old dairy/iu,
    ],
  ];
  for (const [what, fields, secret] of leaks)
    it(`is not told by ${what}`, () =>
      void expect(JSON.stringify(readService(aRow({ name: 'Rosewood Refuge', ...fields }), context))).not.to.match(secret));

  it('keeps what is near to a person and no place', () => {
    const description = 'A refuge near you. We stand beside you. Call us, day or night.';
    expect(accept(aRow({ name: 'Rosewood Refuge', description })).service.about).to.equal(description);
  });

  it('leaks nothing of version 1 either', () => {
    const { addresses, ...location } = aLocation({ name: 'The Old Dairy' });
    const old = aRow({ name: 'Refuge', service_at_locations: [{ id: uuid(9), location: { ...location, physical_addresses: addresses } }] });
    expect(JSON.stringify(accept(old))).not.to.match(/mill row|e8 1aa|51\.53|old dairy/iu);
  });

  it('loses a street from the name of its organisation, or the organisation where nothing else is in its name', () => {
    const named = (name: string): unknown => accept(aRow({ name: 'Refuge', organization: { id: uuid(2), name } })).row['organization'];
    expect(named('Mill Row Women')).to.include({ name: 'Women' });
    expect(named('14 Mill Row')).to.equal(undefined);
  });

  it('that is called by its address is known by its organisation, and not taken where it has none', () => {
    const fields = { name: '14 Mill Row', description: 'A refuge' };
    expect(accept(aRow({ ...fields, organization: { id: uuid(2), name: 'Rosewood' } })).service.name).to.equal('Rosewood');
    expect(readService(aRow({ ...fields, organization: null }), context)).to.deep.include({ kind: 'refused' });
  });

  it('is served as a valid row', function () {
    const profile = '../shared/data/directory/uk-profile/service.json';
    if (!existsSync(profile)) {
      console.log(`      ${profile} is missing: skipped`);
      this.skip();
    }
    const ajv = new Ajv.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(profile, 'utf8')) as object);
    expect(validate(accept(teller).row), JSON.stringify(validate.errors)).to.equal(true);
  });
});
