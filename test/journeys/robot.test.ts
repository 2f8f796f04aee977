// A robot that knows only the machine-readable contract sends a referral over /api/messages: in every language on lmdb, in three on Redis.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { z } from 'zod';
import { createApp } from '../../src/app.js';
import type { App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { readReferralRecord } from '../../src/delivery/referral-record.js';
import type { ReferralRecord } from '../../src/delivery/referral-record.js';
import { createLogger } from '../../src/logger.js';
import { toFhir } from '../../src/referral/to-fhir.js';
import { fhirFaults } from '../support/fhir-validators.js';
import { startRedis } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';
import type { WireActivity, WireQuestion } from '../support/robot.js';

interface Running {
  readonly app: App;
  readonly address: string;
  readonly stop: () => Promise<void>;
}

async function startApp(env: Readonly<Record<string, string>>): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-robot-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: folder, WAYMARK_DRAFT_LANGUAGES: 'all', ...env });
  const app = await createApp(config, createLogger('silent'));
  const port = await app.listen();
  return {
    app,
    address: `http://127.0.0.1:${String(port)}`,
    stop: async () => {
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const stores: Readonly<Record<string, () => Promise<Running>>> = {
  lmdb: () => startApp({}),
  Redis: async () => {
    const redis = await startRedis();
    const running = await startApp({ REDIS_URL: redis.url });
    const stop = async () => {
      await running.stop();
      await redis.stop();
    };
    return { ...running, stop };
  },
};

const utterances = z.looseObject({ loneliness: z.array(z.string()).min(1) });

/** What somebody lonely writes in a language: the first of its utterances. */
function wordsIn(lang: string): string {
  const file: unknown = JSON.parse(readFileSync(join('locales', lang, 'utterances.json'), 'utf8'));
  return utterances.parse(file).loneliness[0] ?? '';
}

const every = readdirSync('locales', { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));
const languagesOn: Readonly<Record<string, readonly string[]>> = { lmdb: every, Redis: ['en-GB', 'pl', 'ar'] };

/** The record of a reference, once the delivery has put it there. */
async function delivered({ app }: Running, reference: string): Promise<ReferralRecord> {
  for (let tries = 0; tries < 100; tries += 1) {
    const stored = await app.core.store.referrals.findByReference(reference);
    const record = stored && readReferralRecord(stored.value);
    if (record) return record;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`referral ${reference} was not delivered`);
}

const optionTypes = ['choice', 'open-choice'];

function checkQuestion(question: WireQuestion): void {
  const where = JSON.stringify(question);
  expect(question.key, where).to.be.a('string').and.not.equal('');
  expect(question.linkId, where).to.be.a('string').and.not.equal('');
  expect(question.type, where).to.be.oneOf(['boolean', 'choice', 'open-choice', 'integer', 'decimal', 'date', 'string', 'text']);
  expect(question.required, where).to.be.a('boolean');
  expect(question.repeats, where).to.be.a('boolean');
  if (question.format !== undefined) {
    expect(question.format).to.be.oneOf(['name', 'date-of-birth', 'age', 'phone', 'email', 'postcode', 'nhs-number']);
  }
  expect((question.options?.length ?? 0) > 0, where).to.equal(optionTypes.includes(question.type));
  for (const { value, label } of question.options ?? []) {
    expect(value, where).to.be.a('string').and.not.equal('');
    expect(label, where).to.be.a('string').and.not.equal('');
  }
}

/** What every asking activity promises; every activity at all has text and says its language. */
function checkActivities(activities: readonly WireActivity[], language: string): void {
  for (const { type, text, locale, channelData } of activities) {
    expect(type).to.equal('message');
    expect(text).to.be.a('string').and.not.equal('');
    expect(locale).to.equal(language);
    const asking = channelData?.waymark?.question;
    if (!asking) continue;
    checkQuestion(asking);
    const { done, total } = channelData.waymark.progress ?? { done: -1, total: -1 };
    expect(done).to.be.within(0, total);
  }
}

/** A robot that checks all it hears. */
class CheckingRobot extends Robot {
  heard: readonly WireActivity[] = [];

  override async post(body: Readonly<Record<string, unknown>>, id?: string): Promise<readonly WireActivity[]> {
    const activities = await super.post(body, id);
    checkActivities(activities, this.locale);
    this.heard = [...this.heard, ...activities];
    return activities;
  }
}

for (const [name, start] of Object.entries(stores)) {
  describe(`a robot over /api/messages (${name})`, () => {
    let running: Running;
    before(async function () {
      this.timeout(60_000);
      running = await start();
    });
    after(async function () {
      this.timeout(60_000);
      await running.stop();
    });

    for (const lang of languagesOn[name] ?? []) {
      it(`sends a referral that is stored once and is valid FHIR (${lang})`, async () => {
        const words = wordsIn(lang);
        const robot = new CheckingRobot(running.address, lang, words);
        const reference = await robot.completeReferral();
        const last = robot.activities.at(-1)?.channelData?.waymark;
        expect(last?.referral).to.deep.equal({ reference, status: 'requested' });
        expect(last).not.to.have.property('question');
        const { referral, status } = await delivered(running, reference);
        expect(referral.words.map(({ answer, wordsIn }) => [answer, wordsIn])).to.deep.equal([
          [words, lang],
          [words, lang],
        ]);
        const { content } = running.app.core;
        for (const standing of [status, 'accepted', 'completed'] as const) {
          const bundle = toFhir(referral, standing, content);
          for (const { resource } of bundle.entry) expect(fhirFaults(resource), resource.resourceType).to.deep.equal([]);
          expect(fhirFaults(bundle)).to.deep.equal([]);
        }
      }).timeout(60_000);

      it(`is called back after five answers (${lang})`, async () => {
        const robot = new CheckingRobot(running.address, lang);
        const reference = await robot.completeReferral({ command: 'call-me' });
        expect(robot.answered).to.equal(5);
        const { referral } = await delivered(running, reference);
        expect(referral.way).to.equal('call-me');
        expect(fhirFaults(toFhir(referral, 'requested', running.app.core.content))).to.deep.equal([]);
      }).timeout(30_000);
    }

    it('is told of a red flag beside the words, and can go on to send', async () => {
      const robot = new CheckingRobot(running.address, 'en-GB', 'I want to kill myself');
      const reference = await robot.completeReferral();
      const flags = robot.heard.flatMap(activity => activity.channelData?.waymark?.redFlag ?? []);
      expect(flags).to.deep.include({ kind: 'self-harm', tier: 'act' });
      const told = robot.heard.find(activity => activity.channelData?.waymark?.redFlag);
      expect(told?.text).to.include('116 123').and.to.include('999');
      expect((await delivered(running, reference)).referral.urgency).to.equal('same-day');
    }).timeout(30_000);

    it('is told the same reference again, and nothing is sent twice', async () => {
      const robot = new CheckingRobot(running.address, 'en-GB');
      const reference = await robot.completeReferral({ command: 'call-me' });
      await robot.say('send');
      expect(robot.activities.some(activity => activity.text?.includes(reference))).to.equal(true);
      await delivered(running, reference);
      const { records, total } = await running.app.core.store.referrals.list({ offset: 0, limit: 100 });
      expect(records.filter(record => record.reference === reference)).to.have.length(1);
      expect(new Set(records.map(record => record.reference)).size).to.equal(total);
    }).timeout(30_000);
  });
}
