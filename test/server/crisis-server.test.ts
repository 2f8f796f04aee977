import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { createCrisisServer } from '../../src/server/crisis-server.js';

describe('the server that only knows whom to ring', () => {
  let folder: string;
  let address: string;
  let stop: () => void;

  async function listen(pages: string): Promise<readonly [string, () => void]> {
    const server = createCrisisServer({ pages, assets: folder });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return [`http://127.0.0.1:${String(port)}`, () => server.close()];
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-crisis-'));
    await writeFile(join(folder, 'en-GB.html'), '<p>English</p>');
    await writeFile(join(folder, 'ar.html'), '<p>عربي</p>');
    await writeFile(join(folder, 'pages.css'), 'p { color: black }');
    await writeFile(join(folder, 'secret.json'), '{}');
    [address, stop] = await listen(folder);
  });

  after(async () => {
    stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Readonly<Record<string, string>> = { accept: 'text/html' }) =>
    fetch(`${address}${path}`, { headers });

  it('answers every page with it, as what is broken; /urgent as what is whole', async () => {
    const chat = await get('/chat');
    expect([chat.status, await chat.text()]).to.deep.equal([503, '<p>English</p>']);
    const urgent = await get('/urgent');
    expect([urgent.status, urgent.headers.get('content-security-policy')?.startsWith("default-src 'none'")]).to.deep.equal([200, true]);
  });

  it('speaks the language of the address, then of the browser, then English', async () => {
    expect(await (await get('/urgent?lang=ar')).text()).to.include('عربي');
    expect(await (await get('/urgent', { accept: 'text/html', 'accept-language': 'ar-EG' })).text()).to.include('عربي');
    expect(await (await get('/urgent?lang=xx')).text()).to.include('English');
  });

  it('is alive and not ready, and answers programs in their own shape', async () => {
    expect((await get('/health/live')).status).to.equal(200);
    expect((await get('/health/ready')).status).to.equal(503);
    const program = await get('/api/messages', { accept: 'application/json' });
    expect([program.status, await program.json()]).to.deep.equal([
      503,
      { error: { code: 'unavailable', message: 'The service cannot answer just now. Try again in a moment.' } },
    ]);
  });

  it('serves the built styles and nothing else of the folder', async () => {
    expect((await get('/assets/pages.css')).status).to.equal(200);
    expect((await get('/assets/secret.json')).status).to.equal(503);
    expect((await get('/assets/..%2Fsecret.json')).status).to.equal(503);
    expect((await get('/assets/absent.css')).status).to.equal(503);
  });

  it('says the numbers in English where nothing was ever built', async () => {
    const [bare, close] = await listen(join(folder, 'nothing here'));
    const page = await (await fetch(`${bare}/urgent`)).text();
    expect(page).to.include('tel:999').and.to.include('tel:116123');
    close();
  });
});
