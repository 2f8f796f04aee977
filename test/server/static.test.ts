// Built assets on the wire: small, kept by the browser, and nothing else in the folder within reach.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { registerStatic } from '../../src/server/register-static.js';
import { sayRaw, startTestServer, type TestServer } from './start-test-server.js';

const css = '.card{color:#212b32}'.repeat(100);

describe('built assets', () => {
  let running: TestServer;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-assets-'));
    await writeFile(join(folder, 'pages.1a2b3c4d.css'), css);
    await writeFile(join(folder, 'pages.1a2b3c4d.css.br'), brotliCompressSync(css));
    await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, 'manifest.json'), '{}');
    running = await startTestServer({ register: async server => registerStatic(server, folder) });
  });
  after(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  it('sends the brotli made at build, and the browser may keep it for ever', async () => {
    const response = await fetch(`${running.url}/assets/pages.1a2b3c4d.css`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).to.equal('br');
    expect(response.headers.get('content-type')).to.equal('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
    expect(response.headers.get('content-length')).to.equal(String(brotliCompressSync(css).length));
    expect(await response.text()).to.equal(css);
  });

  it('sends the plain file to who cannot read brotli, and says it depends on that', async () => {
    const response = await fetch(`${running.url}/assets/pages.1a2b3c4d.css`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).to.equal(null);
    expect(response.headers.get('vary')).to.equal('Accept-Encoding');
    expect(await response.text()).to.equal(css);
  });

  it('has a file without a hash in its name asked for again, cheaply', async () => {
    const first = await fetch(`${running.url}/assets/favicon.svg`);
    expect(first.headers.get('cache-control')).to.equal('public, max-age=3600');
    const again = await fetch(`${running.url}/assets/favicon.svg`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).to.equal(304);
  });

  it('answers HEAD', async () => {
    const head = await fetch(`${running.url}/assets/pages.1a2b3c4d.css`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect(head.status).to.equal(200);
    expect(head.headers.get('content-length')).to.equal(String(brotliCompressSync(css).length));
  });

  it('serves nothing else, whatever the path', async () => {
    for (const path of ['manifest.json', 'pages.1a2b3c4d.css.br', 'nothing.css', '..%2fpackage.json', 'toString', '__proto__']) {
      expect((await fetch(`${running.url}/assets/${path}`)).status, path).to.equal(404);
    }
    expect(await sayRaw(running.port, 'GET /assets/../../package.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).to.match(
      /^HTTP\/1\.1 404 /u,
    );
  });

  it('says at start when the folder was never built', async () => {
    const how = await startTestServer({ register: async server => registerStatic(server, join(folder, 'missing')) }).then(
      () => 'started',
      () => 'refused',
    );
    expect(how).to.equal('refused');
  });
});
