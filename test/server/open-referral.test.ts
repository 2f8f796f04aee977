// Our own feed, over HTTP from a real server: what was imported can be read by others, and by ourselves, and is valid.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { loadFeedContext } from '../../src/directory-import/feed-context.js';
import { readShippedCodes } from '../../src/directory-import/keep-directory.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import type { Places } from '../../src/directory/places/places.js';
import { importDirectory, type ImportOutcome } from '../../src/directory-import/import-directory.js';
import { readHere } from '../../src/directory-import/read-row.js';
import { openSource } from '../../src/directory-import/open-source.js';
import { readService } from '../../src/directory/read/read-service.js';
import { createOpenReferralFeed } from '../../src/server/open-referral-feed.js';
import { registerOpenReferral } from '../../src/server/register-open-referral.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/ports.js';
import { ringOf } from '../support/key-ring.js';
import { startTestServer, type TestServer } from './start-test-server.js';

interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly size: number;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Readonly<Record<string, unknown>>[];
}

const profile = resolve('../shared/data/directory/uk-profile/service.json');

describe('the open feed', () => {
  let folder: string;
  let store: Store;
  let server: TestServer;
  let taken = 0;
  let places: Places | undefined;
  // safe: the feed asks a directory for its places only
  const directory = (): LocalDirectory | undefined => places && ({ places } as LocalDirectory);

  const importFrom = async (place: string, id: string, into = store): Promise<ImportOutcome> => {
    const context = await loadFeedContext('directory', '2026-12-31');
    const read = (row: unknown): ReturnType<typeof readService> => readService(row, context);
    const source = await openSource(place, { wait: () => Promise.resolve() });
    return importDirectory({
      source,
      store: into.directory,
      reader: readHere(read),
      id,
      at: '2026-03-02T10:00:00.000Z',
      acceptSmaller: true,
    });
  };
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${server.url}/open-referral${path}`, { headers });
  // safe: the server's own answers, looked at by the tests
  const page = async (path: string): Promise<Page> => (await (await get(path)).json()) as Page;
  const one = async (path: string): Promise<Page['contents'][number]> => (await (await get(path)).json()) as Page['contents'][number];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-feed-'));
    store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date() });
    const limiter = { take: () => (taken += 1) <= 3 };
    server = await startTestServer({
      trustProxy: true,
      register: bare => {
        registerOpenReferral(bare, createOpenReferralFeed(store.directory), limiter, directory);
      },
    });
  });
  after(async () => {
    await server.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what it is, and is empty before the first import', async () => {
    expect(await one('/')).to.include({ version: 'HSDS-UK-3.0' });
    expect(await page('/services')).to.deep.include({ total_items: 0, total_pages: 0, empty: true, last_page: true, contents: [] });
    expect((await get('/services/none')).status).to.equal(404);
    expect((await get('/services')).headers.get('etag')).to.equal(null);
  });

  describe('of the sample', () => {
    before(async () => {
      expect((await importFrom('directory/sample', 'v1')).kind).to.equal('published');
    });

    it('gives every service once, in pages of at most a hundred', async () => {
      const first = await page('/services?per_page=5000');
      expect([first.size, first.last_page]).to.deep.equal([100, false]);
      expect((await page('/services')).size).to.equal(50);
      const ids: unknown[] = [];
      for (let number = 1; number <= Math.ceil(first.total_items / 30); number += 1) {
        ids.push(...(await page(`/services?per_page=30&page=${String(number)}`)).contents.map(({ id }) => id));
      }
      expect(new Set(ids).size).to.equal(first.total_items);
      expect(ids).to.have.length(first.total_items);
      expect(await page('/services?page=9999')).to.include({ empty: true, size: 0 });
    });

    it('gives one service whole, by its id', async () => {
      const [first] = (await page('/services?per_page=1&page=17')).contents;
      expect(await one(`/services/${String(first?.['id'])}`)).to.deep.equal(first);
      expect(first).to.include.keys('organization', 'status', 'name');
    });

    it('gives every service at a location with its service, in a list and one by one', async () => {
      const list = await page('/service_at_locations?per_page=100');
      expect(list.size).to.equal(100);
      const [some] = list.contents.slice(42);
      expect(some).to.include.keys('id', 'location', 'service');
      expect(some?.['service']).not.to.have.property('service_at_locations');
      expect(await one(`/service_at_locations/${String(some?.['id'])}`)).to.deep.equal(some);
      expect((await get('/service_at_locations/none')).status).to.equal(404);
      const last = await page(`/service_at_locations?per_page=100&page=${String(list.total_pages)}`);
      expect(last.size).to.equal(list.total_items - 100 * (list.total_pages - 1));
    });

    it('gives taxonomies and terms, and finds services by them', async () => {
      const terms = await page('/taxonomy_terms?per_page=100');
      const [term] = terms.contents;
      expect(await one(`/taxonomy_terms/${String(term?.['id'])}`)).to.deep.equal(term);
      const found = await page(`/services?taxonomy_term_id=${String(term?.['id'])}`);
      expect(found.size).to.be.greaterThan(0);
      for (const service of found.contents) expect(JSON.stringify(service['attributes'])).to.include(String(term?.['id']));
      const taxonomies = await page('/taxonomies');
      expect(taxonomies.size).to.be.greaterThan(0);
      const [taxonomy] = taxonomies.contents;
      expect(taxonomy).to.include.keys('id', 'name');
      expect((await page(`/services?taxonomy_id=${String(taxonomy?.['id'])}`)).size).to.be.greaterThan(0);
      expect((await page('/services?taxonomy_id=none')).size).to.equal(0);
    });

    it('finds services by words, whatever their capitals and accents, and by when they changed', async () => {
      const [first] = (await page('/services?per_page=1')).contents;
      const name = String(first?.['name']);
      expect((await page(`/services?search=${encodeURIComponent(name.toUpperCase())}`)).contents.map(({ id }) => id)).to.include(
        first?.['id'],
      );
      expect((await page('/services?search=xyzzy')).empty).to.equal(true);
      const all = (await page('/services')).total_items;
      expect((await page('/services?modified_after=1999-01-01')).total_items).to.equal(all);
      expect((await page('/services?modified_after=2999-01-01')).total_items).to.equal(0);
    });

    it('names a parameter it cannot read', async () => {
      for (const [query, parameter] of [
        ['page=0', 'page'],
        ['page=x', 'page'],
        ['per_page=-1', 'per_page'],
        ['modified_after=yesterday', 'modified_after'],
        ['minimum_age=old', 'minimum_age'],
        ['age=151', 'age'],
        ['day=someday', 'day'],
        ['day=m', 'day'],
        ['start_time=25:00', 'start_time'],
        ['end_time=noon', 'end_time'],
        ['postcode=nowhere', 'postcode'],
        ['proximity=-1', 'proximity'],
        ['proximity=500', 'postcode'],
      ] as const) {
        const response = await get(`/services?${query}`);
        expect(response.status, query).to.equal(400);
        expect(await response.json()).to.deep.equal({ error: { code: 'wrong-parameter', parameter } });
      }
      expect((await get('/services?page=&per_page=')).status).to.equal(200);
    });

    it('finds services by age, by day and time, and by where they are, as the UK profile has it', async () => {
      places = await readShippedCodes('directory');
      const all = (await page('/services')).total_items;
      const found = async (query: string, list = 'services'): Promise<Page> => page(`/${list}?per_page=100&${query}`);
      for (const { minimum_age: from } of (await found('minimum_age=50')).contents) expect(from).to.be.at.least(50);
      for (const { maximum_age: to } of (await found('maximum_age=25')).contents) expect(to).to.be.at.most(25);
      const [young, old] = [await found('age=12'), await found('age=70')];
      expect([young.empty, old.empty]).to.deep.equal([false, false]);
      expect(young.contents.every(({ minimum_age: from }) => from === undefined || Number(from) <= 12)).to.equal(true);
      const tuesdays = await found('day=Tuesday&start_time=09:00&end_time=13:00:00');
      expect(tuesdays.total_items).to.be.within(1, all - 1);
      expect((await found('day=tu')).total_items).to.be.greaterThan(tuesdays.total_items);
      for (const service of tuesdays.contents) expect(JSON.stringify(service)).to.include('TU');
      const [near, nearer] = [await found('postcode=E1 6AN&proximity=4000'), await found('postcode=E1&proximity=1500')];
      expect(near.total_items).to.be.greaterThan(nearer.total_items);
      expect(nearer.total_items).to.be.greaterThan(0);
      const spots = await found('postcode=E1&proximity=1500', 'service_at_locations');
      expect(spots.total_items).to.be.at.least(nearer.total_items);
      const served = (await found('postcode=E1')).total_items;
      expect(served).to.be.within(1, all - 1);
      expect((await found('text=xyzzy')).empty).to.equal(true);
      expect((await found('nobody_knows=this&proximity=')).total_items).to.equal(all);
    });

    it('may be read from any page, and kept until another version is in force', async () => {
      const response = await get('/services');
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
      expect(response.headers.get('cache-control')).to.equal('public, max-age=300');
      const tag = response.headers.get('etag') ?? '';
      expect((await get('/services', { 'If-None-Match': tag })).status).to.equal(304);
      expect((await get('/services', { 'If-None-Match': 'W/"another"' })).status).to.equal(200);
      expect((await get('/services/none')).headers.get('access-control-allow-origin')).to.equal('*');
    });

    it('is read too fast by nobody but this machine', async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 4; n += 1) statuses.push((await get('/taxonomies', { 'X-Forwarded-For': '203.0.113.9' })).status);
      expect(statuses).to.deep.equal([200, 200, 200, 429]);
    });

    it('can be imported again, and is the same', async () => {
      const other = await openEmbeddedStore({ folder: join(folder, 'other'), keys: ringOf(), clock: () => new Date() });
      const outcome = await importFrom(`${server.url}/open-referral`, 'copy', other);
      expect(outcome.report).to.include({ accepted: (await page('/services')).total_items, refused: 0, duplicates: 0 });
      expect(outcome.report.notices).to.deep.equal([]);
      await other.close();
    });

    it('serves another version as soon as it is in force', async () => {
      const [tag, file] = [(await get('/services')).headers.get('etag'), join(folder, 'one.json')];
      await writeFile(file, JSON.stringify({ id: 'only', name: 'The only one', status: 'active' }));
      expect((await importFrom(file, 'v2')).kind).to.equal('published');
      expect((await page('/services')).contents.map(({ name }) => name)).to.deep.equal(['The only one']);
      expect((await get('/services')).headers.get('etag')).not.to.equal(tag);
      await store.directory.use('v1');
      expect((await page('/services')).total_items).to.be.greaterThan(100);
    });
  });

  it('is valid against the UK profile, whatever was imported', async function () {
    if (!existsSync(profile)) {
      console.log('      skipped: ../shared/data is not here');
      this.skip();
    }
    // safe: a JSON schema is an object
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(profile, 'utf8')) as object);
    for (const place of ['directory/sample', '../shared/data/directory/feed-default', '../shared/data/directory/feed-warn']) {
      expect((await importFrom(place, `p${String(Math.abs(place.length))}-${place.slice(-4)}`)).kind, place).to.equal('published');
      const { contents } = await page('/services?per_page=100');
      expect(contents.length, place).to.be.greaterThan(0);
      for (const service of contents) expect(validate(service), `${place}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).to.equal(true);
    }
  });
});
