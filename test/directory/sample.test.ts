// The sample directory: enough of everything to try the product with, plainly invented, and nothing in it that could reach a real person.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { compileNeedMap } from '../../src/directory/read/map-needs.js';
import { readService } from '../../src/directory/read/read-service.js';
import type { FeedIssue } from '../../src/directory/read/feed-issue.js';
import { providerKinds, venueKinds, type Service } from '../../src/directory/service.js';

const folder = 'directory/sample';
const today = '2026-11-23';
const term = z.looseObject({ id: z.uuid(), name: z.string(), term_uri: z.url(), taxonomy: z.string() });
const attributes = z.array(z.looseObject({ link_type: z.string(), taxonomy_term: term })).default([]);
const address = z.looseObject({ postal_code: z.string() });
const location = z.looseObject({
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  addresses: z.array(address).default([]),
  attributes,
});
const rowSchema = z.looseObject({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  url: z.url(),
  email: z.email(),
  assurer_email: z.email(),
  phones: z.array(z.looseObject({ number: z.string() })).min(1),
  service_at_locations: z.array(z.looseObject({ location })).default([]),
  attributes,
  organization: z.looseObject({ name: z.string(), email: z.email(), website: z.url(), attributes }),
});
type Row = z.infer<typeof rowSchema>;
const page = z.strictObject({
  total_items: z.number(),
  total_pages: z.number(),
  page_number: z.number(),
  size: z.number(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(z.unknown()),
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const map = compileNeedMap(readJson('directory/needs.json'));
const pages = readdirSync(folder)
  .filter(name => name.startsWith('services-'))
  .sort()
  .map(name => page.parse(readJson(`${folder}/${name}`)));
const rows = pages.flatMap(({ contents }) => contents.map(each => rowSchema.parse(each)));
const results = rows.map(row => ({ row, result: readService(row, { needs: map, today }) }));
const services = results.flatMap(({ result }) => (result.kind === 'accepted' ? [result.service] : []));

function count(test: (service: Service) => boolean): number {
  return services.filter(test).length;
}

function termsOf(row: Row): readonly string[] {
  return row.attributes.map(({ taxonomy_term: { term_uri } }) => term_uri.replace(/^.*\/terms\//u, ''));
}

describe('the sample directory', () => {
  it('is 130 services and more, in numbered pages of 50', () => {
    expect(rows).to.have.length.of.at.least(130);
    expect(pages.map(({ page_number }) => page_number)).to.deep.equal(pages.map((_, place) => place + 1));
    for (const { total_items, total_pages, size, contents, page_number, first_page, last_page } of pages) {
      expect([total_items, total_pages, size]).to.deep.equal([rows.length, pages.length, contents.length]);
      expect([first_page, last_page]).to.deep.equal([page_number === 1, page_number === pages.length]);
      expect(contents).to.have.length.within(1, 50);
    }
  });

  it('is read without one service refused, and warns of nothing but what it shows on purpose', () => {
    const issues = results.flatMap(({ result }): readonly FeedIssue[] => result.issues);
    expect(services).to.have.lengthOf(rows.length);
    expect(issues.map(({ code }) => code)).to.include.members(['no-location', 'schedule-over']);
    expect(new Set(issues.map(({ code }) => code))).to.have.property('size', 2);
  });

  for (const need of needKeys) {
    it(`has five services and more for ${need}`, () => {
      expect(count(({ needs }) => needs.includes(need))).to.be.at.least(5);
    });
  }

  it('has every kind of provider, small local charities most of all', () => {
    const counts = providerKinds.map(kind => count(({ provider }) => provider.kind === kind));
    expect(Math.min(...counts.slice(0, -1))).to.be.at.least(5);
    expect(count(({ provider }) => provider.kind === 'small-charity')).to.be.above(services.length / 2);
  });

  it('has every kind of venue', () => {
    for (const kind of venueKinds)
      expect(
        count(({ places }) => places.some(({ venue }) => venue === kind)),
        kind,
      ).to.be.at.least(3);
  });

  it('has what practices asked for by name', () => {
    for (const wanted of [
      'help/walking-group',
      'help/employment-support',
      'help/housing-advice',
      'help/debt-advice',
      'help/memory-clinic',
      'help/memory-cafe',
      'help/stop-smoking',
      'help/food-bank',
      'help/warm-space',
      'help/esol',
      'help/refuge',
    ]) {
      expect(rows.filter(row => termsOf(row).includes(wanted)).length, wanted).to.be.at.least(2);
    }
    const inFireStations = results.filter(({ result }) => result.kind === 'accepted' && result.service.places[0]?.venue === 'fire-station');
    expect(inFireStations.filter(({ row }) => termsOf(row).includes('help/youth-mental-health'))).to.have.length.of.at.least(2);
  });

  it('has services that wait, are closed, cost, have age limits, speak languages, are used from home, are stale', () => {
    expect(count(({ capacity }) => capacity?.state === 'waiting' && capacity.weeks !== undefined)).to.be.at.least(10);
    expect(count(({ capacity }) => capacity?.state === 'closed')).to.be.at.least(2);
    for (const cost of ['free', 'some', 'paid'] as const)
      expect(
        count(each => each.cost === cost),
        cost,
      ).to.be.at.least(10);
    expect(count(({ cost }) => cost === undefined)).to.be.at.least(3);
    expect(count(({ maximumAge }) => maximumAge !== undefined)).to.be.at.least(10);
    expect(count(({ minimumAge }) => minimumAge !== undefined && minimumAge >= 50)).to.be.at.least(10);
    expect(new Set(services.flatMap(({ languages }) => languages)))
      .to.have.property('size')
      .at.least(20);
    expect(count(({ languages }) => languages.includes('bfi'))).to.be.at.least(2);
    expect(count(({ remote }) => remote)).to.be.at.least(10);
    expect(count(({ assured }) => assured !== undefined && assured < '2024-11-23')).to.be.at.least(5);
    expect(count(({ lastModified }) => lastModified !== undefined && lastModified >= '2026')).to.be.above(services.length * 0.9);
  });

  it('has places with and without steps, schedules, and areas by borough and by outward code', () => {
    const places = services.flatMap(each => each.places);
    expect(places.filter(({ access }) => access.includes('step-free')).length).to.be.above(places.length / 2);
    expect(places.filter(({ access }) => !access.includes('step-free'))).to.have.length.of.at.least(8);
    expect(places.filter(({ access }) => access.includes('hearing-loop'))).to.have.length.of.at.least(20);
    expect(count(({ schedules, places: at }) => schedules.length > 0 || at.some(each => each.schedules.length > 0))).to.be.at.least(130);
    for (const area of ['Tower Hamlets', 'Newham', 'Hackney', 'Southwark']) {
      expect(
        count(({ areas }) => areas.includes(area)),
        area,
      ).to.be.at.least(15);
    }
    expect(count(({ areas }) => areas.some(area => /^[A-Z]{1,2}\d/u.test(area)))).to.be.at.least(15);
  });

  it('names nothing twice', () => {
    expect(new Set(rows.map(({ id }) => id))).to.have.property('size', rows.length);
    expect(new Set(rows.map(({ name }) => name.toLowerCase()))).to.have.property('size', rows.length);
    expect(new Set(rows.map(({ description }) => description))).to.have.property('size', rows.length);
  });

  it('reaches nobody real: drama numbers, example.org addresses, a form of postcode of its own', () => {
    for (const row of rows) {
      for (const { number } of row.phones) expect(number, row.name).to.match(/^020 7946 0\d{3}$/u);
      for (const url of [row.url, row.organization.website]) expect(new URL(url).hostname, row.name).to.match(/\.example\.org$/u);
      for (const email of [row.email, row.assurer_email, row.organization.email]) expect(email, row.name).to.match(/\.example\.org$/u);
      for (const { location: at } of row.service_at_locations) {
        for (const { postal_code } of at.addresses) expect(postal_code, row.name).to.match(/^(?:E|N|SE)\d{1,2}W? \dZ[ABD-HJLNP-UW-Z]$/u);
      }
    }
    const numbers = rows.flatMap(({ phones }) => phones.map(({ number }) => number));
    expect(new Set(numbers)).to.have.property('size', numbers.length);
  });

  it('says of every provider that it is invented', () => {
    for (const { organization } of rows) {
      expect(
        organization.attributes.map(({ taxonomy_term: { name } }) => name),
        organization.name,
      ).to.include('Invented sample');
    }
  });

  it('lies in the four boroughs', () => {
    const located = rows.flatMap(row => row.service_at_locations.map(({ location: at }) => at)).filter(at => at.addresses.length > 0);
    expect(located).to.have.length.of.at.least(130);
    for (const { latitude, longitude, addresses } of located) {
      expect(latitude, addresses[0]?.postal_code).to.be.within(51.42, 51.58);
      expect(longitude, addresses[0]?.postal_code).to.be.within(-0.11, 0.08);
    }
  });

  it('gives no address of a refuge', () => {
    const refuges = results.filter(({ row }) => termsOf(row).includes('help/refuge'));
    expect(refuges).to.have.lengthOf(2);
    for (const { row, result } of refuges) {
      expect(result.kind === 'accepted' && result.service.hidden, row.name).to.equal(true);
      expect(row.service_at_locations, row.name).to.deep.equal([]);
      expect(JSON.stringify(row)).to.not.match(/postal_code|address_1|latitude|\b(?:SE|E|N)\d{1,2} \d[A-Z]{2}\b/u);
      expect(row.description).to.include('address is confidential');
    }
    expect(count(({ hidden }) => hidden)).to.equal(2);
  });

  it('keeps each of its terms in taxonomy_terms.json, as it uses it', () => {
    const kept = page.parse(readJson(`${folder}/taxonomy_terms.json`)).contents.map(each => term.parse(each));
    const used = rows.flatMap(row =>
      [row, row.organization, ...row.service_at_locations.map(({ location: at }) => at)].flatMap(each => each.attributes),
    );
    const byId = new Map(kept.map(each => [each.id, each]));
    for (const { taxonomy_term } of used) expect(byId.get(taxonomy_term.id)).to.deep.equal(taxonomy_term);
    expect(new Set(used.map(({ taxonomy_term: { id } }) => id))).to.have.property('size', kept.length);
  });
});
