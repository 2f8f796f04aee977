// The message extension over HTTP, in the whole application: what Teams posts to /api/messages, what it is answered, and the page behind the link.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { startApp } from '../../support/browser.js';
import type { RunningApp } from '../../support/browser.js';

const publicUrl = 'https://help.example.org';
const tenant = '0b7c1d52-90aa-4c0e-8a43-6a6f1c1f7a01';
const user = '5d0d9a10-4f0b-4d7d-9a3e-000000000001';

describe('the message extension over HTTP', function () {
  this.timeout(60_000);
  let running: RunningApp;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-extension-'));
    const file = join(folder, 'staff.json');
    writeFileSync(file, JSON.stringify({ staff: [{ name: 'Reception', teams: { tenant, user }, roles: ['receptionist'] }] }));
    running = await startApp({ WAYMARK_STAFF: file, WAYMARK_PUBLIC_URL: publicUrl });
  });
  after(async () => {
    await running.stop();
    rmSync(folder, { recursive: true });
  });

  const invoke = (name: string, value: unknown): Promise<Response> =>
    fetch(`${running.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'invoke',
        name,
        id: 'i1',
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/',
        conversation: { id: '19:a', conversationType: 'personal' },
        from: { id: '29:x', aadObjectId: user },
        recipient: { id: '28:w' },
        channelData: { tenant: { id: tenant } },
        value,
      }),
    });

  const cookiesOf = (response: Response): string =>
    response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ');

  it('answers in the response, and with 400 what it cannot read', async () => {
    const asked = await invoke('composeExtension/fetchTask', { commandId: 'hand-over', commandContext: 'compose' });
    expect(asked.status).to.equal(200);
    expect(await asked.json()).to.have.nested.property('task.value.card.content.version', '1.5');
    const strange = [
      undefined,
      null,
      7,
      [],
      { commandId: 'hand-over' },
      { commandId: 'hand-over', data: [] },
      { commandId: 'hand-over', data: { do: {} } },
    ];
    for (const value of strange) expect((await invoke('composeExtension/submitAction', value)).status, JSON.stringify(value)).to.equal(400);
    expect((await invoke('composeExtension/query', { commandId: 'services', parameters: {} })).status).to.equal(400);
  });

  it('gives a link behind which the conversation waits in the language of the patient', async () => {
    const given = await invoke('composeExtension/submitAction', {
      commandId: 'hand-over',
      data: { do: 'hand-over', lang: 'pl', needs: 'food' },
    });
    const token = /\/code\/(?<token>[\w-]{24})\?lang=pl/u.exec(await given.text())?.groups?.['token'] ?? '';
    const open = async (): Promise<Response> => {
      const asking = await fetch(`${running.url}/code/${token}?lang=pl`);
      const page = await asking.text();
      expect(page, 'looking at it opens nothing').to.include('lang="pl"').and.include(token);
      const visit = /name="visit" value="(?<visit>[0-9a-f]+)"/u.exec(page)?.groups?.['visit'] ?? '';
      return fetch(`${running.url}/code?lang=pl`, {
        method: 'POST',
        headers: { origin: running.url, cookie: cookiesOf(asking), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ link: token, visit }),
        redirect: 'manual',
      });
    };
    const opened = await open();
    expect(opened.status).to.equal(303);
    const chat = await fetch(`${running.url}/chat`, { headers: { cookie: cookiesOf(opened) } });
    expect(await chat.text()).to.include('<html lang="pl"');
    expect((await open()).status, 'used').to.equal(404);
  });
});
