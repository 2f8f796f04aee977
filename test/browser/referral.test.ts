// A whole referral in a real browser, with and without script, and in Arabic.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, answerAll, useBrowser, openPage, pressButton, questionKey, seriousFaults, start } from '../support/browser.js';
import { weighTurns } from '../support/wire.js';
import { tenant } from './people.js';

/** Where the last element of this kind begins, in pixels from the left. */
async function leftOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).last().boundingBox())?.x ?? Number.NaN;
}

describe('a referral in a real browser', function () {
  this.timeout(180_000);
  const world = useBrowser();

  for (const javaScriptEnabled of [true, false]) {
    it(`is made whole ${javaScriptEnabled ? 'with' : 'without'} script, and stored`, async () => {
      const { page, outside } = await openPage(world.browser, { javaScriptEnabled });
      const { turns } = await weighTurns(page);
      await start(page, world.running.url, 'en-GB');
      const asked = await answerAll(page, tenant('I am behind with my rent'));
      expect(asked.length).to.be.at.most(30);
      expect(await questionKey(page)).to.equal('review');
      expect(await page.textContent('.wm-card'))
        .to.contain('I am behind with my rent')
        .and.contain('10 June 1980');
      await pressButton(page, 'pick:send');
      const [reference = '', code = ''] = await page.locator('.wm-sent__panel dd').allTextContents();
      expect(reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
      await page.goto(`${world.running.url}/status`);
      await page.fill('[name=reference]', reference);
      await page.fill('[name=code]', code);
      await page.click('.wm-card button');
      expect(await page.textContent('main')).to.contain('We have your referral');
      expect(outside).to.deep.equal([]);
      // Without script a turn is a whole page again.
      expect(Math.max(...turns), 'the heaviest turn, in bytes on the wire').to.be.below(javaScriptEnabled ? 6000 : 8000);
    });
  }

  it('reads right to left in Arabic, in every part, and says nothing serious to axe-core on the way', async () => {
    const { page } = await openPage(world.browser, { locale: 'ar' });
    await start(page, world.running.url, 'ar');
    expect(await page.getAttribute('html', 'dir')).to.equal('rtl');
    expect(await leftOf(page, '.wm-top__name')).to.be.greaterThan(await leftOf(page, '.wm-exit'));
    const faults: string[] = [...(await seriousFaults(page))];
    const person = tenant('أنا متأخر في دفع الإيجار');
    for (let turn = 0; turn < 8; turn += 1) {
      await answer(page, person[await questionKey(page)] ?? 'true');
      faults.push(...(await seriousFaults(page)));
    }
    expect(await leftOf(page, '.wm-turns > li > .wm-theirs')).to.be.lessThan(await leftOf(page, '.wm-turns > li > .wm-ours'));
    await answerAll(page, person);
    faults.push(...(await seriousFaults(page)));
    expect(await page.textContent('.wm-card')).to.contain('1980');
    await pressButton(page, 'pick:send');
    faults.push(...(await seriousFaults(page)));
    expect(await page.locator('.wm-sent__panel dd').first().textContent()).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    expect(faults).to.deep.equal([]);
  });
});
