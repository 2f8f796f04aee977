// /web-chat as a browser asks for it: with the component and without, its policy, and who is given a token.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { PagesParts, WebChat } from '../../../src/channels/pages/pages-parts.js';
import { FakeConversing, pagesParts, Visitor } from '../../support/pages-world.js';

const webChat: WebChat = {
  component: '/web-chat/component.0.js',
  issueToken: ({ origin, lang, kept }) => Promise.resolve({ token: `token for ${origin}`, kept: `${kept ?? 'first'} ${lang}` }),
};

function visitor(changes: Partial<PagesParts> = { webChat }): Visitor {
  return new Visitor(pagesParts(new FakeConversing(), changes));
}

describe('/web-chat', () => {
  it('leads to our own chat where the deployment has no component', async () => {
    const { status, body } = await visitor({}).get('/web-chat?lang=pl');
    expect(status).to.equal(404);
    expect(body).to.contain('href="/?lang=pl"').and.contain('W naszej drugiej rozmowie są te same pytania.');
    expect((await visitor({}).post('/web-chat/token', {})).status).to.equal(404);
  });

  it('has urgent help and exit as every page, and a way on without script', async () => {
    const { status, body } = await visitor().get('/web-chat?lang=ar');
    expect(status).to.equal(200);
    expect(body).to.contain('dir="rtl"').and.contain('data-exit').and.contain('href="/urgent?lang=ar"');
    expect(body).to.match(/<noscript>[\s\S]*href="\/\?lang=ar"/u);
    expect(body).to.contain('src="/web-chat/component.0.js"');
  });

  it('allows styles by a nonce made anew each time, and nothing else inline or from outside', async () => {
    const policyOf = async (changes: Partial<PagesParts>): Promise<string> =>
      (await visitor({ webChat, ...changes }).get('/web-chat', { secure: true })).headers?.['Content-Security-Policy'] ?? '';
    const policy = await policyOf({});
    expect(policy).to.contain("default-src 'none'").and.contain("script-src 'self';").and.contain("connect-src 'self' wss://mill.example;");
    expect(policy).to.contain("frame-ancestors 'none'").and.not.contain('unsafe');
    expect(await policyOf({ embedOrigins: ['https://practice.example'] })).to.contain('frame-ancestors https://practice.example;');
    const browser = visitor();
    const nonces = [await browser.get('/web-chat'), await browser.get('/web-chat')].map(page => /data-nonce="(\w+)"/u.exec(page.body)?.[1]);
    expect(nonces[0]).not.to.equal(nonces[1]);
    expect(
      await browser.get('/web-chat', { host: "a'; script-src *" }).then(page => page.headers?.['Content-Security-Policy']),
    ).not.to.contain(' *');
  });

  it('gives a token to its own page alone, for that page alone', async () => {
    const browser = visitor();
    const { status, body } = await browser.post('/web-chat/token', {});
    expect([status, body]).to.deep.equal([200, '{"token":"token for http://mill.example"}']);
    for (const origin of [undefined, 'null', 'https://other.example', 'not an origin']) {
      expect((await browser.post('/web-chat/token', {}, { origin })).status, String(origin)).to.equal(403);
    }
  });

  it('keeps what names the conversation where no script reads it, in a panel too, and gives it back for the next token', async () => {
    const first = await visitor().post('/web-chat/token?lang=pl', {}, { secure: true });
    expect(first.cookies).to.deep.equal([
      '__Secure-waymark-web-chat=first pl; Path=/web-chat; HttpOnly; SameSite=None; Secure; Partitioned',
    ]);
    const cookies = { 'waymark-web-chat': 'named' };
    const again = await visitor().post('/web-chat/token?lang=ar', {}, { cookies });
    expect(again.cookies).to.deep.equal(['waymark-web-chat=named ar; Path=/web-chat; HttpOnly; SameSite=Lax']);
    const left = await visitor().get('/exit', { cookies });
    expect(left.cookies).to.include('waymark-web-chat=; Path=/web-chat; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  it('is not for the screen in the waiting room, from which it could not be cleared', async () => {
    const cookies = { 'waymark-kiosk': '1' };
    expect((await visitor().get('/web-chat', { cookies })).location).to.equal('/kiosk');
    expect((await visitor().post('/web-chat/token', {}, { cookies })).status).to.equal(404);
  });
});
