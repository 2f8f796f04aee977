// Conversations over Direct Line that hop between two servers at random while one of them is killed: nothing is lost, repeated or out of order.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { callLine, message, openLineSocket } from '../support/line-client.js';
import type { LineActivity, LineBody, Sending } from '../support/line-client.js';
import { startRedis } from '../support/redis-server.js';
import type { RedisServer } from '../support/redis-server.js';
import { startServer } from '../support/server-process.js';
import type { ServerProcess } from '../support/server-process.js';

const conversations = Number(process.env['WAYMARK_HOPPING'] ?? '200');
const messages = 6;
const atOnce = 25;

describe(`${String(conversations)} Direct Line conversations on two servers, one of which is killed`, function () {
  this.timeout(300_000);
  let redis: RedisServer;
  let folder: string;
  let servers: readonly ServerProcess[] = [];
  const alive = new Set<string>();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-hopping-'));
    redis = await startRedis({ appendonly: true });
    const env = { REDIS_URL: redis.url, WAYMARK_KEY: randomBytes(32).toString('base64'), WAYMARK_DATA: folder };
    servers = await Promise.all([startServer(env), startServer(env)]);
    for (const { address } of servers) alive.add(address);
  });
  after(async () => {
    await Promise.all(servers.map(server => server.kill()));
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const anyServer = (): string => {
    const all = [...alive];
    return all[Math.floor(Math.random() * all.length)] ?? '';
  };

  /** As clients do: what failed is sent again, to whichever server answers. */
  const ask = async (method: string, path: string, sending: Sending = {}): Promise<LineBody> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const reply = await callLine(anyServer(), method, path, sending).catch(() => undefined);
      if (reply !== undefined && reply.status < 300) return reply.body;
      await setTimeout(100);
    }
    throw new Error(`${method} ${path} was never answered`);
  };

  /** One client: over sockets, each opened at the server that answers, or by polling. Gives what it was told, in order. */
  const converse = async (n: number, halfway: () => Promise<void>): Promise<readonly LineActivity[]> => {
    const { token } = await ask('POST', '/tokens/generate');
    const { conversationId } = await ask('POST', '/conversations', { token });
    const path = `/conversations/${conversationId}`;
    const told: LineActivity[] = [];
    let watermark = '';
    const isAnswered = (id: string): boolean => told.some(({ replyToId }) => replyToId === id);
    const poll = async (): Promise<void> => {
      const set = await ask('GET', `${path}/activities?watermark=${watermark}`, { token });
      told.push(...set.activities);
      ({ watermark } = set);
    };
    const listen = async (id: string): Promise<void> => {
      const { streamUrl } = await ask('GET', `${path}?watermark=${watermark}`, { token });
      const stream = await openLineSocket(streamUrl).catch(() => undefined);
      let seen = 0;
      while (stream?.socket.readyState === 1 && !isAnswered(id)) {
        await setTimeout(5);
        for (const set of stream.sets.slice(seen)) {
          told.push(...set.activities);
          watermark = set.watermark ?? watermark;
          seen += 1;
        }
      }
      stream?.socket.terminate();
    };
    for (let turn = 1; turn <= messages; turn += 1) {
      if (turn === messages / 2) await halfway();
      const text = `message ${String(turn)} of ${String(n)}`;
      const { id } = await ask('POST', `${path}/activities`, { token, body: message(text, text) });
      for (let looks = 0; looks < 100 && !isAnswered(id); looks += 1) await (n % 2 === 0 ? listen(id) : poll());
    }
    return told;
  };

  it('loses, repeats and mixes up nothing', async () => {
    let reached = 0;
    const halfway = async (): Promise<void> => {
      reached += 1;
      const [, second] = servers;
      if (reached !== Math.floor(conversations / 2) || second === undefined) return;
      // requests in hand are cut; whoever is told to go there goes on trying for a moment
      await second.kill();
      alive.delete(second.address);
    };
    const told: (readonly LineActivity[])[] = [];
    const numbers = Array.from({ length: conversations }, (_, n) => n).values();
    const worker = async (): Promise<void> => {
      for (const n of numbers) told[n] = await converse(n, halfway);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(alive.size).to.equal(1);
    for (const [n, activities] of told.entries()) {
      const said = activities.filter(({ from }) => from.role === 'user');
      expect(said.map(({ text }) => text)).to.deep.equal(
        Array.from({ length: messages }, (_, turn) => `message ${String(turn + 1)} of ${String(n)}`),
      );
      expect(new Set(activities.map(({ id }) => id)).size, 'nothing twice').to.equal(activities.length);
      const order = activities.map(({ id, replyToId }) => said.findIndex(one => one.id === (replyToId ?? id)));
      expect(order, 'answers stand with what they answer').to.deep.equal([...order].sort((one, other) => one - other));
      expect(
        said.every(({ id }) => activities.some(({ replyToId }) => replyToId === id)),
        'everything is answered',
      ).to.equal(true);
    }
  });
});
