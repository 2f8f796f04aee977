// Larger letters, and having a page read aloud.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, openPage, seriousFaults, start, useBrowser } from '../support/browser.js';

const sizeOf = 'parseFloat(getComputedStyle(document.querySelector(".wm-question")).fontSize)';

describe('the size of letters', function () {
  this.timeout(120_000);
  const world = useBrowser();

  it('is chosen without script, on every page after, until the person leaves', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await page.goto(`${world.running.url}/?lang=en-GB`);
    await page.click('[data-to-size=largest]');
    expect(await page.getAttribute('html', 'data-size')).to.equal('largest');
    expect(await page.getAttribute('[data-to-size=largest]', 'aria-current')).to.equal('true');
    const [kept] = await page.context().cookies();
    expect(kept).to.include({ name: 'waymark-size', value: 'largest', expires: -1, httpOnly: true });
    await page.click('button[value=start]');
    await page.waitForSelector('.wm-card');
    expect(await page.getAttribute('html', 'data-size')).to.equal('largest');
    await page.click('.wm-foot [data-to-size=standard]');
    expect(await page.getAttribute('html', 'data-size')).to.equal(null);
    expect(await page.locator('.wm-card').count(), 'the question still stands').to.equal(1);
    await page.click('.wm-exit', { noWaitAfter: true });
    await page.waitForRequest('https://www.bbc.co.uk/weather');
    expect(await page.context().cookies(world.running.url)).to.deep.equal([]);
  });

  it('changes in place with script, and what was typed stays', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await page.waitForSelector('html.js');
    await page.fill('#words', 'for my mother');
    const before = await page.evaluate<number>(sizeOf);
    const asked = page.waitForResponse(response => response.url().includes('letters=large') && response.request().method() === 'HEAD');
    await page.click('.wm-foot [data-to-size=large]');
    expect(await page.evaluate<number>(sizeOf)).to.equal(1.25 * before);
    expect(await page.inputValue('#words')).to.equal('for my mother');
    await asked;
    await page.reload();
    expect(await page.evaluate<number>(sizeOf)).to.equal(1.25 * before);
  });

  for (const lang of ['en-GB', 'ar', 'bn', 'ta']) {
    it(`fits a narrow telephone at its largest in ${lang}`, async () => {
      const { page } = await openPage(world.browser, { locale: lang, viewport: { width: 320, height: 640 } });
      await page.goto(`${world.running.url}/?lang=${lang}&letters=largest`);
      const width = (): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');
      expect(await width()).to.be.at.most(320);
      expect(await seriousFaults(page)).to.deep.equal([]);
      await page.click('button[value=start]');
      await page.waitForSelector('.wm-card');
      await answer(page, 'self');
      expect(await width()).to.be.at.most(320);
      expect(await seriousFaults(page)).to.deep.equal([]);
    });
  }
});

interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/** Stands for the voices of a device: this browser has none. What is said is kept. */
function voices(all: readonly Voice[]): string {
  return `
    window.said = [];
    const voices = ${JSON.stringify(all)};
    Object.assign(speechSynthesis, { getVoices: () => voices, speak: piece => said.push(piece), cancel: () => said.push('stopped') });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;
}

describe('having a page read aloud', function () {
  this.timeout(120_000);
  const world = useBrowser();

  async function withVoices(lang: string, ...all: readonly Voice[]): Promise<Page> {
    const { page } = await openPage(world.browser, { locale: lang });
    await page.addInitScript(voices(all));
    await start(page, world.running.url, lang);
    await page.waitForSelector('html.js');
    return page;
  }

  const saidBy = (page: Page): Promise<string> => page.evaluate('said.map(piece => piece.text ?? piece).join("|")');

  it('reads the question and its choices by a voice of the device, and stops at the next turn', async () => {
    const page = await withVoices('en-GB', { lang: 'en-GB', localService: false }, { lang: 'en_GB', localService: true });
    await page.click('[data-listen]');
    expect(await saidBy(page)).to.match(/^Hello[^|]*\|.*who is this for\?\|.*It is for me\|/iu);
    expect(await page.evaluate('said.every(piece => piece.voice.localService)')).to.equal(true);
    expect(await page.textContent('[data-listen] span')).to.equal('Stop');
    expect(await seriousFaults(page)).to.deep.equal([]);
    await answer(page, 'self');
    expect(await saidBy(page)).to.match(/\|stopped$/u);
    expect(await page.textContent('[data-listen] span')).to.equal('Listen');
    await page.click('[data-listen]');
    await page.click('[data-listen]');
    expect(await saidBy(page), 'the same button stops it').to.match(/\|stopped$/u);
  });

  it('reads a page of text, and leaves out what is folded', async () => {
    const page = await withVoices('en-GB', { lang: 'en-GB', localService: true });
    await page.goto(`${world.running.url}/?lang=en-GB`);
    await page.click('[data-listen]');
    expect(await saidBy(page))
      .to.match(/^Get help with everyday life\|/u)
      .and.not.contain('polski');
  });

  it('is not offered by a voice that needs the network, nor in another language, nor where there is none', async () => {
    for (const all of [[{ lang: 'en-GB', localService: false }], [{ lang: 'pl-PL', localService: true }], []]) {
      const page = await withVoices('en-GB', ...all);
      expect(await page.isVisible('[data-listen]')).to.equal(false);
      await page.context().close();
    }
  });

  it('knows the voices of Chinese and Arabic by their many names', async () => {
    for (const [lang, voice] of [
      ['zh-Hans', 'cmn_CN'],
      ['ar', 'ar-EG'],
    ] as const) {
      const page = await withVoices(lang, { lang: voice, localService: true });
      expect(await page.isVisible('[data-listen]'), lang).to.equal(true);
    }
  });

  it('is not offered on a screen in the waiting room', async () => {
    const { page } = await openPage(world.browser);
    await page.addInitScript(voices([{ lang: 'en-GB', localService: true }]));
    await page.context().addCookies([{ name: 'waymark-kiosk', value: '1', url: world.running.url }]);
    await page.goto(`${world.running.url}/kiosk`);
    await page.click('button[name=lang][value="en-GB"]');
    await page.waitForSelector('.wm-card');
    await page.waitForSelector('html.js');
    expect(await page.isVisible('[data-listen]')).to.equal(false);
  });
});

describe('Easy Read', function () {
  this.timeout(120_000);
  const world = useBrowser();

  for (const javaScriptEnabled of [true, false]) {
    it(`has larger letters, a sentence a line and pictures of what is asked, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
      await page.goto(`${world.running.url}/?lang=en-GB`);
      await page.click('[data-to-size=easy]');
      expect(await page.getAttribute('html', 'data-size')).to.equal('easy');
      await page.click('button[value=start]');
      await page.waitForSelector('.wm-card');
      await answer(page, 'self');
      const first = page.locator('.wm-before').first();
      expect((await first.innerText()).split('\n').filter(line => line.trim() !== '')).to.deep.equal([
        'Next we need your permission.',
        'You can take it back at any time.',
      ]);
      expect(await page.locator('.wm-easy-only svg').isVisible()).to.equal(true);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(320);
      if (javaScriptEnabled) expect(await seriousFaults(page)).to.deep.equal([]);
      await page.click('.wm-foot [data-to-size=standard]');
      expect(await page.locator('.wm-gap').count()).to.equal(0);
      expect(await page.locator('.wm-easy-only').isVisible()).to.equal(false);
      await page.context().close();
    });
  }
});
