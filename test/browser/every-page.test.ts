// Every patient page in English, Arabic and Chinese: nothing serious to axe-core, nothing to scroll sideways on a narrow telephone or at 400%
// zoom, small on the wire, nothing from outside.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { fillAll, saveForm, startForm, toMind } from '../support/whole-form.js';
import { answer, useBrowser, openPage, pressButton, seriousFaults, start } from '../support/browser.js';
import { weighVisit } from '../support/wire.js';

const addresses = ['/', '/urgent', '/privacy', '/accessibility', '/status', '/chat/resume', '/code', '/no-such-page'];

/** A telephone of the narrow kind, and a screen of 1280 by 1024 at 400%: WCAG 2.2, 1.4.10. */
const narrow = { width: 320, height: 640 };
const zoomed = { width: 320, height: 256 };

const dying: Readonly<Record<string, string>> = { 'en-GB': 'I want to kill myself', ar: 'أريد أن أموت', 'zh-Hans': '我想自杀' };

/** Exit and urgent help stand in the window, and nothing is wider than it. */
async function fits(page: Page, what: string): Promise<void> {
  for (const size of [narrow, zoomed]) {
    await page.setViewportSize(size);
    const where = `${what} at ${String(size.width)} by ${String(size.height)}`;
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), where).to.be.at.most(size.width);
    await page.evaluate('scrollTo(0, 99999)');
    for (const part of ['.wm-exit', '.wm-urgent a']) {
      const { x, y, width, height } = (await page.locator(part).boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
      expect(Math.min(x, y), `${part} of ${where}`).to.be.at.least(0);
      expect(x + width, `${part} of ${where}`).to.be.at.most(size.width);
      expect(y + height, `${part} of ${where}`).to.be.at.most(size.height);
    }
  }
  await page.setViewportSize(narrow);
}

async function look(page: Page, what: string): Promise<void> {
  expect(await seriousFaults(page), what).to.deep.equal([]);
  await fits(page, what);
  expect(await page.locator('h1').count(), `headings of ${what}`).to.equal(1);
}

describe('every patient page', function () {
  this.timeout(120_000);
  const world = useBrowser();

  for (const lang of Object.keys(dying)) {
    it(`has nothing serious for axe-core in ${lang}, and fits a narrow screen and 400%`, async () => {
      const { page, outside } = await openPage(world.browser, { locale: lang, viewport: narrow });
      for (const address of addresses) {
        await page.goto(`${world.running.url}${address}?lang=${lang}`);
        await look(page, address);
      }
      expect(outside).to.deep.equal([]);
    });

    it(`has nothing serious for axe-core in ${lang} where something is refused, paused, read through or in crisis, and fits`, async () => {
      const { page } = await openPage(world.browser, { locale: lang, viewport: narrow });
      await start(page, world.running.url, lang);
      await look(page, 'the first question');
      await answer(page, 'self');
      for (const value of ['answer', 'review', 'pause']) {
        if (value !== 'answer') await page.click('.wm-ways summary');
        await pressButton(page, value);
        await look(page, value);
        await page.goto(`${world.running.url}/chat`);
      }
      await start(page, world.running.url, lang);
      await page.fill('#words', dying[lang] ?? '');
      await pressButton(page, 'answer');
      expect(await page.locator('.wm-crisis a[href="tel:999"]').count()).to.equal(1);
      await look(page, 'crisis');
    });
  }

  for (const lang of Object.keys(dying)) {
    it(`has nothing serious for axe-core in ${lang} where all questions stand on one page, some of them refused, and fits`, async () => {
      const { page } = await openPage(world.browser, { locale: lang, viewport: narrow });
      await startForm(page, world.running.url, lang);
      await look(page, 'the form at first');
      await toMind(page);
      await fillAll(page, {
        'mind.words': 'Behind with the rent',
        'mind.needs': ['money', 'food', 'activity', 'loneliness'],
        'safety.now': ['no'],
      });
      await saveForm(page);
      await fillAll(page, { 'life.offer': ['true'], 'contact.date-of-birth': { day: '31/2/1980' }, 'contact.more': ['true'] });
      await fillAll(page, { 'screen-activity.offer': ['true'], 'near.postcode': 'E1 6AN' });
      await saveForm(page);
      await look(page, 'the form with errors and what came up');
    });
  }

  it('is plain in forced colours: what is chosen, what is wrong and what has focus are all told without colours of ours', async () => {
    const { page } = await openPage(world.browser, { forcedColors: 'active' });
    await start(page, world.running.url, 'en-GB');
    const borderOf = 'getComputedStyle(document.querySelector(".wm-card :checked").closest(".nhsuk-radios__item")).borderTopWidth';
    await page.check('[value=self]');
    expect(await page.evaluate(borderOf)).to.equal('3px');
    const card = 'getComputedStyle(document.querySelector(".wm-card")).borderTopWidth';
    expect(await page.evaluate(card)).to.equal('1px');
    expect(await seriousFaults(page)).to.deep.equal([]);
  });

  it('moves nothing where less motion is wished', async () => {
    const { page } = await openPage(world.browser, { reducedMotion: 'reduce' });
    await start(page, world.running.url, 'en-GB');
    const moving = `Array.from(document.querySelectorAll('*'), one => getComputedStyle(one))
      .filter(style => style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto').length`;
    expect(await page.evaluate(moving)).to.equal(0);
  });

  for (const lang of ['en-GB', 'bn']) {
    it(`is under 40 kB over the wire at a first visit in ${lang}, every file counted`, async () => {
      const { page } = await openPage(world.browser, { locale: lang });
      expect(await weighVisit(page, world.running.url)).to.be.within(5_000, 40_000);
    });
  }

  it('has a script of its own under 12 kB, as it travels', () => {
    const assets = join('dist', 'assets');
    const [script = 'none built'] = readdirSync(assets).filter(name => /^live\..*\.js\.br$/u.test(name));
    expect(readFileSync(join(assets, script)).length).to.be.within(1_000, 12_000);
  });
});
