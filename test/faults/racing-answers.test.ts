// Two answers to the same question at the same instant: one stands, both are answered, nothing else is lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { startRedis } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';
import { startServer } from '../support/server-process.js';
import type { ServerProcess } from '../support/server-process.js';

const races = Number(process.env['WAYMARK_RACES'] ?? '200');

/** A person at the question about sharing with the GP practice, on two devices at once. */
async function twoDevices(server: ServerProcess): Promise<readonly [Robot, Robot]> {
  const robot = new Robot(server.address, 'en');
  await robot.open();
  await robot.value({ key: 'start.who', answer: 'self' });
  await robot.value({ key: 'consent.share', answer: true });
  const twin = new Robot(server.address, 'en');
  Object.assign(twin, { conversationId: robot.conversationId });
  return [robot, twin];
}

async function reviewOf(robot: Robot): Promise<string> {
  await robot.value({ command: 'review' });
  return robot.activities.map(activity => activity.text ?? '').join('\n');
}

/** The answer before is there, and this one exactly once. */
function expectOneRecorded(review: string): void {
  expect(review).to.match(/link worker: Yes/u);
  expect(review.match(/GP practice: (Yes|No)/gu)).to.have.length(1);
}

/** Buttons name their question: both are answered, one stands, and no other question is touched. */
async function raceButtons(server: ServerProcess): Promise<void> {
  const [robot, twin] = await twoDevices(server);
  const key = 'consent.gp';
  await Promise.all([robot.value({ key, answer: true }), twin.value({ key, answer: false })]);
  expect([robot.question?.linkId, twin.question?.linkId]).to.deep.equal(['consent.contact', 'consent.contact']);
  const review = await reviewOf(robot);
  expectOneRecorded(review);
  expect(review).not.to.match(/Contact you: (Yes|No)/u);
}

/**
 * Typed words belong to the question pending when they were first loaded. Words that reached the server while the other message was in hand are
 * not applied; words that reached it a moment later were loaded with the next question, and answer that one.
 */
async function raceWords(server: ServerProcess): Promise<void> {
  const [robot, twin] = await twoDevices(server);
  await Promise.all([robot.say('yes'), twin.say('no')]);
  const asked = [robot.question?.linkId, twin.question?.linkId].sort();
  expect(asked[0]).to.equal('consent.contact');
  expect(asked[1]).to.be.oneOf(['consent.contact', 'eligibility.age']);
  const review = await reviewOf(robot);
  expectOneRecorded(review);
  expect(/Contact you: (Yes|No)/u.test(review)).to.equal(asked[1] === 'eligibility.age');
}

async function runRaces(server: ServerProcess): Promise<void> {
  for (let i = 0; i < races; i += 20)
    await Promise.all(Array.from({ length: Math.min(20, races - i) }, (_, n) => (n % 2 === 0 ? raceButtons(server) : raceWords(server))));
}

describe(`two answers to one question at the same instant, ${String(races)} times`, function () {
  this.timeout(120_000);
  const key = randomBytes(32).toString('base64');
  let folder = '';
  let server: ServerProcess | undefined;
  let redis: Awaited<ReturnType<typeof startRedis>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-race-'));
    redis = await startRedis({ appendonly: true });
  });

  afterEach(async () => {
    await server?.stop();
  });

  after(async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it('records one and answers both, on the embedded store', async () => {
    server = await startServer({ WAYMARK_DATA: folder, WAYMARK_KEY: key });
    await runRaces(server);
  });

  it('records one and answers both, on Redis', async () => {
    server = await startServer({ REDIS_URL: redis.url, WAYMARK_KEY: key });
    await runRaces(server);
  });
});
