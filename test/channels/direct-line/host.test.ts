// The Direct Line host over its real addresses: tokens, activities, sockets and everything that is refused.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { createLineTokens } from '../../../src/channels/direct-line/token.js';
import type { LineTokens } from '../../../src/channels/direct-line/token.js';
import { startApp } from '../../support/browser.js';
import type { RunningApp } from '../../support/browser.js';
import { callLine, message, openLineSocket } from '../../support/line-client.js';
import type { LineBody, LineReply, LineSocket, Sending } from '../../support/line-client.js';

const secret = 'a-secret-of-the-practice-server-0001';
const older = 'a-secret-of-the-practice-server-0000';
const site = 'https://practice.example';

describe('the Direct Line host', function () {
  this.timeout(60_000);
  let running: RunningApp;
  let guarded: RunningApp;
  const sockets: LineSocket[] = [];

  before(async () => {
    running = await startApp();
    guarded = await startApp({ WAYMARK_DIRECT_LINE_SECRET: `${secret}, ${older}`, WAYMARK_EMBED_ORIGINS: site });
  });
  after(async () => {
    for (const { socket } of sockets) socket.terminate();
    await Promise.all([running.stop(), guarded.stop()]);
  });

  const call = (method: string, path: string, sending?: Sending): Promise<LineReply> => callLine(running.url, method, path, sending);
  const guardedCall = (method: string, path: string, sending?: Sending): Promise<LineReply> => callLine(guarded.url, method, path, sending);
  const begin = async (locale?: string): Promise<LineBody> => {
    const { body } = await call('POST', '/tokens/generate');
    const started = await call('POST', '/conversations', { token: body.token, body: { locale } });
    expect(started.status).to.equal(201);
    return started.body;
  };
  const watch = async (streamUrl: string): Promise<LineSocket> => {
    const socket = await openLineSocket(streamUrl);
    sockets.push(socket);
    return socket;
  };
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    const end = Date.now() + 5_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(what);
      await setTimeout(10);
    }
  };
  const activitiesOf = async ({ conversationId, token }: LineBody, after = ''): Promise<LineBody> =>
    (await call('GET', `/conversations/${conversationId}/activities?watermark=${after}`, { token })).body;
  const post = ({ conversationId, token }: LineBody, body: object): Promise<LineReply> =>
    call('POST', `/conversations/${conversationId}/activities`, { token, body });
  const tokensAt = (ms: number): LineTokens => createLineTokens(running.app.core.signingKey, () => new Date(Date.now() + ms));

  describe('a conversation', () => {
    it('begins with the first question, in the language asked for, and goes on when it is started again', async () => {
      const begun = await begin('pl');
      expect(begun).to.include({ expires_in: 1800 });
      const { activities, watermark } = await activitiesOf(begun);
      expect(activities.at(-1)?.text).to.match(/[ąćęłńóśźż]/u);
      expect(activities.at(-1)?.from).to.include({ id: 'waymark', role: 'bot' });
      const again = await call('POST', '/conversations', { token: begun.token });
      expect(again.status).to.equal(200);
      expect(again.body.conversationId).to.equal(begun.conversationId);
      expect(await activitiesOf(begun, watermark)).to.deep.equal({ activities: [], watermark });
    });

    it('speaks the language of the browser where none is asked for', async () => {
      const { body } = await call('POST', '/tokens/generate');
      const { token } = (await call('POST', '/conversations', { token: body.token, headers: { 'accept-language': 'tr-TR,tr;q=0.9' } }))
        .body;
      expect((await activitiesOf({ ...body, token })).activities[0]).to.include({ locale: 'tr' });
    });

    it('tells a client its own message, as the user that the token names, and the answer to it', async () => {
      const begun = await begin();
      const { watermark } = await activitiesOf(begun);
      const { status, body } = await post(begun, message('hello', 'm1'));
      expect(status).to.equal(200);
      const { activities } = await activitiesOf(begun, watermark);
      expect(activities[0]).to.include({ id: body.id, text: 'hello' });
      expect(activities[0]?.from.id).to.match(/^dl_[0-9a-f]{32}$/u);
      expect(activities[0]?.channelData).to.deep.equal({ clientActivityID: 'm1' });
      expect(activities.slice(1).map(({ replyToId }) => replyToId)).to.include(body.id);
    });

    it('takes a message that is sent again for the one it has', async () => {
      const begun = await begin();
      const [first, second] = [await post(begun, message('me', 'same')), await post(begun, message('me', 'same'))];
      expect(second.body.id).to.equal(first.body.id);
      const { activities } = await activitiesOf(begun);
      expect(activities.filter(({ text }) => text === 'me')).to.have.length(1);
    });

    it('takes buttons by their value, and passes over typing and events', async () => {
      const begun = await begin();
      const { activities, watermark } = await activitiesOf(begun);
      const { question } = activities.at(-1)?.channelData?.waymark as { question: { key: string; options: { value: string }[] } };
      expect((await post(begun, { type: 'typing' })).status).to.equal(200);
      expect((await post(begun, { type: 'event', name: 'webchat/join', value: {} })).status).to.equal(200);
      expect((await activitiesOf(begun, watermark)).activities).to.deep.equal([]);
      await post(begun, { type: 'message', value: { key: question.key, answer: question.options[0]?.value } });
      const asked = (await activitiesOf(begun, watermark)).activities.at(-1)?.channelData?.waymark as { question: { key: string } };
      expect(asked.question.key).not.to.equal(question.key);
    });

    it('answers danger told in any activity', async () => {
      const begun = await begin();
      await post(begun, { type: 'message', value: { anything: ['I want to kill myself tonight'] } });
      const flags = (await activitiesOf(begun)).activities.map(({ channelData }) => channelData?.waymark?.['redFlag']);
      expect(flags).to.deep.include({ kind: 'self-harm', tier: 'act' });
    });

    it('keeps nothing of a conversation that the person deletes, but the word that it is deleted', async () => {
      const begun = await begin();
      await post(begun, message('my name is Zofia'));
      await post(begun, { type: 'message', value: { command: 'delete' } });
      const { watermark } = await activitiesOf(begun);
      await post(begun, message('yes'));
      const left = await activitiesOf(begun);
      expect(left.activities.map(({ text }) => text)).to.deep.equal([
        'yes',
        'We have deleted everything you told us in this chat. Nothing was sent.',
      ]);
      expect(await activitiesOf(begun, watermark), 'a client that waits sees it too').to.deep.equal(left);
      await post(begun, message('hello'));
      expect((await activitiesOf(begun, left.watermark)).activities[0], 'and may begin again').to.include({ text: 'hello' });
    });
  });

  describe('a stream', () => {
    it('gives what there is, then what comes, each once', async () => {
      const begun = await begin();
      const stream = await watch(begun.streamUrl);
      await until(() => stream.sets.length === 1, 'nothing came');
      await post(begun, message('hello'));
      await until(() => stream.sets.length === 2, 'no answer came');
      expect(stream.sets.map(({ watermark }) => watermark)).to.deep.equal(['1', '2']);
    });

    it('goes on from the watermark of a client that comes back', async () => {
      const begun = await begin();
      const first = await watch(begun.streamUrl);
      await until(() => first.sets.length === 1, 'nothing came');
      first.socket.terminate();
      await post(begun, message('while away'));
      const { conversationId, token } = begun;
      const back = await call('GET', `/conversations/${conversationId}?watermark=1`, { token });
      expect(back.status).to.equal(200);
      const second = await watch(back.body.streamUrl);
      await until(() => second.sets.length === 1, 'nothing came');
      expect(second.sets[0]?.activities[0]).to.include({ text: 'while away' });
    });

    it('is refused without the token that names it, for another conversation, from a page that may not, and anywhere else', async () => {
      const [mine, other] = [await begin(), await begin()];
      const status = async (address: string, headers: Readonly<Record<string, string>> = {}): Promise<string> =>
        openLineSocket(address, headers).then(
          () => 'opened',
          (fault: unknown) => /\d{3}/u.exec(String(fault))?.[0] ?? String(fault),
        );
      const foreign = mine.streamUrl.replace(mine.conversationId, other.conversationId);
      expect(await status(foreign)).to.equal('403');
      expect(await status(mine.streamUrl.replace(/t=.*/u, `t=${mine.token}`))).to.equal('403');
      expect(await status(mine.streamUrl.replace(/t=.*/u, ''))).to.equal('403');
      expect(await status(mine.streamUrl, { origin: 'https://elsewhere.example' })).to.equal('403');
      expect(await status(mine.streamUrl.replace('/stream', '/river'))).to.equal('404');
      expect(await status(mine.streamUrl.replace('watermark=0', 'watermark=x'))).to.equal('404');
      expect(await status(running.url.replace('http', 'ws') + '/chat')).to.equal('404');
    });

    it('keeps four sockets of one conversation, the newest', async () => {
      const begun = await begin();
      const opened: LineSocket[] = [];
      for (let n = 0; n < 5; n += 1) opened.push(await watch(begun.streamUrl));
      const [oldest] = opened;
      if (oldest?.socket.readyState === 1) await once(oldest.socket, 'close');
      expect(opened.slice(1).map(({ socket }) => socket.readyState)).to.deep.equal([1, 1, 1, 1]);
    });

    it('is closed when a client sends what no client sends', async () => {
      const begun = await begin();
      const { socket } = await watch(begun.streamUrl);
      socket.send('');
      socket.send('x'.repeat(5_000));
      await once(socket, 'close');
    });
  });

  describe('who is refused', () => {
    const codeOf = ({ status, body }: LineReply): readonly unknown[] => [status, body.error.code];

    it('is everybody without a token in force for this conversation', async () => {
      const [mine, other] = [await begin(), await begin()];
      const bound = { conversation: mine.conversationId, user: 'dl_1' };
      const expired = await tokensAt(-3_600_000).issue(bound);
      const stream = await tokensAt(0).issue(bound, 'stream');
      const forged = await createLineTokens(Buffer.alloc(32, 7), () => new Date()).issue(bound);
      const cases: readonly (readonly [token: string | undefined, status: number, code: string])[] = [
        [undefined, 401, 'MissingToken'],
        ['', 401, 'MissingToken'],
        ['nonsense', 403, 'InvalidToken'],
        [forged, 403, 'InvalidToken'],
        [stream, 403, 'InvalidToken'],
        [expired, 403, 'TokenExpired'],
        [other.token, 403, 'ForeignToken'],
      ];
      const path = `/conversations/${mine.conversationId}`;
      for (const [token, status, code] of cases) {
        expect(codeOf(await call('GET', `${path}/activities`, { token })), code).to.deep.equal([status, code]);
        expect(codeOf(await call('GET', path, { token })), code).to.deep.equal([status, code]);
        expect(codeOf(await call('POST', `${path}/activities`, { token, body: message('hi') })), code).to.deep.equal([status, code]);
        if (token === other.token) continue;
        expect(codeOf(await call('POST', '/tokens/refresh', { token })), code).to.deep.equal([status, code]);
        expect(codeOf(await call('POST', '/conversations', { token })), code).to.deep.equal([status, code]);
      }
    });

    it('is a token that was renewed for a day', async () => {
      const bound = { conversation: 'c', user: 'dl_1' };
      const since = Math.floor(Date.now() / 1000);
      const young = await tokensAt(0).issue(bound, 'token', since - 86_000);
      const old = await tokensAt(0).issue(bound, 'token', since - 86_401);
      expect((await call('POST', '/tokens/refresh', { token: young })).status).to.equal(200);
      expect(codeOf(await call('POST', '/tokens/refresh', { token: old }))).to.deep.equal([403, 'TokenTooOld']);
    });

    it('is a file, and what cannot be read', async () => {
      const begun = await begin();
      const path = `/conversations/${begun.conversationId}`;
      expect(codeOf(await call('POST', `${path}/upload`, { token: begun.token, body: {} }))).to.deep.equal([415, 'UploadNotSupported']);
      const form = new FormData();
      form.append('file', new Blob(['x']), 'x.png');
      const sent = await fetch(`${running.url}/v3/directline${path}/upload`, { method: 'POST', body: form });
      expect(sent.status).to.equal(415);
      expect(await sent.json()).to.have.nested.property('error.code');
      for (const wrong of [{}, [], 'x', { type: '' }, { type: 'message', text: {} }, { type: 'message', attachments: 'x' }]) {
        expect((await post(begun, wrong as object)).status, JSON.stringify(wrong)).to.equal(400);
      }
      expect(codeOf(await call('GET', `${path}/activities?watermark=-1`, { token: begun.token }))).to.deep.equal([400, 'BadArgument']);
      expect((await call('POST', '/conversations', { token: begun.token, body: { locale: {} } })).status).to.equal(400);
    });

    it('is a conversation that nobody began or that is over', async () => {
      const { body } = await call('POST', '/tokens/generate');
      const gone = await call('GET', `/conversations/${body.conversationId}`, { token: body.token });
      expect(codeOf(gone)).to.deep.equal([404, 'ConversationNotFound']);
    });

    it('is somebody who sends without end', async () => {
      const begun = await begin();
      const sent = await Promise.all(Array.from({ length: 100 }, () => post(begun, { type: 'typing' })));
      const refused = sent.filter(({ status }) => status === 429);
      expect(refused.length).to.be.greaterThan(10);
      expect(refused[0]?.headers.get('retry-after')).to.equal('2');
    });
  });

  describe('a secret', () => {
    it('gives tokens to servers, the old one too while it is replaced', async () => {
      for (const token of [secret, older]) {
        const { status, body } = await guardedCall('POST', '/tokens/generate', { token, body: { user: { id: 'dl_patient-1' } } });
        expect(status).to.equal(200);
        expect(body.conversationId).to.match(/^[0-9a-f]{32}$/u);
        const started = await guardedCall('POST', '/conversations', { token: body.token });
        await guardedCall('POST', `/conversations/${body.conversationId}/activities`, { token: body.token, body: message('hello') });
        const read = await guardedCall('GET', `/conversations/${body.conversationId}/activities`, { token: started.body.token });
        expect(read.body.activities.find(({ text }) => text === 'hello')?.from.id).to.equal('dl_patient-1');
      }
    });

    it('is needed where there is one, and serves no page', async () => {
      expect((await guardedCall('POST', '/tokens/generate')).body.error.code).to.equal('MissingToken');
      expect((await guardedCall('POST', '/tokens/generate', { token: 'wrong' })).body.error.code).to.equal('InvalidToken');
      const { body } = await guardedCall('POST', '/tokens/generate', { token: secret });
      expect((await guardedCall('POST', '/tokens/generate', { token: body.token })).body.error.code).to.equal('InvalidToken');
      const page = await guardedCall('POST', '/tokens/generate', { token: secret, headers: { origin: site } });
      expect([page.status, page.body.error.code]).to.deep.equal([403, 'SecretInBrowser']);
    });

    it('lets no client choose a user that a server gives, and takes no origin it does not know', async () => {
      for (const body of [
        { user: { id: 'zofia' } },
        { trustedOrigins: ['https://elsewhere.example'] },
        { trustedOrigins: [`${site}/path`] },
      ]) {
        expect((await guardedCall('POST', '/tokens/generate', { token: secret, body })).status, JSON.stringify(body)).to.equal(400);
      }
    });

    it('opens a conversation and speaks in it for a server', async () => {
      const started = await guardedCall('POST', '/conversations', { token: secret, body: { user: { id: 'dl_7' }, locale: 'en' } });
      expect(started.status).to.equal(201);
      const path = `/conversations/${started.body.conversationId}/activities`;
      expect((await guardedCall('POST', path, { token: secret, body: message('hi') })).status).to.equal(200);
      expect((await guardedCall('GET', path, { token: secret })).body.activities.length).to.be.greaterThan(2);
      expect((await guardedCall('POST', '/tokens/refresh', { token: secret })).status).to.equal(400);
    });

    it('is not needed on this very machine where there is none, and nobody else is served then', async () => {
      expect((await call('POST', '/tokens/generate')).status).to.equal(200);
      const passedOn = await call('POST', '/tokens/generate', { headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect([passedOn.status, passedOn.body.error.code]).to.deep.equal([403, 'NoSecret']);
    });
  });

  describe('a page of another site', () => {
    const asks = { origin: site };

    it('may speak to this server where it is listed, and only with a token that is not bound elsewhere', async () => {
      const preflight = await guardedCall('OPTIONS', '/conversations', { headers: { ...asks, 'access-control-request-method': 'POST' } });
      expect(preflight.status).to.equal(204);
      expect(preflight.headers.get('access-control-allow-origin')).to.equal(site);
      const { body } = await guardedCall('POST', '/tokens/generate', { token: secret, body: { trustedOrigins: [site] } });
      const started = await guardedCall('POST', '/conversations', { token: body.token, headers: asks });
      expect(started.status).to.equal(201);
      expect(started.headers.get('access-control-allow-origin')).to.equal(site);
      const own = await guardedCall('POST', '/conversations', { token: body.token, headers: { origin: guarded.url } });
      expect([own.status, own.body.error.code]).to.deep.equal([403, 'ForeignOrigin']);
    });

    it('is refused where it is not, with whatever token', async () => {
      const { body } = await guardedCall('POST', '/tokens/generate', { token: secret });
      const refused = await guardedCall('POST', '/conversations', { token: body.token, headers: { origin: 'https://elsewhere.example' } });
      expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'ForeignOrigin']);
      expect(refused.headers.get('access-control-allow-origin')).to.equal(null);
    });
  });
});
