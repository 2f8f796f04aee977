// A file of dialogs/ is broken, or the store is gone: whoever is in danger still finds whom to ring, in their own language.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';

describe('the server with a broken file in dialogs/', function () {
  this.timeout(60_000);
  let folder: string;
  let child: ChildProcess;
  let said = '';
  let address = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-broken-'));
    cpSync('dialogs', join(folder, 'dialogs'), { recursive: true });
    writeFileSync(join(folder, 'dialogs', 'red-flags.json'), '{ "kinds": [');
    const env = { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', WAYMARK_DIALOGS: join(folder, 'dialogs'), WAYMARK_DATA: folder };
    child = spawn(process.execPath, [resolve('dist/src/main.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    address = await new Promise<string>((found, reject) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const port = /http:\/\/localhost:(\d+)\/urgent/u.exec(said)?.[1];
        if (port !== undefined) found(`http://127.0.0.1:${port}`);
      });
      child.once('exit', code => {
        reject(new Error(`ended with ${String(code)}: ${said}`));
      });
    });
  });

  after(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what is broken', () => {
    expect(said).to.include('dialogs/red-flags.json');
  });

  it('serves the page of urgent help in every language, as the last build wrote it', async () => {
    expect(existsSync('dist/crisis')).to.equal(true);
    const languages = readdirSync('locales', { withFileTypes: true }).filter(entry => entry.isDirectory());
    expect(languages).to.have.length(24);
    for (const { name } of languages) {
      const response = await fetch(`${address}/urgent?lang=${name}`, { headers: { accept: 'text/html' } });
      const page = await response.text();
      expect(response.status).to.equal(200);
      expect(page).to.include(`<html lang="${name}"`).and.to.include('href="tel:999"');
    }
  });

  it('answers every other page with it, and is not ready', async () => {
    const chat = await fetch(`${address}/chat`, { headers: { accept: 'text/html', 'accept-language': 'pl' } });
    expect(chat.status).to.equal(503);
    expect(await chat.text()).to.include('<html lang="pl"');
    expect((await fetch(`${address}/health/ready`)).status).to.equal(503);
  });

  it('ends as a failure when it is asked to stop', async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await exit)[0]).to.equal(1);
  });
});
