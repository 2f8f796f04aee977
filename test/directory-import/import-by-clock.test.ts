// A feed imported by the clock: by one of several servers, what changed or the whole, and never to the harm of what is in force.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { setTimeout } from 'node:timers/promises';
import { createImportByClock, type ImportByClock, type ImportByClockParts } from '../../src/directory-import/import-by-clock.js';
import type { StoreLogger } from '../../src/storage/ports.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';
import { aFeedService, feedServices, startFeed, type FeedServer } from '../support/feed-server.js';

const hour = 3_600_000;

describe('importing by the clock', () => {
  let kept: TemporaryStore;
  let feed: FeedServer;
  let ends: string[];
  let looks: (() => void)[];
  let made: ImportByClock[];
  let faults: object[];
  beforeEach(async () => {
    [kept, feed] = [await temporaryStore(), await startFeed(feedServices(6))];
    [ends, looks, made, faults] = [[], [], [], []];
  });
  afterEach(async () => {
    for (const one of made) await one.stop();
    await feed.stop();
    await kept.remove();
  });

  const quiet = (): void => undefined;
  const logger: StoreLogger = { info: quiet, warn: quiet, error: fields => void faults.push(fields) };
  const start = (over: Partial<ImportByClockParts> = {}): ImportByClock => {
    const one = createImportByClock({
      feed: { place: feed.url, everyHours: 24 },
      store: kept.store.directory,
      folder: 'directory',
      clock: kept.clock,
      logger,
      observer: end => void ends.push(end),
      published: () => Promise.resolve(),
      every: (_, look) => {
        looks.push(look);
        return quiet;
      },
      ...over,
    });
    made.push(one);
    one.start();
    return one;
  };
  const until = async (count: number): Promise<void> => {
    for (let tries = 0; tries < 300 && ends.length < count; tries += 1) await setTimeout(10);
    await setTimeout(30);
    expect(ends).to.have.length(count);
  };
  const lookAll = (): void => {
    for (const look of looks) look();
  };
  /** What the first page was asked with, of each import. */
  const firstPages = (): readonly string[] => feed.asked.filter(path => path.includes('page=1&'));
  const current = () => kept.store.directory.current();

  it('imports at the start, then when it is time, by one server of several', async () => {
    start();
    start();
    await until(1);
    lookAll();
    kept.clock.forward(23 * hour);
    lookAll();
    await until(1);
    kept.clock.forward(1.1 * hour);
    lookAll();
    await until(2);
    expect(ends).to.deep.equal(['published', 'unchanged']);
    expect((await current())?.services).to.equal(6);
  });

  it('asks for what changed, and once a week for everything', async () => {
    start();
    await until(1);
    feed.services = [...feed.services, aFeedService('new', { last_modified: '2027-01-01T00:00:00Z' })];
    for (let day = 1; day <= 8; day += 1) {
      kept.clock.forward(24.1 * hour);
      lookAll();
      await until(day + 1);
    }
    expect(firstPages().map(path => path.includes('modified_after'))).to.deep.equal([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
    expect((await current())?.services).to.equal(7);
  });

  it('leaves the directory as it is when the feed fails, and tries again after a growing pause', async () => {
    start();
    await until(1);
    const before = await current();
    feed.misbehave = (_, response) => {
      response.writeHead(403);
      response.end();
      return true;
    };
    const pauses = [24 * hour + 60_000, 6 * 60_000, 11 * 60_000];
    for (const [at, pause] of pauses.entries()) {
      kept.clock.forward(pause - 2 * 60_000);
      lookAll();
      await until(at + 1);
      kept.clock.forward(2 * 60_000);
      lookAll();
      await until(at + 2);
    }
    expect(ends.slice(1)).to.deep.equal(['failed', 'failed', 'failed']);
    expect(faults[2]).to.include({ failures: 3, minutes: 20 });
    expect(await current()).to.deep.equal(before);
    expect(JSON.stringify(faults)).not.to.include(feed.url);
  });

  it('never lets an emptied feed replace a good one, nor stops for a place that is not there', async () => {
    start({ feed: { place: '/nowhere/feed.json', everyHours: 1 } });
    await until(1);
    start();
    await until(2);
    feed.services = [];
    kept.clock.forward(24 * 8 * hour);
    lookAll();
    await until(4);
    expect([...ends].sort()).to.deep.equal(['failed', 'failed', 'nothing-accepted', 'published']);
    expect((await current())?.services).to.equal(6);
  });

  it('gives up an import in hand when it is stopped, and leaves it to another', async () => {
    let held = 0;
    feed.misbehave = (_, response) => {
      held += 1;
      if (held > 1) return false;
      response.writeHead(503, { 'Retry-After': '60' });
      response.end();
      return true;
    };
    const one = start();
    for (let tries = 0; tries < 200 && held === 0; tries += 1) await setTimeout(10);
    await setTimeout(50);
    await one.stop();
    expect([ends, await current()]).to.deep.equal([[], undefined]);
    expect(faults).to.deep.equal([]);
    await setTimeout(20);
    kept.clock.forward(11 * 60_000);
    start();
    await until(1);
    expect(ends).to.deep.equal(['published']);
  });

  it('says where the store is away, and looks again', async () => {
    const lease = (): Promise<boolean> => Promise.reject(new Error('away'));
    start({ store: { ...kept.store.directory, lease } });
    await setTimeout(20);
    expect(faults).to.have.length(1);
  });

  it('looks by a timer that keeps no process alive', async () => {
    const one = createImportByClock({
      ...{ feed: { place: feed.url, everyHours: 1 }, store: kept.store.directory, folder: 'directory', clock: kept.clock, logger },
      ...{ observer: end => void ends.push(end), published: () => Promise.resolve() },
    });
    one.start();
    await until(1);
    await one.stop();
  });
});
