// The embedded store keeps the contract; and what only it promises.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { openDatabases } from '../../src/storage/embedded/databases.js';
import { sweepExpired } from '../../src/storage/embedded/expiry.js';
import { conversationKey } from '../../src/storage/keys.js';
import type { RecordIndex, Store } from '../../src/storage/ports.js';
import { ringOf } from '../support/key-ring.js';
import { setClock, type SetClock } from '../support/set-clock.js';
import { describeDirectory } from './directory-contract.js';
import { describeUnmet } from './unmet-contract.js';
import { describeStore } from './store-contract.js';

const keyOfConversation = (id: string): string => conversationKey(ringOf().nameOf('conversation', id));

describe('the embedded store', () => {
  const folders: string[] = [];
  let folder: string;
  let clock: SetClock;

  const begin = async (): Promise<void> => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-store-'));
    folders.push(folder);
    clock = setClock('2026-03-02T10:00:00.000Z');
  };
  after(() => Promise.all(folders.map(one => rm(one, { recursive: true, force: true }))));
  beforeEach(begin);

  describeStore('lmdb', {
    open: keys => openEmbeddedStore({ folder, keys, clock }),
    pass: ms => {
      clock.forward(ms);
      return Promise.resolve();
    },
    rawBytes: async () => {
      const files = await readdir(folder);
      return Buffer.concat(await Promise.all(files.map(file => readFile(join(folder, file)))));
    },
    copy: async (fromId, toId) => {
      const dbs = await openDatabases(folder);
      const found = dbs.conversations.getEntry(keyOfConversation(fromId));
      if (found?.version !== undefined) await dbs.conversations.put(keyOfConversation(toId), found.value, found.version);
      await dbs.root.close();
    },
    clean: () => Promise.resolve(),
  });

  describe('the service directory', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
    });
    afterEach(() => store.close());

    describeDirectory({
      store: () => store,
      chunksKept: async () => {
        const dbs = await openDatabases(folder);
        const count = dbs.directoryChunks.getCount();
        await dbs.root.close();
        return count;
      },
      passDay: async () => {
        clock.forward(26 * 3600 * 1000);
        const dbs = await openDatabases(folder);
        await sweepExpired(dbs, clock());
        await dbs.root.close();
      },
      passMoment: () => {
        clock.forward(5);
        return Promise.resolve();
      },
    });

    describe('unmet needs', () => {
      describeUnmet(() => store);

      it('keeps a month for 25 months, and an id for a week', async () => {
        const day = 24 * 3600 * 1000;
        const at = clock().toISOString();
        const month = at.slice(0, 7);
        const count = async (): Promise<number | undefined> => (await store.unmet.list({ from: month, to: month }))[0]?.count;
        const sweep = async (): Promise<number> => {
          const dbs = await openDatabases(folder);
          await sweepExpired(dbs, clock());
          const left = dbs.unmet.getCount();
          await dbs.root.close();
          return left;
        };
        await store.unmet.add({ id: 'c1', at, needs: ['money'], area: 'E1' });
        expect([await count(), await sweep()]).to.deep.equal([1, 2]);
        clock.forward(8 * day);
        expect([await count(), await sweep()]).to.deep.equal([1, 1]);
        clock.forward(24 * 31 * day);
        expect([await count(), await sweep()]).to.deep.equal([1, 1]);
        clock.forward(90 * day);
        expect([await count(), await sweep()]).to.deep.equal([undefined, 0]);
      });
    });
  });

  describe('the goodbye of a deleted conversation', () => {
    it('can be read for ten minutes, and is swept', async () => {
      const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
      const left = async (): Promise<number> => (await store.history.read('c1', 0)).entries.length;
      await store.conversations.erase('c1', 0, ['deleted']);
      clock.forward(599_000);
      expect(await left()).to.equal(1);
      clock.forward(2_000);
      expect(await left()).to.equal(0);
      clock.forward(2 * 3600 * 1000);
      const dbs = await openDatabases(folder);
      await sweepExpired(dbs, clock());
      expect(dbs.history.getCount()).to.equal(0);
      await dbs.root.close();
      await store.close();
    });
  });

  describe('its sweep', () => {
    const index: RecordIndex = {
      reference: 'REF',
      submittedAt: '2026-03-02T10:00:00.000Z',
      urgent: true,
      status: 'requested',
      practice: 'A81001',
    };
    let close: () => Promise<void>;
    afterEach(() => close());

    it('removes what expired in hours gone by and nothing else', async () => {
      const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
      const dbs = await openDatabases(folder);
      close = async () => {
        await dbs.root.close();
        await store.close();
      };
      await store.conversations.save('short', {}, { rev: 0, ttlSeconds: 60, effects: [] });
      await store.conversations.save('long', {}, { rev: 0, ttlSeconds: 5 * 3600, effects: [] });
      const extended = await store.conversations.save('extended', { n: 1 }, { rev: 0, ttlSeconds: 60, effects: [] });
      expect(extended).to.equal('saved');
      const loaded = await store.conversations.load('extended');
      await store.conversations.save(
        'extended',
        { n: 2 },
        { rev: loaded.found === 'value' ? loaded.rev : -1, ttlSeconds: 5 * 3600, effects: [] },
      );
      await store.waysBack.put('short', 'c1', 60);
      await store.waysBack.put('long', 'c1', 5 * 3600);
      await store.referrals.put('r1', index, {}, 60);
      await store.referrals.put('flagged', { ...index, reference: 'KEPT', flagged: 'act' }, {}, 'kept');
      await store.referrals.audit({ at: index.submittedAt, who: 'w', did: 'viewed', record: 'r1' });
      expect(await sweepExpired(dbs, clock())).to.equal(0);
      clock.forward(3 * 3600 * 1000);
      expect(await sweepExpired(dbs, clock())).to.equal(3);
      expect([await store.waysBack.find('short'), await store.waysBack.find('long')]).to.deep.equal([undefined, 'c1']);
      expect(dbs.waysBack.getCount()).to.equal(1);
      await store.waysBack.drop(['long']);
      expect([dbs.conversations.getCount(), dbs.records.getCount(), dbs.order.getCount(), dbs.references.getCount()]).to.deep.equal([
        2, 1, 1, 1,
      ]);
      expect(await store.referrals.auditOf('r1')).to.have.length(1);
      clock.forward(9 * 365 * 24 * 3600 * 1000);
      // These handles are a second reader of the folder: they look anew at what the store has done since.
      dbs.root.resetReadTxn();
      expect(await sweepExpired(dbs, clock())).to.equal(3);
      expect(dbs.expiry.getCount()).to.equal(0);
    });
  });

  it('keeps its folder to its owner', async () => {
    const store = await openEmbeddedStore({ folder: join(folder, 'deep', 'data'), keys: ringOf(), clock });
    expect((await stat(join(folder, 'deep', 'data'))).mode & 0o077).to.equal(0);
    await store.close();
  });

  it('fails with StoreUnavailable when its folder cannot be made', async () => {
    const opened = await openEmbeddedStore({ folder: '/dev/null/data', keys: ringOf(), clock }).catch((fault: unknown) => fault);
    expect(opened).to.include({ code: 'store-unavailable' });
  });
});
