// One row of a feed: what is taken, what is mended, what is refused, and that every row taken is valid HSDS-UK v3.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { readService } from '../../../src/directory/read/read-service.js';
import type { JsonObject } from '../../../src/directory/read/read-result.js';
import { weekdays } from '../../../src/directory/service.js';
import { accept, aLocation, aRow, codes, context, uuid } from '../../support/feed-rows.js';

const shared = '../shared/data/directory';
const profile = `${shared}/uk-profile/service.json`;

function validator(): ValidateFunction {
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(profile, 'utf8')) as object);
}

const at = (location: JsonObject, more: JsonObject = {}): JsonObject => ({ service_at_locations: [{ id: uuid(9), location, ...more }] });

/** What is spoilt, the row, and what the report says of it. */
const dirtyRows: readonly (readonly [what: string, row: unknown, codes: readonly string[]])[] = [
  ['nothing', aRow(), []],
  ['not an object', 'a text', ['not-a-service']],
  ['null', null, ['not-a-service']],
  ['a list', [aRow()], ['not-a-service']],
  ['a taxonomy', { id: uuid(1), name: 'Needs', version: '1' }, ['not-a-service']],
  ['no id', aRow({ id: ' ' }), ['no-id']],
  ['no name', aRow({ name: '' }), ['no-name']],
  ['a name of markup only', aRow({ name: '<br/>&nbsp;' }), ['no-name']],
  ['inactive', aRow({ status: 'Inactive' }), ['not-active']],
  ['defunct', aRow({ status: 'defunct' }), ['not-active']],
  ['archived, as some systems say', aRow({ status: 'archived' }), ['not-active']],
  ['no status', aRow({ status: null }), ['no-status']],
  ['a status nobody knows', aRow({ status: 'green' }), ['unknown-status']],
  ['an id that is no UUID', aRow({ id: 'svc-17' }), ['id-not-uuid']],
  ['no description', aRow({ description: null }), ['no-description']],
  ['HTML', aRow({ description: '<p>A gentle <b>walk</b></p>' }), ['html-in-text']],
  ['mojibake', aRow({ description: 'A gentle walk, donâ€™t run' }), ['mojibake']],
  ['too long', aRow({ name: `Walking group ${'on '.repeat(200)}` }), ['too-long']],
  ['0,0', aRow(at(aLocation({ latitude: 0, longitude: 0 }))), ['bad-point']],
  ['half a point', aRow(at(aLocation({ longitude: null }))), ['bad-point']],
  ['swapped', aRow(at(aLocation({ latitude: -0.0745, longitude: 51.5321 }))), ['swapped-point']],
  ['Paris', aRow(at(aLocation({ latitude: 48.85, longitude: 2.35 }))), ['bad-point']],
  ['a dirty postcode', aRow(at(aLocation({}, { postal_code: 'e81aa.' }))), ['dirty-postcode']],
  ['what is no postcode', aRow(at(aLocation({}, { postal_code: 'ABC 1234' }))), ['bad-postcode']],
  ['a bad web address', aRow({ url: 'see our website' }), ['bad-url']],
  ['a bad mail address', aRow({ email: 'nobody@' }), ['bad-email']],
  ['year 1', aRow({ assured_date: '0001-01-01' }), ['dead-date']],
  ['1900', aRow({ assured_date: '1900-01-01T00:00:00' }), ['dead-date']],
  ['the epoch', aRow({ last_modified: '1970-01-01T00:00:00Z' }), ['dead-date']],
  ['changed tomorrow week', aRow({ last_modified: '2025-06-09T10:00:00Z' }), ['future-date']],
  ['the 31st of February', aRow({ assured_date: '31/02/2024' }), ['bad-date']],
  ['ages the wrong way round', aRow({ minimum_age: 60, maximum_age: 18 }), ['ages-swapped']],
  ['an age in words', aRow({ minimum_age: 'adult' }), ['bad-number']],
  ['ages in the eligibility', aRow({ eligibility_description: 'For people over 60' }), ['ages-from-text']],
  ['a field of another system', aRow({ crm_ref: 'x' }), ['unknown-field']],
  ['no organisation', aRow({ organization: null }), ['no-organization']],
  ['an organisation without a name', aRow({ organization: { id: uuid(2) } }), ['no-organization-name', 'no-organization']],
  ['no location', aRow({ service_at_locations: [] }), ['no-location']],
  ['no location, but by telephone', aRow({ name: 'Befriending', service_at_locations: [], description: 'Telephone befriending' }), []],
  ['a language nobody speaks', aRow({ languages: [{ id: uuid(3), name: 'Klingonese' }] }), ['unknown-language']],
  ['a time of day that is none', aRow({ schedules: [{ id: uuid(3), opens_at: 'late', byday: 'MO' }] }), ['bad-time']],
  ['a day that is none', aRow({ schedules: [{ id: uuid(3), opens_at: '10:00', byday: 'Someday' }] }), ['bad-days']],
  ['yearly', aRow({ schedules: [{ id: uuid(3), opens_at: '10:00', freq: 'YEARLY' }] }), ['bad-frequency']],
  [
    'over before it began',
    aRow({ schedules: [{ id: uuid(3), byday: 'MO', valid_from: '2025-05-01', valid_to: '2025-04-01' }] }),
    ['bad-span'],
  ],
  ['over', aRow({ schedules: [{ id: uuid(3), byday: 'MO', valid_to: '2025-04-01' }] }), ['schedule-over']],
  ['a telephone without digits', aRow({ phones: [{ id: uuid(3), number: 'ask inside' }] }), ['bad-phone']],
  ['a location of a strange type', aRow(at(aLocation({ location_type: 'building' }))), ['bad-location-type']],
  ['an object where a text should be', aRow({ alert: { en: 'x' } }), ['unknown-field']],
  ['terms nobody mapped', aRow({ attributes: [{ id: uuid(3), taxonomy_term: { id: uuid(4), name: 'Basketry' } }] }), ['unmapped-term']],
  ['nothing that tells a need', aRow({ name: 'Hub', description: 'Come and see.' }), ['no-needs']],
];

/** What a row of test data always says beside: its needs come from its name. */
const always = ['needs-from-text'];

describe('A row of a feed', () => {
  for (const [what, row, expected] of dirtyRows) {
    it(`with ${what}: ${expected.join(', ') || 'nothing to say'}`, () => {
      expect(codes(row).filter(code => !always.includes(code))).to.deep.equal(expected);
    });
  }

  it('is told with its field and what stood there, cut short, once each', () => {
    const read = accept(aRow({ url: 'x '.repeat(100), x1: 1, ...at(aLocation({}, { postal_code: 'nowhere' })) }));
    expect(read.issues).to.deep.include({
      severity: 'warned',
      code: 'bad-postcode',
      field: 'service_at_locations[0].location.addresses[0].postal_code',
      found: 'nowhere',
    });
    expect(read.issues.find(({ code }) => code === 'bad-url')?.found).to.have.length(80);
    const bad = { id: uuid(3), opens_at: 'late' };
    expect(codes(aRow({ schedules: [bad, bad, bad] })).filter(code => code === 'bad-time')).to.have.length(1);
  });

  it('has no days of a frequency the standard has not, but keeps hours, dates and words', () => {
    const yearly = {
      id: uuid(3),
      freq: 'YEARLY',
      interval: 2,
      byday: '1MO',
      bymonthday: '5',
      description: 'Each spring',
      opens_at: '10:00',
    };
    const kept = { interval: 1, days: [], monthDays: [], opens: '10:00', note: 'Each spring' };
    const read = (fields: JsonObject) => accept(aRow({ schedules: [{ ...yearly, ...fields }] })).service.schedules;
    expect(read({})).to.deep.equal([kept]);
    expect(read({ freq: 'Hourly' })).to.deep.equal([kept]);
    expect(read({ freq: 'DAILY' })).to.deep.equal([kept]);
  });

  it('is on all days of the week where it is on daily, or on those it names', () => {
    const read = (fields: JsonObject) =>
      accept(aRow({ schedules: [{ id: uuid(3), freq: 'daily', opens_at: '10:00', ...fields }] })).service.schedules[0]?.days;
    expect(read({ interval: 1 })).to.deep.equal(weekdays.map(day => ({ day })));
    expect(read({ byday: 'SA,SU' })).to.deep.equal([{ day: 'SA' }, { day: 'SU' }]);
    expect(read({ byday: 'Someday' })).to.deep.equal([]);
    expect(read({ interval: 3 })).to.deep.equal([]);
  });

  it('keeps days counted from the end of the month', () => {
    const schedules = [{ id: uuid(3), freq: 'MONTHLY', bymonthday: '-1, 15', opens_at: '10:00' }];
    expect(accept(aRow({ schedules })).service.schedules[0]?.monthDays).to.deep.equal([-1, 15]);
  });

  it('cannot flood the report', () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, number) => [`x${String(number)}`, 1]));
    expect(accept(aRow(fields)).issues).to.have.length(40);
  });

  it('that is refused tells its id', () => {
    expect(readService(aRow({ status: 'defunct' }), context)).to.deep.equal({
      kind: 'refused',
      id: uuid(1),
      issues: [{ severity: 'refused', code: 'not-active', field: 'status', found: 'defunct' }],
    });
  });

  it('keeps one UUID for an id that is none, at every import, and says it everywhere', () => {
    const [one, again] = [accept(aRow({ id: 'svc-17' })), accept(aRow({ id: 'svc-17', name: 'Walking group two' }))];
    expect(one.service.id)
      .to.equal(again.service.id)
      .and.to.match(/^[\da-f]{8}-[\da-f]{4}-5/u);
    expect(one.row['id']).to.equal(one.service.id);
    expect(accept(aRow({ id: 'svc-18' })).service.id).not.to.equal(one.service.id);
  });

  it('temporarily closed is taken, as closed', () => {
    expect(accept(aRow({ status: 'temporarily closed' })).service.capacity).to.deep.equal({ state: 'closed' });
    expect(accept(aRow({ status: 'Temporarily-closed' })).row['status']).to.equal('temporarily closed');
  });

  it('becomes a service: where, when, whom, how', () => {
    const { service } = accept(
      aRow({
        url: 'www.example.org/walks',
        assured_date: '01/03/2025',
        last_modified: '2025-04-02 09:30:00',
        minimum_age: 50,
        maximum_age: 999,
        eligibility_description: 'Women only. Just turn up.',
        fees_description: 'Free',
        languages: [
          { id: uuid(3), code: 'ben' },
          { id: uuid(4), name: 'Somali and Turkish' },
        ],
        phones: [{ id: uuid(5), number: '020 7946 0000' }],
        contacts: [{ id: uuid(6), name: 'Front desk', email: 'desk@example.org', phones: [{ id: uuid(7), number: '+44 20 7946 0000' }] }],
        service_areas: [{ id: uuid(8), name: 'London Borough of Hackney, E8' }],
        schedules: [{ id: uuid(12), freq: 'WEEKLY', byday: 'Tuesday', opens_at: '10:00:00', closes_at: '11.30am' }],
      }),
    );
    expect(service).to.deep.equal({
      id: uuid(1),
      name: 'Walking group',
      about: 'A gentle walk every week.',
      provider: { id: uuid(2), name: 'Mill Row Association', kind: 'small-charity' },
      needs: ['activity'],
      places: [
        {
          id: uuid(10),
          name: 'Mill Row Community Centre',
          address: ['14 Mill Row', 'Hackney', 'London'],
          postcode: 'E8 1AA',
          point: { latitude: 51.5321, longitude: -0.0745 },
          venue: 'community-centre',
          access: [],
          schedules: [],
        },
      ],
      remote: false,
      schedules: [{ freq: 'WEEKLY', interval: 1, days: [{ day: 'TU' }], monthDays: [], opens: '10:00', closes: '11:30' }],
      languages: ['bn', 'so', 'tr'],
      interpreters: false,
      areas: ['E8', 'Hackney'],
      minimumAge: 50,
      audiences: ['women'],
      cost: 'free',
      costNote: 'Free',
      wayIn: 'drop-in',
      phones: ['020 7946 0000'],
      email: 'desk@example.org',
      url: 'https://www.example.org/walks',
      lastModified: '2025-04-02',
      assured: '2025-03-01',
      hidden: false,
    });
  });

  it('of the list of services at locations becomes the service with that location', () => {
    const { service_at_locations: _, ...service } = aRow();
    const { service: read } = accept({ id: uuid(9), location: aLocation(), service });
    expect(read.places.map(({ postcode }) => postcode)).to.deep.equal(['E8 1AA']);
  });

  it('with a virtual location has no place and is remote', () => {
    const { service } = accept(aRow(at({ id: uuid(10), location_type: 'virtual', name: 'Zoom' })));
    expect(service.places).to.deep.equal([]);
    expect(service.remote).to.equal(true);
  });

  it('that is signed is signed in all its places', () => {
    const { service } = accept(aRow({ languages: [{ id: uuid(3), name: 'BSL' }] }));
    expect(service.places[0]?.access).to.deep.equal(['sign-language']);
  });

  it('fills what the profile asks for with what is honest', () => {
    const { row } = accept(
      aRow(
        at(
          aLocation(
            { location_type: null },
            { state_province: null, country: null, address_type: null, city: null, postal_code: null, id: null },
          ),
        ),
      ),
    );
    const [found] = (row['service_at_locations'] as JsonObject[]).map(
      each => (each['location'] as JsonObject)['addresses'] as JsonObject[],
    );
    expect(found?.[0]).to.include({ state_province: 'London', country: 'GB', address_type: 'physical', city: '', postal_code: '' });
  });

  describe('taken', () => {
    before(function () {
      // The published profile lies beside the clone and not in it
      if (!existsSync(profile)) {
        console.log(`      ${profile} is missing: skipped`);
        this.skip();
      }
    });

    it('is valid against the profile, whatever was wrong with it', () => {
      const validate = validator();
      for (const [what, row] of dirtyRows) {
        const read = readService(row, context);
        if (read.kind === 'accepted') expect(validate(read.row), `${what}: ${JSON.stringify(validate.errors)}`).to.equal(true);
      }
    });

    it('is valid and read from every service of the published feeds; nothing else in them is taken', () => {
      const validate = validator();
      const files = ['feed-default', 'feed-warn'].flatMap(feed => readdirSync(`${shared}/${feed}`).map(file => `${feed}/${file}`));
      const taken = files.flatMap(file => {
        const json = JSON.parse(readFileSync(`${shared}/${file}`, 'utf8')) as JsonObject;
        const rows = Array.isArray(json['contents']) ? (json['contents'] as unknown[]) : [json];
        return rows.flatMap(row => {
          const read = readService(row, context);
          if (read.kind === 'refused') return [];
          expect(validate(read.row), `${file}: ${JSON.stringify(validate.errors)}`).to.equal(true);
          expect(read.service).to.include({ name: 'Community Counselling', hidden: false });
          return [file];
        });
      });
      const kinds = ['service_at_location_full', 'service_at_location_list', 'service_full', 'service_list'];
      expect(taken).to.have.members(['feed-default', 'feed-warn'].flatMap(feed => kinds.map(kind => `${feed}/${kind}.json`)));
    });

    it('is read to the same row and service again', () => {
      const { row, service } = accept(JSON.parse(readFileSync(`${shared}/feed-default/service_full.json`, 'utf8')));
      expect(accept(row)).to.deep.include({ row, service });
    });
  });
});
