// Notices where something goes wrong between Teams and the store: nothing is lost, nothing waits for Teams, and what is drawn last is the newest.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readRoster } from '../../src/access/roster.js';
import { keepChangeNow } from '../../src/delivery/keep-change.js';
import { createKeepReferral } from '../../src/delivery/keep-referral.js';
import type { NoticeFacts } from '../../src/delivery/notice-facts.js';
import type { NoticeSender } from '../../src/delivery/notice-sender.js';
import type { Place } from '../../src/delivery/notice-shelf.js';
import { createOutboxWorker } from '../../src/delivery/run-outbox.js';
import { createNotices, type Notices } from '../../src/delivery/teams-notice.js';
import { readRecord } from '../../src/delivery/read-record.js';
import type { AuditLine, Json, OutboxEntry } from '../../src/storage/ports.js';
import { aReferral } from '../staff/a-referral.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';
import { realContent } from '../support/real-content.js';

const teams = { tenant: '7b0f9a52-0b6d-4a8e-9a53-1f6f0d8a2c11', user: '00000000-0000-4000-8000-000000000001' };
const roster = readRoster(JSON.stringify({ staff: [{ name: 'Amina', teams, roles: ['link-worker'], practices: ['F84000'] }] }));
const where: Place = { conversation: '19:a', kind: 'channel', serviceUrl: 'http://127.0.0.1/', bot: '28:w' };
const service = { retention: { conversationHours: 24, pausedDays: 14, referralDays: 30 } };
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A way to Teams that does what a test tells it. */
class Told implements NoticeSender {
  readonly posted: string[] = [];
  readonly drawn: NoticeFacts[] = [];
  posting: () => Promise<void> = () => Promise.resolve();
  updating: () => Promise<void> = () => Promise.resolve();
  post: NoticeSender['post'] = async (_where, { reference }) => {
    this.posted.push(reference);
    await this.posting();
    return { kind: 'posted', activity: `m${String(this.posted.length)}` };
  };
  update: NoticeSender['update'] = async (_where, _activity, facts) => {
    await this.updating();
    this.drawn.push(facts);
    return 'shown';
  };
}

describe('notices when something goes wrong', () => {
  let real: TemporaryStore;
  let sender: Told;
  let notices: Notices;
  const make = (patienceMs?: number): Notices => {
    const { store, clock } = real;
    const parts = { store: store.notices, referrals: store.referrals, service, clock, logger };
    const made = createNotices({ ...parts, ...(patienceMs !== undefined && { patienceMs }) });
    made.sendBy({ sender, roster });
    return made;
  };
  const referral = aReferral({ submittedAt: '2026-11-22T09:00:00.000Z' });
  // Safe: a referral is plain JSON.
  const entry: OutboxEntry = { id: referral.id, kind: 'referral', payload: referral as unknown as Json };
  const fails = async (work: Promise<void>): Promise<string> => {
    const fault: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return fault instanceof Error ? fault.message : '';
  };
  const keep = (): ReturnType<typeof createKeepReferral> =>
    createKeepReferral({ referrals: real.store.referrals, ttlSeconds: 3600, content: realContent(), clock: real.clock });
  const accept = async (): Promise<boolean> => {
    const stored = await real.store.referrals.get(referral.id);
    const open = stored && readRecord(stored);
    if (!open) throw new Error('it is not kept');
    return (
      await keepChangeNow({ referrals: real.store.referrals, service, clock: real.clock }, open, { kind: 'accept' }, { name: 'Amina' })
    ).done;
  };

  beforeEach(async () => {
    real = await temporaryStore();
    sender = new Told();
    notices = make();
    await notices.begin({ where, practices: ['F84000'], by: teams, at: real.clock().toISOString() }, 'Amina');
  });
  afterEach(() => real.remove());

  it('sends again what failed, and once it is sent no more', async () => {
    sender.posting = () => Promise.reject(new Error('away'));
    expect(await fails(notices.sink.deliver(entry))).to.equal('away');
    sender.posting = () => Promise.resolve();
    await notices.sink.deliver(entry);
    await make().sink.deliver(entry);
    expect(sender.posted).to.have.length(2);
  });

  it('waits for a server that is sending just now, and sends again where that one died', async () => {
    sender.posting = () => new Promise(() => undefined);
    const dying = make(20);
    expect(await fails(dying.sink.deliver(entry))).to.include('It takes long');
    expect(await fails(notices.sink.deliver(entry))).to.include('Somebody is sending');
    expect(sender.posted).to.have.length(1);
    real.clock.forward(61_000);
    sender.posting = () => Promise.resolve();
    await notices.sink.deliver(entry);
    expect(sender.posted).to.have.length(2);
    await notices.sink.deliver(entry);
    expect(sender.posted).to.have.length(2);
  });

  it('never keeps a referral from being kept, nor others from being delivered', async () => {
    sender.posting = () => new Promise(() => undefined);
    const other = aReferral({ id: 'c9-1', reference: 'ZZ2C-D3EF', submittedAt: referral.submittedAt });
    for (const one of [referral, other]) {
      const effects = [{ ...entry, id: one.id, payload: one as unknown as Json }];
      await real.store.conversations.save(one.id, {}, { rev: 0, ttlSeconds: 60, effects });
    }
    const { outbox, referrals } = real.store;
    const worker = createOutboxWorker({ outbox, sinks: [keep(), make(20).sink], clock: real.clock, logger, consumer: 'c' });
    expect(await worker.drainOnce()).to.equal(0);
    expect([await referrals.get(referral.id), await referrals.get(other.id)].map(one => one?.index.status)).to.deep.equal([
      'requested',
      'requested',
    ]);
  });

  it('draws what was changed while the message was on its way', async () => {
    await keep().deliver(entry);
    sender.posting = async () => {
      expect(await accept()).to.equal(true);
    };
    await notices.sink.deliver(entry);
    expect(sender.drawn.map(({ status, assigned }) => [status, assigned])).to.deep.equal([['accepted', 'Amina']]);
  });

  it('draws again where another server changed it meanwhile, so that the newest is last', async () => {
    await keep().deliver(entry);
    await notices.sink.deliver(entry);
    await accept();
    let between = async (): Promise<void> => {
      between = () => Promise.resolve();
      const stored = await real.store.referrals.get(referral.id);
      const open = stored && readRecord(stored);
      const parts = { referrals: real.store.referrals, service, clock: real.clock };
      if (open) await keepChangeNow(parts, open, { kind: 'close', reason: 'helped' }, { name: 'Bilal' });
      await make().refresh(referral.id);
    };
    sender.updating = () => between();
    await notices.refresh(referral.id);
    expect(sender.drawn.at(-1)?.status).to.equal('completed');
    expect(sender.drawn.map(({ status }) => status)).to.deep.equal(['completed', 'accepted', 'completed']);
  });

  it('tells nothing of a change that is not saved yet, and comes to rest where it never is', async () => {
    await keep().deliver(entry);
    await notices.sink.deliver(entry);
    const changed = { id: 'x', kind: 'changed' as const, payload: { referralId: referral.id, rev: 2, at: real.clock().toISOString() } };
    expect(await fails(notices.sink.deliver(changed))).to.include('not saved yet');
    real.clock.forward(11_000);
    await notices.sink.deliver(changed);
    expect(sender.drawn).to.deep.equal([]);
  });

  it('sends nothing for whoever left, nothing that is old news, and nothing from a process without Teams', async () => {
    const left = createNotices({ store: real.store.notices, referrals: real.store.referrals, service, clock: real.clock, logger });
    expect(await fails(left.sink.deliver(entry))).to.include('does not speak to Teams');
    left.sendBy({ sender, roster: { find: () => undefined, all: () => [] } });
    await left.sink.deliver(entry);
    const demoted = readRoster(JSON.stringify({ staff: [{ name: 'Amina', teams, roles: ['receptionist'] }] }));
    left.sendBy({ sender, roster: demoted });
    await left.sink.deliver(entry);
    const moved = readRoster(JSON.stringify({ staff: [{ name: 'Amina', teams, roles: ['link-worker'], practices: ['OTHER1'] }] }));
    left.sendBy({ sender, roster: moved });
    await left.sink.deliver(entry);
    real.clock.forward(4 * 24 * 3_600_000);
    await notices.sink.deliver(entry);
    expect(sender.posted).to.deep.equal([]);
  });

  it('keeps account of who set them up and ended them, and of chats that are gone', async () => {
    const lines: string[] = [];
    const referrals = {
      ...real.store.referrals,
      audit: async (line: AuditLine) => {
        lines.push(`${line.who} ${line.did}`);
        await real.store.referrals.audit(line);
      },
    };
    const counted = createNotices({ store: real.store.notices, referrals, service, clock: real.clock, logger });
    const subscription = { where: { ...where, conversation: '19:b' }, by: teams, at: real.clock().toISOString() };
    await counted.begin(subscription, 'Amina');
    expect([await counted.end(subscription.where, 'Bilal'), await counted.end(subscription.where, 'Bilal')]).to.deep.equal([true, false]);
    counted.sendBy({
      roster,
      sender: { update: sender.update, post: () => Promise.resolve({ kind: 'gone', why: 'BotNotInConversationRoster' }) },
    });
    await counted.sink.deliver(entry);
    await counted.sink.deliver({ ...entry });
    expect(lines).to.deep.equal(['Amina notices-begun', 'Bilal notices-ended', 'Waymark notices-ended']);
  });
});
