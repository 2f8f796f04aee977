// The same over /api/messages: a client that knows only the public contract is told of the danger, by number and by link.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { createApp } from '../../src/app.js';
import type { App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { dangers } from '../support/dangers.js';
import { answerTo, Robot, type WireActivity } from '../support/robot.js';

const places = ['start.who', 'mind.words', 'contact.name', 'review', 'sent'] as const;

/** Whom to ring is in the words and in links that a phone can follow. */
function expectHelp({ channelData, text }: WireActivity, kind: string, numbers: readonly string[]): void {
  expect(channelData?.waymark?.redFlag).to.deep.equal({ kind, tier: 'act' });
  for (const number of numbers) expect(text).to.include(number);
  const links = channelData?.waymark?.helplines ?? [];
  expect(links[0]?.href).to.match(/^(?:tel|sms|https):/u);
  expect(links.some(({ open }) => open)).to.equal(true);
}

describe('danger told over /api/messages', function () {
  this.timeout(120_000);
  let folder: string;
  let app: App;
  let address: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-danger-'));
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: folder, WAYMARK_DRAFT_LANGUAGES: 'all' });
    app = await createApp(config, createLogger('silent'));
    address = `http://127.0.0.1:${String(await app.listen())}`;
  });

  after(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function reach(robot: Robot, place: (typeof places)[number]): Promise<void> {
    await robot.open();
    for (let steps = 0; steps < 90; steps += 1) {
      const { question, reference } = robot;
      if (reference !== undefined || question?.key === place) return;
      if (!question) throw new Error('asked nothing');
      const answer = question.key === 'review' ? 'send' : answerTo(question, robot.words);
      await robot.value({ key: question.key, answer });
    }
    throw new Error(`${place} was not reached`);
  }

  for (const { kind, says, numbers } of dangers) {
    for (const place of places) {
      it(`${kind} at ${place}`, async () => {
        const robot = new Robot(address, 'en-GB');
        await reach(robot, place);
        await robot.say(says);
        const [first] = robot.activities;
        if (!first) throw new Error('nothing was answered');
        expectHelp(first, kind, numbers);
        expect(robot.question?.key).to.match(/^safety-check\./u);
      });
    }
  }
});
