// The directory of a running process: what serves, from when on, and what never stops serving.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { importFeed } from '../src/directory-import/import-feed.js';
import { openSource } from '../src/directory-import/open-source.js';
import { createRunningDirectory, type RunningDirectory, type RunningDirectoryParts } from '../src/running-directory.js';
import type { DirectoryVersion, StoreLogger } from '../src/storage/ports.js';
import { feedServices } from './support/feed-server.js';
import { temporaryStore, type TemporaryStore } from './support/a-store.js';

describe('the directory of a running process', () => {
  let kept: TemporaryStore;
  let dataFolder: string;
  let told: string[];
  let served: DirectoryVersion[];
  let running: RunningDirectory[];
  beforeEach(async () => {
    kept = await temporaryStore();
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-running-'));
    [told, served, running] = [[], [], []];
  });
  afterEach(async () => {
    for (const one of running) await one.stop();
    await kept.remove();
    await rm(dataFolder, { recursive: true, force: true });
  });

  const note = (_: object, message: string): void => void told.push(message);
  const logger: StoreLogger = { info: note, warn: note, error: note };
  const make = (config: Partial<RunningDirectoryParts['config']> = {}, over: Partial<RunningDirectoryParts> = {}): RunningDirectory => {
    const one = createRunningDirectory({
      config: { production: false, dataFolder, directoryFeed: undefined, ...config },
      store: kept.store.directory,
      folder: 'directory',
      phrases: () => new Map([['loneliness', ['samotn*']]]),
      clock: kept.clock,
      logger,
      observer: { directory: version => void served.push(version), directoryImport: end => void told.push(end) },
      ...over,
    });
    running.push(one);
    return one;
  };
  const importReal = async (count: number): Promise<void> => {
    const place = join(dataFolder, 'real.json');
    await writeFile(place, JSON.stringify(feedServices(count)));
    const source = await openSource(place, { wait: () => Promise.resolve() });
    kept.clock.forward(1000);
    const at = kept.clock().toISOString();
    const { kind } = await importFeed({ place, folder: 'directory', source, store: kept.store.directory, at, acceptSmaller: true });
    expect(kind).to.equal('published');
  };

  it('begins with the sample, once, and is asked for places, needs and words at once', async () => {
    const [one, other] = [make(), make()];
    expect(one.now()).to.equal(undefined);
    await Promise.all([one.open(), one.open(), other.open()]);
    const { directory } = kept.store;
    expect(await directory.versions()).to.have.length(1);
    const now = one.now() ?? expect.fail('no directory');
    expect([now.sample, now.index.size, one.version()?.services]).to.deep.equal([true, 170, 170]);
    expect(now.places.find('E1 6AN')).to.include({ outward: 'E1' });
    const [found] = now.search.find('samotność', 3);
    expect(found?.service.needs ?? []).to.include('loneliness');
    expect(now.service(found?.service.id ?? '')).to.deep.equal(found?.service);
    expect(served[0]).to.include({ sample: true });
  });

  it('never begins with the sample once a real directory was in force, nor in production, nor where a feed is set', async () => {
    await importReal(3);
    const one = make();
    await one.open();
    expect([one.now()?.sample, one.now()?.index.size]).to.deep.equal([false, 3]);
    expect(await kept.store.directory.versions()).to.have.length(1);
  });

  it('says in production how a directory is imported, and imports none', async () => {
    const one = make({ production: true });
    await one.start();
    expect([one.now(), one.version()]).to.deep.equal([undefined, undefined]);
    expect(told.join()).to.include('waymark directory import');
  });

  it('leaves a real directory that was imported meanwhile in force', async () => {
    const store = { ...kept.store.directory, current: () => Promise.resolve(undefined) };
    await importReal(2);
    const one = make({}, { store });
    await one.open();
    expect((await kept.store.directory.current())?.services).to.equal(2);
    expect(told).to.deep.equal([]);
  });

  it('imports its feed by the clock, and serves it at once', async () => {
    const place = join(dataFolder, 'feed.json');
    await writeFile(place, JSON.stringify(feedServices(4)));
    const one = make({ directoryFeed: { place, everyHours: 24 } });
    await one.start();
    for (let tries = 0; tries < 200 && one.now() === undefined; tries += 1) await setTimeout(20);
    expect(one.now()?.index.size).to.equal(4);
    expect(told).to.include('published');
  });

  it('goes on with the directory it has when another cannot be loaded, and says so', async () => {
    await importReal(3);
    let broken = false;
    const { directory } = kept.store;
    const chunks: typeof directory.chunks = (...asked) => {
      if (broken) throw new Error('cut');
      return directory.chunks(...asked);
    };
    let look: () => void = () => undefined;
    const one = make({}, { store: { ...directory, chunks }, every: (_, again) => ((look = again), () => undefined) });
    await one.open();
    const before = one.now();
    await importReal(5);
    broken = true;
    look();
    await setTimeout(100);
    expect(one.now()).to.equal(before);
    expect(told.join()).to.include('cannot be read');
    broken = false;
    look();
    for (let tries = 0; tries < 100 && one.now() === before; tries += 1) await setTimeout(20);
    expect(one.now()?.index.size).to.equal(5);
  });

  it('ends at once, also while it loads, and tells no fault of that', async () => {
    await importReal(3);
    const { directory } = kept.store;
    const chunks: typeof directory.chunks = async function* (...asked) {
      await setTimeout(50);
      yield* directory.chunks(...asked);
    };
    const one = make({}, { store: { ...directory, chunks } });
    const opening = one.open();
    await setTimeout(10);
    await one.stop();
    await opening;
    expect(told.filter(message => message.includes('cannot'))).to.deep.equal([]);
  });

  it('tells where directory/ itself is broken, and serves on without', async () => {
    const one = make({}, { folder: resolve(dataFolder, 'nothing-here') });
    await one.open();
    expect(one.now()).to.equal(undefined);
    expect(told).to.deep.equal(['the sample cannot be imported']);
    await importReal(2);
    const other = make({}, { folder: resolve(dataFolder, 'nothing-here') });
    await other.open();
    expect(told).to.include('the directory in force cannot be read; trying again in half a minute');
  });
});
