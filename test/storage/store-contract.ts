// What every store must do, run on each: the reason why nothing above the storage room knows which one serves.
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import type { AuditLine, Json, OutboxEntry, RecordIndex, SaveOptions, Store, TakenEntry } from '../../src/storage/ports.js';
import type { KeyRing } from '../../src/storage/seal.js';
import { StoreLocked } from '../../src/storage/answering.js';
import { ringOf } from '../support/key-ring.js';
import { describeHistory } from './history-contract.js';
import { describeHandOver } from './hand-over-contract.js';
import { describeKeptRecords } from './kept-records-contract.js';
import { describeNotices } from './notices-contract.js';

/** How a test reaches one kind of store. */
export interface StoreHarness {
  /** Opens the store, empty at the first call of a test; a second call opens the same data again. */
  readonly open: (keys: KeyRing) => Promise<Store>;
  /** Lets time pass for the store: at least this much. */
  readonly pass: (ms: number) => Promise<void>;
  /** Everything the store keeps, keys and values, as it lies there. */
  readonly rawBytes: (store: Store) => Promise<Buffer>;
  /** Puts the stored bytes of a conversation in the place of another, behind the store's back. */
  readonly copy: (fromId: string, toId: string) => Promise<void>;
  /** A store of the same data opened beside this one is told at once of what is saved here. */
  readonly tellsOthers?: boolean;
  /** After each test. */
  readonly clean: () => Promise<void>;
}

const HOUR = 3600;

function saving(over: Partial<SaveOptions> = {}): SaveOptions {
  return { rev: 0, ttlSeconds: HOUR, effects: [], ...over };
}

function referralEffect(id: string, payload: Json = { id }): OutboxEntry {
  return { id, kind: 'referral', payload };
}

function indexOf(over: Partial<RecordIndex> = {}): RecordIndex {
  return {
    reference: 'ABCD-EFGH',
    submittedAt: '2026-03-02T10:00:00.000Z',
    urgent: false,
    status: 'requested',
    practice: 'A81001',
    ...over,
  };
}

function auditLine(over: Partial<AuditLine> = {}): AuditLine {
  return { at: '2026-03-02T11:00:00.000Z', who: 'link-worker-1', did: 'accepted', ...over };
}

/** Saves, failing the test on a conflict, and gives the new revision. */
async function saveAnew(store: Store, id: string, value: Json, over: Partial<SaveOptions> = {}): Promise<number> {
  expect(await store.conversations.save(id, value, saving(over))).to.equal('saved');
  const loaded = await store.conversations.load(id);
  if (loaded.found !== 'value') throw new Error(`nothing found after saving: ${loaded.found}`);
  return loaded.rev;
}

/** Runs the contract on one kind of store. */
export function describeStore(name: string, harness: StoreHarness): void {
  describe(`the store contract on ${name}`, () => {
    const stores: Store[] = [];
    const open = async (keys = ringOf()): Promise<Store> => {
      const store = await harness.open(keys);
      stores.push(store);
      return store;
    };
    let store: Store;

    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await Promise.all(stores.splice(0).map(one => one.close()));
      await harness.clean();
    });

    describe('notices', () => {
      describeNotices({ store: () => store, again: () => open(), pass: harness.pass, rawBytes: () => harness.rawBytes(store) });
    });

    describe('conversations', () => {
      it('finds nothing where nothing was saved', async () => {
        expect(await store.conversations.load('nobody')).to.deep.equal({ found: 'none' });
      });

      it('gives back what was saved, with a revision that each save moves on by one', async () => {
        const value = { v: 1, answers: { 'about-you.name': ['Zofia Wiśniewska', 'صوفيا'] }, none: null, n: 1.5, yes: true };
        const first = await saveAnew(store, 'c1', value);
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'value', value, rev: first });
        expect(await saveAnew(store, 'c1', { v: 1, next: true }, { rev: first })).to.equal(first + 1);
      });

      it('refuses a save from any other revision and leaves everything as it was', async () => {
        const rev = await saveAnew(store, 'c1', { n: 1 });
        for (const wrong of [0, rev - 1, rev + 1]) {
          const effects = [referralEffect('r1')];
          expect(await store.conversations.save('c1', { n: 2 }, saving({ rev: wrong, effects }))).to.equal('conflict');
        }
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'value', value: { n: 1 }, rev });
        expect(await store.outbox.size()).to.equal(0);
      });

      it('refuses a save on a revision of something that was never there', async () => {
        expect(await store.conversations.save('c1', { n: 1 }, saving({ rev: 7 }))).to.equal('conflict');
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'none' });
      });

      it('lets one of 200 racers begin a conversation, and one of 200 go on with it', async () => {
        const race = async (rev: number): Promise<number> => {
          const racers = Array.from({ length: 200 }, (_, n) =>
            store.conversations.save('c1', { n }, saving({ rev, effects: [referralEffect(`r${String(n)}`)] })),
          );
          return (await Promise.all(racers)).filter(result => result === 'saved').length;
        };
        expect(await race(0)).to.equal(1);
        expect(await store.outbox.size()).to.equal(1);
        const loaded = await store.conversations.load('c1');
        expect(await race(loaded.found === 'value' ? loaded.rev : -1)).to.equal(1);
        expect(await store.outbox.size()).to.equal(2);
      });

      it('forgets a conversation when its time is over, and lets another begin in its place', async () => {
        await saveAnew(store, 'c1', { n: 1 }, { ttlSeconds: 1 });
        await harness.pass(1100);
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'none' });
        await saveAnew(store, 'c1', { n: 2 });
      });

      it('refuses a save on the revision of a conversation that expired', async () => {
        const rev = await saveAnew(store, 'c1', { n: 1 }, { ttlSeconds: 1 });
        await harness.pass(1100);
        expect(await store.conversations.save('c1', { n: 2 }, saving({ rev }))).to.equal('conflict');
      });

      it('gives a conversation its whole time again at each save', async () => {
        const rev = await saveAnew(store, 'c1', { n: 1 }, { ttlSeconds: 1 });
        await saveAnew(store, 'c1', { n: 2 }, { rev, ttlSeconds: HOUR });
        await harness.pass(1100);
        expect((await store.conversations.load('c1')).found).to.equal('value');
      });

      it('erases a conversation that is still as it was loaded, and no other', async () => {
        const rev = await saveAnew(store, 'c1', { n: 1 });
        expect(await store.conversations.erase('c1', rev + 1)).to.equal('conflict');
        expect((await store.conversations.load('c1')).found).to.equal('value');
        expect(await store.conversations.erase('c1', rev)).to.equal('saved');
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'none' });
        expect(await store.conversations.erase('c1', rev)).to.equal('saved');
      });

      it('never lets a turn begun before an erasure write over the conversation begun after it', async () => {
        const before = await saveAnew(store, 'c1', { secret: 'erased' });
        await store.conversations.erase('c1', before);
        await harness.pass(5);
        await saveAnew(store, 'c1', { n: 'new' });
        expect(await store.conversations.save('c1', { secret: 'back again' }, saving({ rev: before }))).to.equal('conflict');
      });

      it('keeps conversations apart', async () => {
        await Promise.all(Array.from({ length: 100 }, (_, n) => saveAnew(store, `c${String(n)}`, { n })));
        const loaded = await Promise.all(Array.from({ length: 100 }, (_, n) => store.conversations.load(`c${String(n)}`)));
        expect(loaded.map(one => one.found === 'value' && one.value)).to.deep.equal(Array.from({ length: 100 }, (_, n) => ({ n })));
      });
    });

    describe('a save that leaves the time of expiry as it was', () => {
      it('replaces the value and lets it go when it would have gone anyway', async () => {
        const rev = await saveAnew(store, 'c1', { n: 1 }, { ttlSeconds: 2 });
        await harness.pass(1000);
        const next = await saveAnew(store, 'c1', { n: 2 }, { rev, ttlSeconds: 'as-it-was' });
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'value', value: { n: 2 }, rev: next });
        await harness.pass(1100);
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'none' });
      });

      it('begins nothing, revives nothing, and minds the revision like any other', async () => {
        const kept = saving({ ttlSeconds: 'as-it-was' });
        expect(await store.conversations.save('c1', { n: 1 }, kept)).to.equal('conflict');
        const rev = await saveAnew(store, 'c1', { n: 1 }, { ttlSeconds: 1 });
        expect(await store.conversations.save('c1', { n: 2 }, { ...kept, rev: rev + 1 })).to.equal('conflict');
        expect(await store.conversations.save('c1', { n: 2 }, kept)).to.equal('conflict');
        await harness.pass(1100);
        expect(await store.conversations.save('c1', { n: 2 }, { ...kept, rev })).to.equal('conflict');
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'none' });
      });
    });

    describe('ways back', () => {
      it('lead to the conversation they were made for, from each name, until they are dropped', async () => {
        await Promise.all([store.waysBack.put('name-1', 'emulator:c1', HOUR), store.waysBack.put('name-2', 'emulator:c1', HOUR)]);
        expect(await store.waysBack.find('name-1')).to.equal('emulator:c1');
        expect(await store.waysBack.find('name-2')).to.equal('emulator:c1');
        await store.waysBack.drop(['name-1', 'never-there']);
        expect(await store.waysBack.find('name-1')).to.equal(undefined);
        expect(await store.waysBack.find('name-2')).to.equal('emulator:c1');
      });

      it('stay where they led first', async () => {
        await store.waysBack.put('name-1', 'emulator:c1', HOUR);
        await store.waysBack.put('name-1', 'emulator:c2', HOUR);
        expect(await store.waysBack.find('name-1')).to.equal('emulator:c1');
      });

      it('lead nowhere from a name nobody was given, and no longer than they were meant to', async () => {
        expect(await store.waysBack.find('name-1')).to.equal(undefined);
        await store.waysBack.put('name-1', 'emulator:c1', 1);
        expect(await store.waysBack.find('name-1')).to.equal('emulator:c1');
        await harness.pass(1100);
        expect(await store.waysBack.find('name-1')).to.equal(undefined);
      });

      it('outlive a restart, show neither name nor conversation where they lie, and open under the right key alone', async () => {
        await store.waysBack.put('secret-name', 'emulator:secret-conversation', HOUR);
        expect(await (await open()).waysBack.find('secret-name')).to.equal('emulator:secret-conversation');
        const raw = await harness.rawBytes(store);
        for (const secret of ['secret-name', 'secret-conversation']) expect(raw.includes(secret), secret).to.equal(false);
        expect(await (await open(ringOf(2))).waysBack.find('secret-name')).to.equal(undefined);
      });
    });

    describe('keys', () => {
      it('opens with a new key in front what the old key sealed', async () => {
        await saveAnew(store, 'c1', { n: 1 });
        const later = await open(ringOf(2, 1));
        const loaded = await later.conversations.load('c1');
        expect(loaded).to.deep.include({ found: 'value', value: { n: 1 } });
        await saveAnew(later, 'c1', { n: 2 }, { rev: loaded.found === 'value' ? loaded.rev : -1 });
        expect((await store.conversations.load('c1')).found).to.equal('locked');
      });

      it('says that a value is locked when its key is not at hand, and leaves it untouched', async () => {
        const newer = await open(ringOf(2, 1));
        const rev = await saveAnew(newer, 'c1', { n: 1 });
        expect(await store.conversations.load('c1')).to.deep.equal({ found: 'locked' });
        expect(await store.conversations.save('c1', { n: 2 }, saving())).to.equal('conflict');
        expect(await newer.conversations.load('c1')).to.deep.equal({ found: 'value', value: { n: 1 }, rev });
      });

      it('does not open a conversation copied into the place of another', async () => {
        await saveAnew(store, 'c1', { n: 1 });
        await harness.copy('c1', 'c2');
        expect(await store.conversations.load('c2')).to.deep.equal({ found: 'locked' });
      });

      it('says that locked referrals are locked, and leaves their list standing', async () => {
        const newer = await open(ringOf(2, 1));
        await newer.referrals.put('r1', indexOf(), { n: 1 }, HOUR);
        await newer.referrals.audit(auditLine({ record: 'r1' }));
        await store.referrals.put('r2', indexOf({ reference: 'JKMN-PQRS' }), { n: 2 }, HOUR);
        const { referrals } = store;
        for (const read of [() => referrals.get('r1'), () => referrals.findByReference('ABCD-EFGH'), () => referrals.auditOf('r1')]) {
          const fault: unknown = await read().catch((thrown: unknown) => thrown);
          expect(fault).to.be.instanceOf(StoreLocked);
        }
        const { total, records } = await store.referrals.list({ offset: 0, limit: 10 });
        expect({ total, ids: records.map(({ id }) => id) }).to.deep.equal({ total: 2, ids: ['r2'] });
      });

      it('keeps an outbox entry it cannot open for a server that can', async () => {
        const newer = await open(ringOf(2, 1));
        await saveAnew(newer, 'c1', {}, { effects: [referralEffect('r1')] });
        expect(await store.outbox.take('old', 10, 200)).to.deep.equal([]);
        await harness.pass(300);
        expect((await newer.outbox.take('new', 10, 200)).map(({ id }) => id)).to.deep.equal(['r1']);
      });

      it('shows neither ids nor anything said in what lies on the disk', async () => {
        const secrets = ['conversation-of-zofia', 'Zofia', 'referral-of-zofia', 'owes-rent', 'WXYZ-WXYZ', 'link-worker-7', 'A81999'];
        const [conversation = '', name = '', referral = '', words = '', reference = '', who = '', practice = ''] = secrets;
        await saveAnew(store, conversation, { name }, { effects: [referralEffect(referral, { words })] });
        const record = indexOf({ reference, practice });
        await store.referrals.put(referral, record, { words }, HOUR);
        await store.referrals.update(referral, record, { words, name }, 1, auditLine({ who, record: referral }));
        await store.referrals.audit(auditLine({ who }));
        const raw = await harness.rawBytes(store);
        expect(raw.length).to.be.greaterThan(500);
        expect(secrets.filter(secret => raw.includes(secret) || raw.includes(Buffer.from(secret, 'utf16le')))).to.deep.equal([]);
      });
    });

    describe('the outbox', () => {
      const take = (max = 100, leaseMs = 60_000, consumer = 'worker'): Promise<readonly TakenEntry[]> =>
        store.outbox.take(consumer, max, leaseMs);

      it('holds an effect from the moment its conversation is saved until it is done', async () => {
        await saveAnew(store, 'c1', {}, { effects: [referralEffect('r1', { needs: ['food'] })] });
        expect(await store.outbox.size()).to.equal(1);
        const [entry] = await take();
        expect(entry).to.deep.include({ id: 'r1', kind: 'referral', payload: { needs: ['food'] }, attempts: 1 });
        expect(await store.outbox.size()).to.equal(1);
        await store.outbox.done(entry?.receipt ?? '');
        expect(await store.outbox.size()).to.equal(0);
        await store.outbox.done(entry?.receipt ?? '');
        expect(await take(100, 0)).to.deep.equal([]);
      });

      it('has nothing to take when nothing was saved', async () => {
        expect(await take()).to.deep.equal([]);
        expect(await store.outbox.size()).to.equal(0);
      });

      it('gives the effects of one conversation in the order they were saved, under one lane', async () => {
        let rev = 0;
        for (const n of [1, 2, 3, 4])
          rev = await saveAnew(store, 'c1', { n }, { rev, effects: [referralEffect(`${String(n)}a`), referralEffect(`${String(n)}b`)] });
        await saveAnew(store, 'c2', {}, { effects: [referralEffect('other')] });
        const taken = await take();
        const lane = taken.find(({ id }) => id === '1a')?.lane;
        expect(taken.filter(entry => entry.lane === lane).map(({ id }) => id)).to.deep.equal([
          '1a',
          '1b',
          '2a',
          '2b',
          '3a',
          '3b',
          '4a',
          '4b',
        ]);
        expect(taken).to.have.length(9);
      });

      it('gives each entry to one taker only, and no more than asked for', async () => {
        await Promise.all(
          Array.from({ length: 40 }, (_, n) => saveAnew(store, `c${String(n)}`, {}, { effects: [referralEffect(`r${String(n)}`)] })),
        );
        const takes = await Promise.all([take(15, 60_000, 'a'), take(15, 60_000, 'b'), take(15, 60_000, 'c')]);
        expect(takes.every(taken => taken.length <= 15)).to.equal(true);
        const ids = takes.flat().map(({ id }) => id);
        expect(ids).to.have.length(40);
        expect(new Set(ids).size).to.equal(40);
      });

      it('gives an entry out again when its lease is over, counting, and no sooner', async () => {
        await saveAnew(store, 'c1', {}, { effects: [referralEffect('r1')] });
        expect((await take(10, 400, 'crashed')).map(({ attempts }) => attempts)).to.deep.equal([1]);
        expect(await take(10, 400, 'other')).to.deep.equal([]);
        await harness.pass(450);
        expect((await take(10, 400, 'other')).map(({ id, attempts }) => [id, attempts])).to.deep.equal([['r1', 2]]);
        await harness.pass(450);
        const [third] = await take(10, 400, 'other');
        expect(third?.attempts).to.equal(3);
        await store.outbox.done(third?.receipt ?? '');
        await harness.pass(450);
        expect(await take(10, 400, 'other')).to.deep.equal([]);
      });

      it('keeps its entries when the conversation is erased', async () => {
        const rev = await saveAnew(store, 'c1', {}, { effects: [referralEffect('r1')] });
        await store.conversations.erase('c1', rev);
        expect((await take()).map(({ id }) => id)).to.deep.equal(['r1']);
      });

      it('is still there when the store is opened again', async () => {
        await saveAnew(store, 'c1', {}, { effects: [referralEffect('r1')] });
        await store.close();
        const again = await open();
        expect((await again.outbox.take('worker', 10, 1000)).map(({ id }) => id)).to.deep.equal(['r1']);
      });
    });

    describe('referrals', () => {
      it('stores a referral once, however often it is put', async () => {
        expect(await store.referrals.put('r1', indexOf(), { n: 1 }, HOUR)).to.equal('stored');
        expect(await store.referrals.put('r1', indexOf({ status: 'closed', urgent: true }), { n: 2 }, HOUR)).to.equal('exists');
        expect(await store.referrals.get('r1')).to.deep.equal({ id: 'r1', index: indexOf(), value: { n: 1 }, rev: 1 });
        expect((await store.referrals.list({ offset: 0, limit: 10 })).total).to.equal(1);
      });

      it('stores one of many puts at the same instant', async () => {
        const puts = await Promise.all(Array.from({ length: 30 }, (_, n) => store.referrals.put('r1', indexOf(), { n }, HOUR)));
        expect(puts.filter(put => put === 'stored')).to.have.length(1);
      });

      it('finds a referral by its id and by its reference, and nothing by others', async () => {
        await store.referrals.put('r1', indexOf(), { n: 1 }, HOUR);
        expect((await store.referrals.findByReference('ABCD-EFGH'))?.id).to.equal('r1');
        expect(await store.referrals.findByReference('ZZZZ-ZZZZ')).to.equal(undefined);
        expect(await store.referrals.get('r2')).to.equal(undefined);
      });

      it('changes a referral only from the revision it was read at, with its audit line', async () => {
        await store.referrals.put('r1', indexOf(), { n: 1 }, HOUR);
        const accepted = indexOf({ status: 'accepted' });
        const lines = [auditLine({ record: 'r1' }), auditLine({ did: 'closed', record: 'r1' })];
        const race = await Promise.all(lines.map((line, n) => store.referrals.update('r1', accepted, { n: n + 2 }, 1, line)));
        expect(race.toSorted()).to.deep.equal(['conflict', 'saved']);
        expect(await store.referrals.get('r1')).to.deep.include({ index: accepted, rev: 2 });
        expect(await store.referrals.auditOf('r1')).to.have.length(1);
        expect(await store.referrals.update('r2', accepted, {}, 1, auditLine())).to.equal('conflict');
        expect(await store.referrals.auditOf('r2')).to.deep.equal([]);
      });

      it('keeps the audit trail of each referral, oldest first', async () => {
        await store.referrals.put('r1', indexOf(), { n: 1 }, HOUR);
        const lines = ['viewed', 'accepted', 'noted', 'closed'].map(did => auditLine({ did, record: 'r1' }));
        for (const line of lines.slice(0, 3)) await store.referrals.audit(line);
        await store.referrals.update('r1', indexOf({ status: 'closed' }), { n: 2 }, 1, auditLine({ did: 'closed', record: 'r1' }));
        await store.referrals.audit(auditLine({ record: 'r2' }));
        await store.referrals.audit(auditLine({ did: 'signed-in' }));
        expect(await store.referrals.auditOf('r1')).to.deep.equal(lines);
      });

      it('lists urgent referrals first, then the newest, page by page', async () => {
        const made = Array.from({ length: 230 }, (_, n) => {
          const submittedAt = new Date(Date.UTC(2026, 2, 1) + ((n * 7919) % 230) * 60_000).toISOString();
          return { id: `r${String(n)}`, ...indexOf({ reference: `REF-${String(n)}`, submittedAt, urgent: n % 9 === 0 }) };
        });
        await Promise.all(made.map(({ id, ...index }) => store.referrals.put(id, index, { id }, HOUR)));
        const wanted = made.toSorted(
          (a, b) => Number(b.urgent) - Number(a.urgent) || Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
        );
        const pages = await Promise.all([0, 50, 100, 150, 200, 250].map(offset => store.referrals.list({ offset, limit: 50 })));
        expect(pages.map(({ total, records }) => [total, records.length])).to.deep.equal([
          [230, 50],
          [230, 50],
          [230, 50],
          [230, 50],
          [230, 30],
          [230, 0],
        ]);
        expect(pages.flatMap(({ records }) => records)).to.deep.equal(wanted);
        expect(await store.referrals.list({ offset: 0, limit: 0 })).to.deep.equal({ total: 230, records: [] });
      });

      it('moves a referral in the list when it becomes urgent', async () => {
        await store.referrals.put('old', indexOf({ reference: 'OLD', submittedAt: '2026-03-01T10:00:00.000Z' }), {}, HOUR);
        await store.referrals.put('new', indexOf({ reference: 'NEW' }), {}, HOUR);
        await store.referrals.update(
          'old',
          indexOf({ reference: 'OLD', submittedAt: '2026-03-01T10:00:00.000Z', urgent: true }),
          {},
          1,
          auditLine(),
        );
        const { total, records } = await store.referrals.list({ offset: 0, limit: 10 });
        expect({ total, ids: records.map(({ id }) => id) }).to.deep.equal({ total: 2, ids: ['old', 'new'] });
      });

      it('forgets a referral when its retention is over, also in the list', async () => {
        await store.referrals.put('r1', indexOf(), {}, 1);
        await store.referrals.put('r2', indexOf({ reference: 'OTHER' }), {}, HOUR);
        await harness.pass(1100);
        expect(await store.referrals.get('r1')).to.equal(undefined);
        expect(await store.referrals.findByReference('ABCD-EFGH')).to.equal(undefined);
        expect((await store.referrals.list({ offset: 0, limit: 10 })).records.map(({ id }) => id)).to.deep.equal(['r2']);
      });
    });

    describeHandOver(() => store, harness.rawBytes);
    describeHistory(() => store, open, harness);
    describeKeptRecords(() => store, harness.pass);

    describe('the store as a whole', () => {
      it('answers, says that it is durable, and can be closed twice', async () => {
        await store.ping();
        expect((await store.durability()).durable).to.equal(true);
        await store.close();
        await store.close();
      });

      it('fails with StoreUnavailable once it is closed', async () => {
        await store.close();
        const codes = await Promise.all(
          [
            store.ping(),
            store.conversations.load('c1'),
            store.conversations.save('c1', {}, saving()),
            store.outbox.take('w', 1, 1),
            store.waysBack.put('n', 'c1', 60),
            store.waysBack.find('n'),
            store.waysBack.drop(['n']),
            store.referrals.get('r1'),
          ].map(call =>
            call.then(
              () => 'answered',
              (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : fault),
            ),
          ),
        );
        expect(codes).to.deep.equal(codes.map(() => 'store-unavailable'));
      });
    });
  });
}
