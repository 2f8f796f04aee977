// Sockets that are not there any more, or do not take what they are sent, over a real connection; and what is told while the store is away.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WebSocket, WebSocketServer } from 'ws';
import type { PlainActivity } from '../../../src/channels/direct-line/line.js';
import { createStreams } from '../../../src/channels/direct-line/streams.js';
import type { Streams } from '../../../src/channels/direct-line/streams.js';
import { StoreUnavailable } from '../../../src/errors.js';
import { startApp } from '../../support/browser.js';
import { callLine, message, openLineSocket } from '../../support/line-client.js';
import { startRedis } from '../../support/redis-server.js';

const everyMs = 150;

describe('streams', function () {
  this.timeout(30_000);
  let server: Server;
  let streams: Streams;
  /** What the history holds from 1 up. */
  let history: PlainActivity[];
  let told: (() => void)[];
  let faults: unknown[];
  let now: number;
  let isAway: boolean;
  const clients: WebSocket[] = [];

  beforeEach(async () => {
    [history, told, faults, now, isAway] = [[], [], [], 0, false];
    const line = {
      read: (_id: string, after: number) =>
        isAway ? Promise.reject(new StoreUnavailable()) : Promise.resolve({ activities: history.slice(after), watermark: history.length }),
      watch: (_id: string, tell: () => void) => {
        told.push(tell);
        return () => (told = told.filter(one => one !== tell));
      },
    };
    streams = createStreams({ line, now: () => now, onFault: fault => faults.push(fault), everyMs });
    const sockets = new WebSocketServer({ noServer: true });
    server = createServer();
    server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, opened => streams.open(opened, 'c1', 0));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.terminate();
    server.closeAllConnections();
    server.close();
  });

  const connect = async (): Promise<WebSocket> => {
    const client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    clients.push(client);
    await once(client, 'open');
    return client;
  };
  const say = (activity: PlainActivity): void => {
    history.push(activity);
    for (const tell of told) tell();
  };
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    const end = Date.now() + 10_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(what);
      await setTimeout(10);
    }
  };
  /** The client no longer takes anything off the wire, as a phone that went into a tunnel. */
  const pause = (client: WebSocket): void => {
    client.pause();
  };

  it('drop a client that does not answer when it is asked', async () => {
    const client = await connect();
    await setTimeout(4 * everyMs);
    expect(streams.count(), 'one that answers stays').to.equal(1);
    pause(client);
    await until(() => streams.count() === 0, 'it was never dropped');
    expect(told).to.deep.equal([]);
  });

  it('drop a client that takes nothing, and do not keep for it what it does not take', async () => {
    const client = await connect();
    pause(client);
    const long = 'x'.repeat(200_000);
    for (let n = 0; n < 200 && streams.count() > 0; n += 1) {
      say({ text: long });
      await setTimeout(1);
    }
    expect(streams.count()).to.equal(0);
  });

  it('look again when a hint was lost, and when the store is back', async () => {
    const client = await connect();
    const received: string[] = [];
    client.on('message', (data: Buffer) => received.push(data.toString()));
    history.push({ text: 'nobody was told' });
    await until(() => received.some(text => text.includes('nobody was told')), 'it never looked');
    isAway = true;
    say({ text: 'while away' });
    await until(() => faults.length > 0, 'nothing failed');
    isAway = false;
    await until(() => received.some(text => text.includes('while away')), 'it never looked again');
    expect(received.filter(text => text.includes('nobody was told'))).to.have.length(1);
  });

  it('keep what could not be saved for the next who asks, for two minutes', () => {
    streams.tell('c2', [{ text: 'one' }]);
    streams.tell('c2', [{ text: 'two' }]);
    expect(streams.untold('c2')).to.deep.equal([{ text: 'one' }, { text: 'two' }]);
    expect(streams.untold('c2')).to.deep.equal([]);
    streams.tell('c2', [{ text: 'late' }]);
    now += 121_000;
    expect(streams.untold('c2')).to.deep.equal([]);
    for (let n = 0; n < 1_500; n += 1) streams.tell(`c${String(n)}`, [{ n }]);
    expect(streams.untold('c0')).to.deep.equal([]);
    expect(streams.untold('c1499')).to.deep.equal([{ n: 1_499 }]);
  });

  it('send their clients elsewhere when the server stops', async () => {
    const client = await connect();
    streams.close();
    const [code] = (await once(client, 'close')) as [number];
    expect(code).to.equal(1012);
  });
});

describe('danger told over Direct Line while Redis is away', function () {
  this.timeout(60_000);

  it('is answered at once, to a socket and to a client that polls, and the message can be sent again', async () => {
    const redis = await startRedis();
    const running = await startApp({ REDIS_URL: redis.url });
    const begin = async (): Promise<{ readonly token: string; readonly path: string; readonly streamUrl: string }> => {
      const { token } = (await callLine(running.url, 'POST', '/tokens/generate')).body;
      const { conversationId, streamUrl } = (await callLine(running.url, 'POST', '/conversations', { token })).body;
      return { token, path: `/conversations/${conversationId}/activities`, streamUrl };
    };
    const [listens, polls] = [await begin(), await begin()];
    const stream = await openLineSocket(listens.streamUrl);
    const { watermark } = (await callLine(running.url, 'GET', polls.path, { token: polls.token })).body;
    await redis.kill();
    const body = message('I want to kill myself', 'm1');
    for (const { token, path } of [listens, polls]) {
      const { status, body: refused } = await callLine(running.url, 'POST', path, { token, body });
      expect([status, refused.error.code]).to.deep.equal([503, 'ServiceUnavailable']);
    }
    const polled = await callLine(running.url, 'GET', `${polls.path}?watermark=${watermark}`, { token: polls.token });
    expect([polled.status, polled.body.watermark]).to.deep.equal([200, watermark]);
    for (const activities of [polled.body.activities, stream.sets.at(-1)?.activities ?? []]) {
      expect(activities[0]?.channelData?.waymark?.['redFlag']).to.deep.equal({ kind: 'self-harm', tier: 'act' });
      expect(
        activities.some(({ from }) => from.role === 'user'),
        'it is not taken for sent',
      ).to.equal(false);
    }
    await redis.restart();
    let again = await callLine(running.url, 'POST', polls.path, { token: polls.token, body });
    for (let tries = 0; again.status !== 200 && tries < 50; tries += 1) {
      await setTimeout(100);
      again = await callLine(running.url, 'POST', polls.path, { token: polls.token, body });
    }
    const after = (await callLine(running.url, 'GET', polls.path, { token: polls.token })).body.activities;
    expect(after.filter(({ text }) => text === 'I want to kill myself')).to.have.length(1);
    stream.socket.terminate();
    await running.stop();
    await redis.stop();
  });
});
