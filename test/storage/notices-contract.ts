// What every store must do for notices: keep each thing whole under its name by compare-and-set, sealed; and tell of a change of a record in the outbox.
import { expect } from 'chai';
import { it } from 'mocha';
import type { OutboxEntry, RecordIndex, Store } from '../../src/storage/ports.js';

const index: RecordIndex = {
  reference: 'AB2C-D3EF',
  submittedAt: '2026-03-02T10:00:00.000Z',
  urgent: false,
  status: 'requested',
  practice: 'X',
};
const line = { at: '2026-03-02T11:00:00.000Z', who: 'somebody', did: 'accepted', record: 'r1' };
const changed: OutboxEntry = { id: 'r1#2', kind: 'changed', payload: { referralId: 'r1', rev: 2 } };

/** How a test reaches the store. */
export interface NoticesHarness {
  readonly store: () => Store;
  readonly again: () => Promise<Store>;
  readonly pass: (ms: number) => Promise<void>;
  readonly rawBytes: () => Promise<Buffer>;
}

/** The tests, to be called within a describe of the store's own. */
export function describeNotices({ store, again, pass, rawBytes }: NoticesHarness): void {
  const revOf = async (name: string): Promise<number> => {
    const loaded = await store().notices.load(name);
    return loaded.found === 'value' ? loaded.rev : 0;
  };

  it('keeps each thing under its name, also for a store opened later', async () => {
    expect(await store().notices.load('places')).to.deep.equal({ found: 'none' });
    expect(await store().notices.save('places', { a: [1] }, 0, 'kept')).to.equal('saved');
    expect(await store().notices.save('posts r1', { b: 2 }, 0, 60)).to.equal('saved');
    const later = await again();
    expect(await later.notices.load('places')).to.deep.include({ found: 'value', value: { a: [1] } });
    expect(await later.notices.load('posts r1')).to.deep.include({ value: { b: 2 } });
  });

  it('lets one of many who read the same write, whatever there was', async () => {
    const race = async (): Promise<number> => {
      const rev = await revOf('places');
      const ends = await Promise.all(Array.from({ length: 40 }, (_, n) => store().notices.save('places', { n }, rev, 'kept')));
      return ends.filter(end => end === 'saved').length;
    };
    expect([await race(), await race()]).to.deep.equal([1, 1]);
    expect(await store().notices.save('places', {}, 7, 'kept')).to.equal('conflict');
  });

  it('forgets what has a lifetime, and begins anew in its place', async () => {
    await store().notices.save('posts r1', { n: 1 }, 0, 1);
    const rev = await revOf('posts r1');
    await store().notices.save('places', { n: 1 }, 0, 'kept');
    await pass(1100);
    expect(await store().notices.load('posts r1')).to.deep.equal({ found: 'none' });
    expect(await store().notices.save('posts r1', { n: 2 }, rev, 60)).to.equal('conflict');
    expect(await store().notices.save('posts r1', { n: 3 }, 0, 60)).to.equal('saved');
    expect(await revOf('places')).to.be.greaterThan(0);
  });

  it('shows nothing of them to whoever reads what lies there', async () => {
    await store().notices.save('secret name', { conversation: 'secret conversation' }, 0, 'kept');
    const bytes = await rawBytes();
    expect(bytes.includes('secret')).to.equal(false);
  });

  it('tells of a change that was saved in the outbox', async () => {
    const { referrals, outbox } = store();
    await referrals.put('r1', index, { n: 1 }, 3600);
    expect(await referrals.update('r1', index, { n: 2 }, 1, line, 'as-it-was', [changed])).to.equal('saved');
    const [entry, ...more] = await outbox.take('c', 10, 1000);
    expect([more.length, entry?.id, entry?.kind]).to.deep.equal([0, 'r1#2', 'changed']);
    expect(entry?.payload).to.deep.equal(changed.payload);
    if (entry) await outbox.done(entry.receipt);
    expect(await referrals.update('r1', index, { n: 3 }, 2, line)).to.equal('saved');
    expect(await outbox.size(), 'nothing where nothing is to be told').to.equal(0);
  });
}
