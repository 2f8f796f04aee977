// Microsoft's own local client for bots, started against this server: a program of theirs and a page of theirs, which know nothing of Waymark.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { findFreePort } from './redis-server.js';

const program = resolve('test/playground/node_modules/@microsoft/m365agentsplayground/cli.js');

/** Who writes in it, as its settings name people. */
export interface PlaygroundUser {
  readonly tenant: string;
  readonly user: string;
}

export interface Playground {
  /** Starts it against a server's /api/messages, as a page. `as`: who writes; else the person it comes with, who is nobody's. */
  readonly open: (browser: Browser, url: string, channel: string, as?: PlaygroundUser) => Promise<Page>;
}

const person = (number: number, aadObjectId: string): Readonly<Record<string, string>> => ({
  id: `user-id-${String(number)}`,
  name: `Person ${String(number)}`,
  userPrincipleName: `person${String(number)}@example.com`,
  aadObjectId,
  givenName: 'Person',
  surname: String(number),
  email: `person${String(number)}@example.com`,
});

/** Its settings (YAML, of which JSON is a part): the ids it comes with are no GUIDs. */
function settings({ tenant, user }: PlaygroundUser): string {
  return JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
    currentUser: person(0, user),
    // it wants five more
    users: [1, 2, 3, 4, 5].map(number => person(number, `00000000-0000-4000-8000-00000000000${String(number)}`)),
    personalChat: { id: 'personal-chat-id' },
    groupChat: { id: 'group-chat-id', name: 'Group Chat' },
    team: {
      id: 'team-id',
      name: 'My Team',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel-id', name: 'Desk' }],
    },
  });
}

/** It, for all tests of the `describe` that calls it; they are skipped where it is not installed. */
export function usePlayground(): Playground {
  const children: ChildProcess[] = [];
  let folder = '';
  before(function () {
    if (!existsSync(program)) {
      console.log('      skipped: test/playground is not installed (npm ci --prefix test/playground)');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'waymark-playground-'));
  });
  after(() => {
    for (const child of children) child.kill();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  const start = async (url: string, channel: string, as: PlaygroundUser | undefined): Promise<string> => {
    const port = String(await findFreePort());
    const file = join(folder, `${port}.yml`);
    if (as !== undefined) writeFileSync(file, settings(as));
    const child = spawn(process.execPath, [program, '-e', `${url}/api/messages`, '-c', channel, '-p', port, '--dt'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: folder,
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', ...(as !== undefined && { M365_AGENTS_PLAYGROUND_CONFIG_PATH: file }) },
    });
    children.push(child);
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Listening')) ready();
      });
      child.once('exit', code => {
        failed(new Error(`it ended with ${String(code)}`));
      });
    });
    return port;
  };

  return {
    open: async (browser, url, channel, as) => {
      const port = await start(url, channel, as);
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
  };
}
