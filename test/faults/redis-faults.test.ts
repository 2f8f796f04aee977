// Redis failing in the ways it does: a reply lost after the command was carried out, no server, a silent one, a killed one, a wrong password.
import { afterEach, describe, it } from 'mocha';
import { expect } from 'chai';
import type { Store } from '../../src/storage/ports.js';
import { openRedisStore, type RedisStoreOptions } from '../../src/storage/redis/open-redis-store.js';
import { ringOf } from '../support/key-ring.js';
import { findFreePort, startRedis, type RedisServer, type RedisServerOptions } from '../support/redis-server.js';
import { startRedisProxy, type RedisProxy } from '../support/redis-proxy.js';

const clock = (): Date => new Date();
const index = { reference: 'ABCD-EFGH', submittedAt: '2026-03-02T10:00:00.000Z', urgent: false, status: 'requested', practice: 'A81001' };

/** How a call ended and how long it took. */
async function outcomeOf(call: Promise<unknown>): Promise<{ readonly end: unknown; readonly ms: number }> {
  const began = Date.now();
  const end: unknown = await call.catch((fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : fault));
  return { end, ms: Date.now() - began };
}

function save(store: Store, rev: number, n = rev): Promise<unknown> {
  const effects = [{ id: `r${String(n)}`, kind: 'referral' as const, payload: { n } }];
  return store.conversations.save('c1', { n }, { rev, ttlSeconds: 600, effects });
}

async function revOf(store: Store): Promise<number> {
  const loaded = await store.conversations.load('c1');
  return loaded.found === 'value' ? loaded.rev : 0;
}

/** Tries until the store answers again. */
async function untilAnswers(store: Store): Promise<void> {
  const until = Date.now() + 10_000;
  while ((await outcomeOf(store.ping())).end === 'store-unavailable' && Date.now() < until)
    await new Promise(resolve => setTimeout(resolve, 100));
}

describe('the Redis store when Redis fails', function () {
  this.timeout(40_000);
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  const start = async (options?: RedisServerOptions): Promise<RedisServer> => {
    const server = await startRedis(options);
    closing.push(() => server.stop());
    return server;
  };
  const open = async (url: string, more: Partial<RedisStoreOptions> = {}): Promise<Store> => {
    const store = await openRedisStore({ url, keys: ringOf(), clock, ...more });
    closing.push(() => store.close());
    return store;
  };
  const startProxied = async (): Promise<{ readonly proxy: RedisProxy; readonly store: Store }> => {
    const server = await start();
    const proxy = await startRedisProxy(server.port);
    closing.push(() => proxy.stop());
    return { proxy, store: await open(proxy.url) };
  };

  it('saves once, effect and all, when the reply is lost after the save was carried out', async () => {
    const { proxy, store } = await startProxied();
    await save(store, 0);
    const rev = await revOf(store);
    proxy.loseReplyTo('EVALSHA');
    const { end } = await outcomeOf(save(store, rev));
    expect(proxy.lost()).to.equal(1);
    expect(end).to.be.oneOf(['saved', 'conflict', 'store-unavailable']);
    expect(await revOf(store)).to.equal(rev + 1);
    expect(await store.outbox.size()).to.equal(2);
  });

  it('still saves once when the reply to the second sending is lost too', async () => {
    const { proxy, store } = await startProxied();
    await save(store, 0);
    const rev = await revOf(store);
    proxy.loseReplyTo('EVALSHA', 2);
    await outcomeOf(save(store, rev));
    await untilAnswers(store);
    expect(await revOf(store)).to.equal(rev + 1);
    expect(await store.outbox.size()).to.equal(2);
  });

  it('keeps a referral, its change and its audit line once when replies are lost', async () => {
    const { proxy, store } = await startProxied();
    await store.referrals.put('r0', { ...index, reference: 'OTHER' }, {}, 600);
    await store.referrals.update('r0', { ...index, reference: 'OTHER' }, {}, 1, {
      at: index.submittedAt,
      who: 'w',
      did: 'viewed',
      record: 'r0',
    });
    proxy.loseReplyTo('EVALSHA');
    await outcomeOf(store.referrals.put('r1', index, { n: 1 }, 600));
    await untilAnswers(store);
    proxy.loseReplyTo('EVALSHA');
    await outcomeOf(store.referrals.update('r1', index, { n: 2 }, 1, { at: index.submittedAt, who: 'w', did: 'accepted', record: 'r1' }));
    await untilAnswers(store);
    expect(proxy.lost()).to.equal(2);
    expect(await store.referrals.get('r1')).to.deep.include({ rev: 2, value: { n: 2 } });
    expect(await store.referrals.auditOf('r1')).to.have.length(1);
    expect((await store.referrals.list({ offset: 0, limit: 9 })).total).to.equal(2);
  });

  it('heals the list when a put was cut off between list and record', async () => {
    const server = await start();
    const store = await open(server.url);
    const name = ringOf().nameOf('record', 'r1');
    server.cli('zadd', '{records}:order', '1', name);
    expect((await store.referrals.list({ offset: 0, limit: 9 })).records).to.deep.equal([]);
    expect(await store.referrals.put('r1', index, {}, 600)).to.equal('stored');
    expect((await store.referrals.list({ offset: 0, limit: 9 })).records.map(({ id }) => id)).to.deep.equal(['r1']);
  });

  it('fails within about two seconds when there is no Redis', async () => {
    const store = await open(`redis://127.0.0.1:${String(await findFreePort())}`);
    const calls = [
      store.ping(),
      save(store, 0),
      store.conversations.load('c1'),
      store.outbox.take('w', 10, 1000),
      store.outbox.size(),
      store.durability(),
    ];
    for (const { end, ms } of await Promise.all(calls.map(outcomeOf))) {
      expect(end).to.equal('store-unavailable');
      expect(ms).to.be.below(2500);
    }
  });

  it('fails within about two seconds when a cluster is not there', async () => {
    const port = String(await findFreePort());
    const store = await open(`redis://127.0.0.1:${port},127.0.0.1:${port}`);
    const { end, ms } = await outcomeOf(store.conversations.load('c1'));
    expect(end).to.equal('store-unavailable');
    expect(ms).to.be.below(2500);
  });

  it('fails within about two seconds when Redis falls silent, and goes on by itself when it speaks again', async () => {
    const { proxy, store } = await startProxied();
    await save(store, 0);
    proxy.silence(true);
    const { end, ms } = await outcomeOf(store.conversations.load('c1'));
    expect(end).to.equal('store-unavailable');
    expect(ms).to.be.below(2500);
    proxy.silence(false);
    await untilAnswers(store);
    expect(await revOf(store)).to.be.greaterThan(0);
  });

  it('keeps everything acknowledged when Redis is killed, and goes on by itself when it is back', async () => {
    const server = await start();
    const told: string[] = [];
    const tell = (_: object, message: string): void => void told.push(message);
    const store = await open(server.url, { logger: { info: tell, warn: tell, error: tell } });
    await save(store, 0);
    await store.referrals.put('r1', index, { n: 1 }, 600);
    const rev = await revOf(store);
    await server.kill();
    expect((await outcomeOf(save(store, rev))).end).to.equal('store-unavailable');
    await server.restart();
    await untilAnswers(store);
    expect(await revOf(store)).to.equal(rev);
    expect(await save(store, rev)).to.equal('saved');
    expect(await store.outbox.size()).to.equal(2);
    expect((await store.referrals.get('r1'))?.value).to.deep.equal({ n: 1 });
    expect(told).to.deep.equal(['Redis cannot be reached', 'Redis is there again']);
  });

  it('works with a password, and says that it cannot without', async () => {
    const server = await start({ password: 'p@ss:wörd' });
    const store = await open(server.url);
    expect(await save(store, 0)).to.equal('saved');
    const without = await open(`redis://127.0.0.1:${String(server.port)}`);
    expect((await outcomeOf(without.ping())).end).to.equal('store-unavailable');
    const wrong = await open(`redis://:wrong@127.0.0.1:${String(server.port)}`);
    expect((await outcomeOf(save(wrong, 0))).end).to.equal('store-unavailable');
  });

  it('works over TLS with the authority given, and trusts no other', async () => {
    const server = await start({ tls: true, password: 'secret' });
    const store = await open(server.url, { tls: { ca: server.ca ?? '' } });
    expect(await save(store, 0)).to.equal('saved');
    const untrusting = await open(server.url);
    expect((await outcomeOf(untrusting.ping())).end).to.equal('store-unavailable');
  });

  it('finds the master through a sentinel', async () => {
    const server = await start();
    const sentinel = await start({ sentinelOf: server.port });
    const store = await open(`redis+sentinel://127.0.0.1:${String(sentinel.port)}/waymark`);
    expect(await save(store, 0)).to.equal('saved');
    expect(await revOf(await open(server.url))).to.be.greaterThan(0);
  });

  it('says when what is written would not be kept', async () => {
    const server = await start({ appendonly: false, args: ['--maxmemory-policy', 'allkeys-lru'] });
    const { durable, detail } = await (await open(server.url)).durability();
    expect(durable).to.equal(false);
    expect(detail)
      .to.match(/append-only persistence is off/u)
      .and.match(/allkeys-lru/u);
  });
});
