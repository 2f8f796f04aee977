// From what a person tells to the link worker's page: red flags stand first, stay until somebody has acted, and nobody can close round them.
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createKeepReferral } from '../../src/delivery/keep-referral.js';
import { createRaiseUnopened } from '../../src/delivery/raise-unopened.js';
import { createOutboxWorker } from '../../src/delivery/run-outbox.js';
import { createTellDuty, createTellDutySink } from '../../src/delivery/tell-duty.js';
import type { Mail } from '../../src/delivery/send-mail.js';
import type { Effect } from '../../src/conversation/reply.js';
import type { Json, OutboxEntry } from '../../src/storage/ports.js';
import { silentLogger } from '../../src/storage/silent-logger.js';
import { Dialogue } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';
import { aReferral, keep } from './a-referral.js';
import { hiddenOf, signedIn, startStaffServer, type StaffServer, type Visitor } from './staff-server.js';

const danger = 'I am going to kill myself <tonight>';
const dayMs = 24 * 3_600_000;

function entryOf(effect: Effect): OutboxEntry {
  if (effect.kind === 'unmet') throw new Error('nothing near was looked for');
  // Safe: both are plain data.
  const payload = (effect.kind === 'referral' ? effect.referral : effect.addition) as unknown as Json;
  return { id: effect.id, kind: effect.kind, payload };
}

describe('red flags on the worklist', () => {
  let server: StaffServer;
  let amina: Visitor;
  const mails: Mail[] = [];
  const content = realContent();
  const { service } = content;

  beforeEach(async () => {
    server = await startStaffServer();
    server.clock.forward(21 * 3_600_000); // Monday, as it opens
    amina = await signedIn(server);
    mails.length = 0;
  });
  afterEach(async () => server.stop());

  const tell = createTellDuty({
    service,
    sendMail: mail => Promise.resolve(void mails.push(mail)),
    publicUrl: 'https://help.example.org',
    logger: silentLogger,
    observer: () => undefined,
  });
  let episodes = 0;
  /** Brings what a conversation sent to the worklist, as the server does. */
  const deliver = async (effects: readonly Effect[]): Promise<void> => {
    const { store, clock, referrals } = server;
    episodes += 1;
    await store.conversations.save(`c${String(episodes)}`, {}, { rev: 0, ttlSeconds: 3600, effects: effects.map(entryOf) });
    const sinks = [createKeepReferral({ referrals, ttlSeconds: 30 * 86_400, content, clock }), createTellDutySink({ tell, referrals })];
    await createOutboxWorker({ outbox: store.outbox, sinks, clock, logger: silentLogger, consumer: 'test' }).drainOnce();
  };
  const sentThenTold = async (): Promise<string> => {
    const dialogue = new Dialogue({ start: '2026-11-23T08:00:00.000Z' }).until('review').answers('send').says(danger);
    await deliver(dialogue.effects);
    return `/worklist/${dialogue.referrals[0]?.reference ?? ''}`;
  };
  const wordsOf = (body: string): string => body.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
  const post = async (path: string, form: Readonly<Record<string, string>>) =>
    amina.post(path, { ...hiddenOf((await amina.get(path)).body), ...form });
  const spoke = { do: 'close-flags', outcome: 'spoke', 'detail-spoke': 'Her sister is with her tonight' };

  it('stand first in the list when they are told after sending, in words, and without what was told', async () => {
    await keep(server.referrals, aReferral({ urgency: 'urgent', submittedAt: '2026-11-23T08:59:00.000Z' }));
    const path = await sentThenTold();
    const { body } = await amina.get('/worklist');
    const rows = body.split('<tr').slice(2).map(wordsOf);
    expect(rows[0]).to.include(path.slice('/worklist/'.length)).and.to.include('Needs a person today');
    expect(rows[1]).to.include('AB2C-D3EF').and.to.include('Urgent');
    expect(body).not.to.include('kill').and.not.to.include('suicide');
  });

  it('stand whole on the page of the person, with whom they go to and what was promised', async () => {
    const { body } = await amina.get(await sentThenTold());
    expect(body).to.include(`<blockquote lang="en-GB" dir="auto">I am going to kill myself &lt;tonight&gt;</blockquote>`);
    const words = wordsOf(body);
    expect(words).to.include('Needs a person today').and.to.include('Thoughts of suicide or self-harm : told plainly');
    expect(words).to.match(/23 November 2026 at \d\d:\d\d\. Rule: en-GB:[a-z-]+/u);
    expect(words).to.include('Flags go to the clinical duty contact: Dr Day , Duty doctor, 020 7946 0124');
    expect(words).to.include('Nobody was told that anyone is watching. Out of hours nothing was promised for today.');
  });

  it('cannot be closed round: the referral stays open until somebody says what was done', async () => {
    const path = await sentThenTold();
    const refused = await post(path, { do: 'close', reason: 'helped' });
    expect(refused.status).to.equal(409);
    expect(wordsOf(refused.body)).to.include('It has red flags that nobody has acted on. Write down above what was done about them');
    expect((await post(path, spoke)).status).to.equal(303);
    expect((await post(path, { do: 'close', reason: 'helped' })).status).to.equal(303);
  });

  it('are acted on only with what each outcome asks for, kindly told', async () => {
    const path = await sentThenTold();
    const said = async (form: Readonly<Record<string, string>>): Promise<string> => {
      const answer = await post(path, { do: 'close-flags', ...form });
      expect(answer.status, JSON.stringify(form)).to.equal(400);
      return wordsOf(/<p class="error" id="flag-fault" role="alert">([^<]*)/u.exec(answer.body)?.[1] ?? '');
    };
    expect(await said({})).to.equal('Choose what was done about the red flags.');
    expect(await said({ outcome: 'not-reached' })).to.equal('Choose what was done about the red flags.');
    expect(await said({ outcome: 'spoke', 'detail-passed-to-clinician': 'Dr Day' })).to.include('what was agreed');
    expect(await said({ outcome: 'passed-to-clinician' })).to.include('name of the clinician');
    expect(await said({ outcome: 'safeguarding-referral' })).to.include('where the safeguarding referral was sent');
    expect(await said({ outcome: 'not-reached-escalated', 'detail-not-reached-escalated': ' ' })).to.include('not reached is not enough');
    expect(await said({ ...spoke, 'detail-spoke': 'x'.repeat(301) })).to.include('up to 300 characters');
    const again = await post(path, { do: 'close-flags', outcome: 'spoke', 'detail-safeguarding-referral': '"><b>MASH' });
    expect(again.body)
      .to.include('value="&quot;&gt;&lt;b&gt;MASH"')
      .and.to.match(/id="outcome-spoke"[^>]* checked/u);
  });

  it('leave the top of the list when they are acted on, with who did it and what, and no words in the audit trail', async () => {
    const path = await sentThenTold();
    const done = await amina.get((await post(path, spoke)).location ?? '');
    expect(wordsOf(done.body))
      .to.include('What was done about the red flags is kept.')
      .and.to.include('Spoke with the person : Her sister is with her');
    expect(done.body).not.to.include('Keep this');
    expect((await amina.get('/worklist')).body).not.to.include('Needs a person today');
    const stored = await server.referrals.findByReference(path.slice('/worklist/'.length));
    const trail = await server.referrals.auditOf(stored?.id ?? '');
    expect(trail.map(({ did }) => did).filter(did => did !== 'viewed')).to.deep.equal(['flags-added', 'opened', 'flags-spoke']);
    expect(JSON.stringify(trail)).not.to.include('sister').and.not.to.include('kill');
    expect((await post(path, spoke)).status).to.equal(409);
  });

  it('keep a referral beyond its time while nobody has acted, and from then on as long as any other', async () => {
    const path = await sentThenTold();
    server.clock.forward(400 * dayMs);
    amina = await signedIn(server);
    expect((await amina.get(path)).status).to.equal(200);
    expect((await amina.get('/worklist')).body).to.include('Needs a person today');
    await post(path, spoke);
    server.clock.forward(29 * dayMs);
    amina = await signedIn(server);
    expect((await amina.get(path)).status).to.equal(200);
    server.clock.forward(2 * dayMs);
    amina = await signedIn(server);
    expect((await amina.get(path)).status).to.equal(404);
  });

  it('are raised again until somebody opens them, and told by mail without a word about the person', async () => {
    const path = await sentThenTold();
    const { referrals, clock } = server;
    const round = createRaiseUnopened({ referrals, tell, service, clock, logger: silentLogger });
    clock.forward(61 * 60_000);
    expect((await round()).raised).to.equal(1);
    expect(wordsOf((await amina.get('/worklist')).body)).to.include('Raised again 23 November 2026 at 10:01');
    expect(mails.map(({ to }) => to)).to.deep.equal([service.clinicalContact.email, service.clinicalContact.email]);
    expect(mails[1]?.text).to.include('Nobody had opened it by').and.to.include(`https://help.example.org${path}`);
    expect(JSON.stringify(mails)).not.to.match(/kill|suicide|self-harm|Sam|07911/u);
    const ben = await signedIn(server, 'Ben');
    await Promise.all([amina.get(path), ben.get(path)]);
    const stored = await referrals.findByReference(path.slice('/worklist/'.length));
    expect((await referrals.auditOf(stored?.id ?? '')).filter(({ did }) => did === 'opened')).to.have.length(1);
    expect((await amina.get('/worklist')).body).not.to.include('Raised again');
    expect(wordsOf((await amina.get(path)).body)).to.match(/First opened by (Amina|Ben)/u);
    clock.forward(120 * 60_000);
    expect((await round()).raised).to.equal(0);
  });

  it('are looked at first, and not "today", where danger was only heard', async () => {
    const flags = [{ kind: 'child', tier: 'ask', rule: 'en-GB:x', at: '2026-11-23T08:00:00.000Z' }] as const;
    await keep(server.referrals, aReferral({ flags, urgency: 'urgent' }));
    const { body } = await amina.get('/worklist');
    expect(body).to.include('Look at this first').and.not.to.include('Needs a person today');
  });

  it('show a person who asked for a call after urgent help as just that', async () => {
    const dialogue = new Dialogue().until('mind.words').says(danger).answers(true).skips().says('07911 123456');
    await deliver(dialogue.effects);
    expect((await amina.get('/worklist')).body).to.include('Asked for a call after urgent help');
    const words = wordsOf((await amina.get(`/worklist/${dialogue.referrals[0]?.reference ?? ''}`)).body);
    expect(words).to.include(
      'Asked for a call after urgent help. No name given No message was asked about: leave none. No other answer was shared.',
    );
    expect(words).to.include('+447911123456').and.to.include('no other answer was shared');
  });
});
