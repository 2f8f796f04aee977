// A referral in the outbox becomes a record that link workers can list.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createKeepReferral } from '../../src/delivery/keep-referral.js';
import { readReferralRecord, writeReferralRecord } from '../../src/delivery/referral-record.js';
import type { Sink } from '../../src/delivery/sink.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Json, OutboxEntry, Store } from '../../src/storage/ports.js';
import { nobodyYoung } from '../support/red-flags.js';
import { ringOf } from '../support/key-ring.js';
import { setClock } from '../support/set-clock.js';

function referralPayload(over: Readonly<Record<string, Json>> = {}): Json {
  const eligibility = { practice: { ods: 'A81001', name: 'Invented Surgery' }, age: 44 };
  return {
    v: 1,
    id: 'c-1',
    reference: 'ABCD-EFGH',
    submittedAt: '2026-03-02T10:00:00.000Z',
    urgency: 'routine',
    eligibility,
    words: [],
    ...over,
  };
}

function entryOf(payload: Json): OutboxEntry {
  return { id: 'c-1', kind: 'referral', payload };
}

const noRedFlags = { responses: new Map(), young: nobodyYoung, answers: [], rules: [] };

describe('keeping referrals', () => {
  let folder: string;
  let store: Store;
  let sink: Sink;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-keep-'));
    const clock = setClock('2026-03-02T10:00:00.000Z');
    store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
    sink = createKeepReferral({ referrals: store.referrals, ttlSeconds: 3600, clock, content: { redFlags: noRedFlags } });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('stores the whole referral once, however often it is delivered', async () => {
    await sink.deliver(entryOf(referralPayload()));
    await sink.deliver(entryOf(referralPayload({ reference: 'OTHER' })));
    const stored = await store.referrals.findByReference('ABCD-EFGH');
    expect(stored).to.deep.equal({
      id: 'c-1',
      rev: 1,
      index: { reference: 'ABCD-EFGH', submittedAt: '2026-03-02T10:00:00.000Z', urgent: false, status: 'requested', practice: 'A81001' },
      value: { v: 1, referral: referralPayload(), status: 'requested', notes: [], history: [] },
    });
  });

  it('keeps nothing of an unmet need: that is counted elsewhere', async () => {
    await sink.deliver({ id: 'u-1', kind: 'unmet', payload: { id: 'u-1', at: '2026-03-02T10:00:00.000Z', needs: ['food'], area: 'E1' } });
    expect((await store.referrals.list({ offset: 0, limit: 10 })).total).to.equal(0);
  });

  it('lists urgent and same-day referrals as urgent, and one without a practice too', async () => {
    for (const urgency of ['urgent', 'same-day']) {
      const id = `c-${urgency}`;
      await sink.deliver({ id, kind: 'referral', payload: referralPayload({ id, urgency, reference: urgency, eligibility: {} }) });
    }
    const { records } = await store.referrals.list({ offset: 0, limit: 10 });
    expect(records.map(({ urgent, practice }) => [urgent, practice])).to.deep.equal([
      [true, ''],
      [true, ''],
    ]);
  });

  it('refuses what is not a referral, naming places and never what stands there', async () => {
    for (const payload of [null, {}, referralPayload({ urgency: 'Zofia' }), referralPayload({ id: 'another' })]) {
      const fault: unknown = await sink.deliver(entryOf(payload)).catch((thrown: unknown) => thrown);
      expect(fault).to.include({ code: 'referral-shape' });
      expect(JSON.stringify(fault)).to.not.include('Zofia');
    }
  });

  it('gives staff a record that they can change and put back', async () => {
    await sink.deliver(entryOf(referralPayload()));
    const stored = await store.referrals.get('c-1');
    const record = stored && readReferralRecord(stored.value);
    if (stored === undefined || record === undefined) throw new Error('the record cannot be read');
    const note = { at: '2026-03-02T11:00:00.000Z', who: 'w1', text: 'Rang, no answer' };
    const changed = { ...record, status: 'accepted' as const, notes: [note] };
    const line = { at: note.at, who: 'w1', did: 'noted', record: 'c-1' };
    await store.referrals.update('c-1', { ...stored.index, status: 'accepted' }, writeReferralRecord(changed), 1, line);
    expect(readReferralRecord((await store.referrals.get('c-1'))?.value ?? null)).to.deep.equal(changed);
    expect(readReferralRecord({ v: 2 })).to.equal(undefined);
  });
});
