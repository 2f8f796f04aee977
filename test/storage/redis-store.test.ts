// The Redis store keeps the contract on a real server, with and without a password, TLS and cluster mode.
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { describeDirectory, publishVersion } from './directory-contract.js';
import {
  conversationKey,
  historyKey,
  DIRECTORY_KEY,
  directoryChunkKey,
  recordKey,
  referenceKey,
  unmetIdKey,
  unmetMonthKey,
  wayBackKey,
} from '../../src/storage/keys.js';
import type { Store } from '../../src/storage/ports.js';
import { openRedisStore } from '../../src/storage/redis/open-redis-store.js';
import { ringOf } from '../support/key-ring.js';
import { startRedis, type RedisServer, type RedisServerOptions } from '../support/redis-server.js';
import { describeStore, type StoreHarness } from './store-contract.js';
import { describeUnmet } from './unmet-contract.js';

const clock = (): Date => new Date();
const keyOfConversation = (id: string): string => conversationKey(ringOf().nameOf('conversation', id));

function harnessOf(server: () => RedisServer): StoreHarness {
  const raw = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(server().port, '127.0.0.1', { protocol: 2 });
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  };
  return {
    open: keys => openRedisStore({ url: server().url, keys, clock }),
    pass: ms => new Promise(resolve => setTimeout(resolve, ms)),
    rawBytes: () =>
      raw(async redis => {
        const keys = await redis.keys('*');
        const dumps = await Promise.all(keys.map(key => redis.dumpBuffer(key)));
        return Buffer.concat([Buffer.from(keys.join('\n')), ...dumps]);
      }),
    copy: (fromId, toId) =>
      raw(async redis => {
        const bytes = await redis.getBuffer(keyOfConversation(fromId));
        if (bytes !== null) await redis.set(keyOfConversation(toId), bytes);
      }),
    tellsOthers: true,
    clean: async () => {
      await raw(redis => redis.flushall());
    },
  };
}

function describeOn(name: string, options: RedisServerOptions): void {
  describe(name, () => {
    let server: RedisServer;
    before(async () => {
      server = await startRedis(options);
    });
    after(() => server.stop());
    describeStore(
      name,
      harnessOf(() => server),
    );

    it('lets the goodbye of a deleted conversation be read for ten minutes', async () => {
      const store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      await store.conversations.erase('c1', 0, ['deleted']);
      expect(Number(server.cli('ttl', historyKey(ringOf().nameOf('conversation', 'c1'))))).to.be.within(590, 600);
      await store.close();
    });

    describe('the service directory', () => {
      let store: Store;
      beforeEach(async () => {
        store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      });
      afterEach(async () => {
        await store.close();
        server.cli('flushall');
      });
      const chunkNames = (): readonly string[] =>
        server
          .cli('keys', 'directory:*')
          .split('\n')
          .filter(name => name !== '');

      describeDirectory({
        store: () => store,
        chunksKept: () => Promise.resolve(chunkNames().length),
        passDay: () => {
          for (const name of chunkNames().filter(one => Number(server.cli('ttl', one)) > 0)) server.cli('del', name);
          return Promise.resolve();
        },
        passMoment: () => new Promise(resolve => setTimeout(resolve, 5)),
      });

      describe('unmet needs', () => {
        describeUnmet(() => store);

        it('keeps a month for 25 months, and an id for a week', async () => {
          const now = new Date().toISOString();
          await store.unmet.add({ id: 'c1', at: now, needs: ['money'], area: 'E1' });
          const month = Number(server.cli('ttl', unmetMonthKey(now.slice(0, 7)))) / 86_400;
          expect(month).to.be.within(25 * 30, 26 * 31);
          const id = unmetIdKey(ringOf().nameOf('unmet', 'c1'));
          expect(Number(server.cli('ttl', id))).to.be.within(600_000, 604_800);
          expect(server.cli('keys', '*')).not.to.include('c1');
        });
      });

      it('gives a chunk a day to be published in, and then lets it stay', async () => {
        const livesOf = (): number => Number(server.cli('ttl', directoryChunkKey('v1', 'rows', 0)));
        await store.directory.putChunk('v1', 'rows', 0, Buffer.from('v1 r0'));
        expect(livesOf()).to.be.within(86_000, 86_400);
        await publishVersion(store, 'v1');
        expect(livesOf()).to.equal(-1);
      });

      it('removes what a process that died while publishing left behind', async () => {
        await publishVersion(store, 'v1');
        const state = JSON.parse(server.cli('get', DIRECTORY_KEY)) as { unsettled: unknown[] }; // safe: written by the store itself
        const version = { id: 'dead', at: '', source: '', services: 0, chunks: { services: 0, rows: 1 } };
        state.unsettled = [{ version, since: Date.now() - 2 * 3_600_000 }];
        server.cli('set', DIRECTORY_KEY, JSON.stringify(state));
        server.cli('set', directoryChunkKey('dead', 'rows', 0), 'x');
        await publishVersion(store, 'v2');
        expect(chunkNames().filter(name => name.includes('dead'))).to.deep.equal([]);
        expect(server.cli('get', DIRECTORY_KEY)).to.include('"unsettled":[]');
      });

      it('says so where a published chunk, or the list itself, is not what it was', async () => {
        const fault = (work: Promise<unknown>): Promise<unknown> => work.catch((thrown: unknown) => thrown);
        await publishVersion(store, 'v1');
        server.cli('del', directoryChunkKey('v1', 'rows', 0));
        expect(await fault(store.directory.chunks('v1', 'rows')[Symbol.asyncIterator]().next())).to.include({ code: 'directory-chunk' });
        server.cli('set', DIRECTORY_KEY, '[');
        expect(await fault(store.directory.current())).to.include({ code: 'directory-state' });
      });
    });

    it('leaves no way back without a time to expire', async () => {
      const store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      await store.waysBack.put('n', 'c1', 60);
      expect(Number(server.cli('pttl', wayBackKey(ringOf().nameOf('way-back', 'n'))))).to.be.within(50_000, 60_000);
      await store.close();
    });

    it('lets no referral, and no way to it, live for ever but the one that is kept', async () => {
      const store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      const index = { submittedAt: '2026-03-02T10:00:00.000Z', urgent: true, status: 'requested', practice: '' };
      await store.referrals.put('passing', { ...index, reference: 'PASSING' }, {}, 60);
      await store.referrals.put('kept', { ...index, reference: 'KEPT', flagged: 'act' }, {}, 'kept');
      const livesOf = (id: string, reference: string): readonly number[] =>
        [recordKey(ringOf().nameOf('record', id)), referenceKey(ringOf().nameOf('reference', reference))].map(key =>
          Number(server.cli('pttl', key)),
        );
      expect(livesOf('passing', 'PASSING').every(left => left > 0)).to.equal(true);
      expect(livesOf('kept', 'KEPT')).to.deep.equal([-1, -1]);
      await store.referrals.update('kept', { ...index, reference: 'KEPT' }, {}, 1, { at: index.submittedAt, who: 'w', did: 'd' }, 60);
      expect(livesOf('kept', 'KEPT').every(left => left > 0)).to.equal(true);
      expect(server.cli('zscore', '{records}:expiry', ringOf().nameOf('record', 'kept')).trim()).not.to.equal('inf');
      await store.close();
    });

    it('leaves no conversation without a time to expire', async () => {
      const store = await openRedisStore({ url: server.url, keys: ringOf(), clock });
      await store.conversations.save('c1', {}, { rev: 0, ttlSeconds: 60, effects: [] });
      const lives = Number(server.cli('pttl', keyOfConversation('c1')));
      expect(lives).to.be.within(50_000, 60_000);
      await store.close();
    });
  });
}

describeOn('Redis', {});
describeOn('Redis Cluster', { cluster: true });
