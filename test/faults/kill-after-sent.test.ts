// kill -9 right after "sent": the referral is there, once, whatever the moment. WAYMARK_KILLS=100 for the long run.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { readConfig } from '../../src/config.js';
import { openStore } from '../../src/core.js';
import { createLogger } from '../../src/logger.js';
import type { Store } from '../../src/storage/ports.js';
import { startRedis } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';
import { startServer } from '../support/server-process.js';
import { allReferrals } from '../support/stored-referrals.js';

const leaseAndMoreMs = 60_000;
const kills = Number(process.env['WAYMARK_KILLS'] ?? '4');

async function killAfterEachSent(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const references: string[] = [];
  for (let i = 0; i < kills; i += 1) {
    const server = await startServer(env);
    references.push(await new Robot(server.address, 'en').completeReferral({ command: 'call-me' }));
    await server.kill();
  }
  return references;
}

/** A last server delivers what the killed ones had taken in hand: on Redis when their lease of 30 seconds has run out. */
async function deliverTheRest(env: Readonly<Record<string, string>>, store: Store): Promise<void> {
  const last = await startServer(env);
  const until = Date.now() + leaseAndMoreMs;
  while ((await store.outbox.size()) > 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 250));
  await last.stop();
}

async function expectEachOnce(env: Readonly<Record<string, string>>, references: readonly string[]): Promise<void> {
  const config = readConfig(env);
  const store = await openStore(config, config.keys ?? [], createLogger('silent'));
  await deliverTheRest(env, store);
  const waiting = await store.outbox.size();
  const found = (await allReferrals(store)).map(record => record.index.reference);
  await store.close();
  expect(waiting).to.equal(0);
  expect(found).to.have.length(kills);
  expect([...found].sort()).to.deep.equal([...references].sort());
}

describe(`kill -9 right after "sent", ${String(kills)} times`, function () {
  this.timeout(kills * 12_000 + 2 * leaseAndMoreMs);
  const key = randomBytes(32).toString('base64');
  let folder = '';
  let redis: Awaited<ReturnType<typeof startRedis>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-kill-'));
    redis = await startRedis({ appendonly: true });
  });

  after(async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it('leaves every referral once in the embedded store', async () => {
    const env = { WAYMARK_DATA: folder, WAYMARK_KEY: key };
    await expectEachOnce(env, await killAfterEachSent(env));
  });

  it('leaves every referral once in Redis', async () => {
    const env = { REDIS_URL: redis.url, WAYMARK_KEY: key };
    await expectEachOnce(env, await killAfterEachSent(env));
  });
});
