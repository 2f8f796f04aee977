// The Redis store keeps the contract on a real server, with and without a password, TLS and cluster mode.
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { conversationKey, recordKey, referenceKey, wayBackKey } from '../../src/storage/keys.js';
import { openRedisStore } from '../../src/storage/redis/open-redis-store.js';
import { ringOf } from '../support/key-ring.js';
import { startRedis, type RedisServer, type RedisServerOptions } from '../support/redis-server.js';
import { describeStore, type StoreHarness } from './store-contract.js';

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
