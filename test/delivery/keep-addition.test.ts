// Danger told after a referral was sent is put to it, once, and is never dropped.
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createKeepReferral } from '../../src/delivery/keep-referral.js';
import { closeFlags } from '../../src/delivery/flagged.js';
import { indexOfRecord } from '../../src/delivery/record-index.js';
import { readReferralRecord, writeReferralRecord, type ReferralRecord } from '../../src/delivery/referral-record.js';
import type { Sink } from '../../src/delivery/sink.js';
import type { ReferralStore } from '../../src/storage/ports.js';
import { aReferral } from '../staff/a-referral.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';
import { additionEntry, aFlag, content, entryOf, monday } from './a-duty.js';

const day = 86_400;

describe('danger told after sending', () => {
  let world: TemporaryStore;
  let sink: Sink;
  const { id } = aReferral();

  beforeEach(async () => {
    world = await temporaryStore(monday);
    sink = sinkOver(world.store.referrals);
  });
  afterEach(() => world.remove());

  const sinkOver = (referrals: ReferralStore): Sink => createKeepReferral({ referrals, ttlSeconds: day, content, clock: world.clock });
  const recordOf = async (): Promise<ReferralRecord> => {
    const stored = await world.store.referrals.get(id);
    const record = stored && readReferralRecord(stored.value);
    if (record === undefined) throw new Error('there is no such record');
    return record;
  };
  const change = async (next: (record: ReferralRecord) => ReferralRecord): Promise<void> => {
    const stored = await world.store.referrals.get(id);
    const record = next(await recordOf());
    const line = { at: monday, who: 'Amina', did: 'closed', record: id };
    await world.store.referrals.update(id, indexOfRecord(record), writeReferralRecord(record), stored?.rev ?? 0, line, day);
  };

  it('makes a routine referral one that needs a person today, at the top of the list and kept for good', async () => {
    await sink.deliver(entryOf(aReferral()));
    expect((await recordOf()).flagged).to.equal(undefined);
    await sink.deliver(additionEntry('a1'));
    const record = await recordOf();
    expect(record.referral.flags).to.deep.equal([aFlag()]);
    expect([record.referral.urgency, record.flagged?.open]).to.deep.equal(['same-day', true]);
    world.clock.forward(400 * day * 1000);
    const { records } = await world.store.referrals.list({ offset: 0, limit: 5 });
    expect(records).to.deep.equal([{ id, ...indexOfRecord(record) }]);
    expect(records[0]).to.include({ flagged: 'act', urgent: true });
    expect((await world.store.referrals.auditOf(id)).map(({ who, did }) => `${who} ${did}`)).to.deep.equal(['Waymark flags-added']);
  });

  it('is added once, however often and by however many it is delivered', async () => {
    await sink.deliver(entryOf(aReferral()));
    await Promise.all(Array.from({ length: 6 }, () => sink.deliver(additionEntry('a1'))));
    await Promise.all(['a2', 'a3', 'a1'].map(one => sink.deliver(additionEntry(one, { flags: [aFlag({ rule: one })] }))));
    const record = await recordOf();
    expect(record.referral.flags.map(({ rule }) => rule).toSorted()).to.deep.equal(['a2', 'a3', 'en-GB:want-to-die']);
    expect(record.additions?.toSorted()).to.deep.equal(['a1', 'a2', 'a3']);
  });

  it('raises urgency as far as its kind asks, and never lowers it', async () => {
    await sink.deliver(entryOf(aReferral()));
    const urgencies: string[] = [];
    for (const [n, flag] of [aFlag({ tier: 'ask' }), aFlag({ kind: 'destitution' }), aFlag(), aFlag({ tier: 'ask' })].entries()) {
      await sink.deliver(additionEntry(`a${String(n)}`, { flags: [flag] }));
      urgencies.push(`${(await recordOf()).referral.urgency} ${(await world.store.referrals.get(id))?.index.flagged ?? 'none'}`);
    }
    expect(urgencies).to.deep.equal(['urgent ask', 'urgent act', 'same-day act', 'same-day act']);
  });

  it('opens flags that somebody had acted on, and a referral that was closed, and forgets nothing that was done', async () => {
    await sink.deliver(entryOf(aReferral({ flags: [aFlag()], urgency: 'same-day' })));
    const closing = { outcome: 'spoke', detail: 'A plan for tonight', at: monday, who: 'Amina' } as const;
    await change(record => ({
      ...record,
      status: 'completed',
      history: [{ at: monday, who: 'Amina', status: 'completed', reason: 'helped' }],
      ...(record.flagged && { flagged: closeFlags(record.flagged, closing) }),
    }));
    expect((await world.store.referrals.get(id))?.index).not.to.have.property('flagged');
    await sink.deliver(additionEntry('a1'));
    const record = await recordOf();
    expect(record.flagged).to.deep.equal({ open: true, since: monday, earlier: [closing] });
    expect(record.status).to.equal('requested');
    expect(record.history.map(({ who, status, reason }) => [who, status, reason])).to.deep.equal([
      ['Amina', 'completed', 'helped'],
      ['Waymark', 'requested', undefined],
    ]);
    world.clock.forward(3 * day * 1000);
    expect(await world.store.referrals.get(id)).not.to.equal(undefined);
  });

  it('gives way to whoever changes the record at the same moment, and is added after them', async () => {
    await sink.deliver(entryOf(aReferral()));
    let busy = 3;
    const referrals: ReferralStore = {
      ...world.store.referrals,
      update: async (...args) => {
        busy -= 1;
        if (busy >= 0) await change(record => ({ ...record, notes: [...record.notes, { at: monday, who: 'Amina', text: String(busy) }] }));
        return world.store.referrals.update(...args);
      },
    };
    await sinkOver(referrals).deliver(additionEntry('a1'));
    const record = await recordOf();
    expect([record.notes.length, record.referral.flags.length]).to.deep.equal([3, 1]);
    busy = 100;
    const fault: unknown = await sinkOver(referrals)
      .deliver(additionEntry('a2'))
      .catch((thrown: unknown) => thrown);
    expect(fault).to.include({ code: 'record-busy' });
  });

  it('makes a record of its own where the referral is no longer kept', async () => {
    await sink.deliver(entryOf(aReferral()));
    world.clock.forward(2 * day * 1000);
    expect(await world.store.referrals.get(id)).to.equal(undefined);
    await sink.deliver(additionEntry('a1'));
    await sink.deliver(additionEntry('a1'));
    const record = await recordOf();
    expect(record.referral.flags).to.deep.equal([aFlag()]);
    expect(record.referral).to.deep.include({ urgency: 'same-day', needs: [] });
    expect(record.referral.reference).to.match(/^[2-9A-Y]{4}-[2-9A-Y]{4}$/u);
    expect((await world.store.referrals.findByReference(record.referral.reference))?.id).to.equal(id);
    const known = additionEntry('b1', { referralId: 'other', reference: 'WX4Y-W5AA' });
    await sink.deliver(known);
    expect((await world.store.referrals.findByReference('WX4Y-W5AA'))?.id).to.equal('other');
  });

  it('refuses what is no addition, naming places and never what stands there', async () => {
    for (const payload of [null, {}, { v: 1, referralId: id, at: monday, flags: [] }, { v: 1, referralId: id, at: 'Zofia', flags: [] }]) {
      const fault: unknown = await sink.deliver({ id: 'a', kind: 'addition', payload }).catch((thrown: unknown) => thrown);
      expect(fault).to.include({ code: 'addition-shape' });
      expect(JSON.stringify(fault)).not.to.include('Zofia');
    }
  });

  it('leaves a record of a newer server to that', async () => {
    const index = { reference: 'NEWW-NEWW', submittedAt: monday, urgent: false, status: 'odd', practice: '' };
    await world.store.referrals.put(id, index, { v: 2 }, day);
    const fault: unknown = await sink.deliver(additionEntry('a1')).catch((thrown: unknown) => thrown);
    expect(fault).to.include({ code: 'record-newer' });
  });
});
