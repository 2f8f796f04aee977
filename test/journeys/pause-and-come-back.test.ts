// Paused in a messaging channel, gone on with on another device: the whole server on either store, a person at each end, and what the log says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { createApp } from '../../src/app.js';
import type { App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { hiddenField } from '../support/pages-world.js';
import { startRedis } from '../support/redis-server.js';
import type { RedisServer } from '../support/redis-server.js';
import { Robot } from '../support/robot.js';

const publicUrl = 'https://help.example.nhs.uk';

/** A browser without script. */
class Device {
  readonly #cookies = new Map<string, string>();

  constructor(readonly address: string) {}

  get(path: string): Promise<Response> {
    return this.#ask(path, {});
  }

  post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.address}${path}`, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

interface WayBack {
  readonly path: string;
  readonly reference: string;
  readonly code: string;
}

function heard(robot: Robot): string {
  return robot.activities.map(activity => activity.text ?? '').join('\n');
}

async function pause(robot: Robot): Promise<WayBack> {
  await robot.say('pause');
  const find = (pattern: RegExp): string => pattern.exec(heard(robot))?.[1] ?? '';
  return {
    path: find(/^https:\/\/help\.example\.nhs\.uk(\/chat\/resume\/[\w-]{24})$/mu),
    reference: find(/Reference: (\S{9})\./u),
    code: find(/Code: (\d{6})\./u),
  };
}

for (const kind of ['embedded', 'redis'] as const) {
  describe(`a chat paused on /api/messages and gone on with on the pages, with the ${kind} store`, () => {
    const lines: string[] = [];
    let folder: string;
    let redis: RedisServer | undefined;
    let app: App;
    let address: string;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'waymark-come-back-'));
      redis = kind === 'redis' ? await startRedis() : undefined;
      const store = redis === undefined ? {} : { REDIS_URL: redis.url };
      const config = readConfig({ PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: folder, WAYMARK_PUBLIC_URL: publicUrl, ...store });
      app = await createApp(config, createLogger('debug', { write: line => lines.push(line) }));
      address = `http://127.0.0.1:${String(await app.listen())}`;
    });

    after(async () => {
      await app.stop();
      await redis?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    async function begun(): Promise<Robot> {
      const robot = new Robot(address, 'en');
      await robot.open();
      await robot.value({ key: 'start.who', answer: 'helped' });
      return robot;
    }

    it('goes on by reference and code, then back in the first channel, with one and the same conversation', async () => {
      const robot = await begun();
      const { reference, code } = await pause(robot);
      const phone = new Device(address);
      const visit = hiddenField(await (await phone.get('/chat/resume')).text(), 'visit');
      const wrong = await phone.post('/chat/resume', { reference, code: code === '000000' ? '000001' : '000000', visit });
      expect(await wrong.text()).to.contain('We cannot open a chat with this reference and code');
      const right = await phone.post('/chat/resume', { reference, code, visit });
      expect([right.status, right.headers.get('location')]).to.deep.equal([303, '/chat?lang=en-GB']);
      const page = await (await phone.get('/chat')).text();
      expect(page).to.contain('someone is helping me').and.contain('value="consent.share"');
      const form = { a: hiddenField(page, 'a'), token: hiddenField(page, 'token'), key: 'consent.share', kind: 'one' };
      expect((await phone.post('/chat', { ...form, answer: 'true', do: 'answer' })).status).to.equal(303);
      await robot.open();
      expect(robot.question?.key).to.equal('consent.gp');
    });

    it('goes on by the link, which a preview neither uses up nor learns anything from', async () => {
      const robot = await begun();
      const { path } = await pause(robot);
      const preview = await new Device(address).get(path);
      expect(preview.headers.get('referrer-policy')).to.equal('no-referrer');
      expect(await preview.text()).to.not.contain('someone is helping me');
      const phone = new Device(address);
      const asked = await (await phone.get(path)).text();
      const form = { link: hiddenField(asked, 'link'), visit: hiddenField(asked, 'visit') };
      expect((await phone.post('/chat/resume', form)).status).to.equal(303);
      expect(await (await phone.get('/chat')).text()).to.contain('someone is helping me');
      const late = new Device(address);
      const again = hiddenField(await (await late.get(path)).text(), 'visit');
      expect((await late.post('/chat/resume', { ...form, visit: again })).status).to.equal(404);
    });

    it('opens nothing once it was deleted', async () => {
      const robot = await begun();
      const { path, reference, code } = await pause(robot);
      await robot.value({ command: 'delete' });
      await robot.value({ key: 'confirm-delete', answer: true });
      const phone = new Device(address);
      const asked = await (await phone.get(path)).text();
      const visit = hiddenField(asked, 'visit');
      expect((await phone.post('/chat/resume', { link: hiddenField(asked, 'link'), visit })).status).to.equal(404);
      expect((await phone.post('/chat/resume', { reference, code, visit })).status).to.equal(200);
    });

    it('answers an unknown reference no sooner than a wrong code', async () => {
      const { reference } = await pause(await begun());
      const phone = new Device(address);
      const visit = hiddenField(await (await phone.get('/chat/resume')).text(), 'visit');
      for (const given of ['2222-2222', reference]) {
        const started = performance.now();
        const { status } = await phone.post('/chat/resume', { reference: given, code: '999999', visit });
        expect(status).to.equal(200);
        expect(performance.now() - started, given).to.be.at.least(590);
      }
    });

    it('leaves neither link nor reference nor code in the log', async () => {
      const { path, reference, code } = await pause(await begun());
      const phone = new Device(address);
      const asked = await (await phone.get(path)).text();
      await phone.post('/chat/resume', { reference, code, visit: hiddenField(asked, 'visit') });
      const log = lines.join('');
      expect(log).to.contain('/chat/resume/:token');
      for (const secret of [path, path.slice('/chat/resume/'.length), reference]) expect(log).to.not.contain(secret);
      expect(log).to.not.contain(`"${code}"`);
    });
  });
}
