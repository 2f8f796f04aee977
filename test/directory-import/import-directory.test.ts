// Importing a feed, on both stores: what is taken, and above all what never replaces a directory that is in force.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { importDirectory, type ImportOptions, type ImportOutcome } from '../../src/directory-import/import-directory.js';
import { loadDirectory } from '../../src/directory-import/load-directory.js';
import { createApiSource } from '../../src/directory-import/read-api.js';
import { readHere } from '../../src/directory-import/read-row.js';
import type { FeedRow, FeedSource } from '../../src/directory-import/feed-source.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/ports.js';
import { openRedisStore } from '../../src/storage/redis/open-redis-store.js';
import { aFeedService, feedServices, sendJson, startFeed, type FeedServer } from '../support/feed-server.js';
import { ringOf } from '../support/key-ring.js';
import { readPlainly } from '../support/read-plainly.js';
import { startRedis, type RedisServer } from '../support/redis-server.js';

const clock = (): Date => new Date();

/** A source out of the test's own hands. */
function sourceOf(rows: readonly unknown[], over: Partial<FeedSource> = {}): FeedSource {
  const each = async function* (): AsyncGenerator<FeedRow> {
    for (const row of rows) yield { row };
    await Promise.resolve();
  };
  return { name: 'a file', gives: 'whole', rows: each, ...over };
}

interface Place {
  readonly open: () => Promise<Store>;
  readonly clean: () => Promise<void>;
}

function describeImport(name: string, place: () => Place): void {
  describe(`importing a feed into ${name}`, () => {
    let store: Store;
    let feed: FeedServer;
    let number = 0;

    beforeEach(async () => {
      store = await place().open();
      feed = await startFeed(feedServices(25));
    });
    afterEach(async () => {
      await feed.stop();
      await store.close();
      await place().clean();
    });

    const run = (over: Partial<ImportOptions> = {}): Promise<ImportOutcome> => {
      number += 1;
      const source = createApiSource(feed.url, { wait: () => Promise.resolve(), timeoutMs: 2_000 });
      const at = new Date(Date.UTC(2026, 2, 2, 10, number)).toISOString();
      return importDirectory({ source, store: store.directory, reader: readHere(readPlainly), id: `v${String(number)}`, at, ...over });
    };
    const names = async (): Promise<readonly string[]> => {
      const read: string[] = [];
      for await (const service of (await loadDirectory(store.directory))?.services ?? []) read.push(service.name);
      return read;
    };
    const rowsInForce = async (): Promise<number> => {
      const version = await store.directory.current();
      return version?.services ?? 0;
    };
    /** An import failed and left nothing: neither in force nor lying about. */
    const expectKept = async (outcome: ImportOutcome, why: string): Promise<void> => {
      expect(outcome).to.include({ kind: 'kept', why });
      expect(await rowsInForce()).to.equal(25);
      const left: Buffer[] = [];
      for await (const chunk of store.directory.chunks(`v${String(number)}`, 'rows')) left.push(chunk);
      expect(left).to.deep.equal([]);
    };

    it('is never mixed with invented services, and is put first only where nothing is in force', async () => {
      expect((await run({ source: sourceOf([aFeedService('a')], { name: 'sample' }), sample: true, onlyFirst: true })).kind).to.equal(
        'published',
      );
      const mixed = await run({ source: sourceOf([aFeedService('b')]), changedOnly: true });
      expect(mixed).to.include({ kind: 'kept', why: 'other-source' });
      expect((await run({ source: sourceOf([aFeedService('b')]) })).kind).to.equal('published');
      const late = await run({ source: sourceOf([aFeedService('a')]), sample: true, onlyFirst: true });
      expect(late).to.include({ kind: 'kept', why: 'late' });
      expect(await names()).to.deep.equal(['Service b']);
    });

    it('can be ended, and then leaves nothing behind', async () => {
      const outcome = await run({ signal: AbortSignal.abort() });
      expect(outcome.kind === 'kept' && outcome.fault?.code).to.equal('import-ended');
      expect(await store.directory.current()).to.equal(undefined);
    });

    it('remembers when the whole feed was imported last', async () => {
      await run();
      const whole = (await store.directory.current())?.at;
      feed.services = [...feed.services, aFeedService('new', { last_modified: '2027-01-01T00:00:00Z' })];
      for (const id of ['x', 'y']) {
        feed.services = [...feed.services, aFeedService(id, { last_modified: '2027-01-01T00:00:00Z' })];
        expect((await run({ changedOnly: true })).kind).to.equal('published');
        expect((await store.directory.current())?.wholeAt).to.equal(whole);
      }
    });

    it('puts every page in force at once, and says so', async () => {
      const outcome = await run();
      expect(outcome).to.include({ kind: 'published' });
      expect(outcome.report).to.include({ rows: 25, accepted: 25, warned: 0, refused: 0, duplicates: 0, ended: 0 });
      expect(outcome.report.notices).to.deep.equal([]);
      expect(await store.directory.current()).to.include({ services: 25, source: feed.url });
      expect((await names()).slice(0, 2)).to.deep.equal(['Service s1', 'Service s2']);
    });

    it('takes what is good and tells of the rest, row by row', async () => {
      feed.services = [...feedServices(22), { id: 'n', status: 'active' }, { name: 'x' }, aFeedService('w', { name: 'odd' })];
      const { report } = await run();
      expect(report).to.include({ rows: 25, accepted: 23, warned: 1, refused: 2 });
      expect(report.byCode['no-name']).to.deep.equal({ severity: 'refused', count: 1, rows: [{ row: 23, id: 'n' }] });
      expect(report.byCode['no-id']).to.deep.equal({ severity: 'refused', count: 1, rows: [{ row: 24 }] });
      expect(report.byCode['html-in-text']?.rows).to.deep.equal([{ row: 25, id: 'w', field: 'name', found: 'odd' }]);
      expect(report.unmappedTerms).to.deep.equal([
        { term: 'Knitting', count: 1 },
        { term: 'Chess', count: 1 },
      ]);
    });

    it('shows the first twenty rows of a fault and counts them all', async () => {
      const rows = Array.from({ length: 60 }, (_, n) => ({ id: `x${String(n)}`, status: 'active' }));
      const { report } = await run({ source: sourceOf([...rows, ...feedServices(3)]) });
      expect(report.byCode['no-name']?.count).to.equal(60);
      expect(report.byCode['no-name']?.rows).to.have.length(20);
    });

    it('keeps the old directory when the feed is cut in half', async () => {
      await run();
      feed.misbehave = (address, response) => {
        if (address.searchParams.get('page') !== '2') return false;
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"contents":[{"id":"s11"');
        response.destroy();
        return true;
      };
      const outcome = await run();
      await expectKept(outcome, 'failed');
      expect(outcome.kind === 'kept' && outcome.fault?.code).to.equal('feed-unreachable');
      expect(await names()).to.have.length(25);
    });

    it('keeps the old directory when a page of the feed is gone, or is no list', async () => {
      await run();
      for (const [status, body] of [
        [404, {}],
        [200, { message: 'maintenance' }],
      ] as const) {
        // prettier-ignore
        feed.misbehave = (address, response) => {
          if (address.searchParams.get('page') !== '2') return false;
          sendJson(response, body, status);
          return true;
        };
        await expectKept(await run(), 'failed');
      }
    });

    it('keeps the old directory when the feed is emptied', async () => {
      await run();
      feed.services = [];
      await expectKept(await run(), 'nothing-accepted');
      expect((await run({ acceptSmaller: true })).kind).to.equal('kept');
    });

    it('keeps the old directory when fewer than half of its services are left, unless told to accept that', async () => {
      await run();
      feed.services = feedServices(12);
      const outcome = await run();
      await expectKept(outcome, 'smaller');
      expect(outcome).to.include({ services: 12 });
      expect((await run({ acceptSmaller: true })).kind).to.equal('published');
      expect(await rowsInForce()).to.equal(12);
    });

    it('lets any feed replace a sample', async () => {
      await run({ sample: true });
      expect((await store.directory.current())?.sample).to.equal(true);
      feed.services = feedServices(2);
      expect((await run()).kind).to.equal('published');
      expect((await store.directory.current())?.sample).to.equal(undefined);
    });

    it('clears up after a fault of the program, and lets it be seen', async () => {
      await run();
      const read = (): never => {
        throw new TypeError('a slip');
      };
      const fault: unknown = await run({ reader: readHere(read) }).catch((thrown: unknown) => thrown);
      expect(fault).to.be.instanceOf(TypeError);
      expect(await rowsInForce()).to.equal(25);
    });

    it('lets the newer of two with one id win, wherever it stands, and on equal dates the one that says more', async () => {
      const many = feedServices(1_200);
      const last = aFeedService('s3', { name: 'newer', last_modified: '2026-02-01T00:00:00Z' });
      const older = aFeedService('s4', { name: 'older', last_modified: '2025-01-01T00:00:00Z' });
      const fuller = aFeedService('s1199', { name: 'fuller', url: 'https://example.org' });
      const { report } = await run({ source: sourceOf([...many, last, older, fuller]) });
      expect(report).to.include({ rows: 1_203, accepted: 1_200, duplicates: 3 });
      expect(report.byCode['duplicate']?.rows[0]).to.deep.equal({ row: 1_201, id: 's3', field: 'id', found: 's3' });
      const read = await names();
      expect([read[2], read[3], read[1_198], read.length]).to.deep.equal(['newer', 'Service s4', 'fuller', 1_200]);
    });

    it('puts thousands of replaced services into chunks written long ago', async () => {
      const again = feedServices(2_100, { name: 'again', last_modified: '2026-02-01T00:00:00Z' });
      const { report } = await run({ source: sourceOf([...feedServices(2_100), ...again]) });
      expect(report).to.include({ accepted: 2_100, duplicates: 2_100 });
      expect(new Set(await names())).to.deep.equal(new Set(['again']));
    });

    it('refuses a row that is endless', async () => {
      const { report } = await run({ source: sourceOf([aFeedService('long', { description: 'x'.repeat(300_000) }), aFeedService('s')]) });
      expect(report).to.include({ accepted: 1, refused: 1 });
      expect(report.byCode['too-long']?.rows).to.deep.equal([{ row: 1, id: 'long' }]);
    });

    it('tells how far it is every thousand rows', async () => {
      const told: unknown[] = [];
      await run({ source: sourceOf([...feedServices(2_500), 1]), progress: counts => told.push(counts) });
      expect(told).to.deep.equal([
        { rows: 1_000, accepted: 1_000, refused: 0 },
        { rows: 2_000, accepted: 2_000, refused: 0 },
      ]);
    });

    describe('changed-only', () => {
      it('asks for what changed, replaces by id, takes out what ended and keeps the rest', async () => {
        await run();
        const later = { last_modified: '2026-04-01T00:00:00Z' };
        feed.services = [
          ...feedServices(25).slice(3),
          aFeedService('s1', { ...later, name: 'changed' }),
          aFeedService('s2', { ...later, status: 'defunct' }),
          aFeedService('s3', { ...later, name: undefined }),
          aFeedService('new', later),
        ];
        const outcome = await run({ changedOnly: true });
        expect(outcome.kind).to.equal('published');
        expect(outcome.report).to.include({ rows: 4, accepted: 2, refused: 1, ended: 1 });
        expect(feed.asked.at(-1)).to.include('modified_after=2026-03-02T09');
        const read = await names();
        expect(read).to.have.length(25);
        expect(read).to.include.members(['changed', 'Service new', 'Service s3']).and.not.include.members(['Service s1']);
        expect(read).not.to.include('Service s2');
      });

      it('says so when nothing changed, and puts nothing new in force', async () => {
        await run();
        await expectKept(await run({ changedOnly: true }), 'unchanged');
      });

      it('reads the whole feed where nothing is in force', async () => {
        const outcome = await run({ changedOnly: true });
        expect(outcome.kind).to.equal('published');
        expect(outcome.report.accepted).to.equal(25);
        expect(feed.asked[0]).not.to.include('modified_after');
      });

      it('never mixes two feeds', async () => {
        await run({ source: sourceOf(feedServices(25)) });
        await expectKept(await run({ changedOnly: true }), 'other-source');
        const patch = sourceOf([aFeedService('s1', { status: 'inactive' }), aFeedService('s2', { name: 'patched' })], { name: 'patch' });
        expect((await run({ changedOnly: true, source: patch })).kind).to.equal('published');
        expect(await names())
          .to.have.length(24)
          .and.include('patched');
      });

      it('keeps the old directory where the changes would empty it', async () => {
        await run({ source: sourceOf(feedServices(25)) });
        const patch = sourceOf(feedServices(20, { status: 'inactive' }), { name: 'patch' });
        await expectKept(await run({ changedOnly: true, source: patch }), 'smaller');
      });
    });

    it('goes back to the version before', async () => {
      await run();
      feed.services = feedServices(30, { name: 'wrong' });
      await run();
      const [, old] = await store.directory.versions();
      expect(await store.directory.use(old?.id ?? '')).to.equal(true);
      expect(await names())
        .to.have.length(25)
        .and.include('Service s1');
    });
  });
}

describe('the import of a directory', () => {
  describe('embedded', () => {
    let folder: string;
    describeImport('lmdb', () => ({
      open: async () => {
        folder = await mkdtemp(join(tmpdir(), 'waymark-import-'));
        return openEmbeddedStore({ folder, keys: ringOf(), clock });
      },
      clean: () => rm(folder, { recursive: true, force: true }),
    }));
  });

  describe('Redis', () => {
    let server: RedisServer;
    before(async () => {
      server = await startRedis();
    });
    after(() => server.stop());
    describeImport('Redis', () => ({
      open: () => openRedisStore({ url: server.url, keys: ringOf(), clock }),
      clean: () => Promise.resolve(void server.cli('flushall')),
    }));

    it('keeps the old directory when the store goes away during an import', async () => {
      const store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      const options = { store: store.directory, reader: readHere(readPlainly), at: '2026-03-02T10:00:00.000Z' };
      await importDirectory({ ...options, source: sourceOf(feedServices(600)), id: 'a' });
      const breaking = async function* (): AsyncGenerator<FeedRow> {
        for (const row of feedServices(600)) yield { row };
        await server.kill();
      };
      const outcome = await importDirectory({ ...options, source: sourceOf([], { rows: breaking }), id: 'b' });
      expect(outcome).to.include({ kind: 'kept', why: 'failed' });
      await server.restart();
      const again = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      expect((await again.directory.current())?.id).to.equal('a');
      await Promise.all([store.close(), again.close()]);
      server.cli('flushall');
    });
  });
});
