// The traps of restify 12, each with real requests.
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import type { Request, Response } from 'restify';
import { StoreUnavailable } from '../../src/errors.js';
import { mountGet } from '../../src/server/register-pages.js';
import { sayRaw, startTestServer, type TestServer } from './start-test-server.js';

const secret = 'Moja mama ma na imie Halina';

describe('the server', () => {
  let running: TestServer;

  before(async () => {
    running = await startTestServer({
      register: server => {
        server.post('/echo', async (request: Request, response: Response) => {
          const body: unknown = request.body;
          response.send(200, { got: body });
          return Promise.resolve();
        });
        mountGet(server, '/page', async (_request, response) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.send(200, '<!doctype html><p>Cześć');
          return Promise.resolve();
        });
        mountGet(server, '/fhir', async (_request, response) => {
          response.setHeader('Content-Type', 'application/fhir+json; charset=utf-8');
          response.send(200, { resourceType: 'Bundle' });
          return Promise.resolve();
        });
        mountGet(server, '/throws', () => Promise.reject(new Error(secret)));
        mountGet(server, '/rejects-text', async () => {
          await Promise.resolve();
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- tested here: a fault that is no Error
          throw secret;
        });
        mountGet(server, '/store-down', () => Promise.reject(new StoreUnavailable(new Error(secret))));
        mountGet(server, '/sends-error', async (_request, response) => {
          response.send(500, new Error(secret));
          return Promise.resolve();
        });
      },
    });
  });
  after(async () => running.stop());

  const post = async (
    body: NonNullable<RequestInit['body']>,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<globalThis.Response> => fetch(`${running.url}/echo`, { method: 'POST', body, headers });

  it('lets the sites named frame the pages of the conversation, and nobody frame anything else', async () => {
    const named = ['https://practice.example', 'https://other.example:8443'];
    const framing = await startTestServer({ embedOrigins: named });
    const framedBy = async (path: string): Promise<string | undefined> => {
      const { headers } = await fetch(framing.url + path);
      return /frame-ancestors ([^;]*)/u.exec(headers.get('content-security-policy') ?? '')?.[1];
    };
    for (const path of ['/', '/?lang=pl', '/chat', '/chat/', '/chat?a=1&lang=pl', '/urgent', '/privacy', '/accessibility', '/web-chat']) {
      expect(await framedBy(path), path).to.equal(named.join(' '));
    }
    const never = ['/status', '/code', '/chat/resume', '/chat/resume/abc', '/chat/finish', '/interpreter', '/leaflet', '/kiosk', '/desk'];
    const staff = ['/worklist', '/staff', '/hand-over', '/insight', '/metrics', '/embed', '/api/messages', '/chat/..%2fdesk', '/./desk'];
    for (const path of [...never, ...staff]) expect(await framedBy(path), path).to.equal("'none'");
    await framing.stop();
  });

  it('carries the security headers on every response, errors included', async () => {
    const responses = await Promise.all([
      fetch(`${running.url}/page`),
      fetch(`${running.url}/nowhere`),
      fetch(`${running.url}/echo`),
      fetch(`${running.url}/throws`),
      post('{ broken'),
      post('x'.repeat(300_000)),
      post(gzipSync('{}'), { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
    ]);
    expect(responses.map(response => response.status)).to.deep.equal([200, 404, 405, 500, 400, 413, 415]);
    for (const { headers, status } of responses) {
      expect(headers.get('content-security-policy'), String(status)).to.include("default-src 'none'").and.include("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('permissions-policy')).to.include('geolocation=()');
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('x-request-id')).to.match(/^[0-9a-f-]{36}$/u);
      expect(headers.get('strict-transport-security')).to.equal(null);
      expect(headers.get('server')).to.equal(null);
    }
  });

  it('sends HTML as HTML and FHIR as JSON', async () => {
    const page = await fetch(`${running.url}/page`);
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(await page.text()).to.include('Cześć');
    const fhir = await fetch(`${running.url}/fhir`);
    expect(fhir.headers.get('content-type')).to.equal('application/fhir+json; charset=utf-8');
    expect(await fhir.json()).to.deep.equal({ resourceType: 'Bundle' });
  });

  it('answers HEAD wherever it answers GET', async () => {
    const head = await fetch(`${running.url}/page`, { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(await head.text()).to.equal('');
  });

  it('shows a browser a kind page in its language and a program a code, and neither the address asked for', async () => {
    const page = await fetch(`${running.url}/nowhere?name=Halina`, { headers: { accept: 'text/html,*/*', 'accept-language': 'pl' } });
    expect(page.status).to.equal(404);
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(await page.text())
      .to.include('lang="pl"')
      .and.not.include('nowhere');
    const answer = await fetch(`${running.url}/nowhere`, { headers: { accept: '*/*' } });
    expect(await answer.json()).to.deep.equal({ error: { code: 'not-found', message: 'Nothing is at this address.' } });
  });

  it('never says what went wrong inside', async () => {
    for (const path of ['/throws', '/rejects-text', '/sends-error', '/store-down']) {
      for (const accept of ['text/html', '*/*', 'application/xml']) {
        const response = await fetch(running.url + path, { headers: { accept } });
        expect(response.status, path).to.equal(path === '/store-down' ? 503 : 500);
        expect(await response.text(), path).to.not.match(/Halina|at .*\.[jt]s/u);
      }
    }
    expect(running.lines.join('\n')).to.include('request failed').and.not.include('Halina');
  });

  it('says when to try again while the store is silent', async () => {
    const response = await fetch(`${running.url}/store-down`);
    expect(response.headers.get('retry-after')).to.equal('10');
  });

  it('refuses broken JSON without repeating it', async () => {
    const response = await post(`{"text": "${secret}`);
    expect(response.status).to.equal(400);
    expect(await response.text()).to.not.include('Halina');
  });

  it('takes a body of 256 kB and refuses one byte more', async () => {
    const padding = 256 * 1024 - '{"a":""}'.length;
    expect((await post(`{"a":"${'x'.repeat(padding)}"}`)).status).to.equal(200);
    expect((await post(`{"a":"${'x'.repeat(padding + 1)}"}`)).status).to.equal(413);
  });

  it('refuses an encoded body before opening it', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    for (const encoding of ['gzip', 'br', 'identity', 'deflate']) {
      expect((await post(bomb, { 'content-type': 'application/json', 'content-encoding': encoding })).status, encoding).to.equal(415);
    }
  });

  it('takes JSON and forms and no other body; an upload is never written anywhere', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.txt');
    const upload = await fetch(`${running.url}/echo`, { method: 'POST', body: form });
    expect(upload.status).to.equal(415);
    expect((await post('hello', { 'content-type': 'text/plain' })).status).to.equal(415);
    expect((await post('{}', { 'content-type': 'application/json; charset=utf-8' })).status).to.equal(200);
    const read = await post('a=1&a=2&b%5Bc%5D=3&__proto__%5Bx%5D=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await read.json()).to.deep.equal({ got: { a: ['1', '2'], 'b[c]': '3', '__proto__[x]': '1' } });
  });

  it('survives addresses that are none', async () => {
    for (const start of [
      'GET / HTTP/1.1\r\nHost: [',
      'GET / HTTP/1.1\r\nHost: a b',
      'GET http://:99999/ HTTP/1.1\r\nHost: x',
      'GET // HTTP/1.1\r\nHost: x',
    ]) {
      expect(await sayRaw(running.port, `${start}\r\nConnection: close\r\n\r\n`), start).to.match(/^HTTP\/1\.1 40[04] /u);
    }
    for (const path of ['/%ff', '/%', '/page/%zz', '/..%2f..%2fetc/passwd', '/page%00']) {
      const heard = await sayRaw(running.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(heard, path).to.match(/^HTTP\/1\.1 40[04] /u);
    }
    expect(await sayRaw(running.port, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).to.match(/^HTTP\/1\.1 /u);
    expect((await fetch(`${running.url}/page`)).status).to.equal(200);
  });

  it('logs the route and the outcome of a request, never its address or query', async () => {
    await fetch(`${running.url}/page?name=Halina`);
    await fetch(`${running.url}/people/Halina`);
    await new Promise(resolve => setTimeout(resolve, 20));
    const requests = running.lines.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => line.msg === 'request');
    expect(requests.at(-2)).to.include({ method: 'GET', route: '/page', status: 200 });
    expect(requests.at(-1)).to.include({ method: 'GET', route: 'none', status: 404 });
    expect(running.lines.join('\n')).to.not.include('Halina');
  });

  it('tells browsers to keep to TLS when a trusted proxy says the page came over it', async () => {
    const trusting = await startTestServer({ trustProxy: true });
    const headers = { 'x-forwarded-proto': 'https', 'x-request-id': 'from-the-proxy-1' };
    const trusted = await fetch(trusting.url, { headers });
    expect(trusted.headers.get('strict-transport-security')).to.include('max-age=31536000');
    expect(trusted.headers.get('x-request-id')).to.equal('from-the-proxy-1');
    await trusting.stop();
    const untrusted = await fetch(running.url, { headers });
    expect(untrusted.headers.get('strict-transport-security')).to.equal(null);
    expect(untrusted.headers.get('x-request-id')).to.not.equal('from-the-proxy-1');
  });
});
