// What every store must do with a referral whose danger nobody has acted on yet: it stands first, and it never goes away by itself.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AuditLine, RecordIndex, Store } from '../../src/storage/ports.js';

const [reference, other] = ['ABCD-EFGH', 'OTHR-OTHR'];

function indexOf(over: Partial<RecordIndex> = {}): RecordIndex {
  return { reference, submittedAt: '2026-03-02T10:00:00.000Z', urgent: true, status: 'requested', practice: 'A81001', ...over };
}

const line: AuditLine = { at: '2026-03-02T11:00:00.000Z', who: 'Amina', did: 'flags-spoke', record: 'r1' };

/** Runs this part of the contract; `pass` lets time pass for the store. */
export function describeKeptRecords(storeNow: () => Store, pass: (ms: number) => Promise<void>): void {
  const idsOf = async (): Promise<readonly string[]> =>
    (await storeNow().referrals.list({ offset: 0, limit: 10 })).records.map(({ id }) => id);
  const isWhole = async (): Promise<boolean> => {
    const { referrals } = storeNow();
    const [byId, byReference, ids] = [await referrals.get('r1'), await referrals.findByReference(reference), await idsOf()];
    return byId !== undefined && byReference?.id === 'r1' && ids.includes('r1');
  };

  describe('referrals that are kept', () => {
    it('lists danger told plainly first, then danger heard, then urgent, then the newest', async () => {
      const { referrals } = storeNow();
      const made: readonly (readonly [string, Partial<RecordIndex>])[] = [
        ['new', { urgent: false, submittedAt: '2026-03-05T10:00:00.000Z' }],
        ['urgent', { submittedAt: '2026-03-04T10:00:00.000Z' }],
        ['ask', { flagged: 'ask', submittedAt: '2026-03-03T10:00:00.000Z' }],
        ['act-old', { flagged: 'act', submittedAt: '2026-03-01T10:00:00.000Z' }],
        ['act', { flagged: 'act', submittedAt: '2026-03-02T10:00:00.000Z' }],
      ];
      for (const [id, over] of made) await referrals.put(id, indexOf({ reference: id, ...over }), {}, 3600);
      expect(await idsOf()).to.deep.equal(['act', 'act-old', 'ask', 'urgent', 'new']);
      expect((await referrals.get('act'))?.index).to.deep.equal(indexOf({ reference: 'act', flagged: 'act' }));
      await referrals.update('act', indexOf({ reference: 'act' }), {}, 1, line);
      expect(await idsOf()).to.deep.equal(['act-old', 'ask', 'urgent', 'act', 'new']);
    });

    it('outlive every time of expiry when put to be kept, and go when an update gives them one', async () => {
      const { referrals } = storeNow();
      await referrals.put('r1', indexOf({ flagged: 'act' }), { n: 1 }, 'kept');
      await referrals.put('r2', indexOf({ reference: other }), {}, 1);
      await pass(1100);
      expect([await isWhole(), await idsOf()]).to.deep.equal([true, ['r1']]);
      expect(await referrals.update('r1', indexOf(), { n: 2 }, 1, line, 1)).to.equal('saved');
      expect(await isWhole()).to.equal(true);
      await pass(1100);
      expect(await referrals.get('r1')).to.equal(undefined);
      expect(await referrals.findByReference(reference)).to.equal(undefined);
      expect(await idsOf()).to.deep.equal([]);
    });

    it('are kept from an update on, and stay so through those that say nothing of it', async () => {
      const { referrals } = storeNow();
      await referrals.put('r1', indexOf({ urgent: false }), { n: 1 }, 1);
      expect(await referrals.update('r1', indexOf({ flagged: 'ask' }), { n: 2 }, 1, line, 'kept')).to.equal('saved');
      expect(await referrals.update('r1', indexOf({ flagged: 'ask', status: 'accepted' }), { n: 3 }, 2, line)).to.equal('saved');
      await pass(1100);
      expect(await isWhole()).to.equal(true);
      expect((await referrals.get('r1'))?.value).to.deep.equal({ n: 3 });
    });

    it('keep their time of expiry in updates that say nothing of it', async () => {
      const { referrals } = storeNow();
      await referrals.put('r1', indexOf(), { n: 1 }, 1);
      await referrals.update('r1', indexOf({ status: 'accepted' }), { n: 2 }, 1, line);
      await pass(1100);
      expect([await referrals.get('r1'), await idsOf()]).to.deep.equal([undefined, []]);
    });

    it('change nothing of the lifetime when somebody else was quicker', async () => {
      const { referrals } = storeNow();
      await referrals.put('r1', indexOf({ flagged: 'act' }), { n: 1 }, 'kept');
      expect(await referrals.update('r1', indexOf({ flagged: 'act' }), { n: 2 }, 1, line)).to.equal('saved');
      expect(await referrals.update('r1', indexOf(), { n: 3 }, 1, line, 1)).to.equal('conflict');
      await pass(1100);
      expect(await isWhole()).to.equal(true);
      expect(await referrals.auditOf('r1')).to.have.length(1);
    });

    it('are closed by one of two, or flagged anew by the other, and always as the last one left them', async () => {
      const { referrals } = storeNow();
      for (let n = 0; n < 20; n += 1) {
        const id = `r-${String(n)}`;
        const index = indexOf({ reference: `R-${String(n)}`, flagged: 'act' });
        const { flagged: _, ...closed } = index;
        await referrals.put(id, index, {}, 'kept');
        const won = await Promise.all([
          referrals.update(id, closed, { closed: true }, 1, line, 3600),
          referrals.update(id, index, { closed: false }, 1, line, 'kept'),
        ]);
        expect(won.toSorted()).to.deep.equal(['conflict', 'saved']);
      }
      // What was raised for a change that was not saved is put right when it is seen.
      await idsOf();
      const { records } = await referrals.list({ offset: 0, limit: 100 });
      const flags = records.map(({ flagged }) => (flagged === undefined ? 1 : 0));
      expect(records).to.have.length(20);
      expect(flags).to.deep.equal(flags.toSorted());
    });

    it('can be put again under the id of one that expired', async () => {
      const { referrals } = storeNow();
      await referrals.put('r1', indexOf(), { n: 1 }, 1);
      await pass(1100);
      expect(await referrals.get('r1')).to.equal(undefined);
      expect(await referrals.put('r1', indexOf({ flagged: 'act' }), { n: 2 }, 'kept')).to.equal('stored');
      await pass(1100);
      expect(await isWhole()).to.equal(true);
      expect((await referrals.list({ offset: 0, limit: 10 })).total).to.equal(1);
    });
  });
}
