// kill -9 right after "sent": the referral is there, once, whatever the moment. WAYMARK_KILLS=100 for the long run.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readConfig } from '../../src/config.js';
import { openStore } from '../../src/core.js';
import { createLogger } from '../../src/logger.js';
import { startRedis } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';
import { startServer } from '../support/server-process.js';
import { allReferrals } from '../support/stored-referrals.js';

const kills = Number(process.env['WAYMARK_KILLS'] ?? '6');

async function killAfterEachSent(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const references: string[] = [];
  for (let i = 0; i < kills; i += 1) {
    const server = await startServer(env);
    references.push(await new Robot(server.address, 'en').completeReferral({ command: 'call-me' }));
    await server.kill();
  }
  const last = await startServer(env);
  await new Promise(resolve => setTimeout(resolve, 1500));
  await last.stop();
  return references;
}

async function expectEachOnce(env: Readonly<Record<string, string>>, references: readonly string[]): Promise<void> {
  const config = readConfig(env);
  const store = await openStore(config, config.keys ?? [], createLogger('silent'));
  const found = (await allReferrals(store)).map(record => record.index.reference);
  expect(await store.outbox.size()).to.equal(0);
  await store.close();
  expect(found).to.have.length(kills);
  expect([...found].sort()).to.deep.equal([...references].sort());
}

describe(`kill -9 right after "sent", ${String(kills)} times`, function () {
  this.timeout(kills * 12_000);
  const key = randomBytes(32).toString('base64');

  it('leaves every referral once in the embedded store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-kill-'));
    const env = { WAYMARK_DATA: folder, WAYMARK_KEY: key };
    await expectEachOnce(env, await killAfterEachSent(env));
    await rm(folder, { recursive: true });
  });

  it('leaves every referral once in Redis', async () => {
    const redis = await startRedis({ appendonly: true });
    const env = { REDIS_URL: redis.url, WAYMARK_KEY: key };
    await expectEachOnce(env, await killAfterEachSent(env));
    await redis.stop();
  });
});
