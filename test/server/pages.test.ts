// Pages on the wire: what a handler is told, what a browser gets, and how often it may send.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as send } from 'node:http';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import type { PageRequest, PageRoute } from '../../src/channels/pages/page.js';
import { createRateLimiter } from '../../src/server/rate-limiter.js';
import { registerPages } from '../../src/server/register-pages.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const long = `<!doctype html><html lang="ar" dir="rtl"><p>${'أهلا وسهلا '.repeat(400)}`;
const seen: PageRequest[] = [];

const routes: readonly PageRoute[] = [
  {
    method: 'GET',
    path: '/chat',
    handle: request => {
      seen.push(request);
      return Promise.resolve({ status: 200, contentType: 'text/html; charset=utf-8', body: long, cookies: ['a=1; Path=/', 'b=2; Path=/'] });
    },
  },
  {
    method: 'POST',
    path: '/chat',
    handle: request => {
      seen.push(request);
      return Promise.resolve({ status: 303, contentType: 'text/plain; charset=utf-8', body: '', location: '/chat' });
    },
  },
  {
    method: 'GET',
    path: '/worklist/:reference',
    handle: r => Promise.resolve({ status: 200, contentType: 'text/plain; charset=utf-8', body: r.path }),
  },
];

interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** fetch would open the encoding itself; this shows the bytes as sent. */
async function hear(url: string, method: string, headers: Record<string, string>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject).end();
  });
}

describe('pages on the wire', () => {
  let running: TestServer;
  let now = 0;

  before(async () => {
    const limiter = createRateLimiter({ burst: 3, perSecond: 1 }, () => now);
    running = await startTestServer({
      trustProxy: true,
      register: server => {
        registerPages(server, routes, limiter);
      },
    });
  });
  after(async () => running.stop());

  it('tells the handler what was asked, by whom and in which language', async () => {
    const headers = {
      cookie: 'waymark=ABC; other=%20x%zz; waymark=second; noise',
      'accept-language': 'ar',
      'x-waymark': 'live',
      'x-forwarded-proto': 'https',
    };
    await fetch(`${running.url}/chat?lang=pl&lang=ar`, { headers });
    expect(seen.at(-1)).to.deep.include({
      method: 'GET',
      path: '/chat',
      query: { lang: 'ar' },
      form: {},
      cookies: { waymark: 'ABC', other: '%20x%zz' },
      acceptLanguage: 'ar',
      live: true,
      secure: true,
      origin: undefined,
    });
  });

  it('reads a form, a repeated field as a list', async () => {
    const body = new URLSearchParams([
      ['needs', 'food'],
      ['needs', 'money'],
      ['text', 'zażółć & <b>'],
      ['toString', 'x'],
    ]);
    const response = await fetch(`${running.url}/chat`, { method: 'POST', body, redirect: 'manual', headers: { origin: running.url } });
    expect(response.status).to.equal(303);
    expect(response.headers.get('location')).to.equal('/chat');
    expect(seen.at(-1)?.form).to.deep.equal({ needs: ['food', 'money'], text: 'zażółć & <b>', toString: 'x' });
    expect(seen.at(-1)?.origin).to.equal(running.url);
  });

  it('gives an empty form for a body that is no form', async () => {
    const response = await fetch(`${running.url}/chat`, {
      method: 'POST',
      body: '[1,2]',
      headers: { 'content-type': 'application/json' },
      redirect: 'manual',
    });
    expect(response.status).to.equal(303);
    expect(seen.at(-1)?.form).to.deep.equal({});
  });

  it('sets every cookie on its own line', async () => {
    const response = await fetch(`${running.url}/chat`);
    expect(response.headers.getSetCookie()).to.deep.equal(['a=1; Path=/', 'b=2; Path=/']);
  });

  it('compresses with brotli, else gzip, else not at all, as the browser asks', async () => {
    const brotli = await hear(`${running.url}/chat`, 'GET', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).to.equal('br');
    expect(brotliDecompressSync(brotli.body).toString()).to.equal(long);
    expect(brotli.body.length).to.be.lessThan(Buffer.byteLength(long) / 10);
    const gzip = await hear(`${running.url}/chat`, 'GET', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gzip.body).toString()).to.equal(long);
    const plain = await hear(`${running.url}/chat`, 'GET', {});
    expect(plain.headers).to.include({ vary: 'Accept-Encoding' }).and.not.have.property('content-encoding');
    expect(plain.body.toString()).to.equal(long);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await hear(`${running.url}/chat`, 'GET', { 'accept-encoding': 'br' });
    const head = await hear(`${running.url}/chat`, 'HEAD', { 'accept-encoding': 'br' });
    expect(head.status).to.equal(200);
    expect(head.body.length).to.equal(0);
    expect(head.headers['content-length']).to.equal(get.headers['content-length']);
  });

  it('matches a path with a part of its own, and with a slash at the end', async () => {
    expect(await (await fetch(`${running.url}/worklist/AB2C-D3EF`)).text()).to.equal('/worklist/AB2C-D3EF');
    expect((await fetch(`${running.url}/chat/`)).status).to.equal(200);
  });

  it('slows one address down and leaves the others and this machine alone', async () => {
    const sendFrom = async (address?: string): Promise<number> => {
      const headers: Record<string, string> = address === undefined ? {} : { 'x-forwarded-for': `10.9.9.9, ${address}` };
      return (await fetch(`${running.url}/chat`, { method: 'POST', body: new URLSearchParams({ a: '1' }), redirect: 'manual', headers }))
        .status;
    };
    const first = [
      await sendFrom('203.0.113.7'),
      await sendFrom('203.0.113.7'),
      await sendFrom('203.0.113.7'),
      await sendFrom('203.0.113.7'),
    ];
    expect(first).to.deep.equal([303, 303, 303, 429]);
    expect(await sendFrom('203.0.113.8')).to.equal(303);
    for (let count = 0; count < 6; count += 1) expect(await sendFrom()).to.equal(303);
    now += 1_000;
    expect(await sendFrom('203.0.113.7')).to.equal(303);
    expect(running.lines.join('\n')).to.not.include('203.0.113');
  });

  it('counts one IPv6 household as one', () => {
    const limiter = createRateLimiter({ burst: 2, perSecond: 1 }, () => 0);
    const addresses = ['2001:db8:1:2::1', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::9'];
    expect(addresses.map(limiter.take)).to.deep.equal([true, true, false]);
    expect(limiter.take('2001:db8:1:3::1')).to.equal(true);
    expect(['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(limiter.take)).to.deep.equal([true, true, false]);
  });

  it('forgets the addresses heard of longest ago when there are too many', () => {
    const limiter = createRateLimiter({ burst: 1, perSecond: 0 }, () => 0);
    expect(limiter.take('a')).to.equal(true);
    expect(limiter.take('a')).to.equal(false);
    for (let count = 0; count < 50_000; count += 1) limiter.take(String(count));
    expect(limiter.take('a')).to.equal(true);
  });
});
