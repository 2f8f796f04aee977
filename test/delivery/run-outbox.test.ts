// The outbox worker on a real embedded store: every referral reaches every sink, whatever fails on the way.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerOptions } from '../../src/delivery/run-outbox.js';
import type { Sink } from '../../src/delivery/sink.js';
import { StoreUnavailable } from '../../src/errors.js';
import { silentLogger } from '../../src/storage/silent-logger.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Outbox, Store } from '../../src/storage/ports.js';
import { ringOf } from '../support/key-ring.js';
import { setClock, type SetClock } from '../support/set-clock.js';

interface TestSink extends Sink {
  readonly got: string[];
  /** How many more deliveries of an id fail. */
  readonly fail: Map<string, number>;
}

function makeSink(name: string): TestSink {
  const got: string[] = [];
  const fail = new Map<string, number>();
  return {
    name,
    got,
    fail,
    deliver: entry => {
      const left = fail.get(entry.id) ?? 0;
      fail.set(entry.id, left - 1);
      if (left > 0) return Promise.reject(new Error('refused'));
      got.push(entry.id);
      return Promise.resolve();
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came to be');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe('the outbox worker', () => {
  let folder: string;
  let store: Store;
  let clock: SetClock;
  let sink: TestSink;
  const workers: OutboxWorker[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-outbox-'));
    clock = setClock('2026-03-02T10:00:00.000Z');
    store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
    sink = makeSink('kept');
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const makeWorker = (over: Partial<OutboxWorkerOptions> = {}): OutboxWorker => {
    const worker = createOutboxWorker({
      outbox: store.outbox,
      sinks: [sink],
      clock,
      logger: silentLogger,
      consumer: 'test',
      random: () => 1,
      ...over,
    });
    workers.push(worker);
    return worker;
  };
  const post = async (conversation: string, ...ids: readonly string[]): Promise<void> => {
    const loaded = await store.conversations.load(conversation);
    const rev = loaded.found === 'value' ? loaded.rev : 0;
    const effects = ids.map(id => ({ id, kind: 'referral' as const, payload: { id } }));
    expect(await store.conversations.save(conversation, {}, { rev, ttlSeconds: 3600, effects })).to.equal('saved');
  };

  it('delivers every entry to every sink once and empties the outbox', async () => {
    const other = makeSink('e-mail');
    const ids = Array.from({ length: 100 }, (_, n) => `r${String(n)}`);
    await Promise.all(ids.map((id, n) => post(`c${String(n)}`, id)));
    expect(await makeWorker({ sinks: [sink, other] }).drainOnce()).to.equal(100);
    expect([sink.got.toSorted(), other.got.toSorted()]).to.deep.equal([ids.toSorted(), ids.toSorted()]);
    expect(await store.outbox.size()).to.equal(0);
  });

  it('keeps an entry until the last sink has it, and does not bother the sinks that have it already', async () => {
    const failing = makeSink('e-mail');
    failing.fail.set('r1', 2);
    const worker = makeWorker({ sinks: [sink, failing] });
    await post('c1', 'r1');
    const rounds: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      rounds.push(await worker.drainOnce());
      clock.forward(1001);
    }
    expect(rounds).to.deep.equal([0, 0, 1]);
    expect([sink.got, failing.got]).to.deep.equal([['r1'], ['r1']]);
    expect(await store.outbox.size()).to.equal(0);
  });

  it('goes on with a conversation while only a sink fails for which order does not matter, and gives it that entry later', async () => {
    const mail = { ...makeSink('e-mail'), anyOrder: true as const };
    mail.fail.set('r1', 2);
    await post('c1', 'r1', 'r2', 'r3');
    const worker = makeWorker({ sinks: [sink, mail] });
    expect(await worker.drainOnce()).to.equal(2);
    expect([sink.got, mail.got]).to.deep.equal([
      ['r1', 'r2', 'r3'],
      ['r2', 'r3'],
    ]);
    clock.forward(31_000);
    await worker.drainOnce();
    clock.forward(31_000);
    await worker.drainOnce();
    expect([sink.got, mail.got]).to.deep.equal([
      ['r1', 'r2', 'r3'],
      ['r2', 'r3', 'r1'],
    ]);
    expect(await store.outbox.size()).to.equal(0);
  });

  it('waits longer after each failure, up to a limit', async () => {
    sink.fail.set('r1', 1000);
    const worker = makeWorker({ retry: { firstMs: 1000, longestMs: 4000 }, leaseMs: 3_600_000 });
    await post('c1', 'r1');
    const triedAt: number[] = [];
    let left = 1000;
    for (let second = 0; second < 16; second += 1) {
      await worker.drainOnce();
      if ((sink.fail.get('r1') ?? 0) < left) triedAt.push(second);
      left = sink.fail.get('r1') ?? 0;
      clock.forward(1000);
    }
    expect(triedAt).to.deep.equal([0, 1, 3, 7, 11, 15]);
  });

  it('delivers the entries of one conversation in order, and others do not wait for a failing one', async () => {
    sink.fail.set('a1', 1);
    await post('a', 'a1', 'a2');
    await post('b', 'b1');
    const worker = makeWorker({ leaseMs: 5000 });
    await worker.drainOnce();
    expect(sink.got).to.deep.equal(['b1']);
    await post('a', 'a3');
    await worker.drainOnce();
    expect(sink.got).to.deep.equal(['b1']);
    clock.forward(1000);
    await worker.drainOnce();
    expect(sink.got).to.deep.equal(['b1', 'a1']);
    clock.forward(5000);
    await worker.drainOnce();
    expect(sink.got).to.deep.equal(['b1', 'a1', 'a2', 'a3']);
    expect(await store.outbox.size()).to.equal(0);
  });

  it('takes over what a worker left behind when it died', async () => {
    await post('c1', 'r1');
    await store.outbox.take('died', 10, 30_000);
    const worker = makeWorker();
    expect(await worker.drainOnce()).to.equal(0);
    clock.forward(30_001);
    expect(await worker.drainOnce()).to.equal(1);
    expect(sink.got).to.deep.equal(['r1']);
  });

  it('never delivers more lanes at once than it may', async () => {
    let now = 0;
    let most = 0;
    const slow: Sink = {
      name: 'slow',
      deliver: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(resolve => setTimeout(resolve, 5));
        now -= 1;
      },
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => post(`c${String(n)}`, `r${String(n)}`)));
    expect(await makeWorker({ sinks: [slow], concurrency: 3 }).drainOnce()).to.equal(20);
    expect(most).to.equal(3);
  });

  it('runs by itself, looks at once when nudged, and stops cleanly', async () => {
    const worker = makeWorker({ idleMs: 60_000 });
    worker.start();
    worker.start();
    await post('c1', 'r1');
    worker.nudge();
    await until(() => sink.got.length === 1);
    await worker.stop();
    await post('c2', 'r2');
    worker.nudge();
    expect(sink.got).to.deep.equal(['r1']);
    worker.start();
    await until(async () => (await store.outbox.size()) === 0);
    expect(sink.got).to.deep.equal(['r1', 'r2']);
  });

  it('finishes the delivery in hand before it has stopped', async () => {
    const began: string[] = [];
    const slow: Sink = {
      name: 'slow',
      deliver: async ({ id }) => {
        began.push(id);
        await new Promise(resolve => setTimeout(resolve, 150));
      },
    };
    await post('c1', 'r1');
    const worker = makeWorker({ sinks: [slow] });
    worker.start();
    await until(() => began.length === 1);
    await worker.stop();
    expect(await store.outbox.size()).to.equal(0);
  });

  it('goes on when the store was away for a while, and says so once', async () => {
    let isAway = true;
    let takes = 0;
    const errors: string[] = [];
    const outbox: Outbox = {
      ...store.outbox,
      take: (...args) => {
        takes += 1;
        return isAway ? Promise.reject(new StoreUnavailable()) : store.outbox.take(...args);
      },
    };
    await post('c1', 'r1');
    const logger = { ...silentLogger, error: (_: object, message: string): void => void errors.push(message) };
    makeWorker({ outbox, logger, idleMs: 5, retry: { firstMs: 5, longestMs: 20 } }).start();
    await until(() => takes > 3);
    isAway = false;
    await until(() => sink.got.length === 1);
    expect(errors).to.deep.equal(['the outbox cannot be read; trying again']);
  });

  it('rejects a drain asked for while the store does not answer, and loses nothing', async () => {
    const outbox: Outbox = { ...store.outbox, done: () => Promise.reject(new StoreUnavailable()) };
    await post('c1', 'r1');
    const fault: unknown = await makeWorker({ outbox })
      .drainOnce()
      .catch((thrown: unknown) => thrown);
    expect(fault).to.be.instanceOf(StoreUnavailable);
    clock.forward(30_001);
    expect(await makeWorker().drainOnce()).to.equal(1);
  });
});
