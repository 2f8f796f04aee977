// Two answers to the same question at the same instant: one stands, both are answered, nothing else is lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { startRedis } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';
import { startServer } from '../support/server-process.js';
import type { ServerProcess } from '../support/server-process.js';

const races = Number(process.env['WAYMARK_RACES'] ?? '200');

async function race(server: ServerProcess): Promise<void> {
  const robot = new Robot(server.address, 'en');
  await robot.open();
  await robot.value({ key: 'start.who', answer: 'self' });
  await robot.value({ key: 'consent.share', answer: true });
  const twin = new Robot(server.address, 'en');
  Object.assign(twin, { conversationId: robot.conversationId });
  const said = await Promise.all([robot.say('yes'), twin.say('no')]);
  for (const activities of said) expect(activities.length).to.be.greaterThan(0);
  const questions = [robot.question?.linkId, twin.question?.linkId];
  // Whoever came second is asked the question that is pending now: its words were not taken for another question.
  expect(questions).to.deep.equal(['consent.contact', 'consent.contact']);
  await robot.value({ command: 'review' });
  const text = robot.activities.map(activity => activity.text ?? '').join('\n');
  expect(text).to.match(/link worker: Yes/u);
  expect(text.match(/GP practice: (Yes|No)/gu)).to.have.length(1);
}

async function runRaces(server: ServerProcess): Promise<void> {
  for (let i = 0; i < races; i += 20) await Promise.all(Array.from({ length: Math.min(20, races - i) }, () => race(server)));
}

describe(`two answers to one question at the same instant, ${String(races)} times`, function () {
  this.timeout(120_000);
  const key = randomBytes(32).toString('base64');
  let folder = '';
  let redis: Awaited<ReturnType<typeof startRedis>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-race-'));
    redis = await startRedis({ appendonly: true });
  });

  after(async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it('records one and answers both, on the embedded store', async () => {
    const server = await startServer({ WAYMARK_DATA: folder, WAYMARK_KEY: key });
    await runRaces(server);
    expect(await server.stop()).to.equal(0);
  });

  it('records one and answers both, on Redis', async () => {
    const server = await startServer({ REDIS_URL: redis.url, WAYMARK_KEY: key });
    await runRaces(server);
    expect(await server.stop()).to.equal(0);
  });
});
