// Danger told on a page, with and without script: help with numbers to tap, the offer of a call, and the conversation where it was.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, useBrowser, openPage, questionKey, seriousFaults, start } from '../support/browser.js';
import { dangers } from '../support/dangers.js';

const calm = ['safe', 'have-place', 'go-on'];

/** Goes through what is asked about safety, with the calm answer to each. */
async function settle(page: Page): Promise<void> {
  for (let steps = 0; steps < 6; steps += 1) {
    const key = await questionKey(page);
    if (!key.startsWith('safety-check.')) return;
    if (key === 'safety-check.call-back') await answer(page, 'false');
    else {
      const choices = await page.locator('.wm-card input[type=radio]').all();
      const values = await Promise.all(choices.map(async choice => choice.getAttribute('value')));
      await answer(page, values.find(value => value !== null && calm.includes(value)) ?? '');
    }
  }
}

describe('danger told on a page', function () {
  this.timeout(120_000);
  const world = useBrowser();

  async function toWords(javaScriptEnabled: boolean): Promise<Page> {
    const { page } = await openPage(world.browser, { javaScriptEnabled });
    await start(page, world.running.url, 'en-GB');
    for (const reply of ['self', 'true', 'true', 'true', '46', 'SAMPLE1']) await answer(page, reply);
    expect(await questionKey(page)).to.equal('mind.words');
    return page;
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    for (const { kind, says, numbers } of dangers) {
      it(`shows whom to ring for ${kind}, and goes on with nothing lost, ${how} script`, async () => {
        const page = await toWords(javaScriptEnabled);
        await answer(page, says);
        const crisis = page.locator('section.wm-crisis');
        expect(await crisis.count()).to.equal(1);
        const text = (await crisis.textContent()) ?? '';
        for (const number of numbers) expect(text).to.include(number);
        expect(await crisis.locator('a[href="tel:999"]').count()).to.equal(1);
        expect(await page.locator('a.wm-exit').isVisible()).to.equal(true);
        expect(await questionKey(page)).to.match(/^safety-check\./u);
        await settle(page);
        expect(await questionKey(page)).to.equal('mind.needs');
        expect(await page.locator('.wm-theirs').count()).to.be.greaterThan(6);
        await page.context().close();
      });
    }

    it(`asks for a call, says on which number, and goes on, ${how} script`, async () => {
      const page = await toWords(javaScriptEnabled);
      await answer(page, 'I want to kill myself');
      await answer(page, 'true');
      await answer(page, 'Sam');
      await answer(page, '07911 123456');
      expect(await page.textContent('main'))
        .to.include('We have asked')
        .and.to.include('07911 123456');
      expect(await questionKey(page)).to.equal('safety-check.self-harm');
      // The checker is a script itself.
      if (javaScriptEnabled) expect(await seriousFaults(page)).to.deep.equal([]);
      await page.context().close();
    });
  }
});
