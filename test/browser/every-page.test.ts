// Every patient page in English and Arabic: nothing serious to axe-core, small on the wire, nothing from outside.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answer, useBrowser, openPage, pressButton, seriousFaults, start } from '../support/browser.js';

const addresses = ['/', '/urgent', '/privacy', '/accessibility', '/status', '/chat/resume', '/no-such-page'];

describe('every patient page', function () {
  this.timeout(120_000);
  const world = useBrowser();

  for (const lang of ['en-GB', 'ar']) {
    it(`has nothing serious for axe-core in ${lang}`, async () => {
      const { page, outside } = await openPage(world.browser, { locale: lang });
      for (const address of addresses) {
        await page.goto(`${world.running.url}${address}?lang=${lang}`);
        expect(await seriousFaults(page), address).to.deep.equal([]);
      }
      expect(outside).to.deep.equal([]);
    });

    it(`has nothing serious for axe-core in ${lang} where something is refused, paused, read through or in crisis`, async () => {
      const { page } = await openPage(world.browser, { locale: lang });
      await start(page, world.running.url, lang);
      await answer(page, 'self');
      for (const value of ['answer', 'review', 'pause']) {
        if (value !== 'answer') await page.click('.wm-ways summary');
        await pressButton(page, value);
        expect(await seriousFaults(page), value).to.deep.equal([]);
        await page.goto(`${world.running.url}/chat`);
      }
      await start(page, world.running.url, lang);
      await page.fill('#words', lang === 'ar' ? 'أريد أن أموت' : 'I want to kill myself');
      await pressButton(page, 'answer');
      expect(await page.locator('.wm-crisis a[href="tel:999"]').count()).to.equal(1);
      expect(await seriousFaults(page), 'crisis').to.deep.equal([]);
    });
  }

  it('is under 40 kB over the wire at a first visit in English, every file counted', async () => {
    const { page } = await openPage(world.browser);
    let bytes = 0;
    const session = await page.context().newCDPSession(page);
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send('Network.enable');
    await page.goto(world.running.url, { waitUntil: 'networkidle' });
    expect(bytes).to.be.within(5_000, 40_000);
  });

  it('shows urgent help and exit on a telephone wherever one has scrolled to', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await page.evaluate('scrollTo(0, 99999)');
    for (const part of ['.wm-exit', '.wm-urgent a']) {
      const box = await page.locator(part).boundingBox();
      expect(box?.y ?? -1).to.be.within(0, 640 - (box?.height ?? 0));
    }
  });
});
