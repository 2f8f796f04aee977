// The screen in the waiting room, in a real browser: it starts in any language, asks whether somebody is there, and keeps nothing of anyone.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, answerAll, openPage, pressButton, questionKey, seriousFaults, useBrowser } from '../support/browser.js';
import { sendFromDesk, signInAtDesk } from '../support/at-the-desk.js';
import { readQr } from '../support/read-qr.js';
import { tenant } from './people.js';

const screen = { viewport: { width: 1280, height: 1024 } };

describe('the waiting-room screen in a real browser', function () {
  this.timeout(180_000);
  const world = useBrowser();

  async function openScreen(options = {}): Promise<{ readonly page: Page; readonly outside: readonly string[] }> {
    const opened = await openPage(world.browser, { ...screen, ...options });
    await signInAtDesk(opened.page, world.running);
    await sendFromDesk(opened.page, '/desk/kiosk');
    await opened.page.waitForURL('**/kiosk');
    return opened;
  }

  async function begin(page: Page, lang = 'en-GB'): Promise<void> {
    await page.click(`button[name=lang][value="${lang}"]`);
    await page.waitForSelector('.wm-card');
  }

  it('offers every language and the way to one’s own phone, and signs the staff out', async () => {
    const { page, outside } = await openScreen();
    expect(await page.locator('.wm-kiosk__languages button').count()).to.equal(24);
    expect(await readQr(page, '.wm-qr')).to.equal(`${world.running.url}/`);
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.goto(`${world.running.url}/worklist`);
    expect(await page.textContent('main')).to.contain('Sign in');
    await page.goto(`${world.running.url}/`);
    expect(page.url(), 'the start page is that of the screen').to.match(/\/kiosk$/u);
    expect(outside).to.deep.equal([]);
  });

  it('asks whether somebody is there, stays when they are, and wipes itself when not', async () => {
    const { page } = await openScreen();
    await page.clock.install();
    await page.reload();
    await begin(page);
    await answer(page, 'self');
    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'waymark');
    await page.clock.runFor(61_000);
    expect(await page.textContent('#there'))
      .to.contain('Are you still there?')
      .and.contain('We clear this screen in');
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.click('[data-stay]');
    await page.clock.runFor(30_000);
    expect(await page.isVisible('#there'), 'somebody is there').to.equal(false);
    await page.clock.runFor(31_000);
    await page.clock.runFor(20_000);
    await page.waitForURL('**/kiosk?cleared=1');
    expect(await page.textContent('main')).to.contain('The screen is clear.');
    await page.goBack();
    expect(await page.content()).to.not.contain('wm-theirs');
    await page.context().addCookies(session ? [session] : []);
    await page.goto(`${world.running.url}/chat`);
    expect(page.url(), 'the conversation is deleted').to.match(/\/kiosk$/u);
  });

  it('without script is cleared by the page itself', async () => {
    const { page } = await openScreen({ javaScriptEnabled: true });
    await begin(page);
    const html = await (await page.request.get(`${world.running.url}/chat`)).text();
    expect(html).to.contain('<noscript><meta http-equiv="refresh" content="80; url=/kiosk/clear"></noscript>');
  });

  it('leads nowhere else, prints nothing, shows urgent help with a way back, and is finished by hand', async () => {
    const { page } = await openScreen();
    await begin(page);
    await page.click('.wm-urgent a');
    expect(await page.locator('a[href^="tel:"], a[href^="http"]').count()).to.equal(0);
    expect(await page.textContent('main')).to.contain('999');
    await page.click('main a[href^="/chat"]');
    expect(await questionKey(page)).to.equal('start.who');
    await answerAll(page, tenant('I am behind with my rent'));
    await pressButton(page, 'pick:send');
    expect(await page.locator('.wm-sent__panel dd').count()).to.equal(2);
    expect(await page.isVisible('[data-print]')).to.equal(false);
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.click('.wm-finish button');
    await page.waitForURL('**/kiosk?cleared=1');
    await page.goto(`${world.running.url}/exit`);
    expect(page.url(), 'leaving leads back to the screen').to.match(/\/kiosk\?cleared=1$/u);
  });
});
