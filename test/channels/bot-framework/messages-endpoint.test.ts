// POST /api/messages as the server composes it: restify, CloudAdapter and the bot on a real store, reached over HTTP.
import { createServer as createPlainServer } from 'node:http';
import type { Server as PlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { after, before, beforeEach, describe, it } from 'mocha';
import { createMessagesEndpoint } from '../../../src/channels/bot-framework/cloud-adapter.js';
import { registerMessages } from '../../../src/server/register-messages.js';
import { startTestServer } from '../../server/start-test-server.js';
import type { TestServer } from '../../server/start-test-server.js';
import { Chat } from '../../support/a-chat.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { realContent } from '../../support/real-content.js';
import { Robot } from '../../support/robot.js';

/** What Bot Framework's own service would be: takes the replies a bot posts. */
interface Connector {
  readonly url: string;
  readonly port: number;
  readonly received: { readonly path: string; readonly body: unknown }[];
  readonly server: PlainServer;
}

async function startConnector(): Promise<Connector> {
  const received: { path: string; body: unknown }[] = [];
  const server = createPlainServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) as unknown });
      response.setHeader('content-type', 'application/json').end('{"id":"1"}');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // Safe: a server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, port, received, server };
}

describe('POST /api/messages, whole', () => {
  let real: TemporaryStore;
  let told: ToldStore;
  let open: TestServer;
  let registered: TestServer;
  let connector: Connector;
  const faults: Error[] = [];

  async function serve(credentials: Parameters<typeof createMessagesEndpoint>[0], authenticated: boolean): Promise<TestServer> {
    const { bot } = new Chat({ conversations: told, clock: real.clock });
    const adapter = createMessagesEndpoint(credentials, bot, realContent(), fault => faults.push(fault));
    return startTestServer({
      register: server => {
        registerMessages(server, { adapter, authenticated });
      },
    });
  }

  const post = (to: TestServer, activity: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${to.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        type: 'message',
        id: 'a1',
        channelId: 'emulator',
        conversation: { id: 'c1' },
        from: { id: 'p' },
        recipient: { id: 'w' },
        locale: 'en',
        text: 'hello',
        ...activity,
      }),
    });

  before(async () => {
    real = await temporaryStore();
    told = new ToldStore(real.store.conversations);
    connector = await startConnector();
    open = await serve({}, false);
    registered = await serve(
      { MicrosoftAppId: 'b3a5c0de-0000-4000-8000-000000000001', MicrosoftAppPassword: 'secret', MicrosoftAppType: 'MultiTenant' },
      true,
    );
  });
  after(async () => {
    await open.stop();
    await registered.stop();
    connector.server.close();
    await real.remove();
  });
  beforeEach(() => {
    faults.splice(0);
    connector.received.splice(0);
  });

  it('carries a whole journey to its referral for a client that knows only the public contract', async () => {
    const robot = new Robot(open.url, 'en');
    expect(await robot.completeReferral({ command: 'call-me' })).to.match(/\S/u);
    expect(connector.received).to.deep.equal([]);
  });

  it('sends replies to the caller where it wants them, when that is this machine', async () => {
    const response = await post(open, { serviceUrl: connector.url, conversation: { id: 'c-local' } });
    expect(response.status).to.equal(200);
    expect(await response.text()).to.equal('');
    expect(connector.received.length).to.be.greaterThan(0);
    expect(connector.received[0]?.path).to.include('/v3/conversations/c-local/activities');
    expect(JSON.stringify(connector.received)).to.include('start.who');
  });

  it('never sends anything elsewhere while nothing proves who calls', async () => {
    const { reads } = told;
    const elsewhere = [
      'https://attacker.example/',
      'http://10.0.0.1/',
      'http://169.254.169.254/',
      'http://localhost.attacker.example/',
      'http://127.0.0.1.attacker.example/',
      'http://127.0.0.1@attacker.example/',
      'http://0.0.0.0/',
      'http://[::2]/',
      '',
      undefined,
    ];
    for (const serviceUrl of elsewhere) {
      for (const deliveryMode of [undefined, 'normal', 'notification', 'ephemeral']) {
        const response = await post(open, { serviceUrl, deliveryMode });
        expect(response.status, String(serviceUrl)).to.equal(403);
      }
    }
    expect(told.reads, 'refused before anything was read').to.equal(reads);
  });

  it('knows this machine by all its names', async () => {
    for (const host of ['localhost', '127.0.0.1', '127.1', '0x7f.0.0.1', '[::1]']) {
      const response = await post(open, { type: 'typing', serviceUrl: `http://${host}:${String(connector.port)}/` });
      expect(response.status, host).to.equal(200);
    }
  });

  it('does not let a channel call itself by the name of our own', async () => {
    for (const channelId of ['pages', 'line', 'terminal']) {
      expect((await post(open, { channelId, deliveryMode: 'expectReplies' })).status).to.equal(400);
    }
  });

  it('says when something fails in our own words, tells the log, and leaks nothing', async () => {
    told.found.push(new TypeError('secret detail of the store'));
    const response = await post(open, { deliveryMode: 'expectReplies', locale: 'pl', text: 'prywatne słowa' });
    expect(response.status).to.equal(200);
    const body = await response.text();
    expect(body).to.include(realContent().translator.word({ product: 'notice.try-again' }, 'pl'));
    expect(body).not.to.match(/secret|TypeError|prywatne/u);
    expect(faults.map(fault => fault.message)).to.deep.equal(['secret detail of the store']);
  });

  it('leaks nothing either when its words cannot be delivered', async function () {
    this.timeout(40_000);
    const response = await post(open, { serviceUrl: 'http://127.0.0.1:9/', conversation: { id: 'c-dead' } });
    expect(await response.text()).to.equal('');
    expect(faults.length).to.be.greaterThan(0);
  });

  it('turns away whoever has no token, once there is an app id, with an empty body', async () => {
    const { reads } = told;
    for (const headers of [{}, { authorization: 'Bearer not.a.token' }] as const) {
      const response = await post(registered, { deliveryMode: 'expectReplies', serviceUrl: connector.url }, headers);
      expect(response.status).to.equal(401);
      expect(await response.text()).to.equal('');
    }
    expect(told.reads).to.equal(reads);
  });

  it('answers an invoke with its acknowledgement', async () => {
    const value = { action: { type: 'Action.Execute', data: { command: 'help' } } };
    const response = await post(open, { type: 'invoke', name: 'adaptiveCard/action', value, serviceUrl: connector.url });
    expect(response.status).to.equal(200);
    expect(await response.json()).to.deep.include({ statusCode: 200 });
    expect(connector.received.length).to.be.greaterThan(0);
  });
});
