// Microsoft's DirectLineJS against our host: nothing is lost, repeated or out of order, over a socket and by polling.
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Activity } from 'botframework-directlinejs';
import { createLineTokens } from '../../../src/channels/direct-line/token.js';
import { startApp } from '../../support/browser.js';
import type { RunningApp } from '../../support/browser.js';
import { callLine, message } from '../../support/line-client.js';
import { openMicrosoftClient } from '../../support/microsoft-client.js';
import type { MicrosoftClient } from '../../support/microsoft-client.js';

interface Token {
  readonly token: string;
  readonly conversationId: string;
}

/** Of its ConnectionStatus. */
const [expiredToken, failedToConnect] = [3, 4];
const statusOf = ({ client }: MicrosoftClient): number => client.connectionStatus$.getValue();

const typedBy = (activity: Activity): string | undefined =>
  activity.type === 'message' && activity.from.role === 'user' ? activity.text : undefined;
const typed = (activities: readonly Activity[]): readonly string[] => activities.flatMap(activity => typedBy(activity) ?? []);
const answersTo = (activities: readonly Activity[], id: string): readonly Activity[] =>
  activities.filter(activity => (activity as { readonly replyToId?: string }).replyToId === id);

describe("Microsoft's Direct Line client", function () {
  this.timeout(120_000);
  let running: RunningApp;
  const clients: MicrosoftClient[] = [];

  before(async () => {
    running = await startApp();
  });
  after(async () => {
    for (const client of clients) client.end();
    await running.stop();
  });

  const generate = async (): Promise<Token> => {
    const response = await fetch(`${running.url}/v3/directline/tokens/generate`, { method: 'POST' });
    expect(response.status).to.equal(200);
    return (await response.json()) as Token;
  };
  const open = (token: string, webSocket: boolean): MicrosoftClient => {
    const domain = `${running.url}/v3/directline`;
    const client = openMicrosoftClient({ token, domain, webSocket, pollingInterval: 200, conversationStartProperties: { locale: 'pl' } });
    clients.push(client);
    return client;
  };

  for (const webSocket of [true, false]) {
    it(`exchanges fifty messages ${webSocket ? 'over a socket' : 'by polling'}, each answered once and in order`, async () => {
      const { token } = await generate();
      const talk = open(token, webSocket);
      await talk.until(activities => activities.length > 0, 'the first question');
      expect(JSON.stringify(talk.activities[0])).to.contain('waymark');
      const said = Array.from({ length: 50 }, (_, n) => `wiadomość ${String(n + 1)}`);
      for (const text of said) {
        const id = await talk.say(text);
        await talk.until(activities => answersTo(activities, id).length > 0, `an answer to ${text}`);
        if (typed(talk.activities).length % 17 === 0 && webSocket) talk.cut();
        // as fast as a person may type
        await setTimeout(20);
      }
      await talk.until(activities => typed(activities).length >= 50, 'every message told again');
      expect(typed(talk.activities)).to.deep.equal(said);
      const ids = talk.activities.map(({ id }) => id);
      expect(new Set(ids).size, 'nothing twice').to.equal(ids.length);
    });

    it(`goes on from its watermark in a new page, ${webSocket ? 'over a socket' : 'by polling'}`, async () => {
      const { token, conversationId } = await generate();
      const first = open(token, webSocket);
      await first.until(activities => activities.length > 0, 'the first question');
      const before = await first.say('before');
      await first.until(activities => answersTo(activities, before).length > 0, 'an answer');
      const { watermark, token: kept } = first.client as unknown as { readonly watermark: string; readonly token: string };
      first.end();
      const domain = `${running.url}/v3/directline`;
      const elsewhere = await callLine(running.url, 'POST', `/conversations/${conversationId}/activities`, {
        token,
        body: message('meanwhile'),
      });
      const second = openMicrosoftClient({ token: kept, domain, webSocket, pollingInterval: 200, conversationId, watermark });
      clients.push(second);
      await second.until(activities => answersTo(activities, elsewhere.body.id).length > 0, 'what was said meanwhile');
      const after = await second.say('after');
      await second.until(activities => answersTo(activities, after).length > 0, 'an answer');
      expect(typed(second.activities)).to.deep.equal(['meanwhile', 'after']);
      expect(first.activities.filter(({ id }) => second.activities.some(one => one.id === id))).to.deep.equal([]);
    });
  }

  it('renews its token, and goes on with the new one', async () => {
    const { token } = await generate();
    const talk = open(token, true);
    await talk.until(activities => activities.length > 0, 'the first question');
    // a token of the same second is the same
    await setTimeout(1_100);
    // what its own clock does every quarter of an hour
    const client = talk.client as unknown as {
      token: string;
      refreshToken: () => { subscribe: (next: (token: string) => void, failed: (fault: unknown) => void) => void };
    };
    client.token = await new Promise<string>((resolve, reject) => {
      client.refreshToken().subscribe(resolve, reject);
    });
    expect(client.token).not.to.equal(token);
    const id = await talk.say('with the new token');
    await talk.until(activities => answersTo(activities, id).length > 0, 'an answer');
  });

  it('does not connect with a token that is wrong, and says that one has expired', async () => {
    const wrong = open('nonsense', true);
    await wrong.until(() => statusOf(wrong) === failedToConnect, 'FailedToConnect');
    const { token } = await generate();
    const talk = open(token, false);
    await talk.until(activities => activities.length > 0, 'the first question');
    const hourAgo = (): Date => new Date(Date.now() - 3_600_000);
    const { conversationId } = talk.client as unknown as { readonly conversationId: string };
    const old = await createLineTokens(running.app.core.signingKey, hourAgo).issue({ conversation: conversationId, user: 'dl_1' });
    Object.assign(talk.client, { token: old });
    await talk.until(() => statusOf(talk) === expiredToken, 'ExpiredToken');
  });
});
