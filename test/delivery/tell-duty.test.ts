// Whoever is on duty is told by mail that a referral needs somebody, and nothing about whom; on a real SMTP server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createKeepReferral } from '../../src/delivery/keep-referral.js';
import { parseSmtpUrl, type SmtpPlace } from '../../src/delivery/parse-smtp-url.js';
import { createOutboxWorker, type OutboxWorker } from '../../src/delivery/run-outbox.js';
import { createSendMail, type MailTlsOptions } from '../../src/delivery/send-mail.js';
import { createTellDuty, createTellDutySink } from '../../src/delivery/tell-duty.js';
import type { OutboxEntry } from '../../src/storage/ports.js';
import { aReferral } from '../staff/a-referral.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { makeTlsCertificate, type TlsFiles } from '../support/tls-certificate.js';
import { additionEntry, aFlag, content, entryOf, keepingLogger, monday, service } from './a-duty.js';

const publicUrl = 'https://help.example.org';
const flagged = aReferral({ flags: [aFlag()], urgency: 'same-day' });

describe('telling whoever is on duty', () => {
  let world: TemporaryStore;
  let smtp: TestSmtpServer;
  let logger: ReturnType<typeof keepingLogger>;
  const ways: string[] = [];

  beforeEach(async () => {
    world = await temporaryStore(monday);
    smtp = await startSmtpServer();
    logger = keepingLogger();
    ways.length = 0;
  });
  afterEach(async () => {
    await smtp.stop();
    await world.remove();
  });

  const workerTo = (place?: SmtpPlace): OutboxWorker => {
    const { referrals, outbox } = world.store;
    const sendMail = place && createSendMail(place);
    const tell = createTellDuty({ service, sendMail, publicUrl, logger, observer: way => ways.push(way) });
    const sinks = [
      createKeepReferral({ referrals, ttlSeconds: 3600, content, clock: world.clock }),
      createTellDutySink({ tell, referrals }),
    ];
    return createOutboxWorker({ outbox, sinks, clock: world.clock, logger, consumer: 'test', random: () => 1 });
  };
  const here = (): SmtpPlace => parseSmtpUrl(`smtp://127.0.0.1:${String(smtp.port)}`);
  let saved = 0;
  const post = async (...effects: readonly OutboxEntry[]): Promise<void> => {
    saved += 1;
    await world.store.conversations.save(`c${String(saved)}`, {}, { rev: 0, ttlSeconds: 3600, effects });
  };

  it('says that there is one, since when and where, and nothing about the person', async () => {
    await post(entryOf(flagged), additionEntry('a1'));
    await workerTo(here()).drainOnce();
    expect(smtp.mails.map(({ to }) => to)).to.deep.equal([['duty@riverside.example.org'], ['duty@riverside.example.org']]);
    const [first, second] = smtp.mails.map(({ raw }) => raw);
    expect(first).to.include('Subject: A referral needs a person today').and.to.include('Reference: AB2C-D3EF');
    expect(first).to.include('It was sent: Friday').and.to.include('https://help.example.org/worklist/AB2C-D3EF');
    expect(first).to.include('From: hello@riverside.example.org').and.to.include('Message-ID: <c1-1@riverside.example.org>');
    expect(second).to.include('Something was added to it: Monday').and.to.include('Message-ID: <a1@riverside.example.org>');
    const { contact, person, needs } = flagged;
    const secrets = [
      contact.name,
      'Carter',
      contact.phone,
      contact.email,
      person.dateOfBirth,
      needs[0]?.label,
      'die',
      'self-harm',
      'suicide',
    ];
    for (const secret of secrets) expect(`${first ?? ''}${second ?? ''}`, secret).not.to.include(secret);
    expect(ways).to.deep.equal(['e-mail', 'e-mail']);
  });

  it('promises nothing for today where danger was only heard and asked about', async () => {
    await post(entryOf(aReferral({ flags: [aFlag({ tier: 'ask' })] })));
    await workerTo(here()).drainOnce();
    expect(smtp.mails[0]?.raw).to.include('Subject: A referral to look at first').and.not.to.include('today');
  });

  it('says nothing of a referral without a flag', async () => {
    await post(entryOf(aReferral()));
    expect(await workerTo(here()).drainOnce()).to.equal(1);
    expect([smtp.mails.length, logger.lines]).to.deep.equal([0, []]);
  });

  it('tries again until the mail is taken, and keeps on putting into the worklist what the person tells meanwhile', async () => {
    smtp.refuse(3);
    await post(entryOf(flagged), additionEntry('a1'));
    const worker = workerTo(here());
    expect(await worker.drainOnce(), 'that the record was changed is all that is told').to.equal(1);
    const { value } = (await world.store.referrals.get(flagged.id)) ?? {};
    expect(value).to.have.nested.property('referral.flags').with.length(2);
    expect(await world.store.outbox.size()).to.equal(2);
    for (let n = 0; n < 4; n += 1) {
      world.clock.forward(40_000);
      await worker.drainOnce();
    }
    expect(await world.store.outbox.size()).to.equal(0);
    expect(smtp.mails).to.have.length(2);
    expect((await world.store.referrals.get(flagged.id))?.rev).to.equal(2);
    expect(logger.lines.join()).to.include('will be tried again').and.not.to.include('duty@');
  });

  it('is a line in the log with the reference alone where no mail is set up', async () => {
    await post(entryOf(flagged));
    await workerTo().drainOnce();
    expect(logger.lines).to.deep.equal([
      'warn A referral needs a person today; no e-mail is set up, so the worklist alone shows it {"reference":"AB2C-D3EF"}',
    ]);
    expect(ways).to.deep.equal(['log']);
  });
});

describe('the way to the mail server', () => {
  let folder: string;
  let files: TlsFiles;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-smtp-'));
    files = makeTlsCertificate(folder);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const mail = { from: 'a@example.org', to: 'b@example.org', subject: 's', text: 't', id: 'n1' };
  const certificate = () => ({ key: readFileSync(files.keyFile), cert: readFileSync(files.certFile) });
  const reasonOf = async (place: SmtpPlace, tls?: MailTlsOptions): Promise<unknown> =>
    createSendMail(
      place,
      tls,
    )(mail).then(
      () => 'sent',
      (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : fault),
    );

  it('is TLS from the first byte with smtps, to a server whose certificate can be trusted, with a login', async () => {
    const logins: string[] = [];
    const server = await startSmtpServer({
      secure: true,
      ...certificate(),
      onAuth: ({ username, password }, _session, callback) => {
        logins.push(`${username ?? ''}/${password ?? ''}`);
        callback(null, { user: username });
      },
    });
    const place = parseSmtpUrl(`smtps://way:m%40rk@127.0.0.1:${String(server.port)}`);
    expect(await reasonOf(place)).to.equal('mail-not-taken');
    expect(await reasonOf(place, { ca: files.ca })).to.equal('sent');
    expect([server.mails.map(({ secure }) => secure), logins]).to.deep.equal([[true], ['way/m@rk']]);
    await server.stop();
  });

  it('is refused where STARTTLS must be and is not offered, and encrypted where it is', async () => {
    const plain = await startSmtpServer();
    const must = (port: number): SmtpPlace => ({ host: '127.0.0.1', port, security: 'starttls' });
    expect(await reasonOf(must(plain.port), { ca: files.ca })).to.equal('mail-not-taken');
    expect(plain.mails).to.deep.equal([]);
    await plain.stop();
    const offering = await startSmtpServer({ ...certificate(), disabledCommands: ['AUTH'] });
    expect(await reasonOf(must(offering.port), { ca: files.ca })).to.equal('sent');
    expect(offering.mails.map(({ secure }) => secure)).to.deep.equal([true]);
    await offering.stop();
  });

  it('is read from its URL, and in the clear to this machine alone', () => {
    expect(parseSmtpUrl('smtp://mail.example.org')).to.deep.equal({ host: 'mail.example.org', port: 587, security: 'starttls' });
    expect(parseSmtpUrl('smtps://u:p@mail.example.org')).to.deep.equal({
      host: 'mail.example.org',
      port: 465,
      security: 'tls',
      login: { user: 'u', pass: 'p' },
    });
    const security = ['localhost', '127.0.0.1', '[::1]', '127.example.org'].map(host => parseSmtpUrl(`smtp://${host}:25`).security);
    expect(security).to.deep.equal(['plain-allowed', 'plain-allowed', 'plain-allowed', 'starttls']);
  });

  it('is refused, without showing the password, when its URL is anything else', () => {
    const said = ['x', 'http://secret@h', 'smtp://', 'smtp://u:secret@h/path', 'smtp://secret@h', 'smtps://u:secret%@h'].map(text => {
      try {
        parseSmtpUrl(text);
        return 'read';
      } catch (fault) {
        return fault instanceof Error ? fault.message : '';
      }
    });
    expect(
      said.every(message => message.startsWith('WAYMARK_SMTP_URL ') && !message.includes('secret')),
      said.join(),
    ).to.equal(true);
  });
});
