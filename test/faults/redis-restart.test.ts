// Redis dies and comes back in the middle of a conversation: an honest, quick "try again", and the person goes on where they were.
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { startRedis } from '../support/redis-server.js';
import { Robot, answerTo } from '../support/robot.js';
import { startServer } from '../support/server-process.js';
import type { ServerProcess } from '../support/server-process.js';

const patienceMs = 20_000;

async function eventually(act: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await act())) {
    if (Date.now() > until) throw new Error('it did not come back');
    await new Promise(resolve => setTimeout(resolve, 300));
  }
}

describe('Redis killed and restarted in the middle of a conversation', function () {
  this.timeout(90_000);
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let server: ServerProcess;

  before(async () => {
    redis = await startRedis({ appendonly: true });
    server = await startServer({ REDIS_URL: redis.url, WAYMARK_KEY: randomBytes(32).toString('base64') });
  });

  after(async () => {
    await server.stop();
    await redis.stop();
  });

  it('says so while it is away, loses nothing, and lets the person finish', async () => {
    const robot = new Robot(server.address, 'pl');
    await robot.open();
    for (let answers = 0; answers < 5 && robot.question; answers += 1)
      await robot.value({ key: robot.question.key, answer: answerTo(robot.question, 'ogród') });
    const pending = robot.question?.key;

    await redis.kill();
    await robot.value({ key: pending, answer: true });
    expect(robot.activities.map(activity => activity.text).join(' ')).to.include('999');
    expect(robot.question).to.equal(undefined);
    const ready = await fetch(`${server.address}/health/ready`);
    expect(ready.status).to.equal(503);
    const urgent = await fetch(`${server.address}/urgent`);
    expect(urgent.status, 'urgent help needs no store').to.equal(200);

    await redis.restart();
    await eventually(async () => {
      await robot.say('pomoc');
      return robot.question !== undefined;
    });
    expect(robot.question?.key).to.equal(pending);
    for (let steps = 0; steps < 80 && robot.reference === undefined && robot.question; steps += 1) {
      const { question } = robot;
      await robot.value({ key: question.key, answer: question.key === 'review' ? 'send' : answerTo(question, 'ogród') });
    }
    expect(robot.reference).to.match(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
  });
});
