// POST /api/messages before the bot: who may call, and what an Activity must look like.
import { after, before, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import type { Request } from 'restify';
import { registerMessages, type MessagesAdapter } from '../../src/server/register-messages.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const activity = {
  type: 'message',
  channelId: 'test',
  conversation: { id: 'c1' },
  from: { id: 'u' },
  text: 'I am lonely',
  deliveryMode: 'expectReplies',
};

describe('POST /api/messages', () => {
  const reached: unknown[] = [];
  const adapter: MessagesAdapter = {
    process: (request: Request, response) => {
      reached.push(request.body);
      response.status(200);
      response.send({ activities: [] });
      response.end();
      return Promise.resolve();
    },
  };
  let open: TestServer;
  let authenticated: TestServer;

  before(async () => {
    open = await startTestServer({
      trustProxy: true,
      register: server => {
        registerMessages(server, { adapter, authenticated: false });
      },
    });
    authenticated = await startTestServer({
      register: server => {
        registerMessages(server, { adapter, authenticated: true });
      },
    });
  });
  after(async () => {
    await open.stop();
    await authenticated.stop();
  });
  beforeEach(() => reached.splice(0));

  const post = async (to: TestServer, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${to.url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('hands a good Activity on whole and returns what the adapter wrote', async () => {
    const sent = { ...activity, channelData: { x: 1 }, value: { key: 'k', answer: ['a'] } };
    const response = await post(open, sent);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(await response.json()).to.deep.equal({ activities: [] });
    expect(reached).to.deep.equal([sent]);
  });

  it('serves nobody who comes through a proxy while nothing proves who calls', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const response = await post(open, activity, { [header]: '127.0.0.1' });
      expect(response.status, header).to.equal(403);
    }
    expect(reached).to.deep.equal([]);
  });

  it('lets the adapter judge callers from anywhere once there is an app id', async () => {
    expect((await post(authenticated, activity, { 'x-forwarded-for': '203.0.113.1' })).status).to.equal(200);
  });

  it('refuses what is no Activity, and says nothing about why', async () => {
    const wrong: readonly unknown[] = [
      null,
      [],
      'message',
      {},
      { ...activity, type: undefined },
      { ...activity, type: 7 },
      { ...activity, type: '' },
      { ...activity, text: {} },
      { ...activity, text: ['a'] },
      { ...activity, conversation: undefined },
      { ...activity, conversation: 'c1' },
      { ...activity, conversation: { id: '' } },
      { ...activity, channelId: undefined },
      { ...activity, from: 'Halina' },
      { ...activity, id: 3 },
      { ...activity, locale: {} },
      { ...activity, deliveryMode: 'anything' },
      { ...activity, serviceUrl: 'file:///etc/passwd' },
      { ...activity, entities: 'x' },
      { ...activity, membersAdded: [null] },
    ];
    for (const body of wrong) {
      const response = await post(open, body);
      expect(response.status, JSON.stringify(body)).to.equal(400);
      expect(await response.json()).to.deep.equal({ error: { code: 'bad-request', message: 'The request could not be read.' } });
    }
    const form = await fetch(`${open.url}/api/messages`, { method: 'POST', body: new URLSearchParams({ type: 'message' }) });
    expect(form.status).to.equal(400);
    const empty = await fetch(`${open.url}/api/messages`, { method: 'POST' });
    expect(empty.status).to.equal(400);
    expect(reached).to.deep.equal([]);
  });
});
