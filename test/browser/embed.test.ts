// The one line on a practice's own site, in a real browser that keeps third parties' cookies apart: two sites under two names, over TLS.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, phone, seriousFaults } from '../support/browser.js';
import { siteNames, startTwoSites } from '../support/two-sites.js';
import type { TwoSites } from '../support/two-sites.js';
import { webChatFile } from '../support/web-chat.js';

const desktop = { width: 1280, height: 800 };

describe('the one line on a practice’s site', function () {
  this.timeout(120_000);
  const world: { browser?: Browser; sites?: TwoSites } = {};
  before(async () => {
    const file = webChatFile();
    const starting = startTwoSites(file === undefined ? {} : { WAYMARK_WEB_CHAT: file });
    [world.browser, world.sites] = await Promise.all([launchBrowser(siteNames, ['--test-third-party-cookie-phaseout']), starting]);
  });
  after(async () => {
    await world.browser?.close();
    await world.sites?.stop();
  });

  const sites = (): TwoSites => {
    if (!world.sites) throw new Error('no sites before the first test');
    return world.sites;
  };

  interface Visited {
    readonly page: Page;
    /** What the browser complained of: refused by a policy, a fault in a script. */
    readonly complaints: readonly string[];
    readonly asked: readonly string[];
  }

  const visit = async (query = '', options: BrowserContextOptions = {}, site = sites().practice): Promise<Visited> => {
    if (!world.browser) throw new Error('no browser before the first test');
    const context = await world.browser.newContext({ viewport: desktop, locale: 'en-GB', ignoreHTTPSErrors: true, ...options });
    const [complaints, asked]: [string[], string[]] = [[], []];
    context.on('request', request => asked.push(request.url()));
    const page = await context.newPage();
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', fault => complaints.push(fault.message));
    await page.goto(`${site}/${query}`);
    await page.locator('button.open').waitFor();
    return { page, complaints, asked };
  };

  const panel = (page: Page): FrameLocator => page.frameLocator('iframe');
  const focused = (page: Page): Promise<string> =>
    page.evaluate('(document.activeElement.shadowRoot?.activeElement ?? document.activeElement).outerHTML.slice(0, 60)');
  const open = "document.querySelector('body > div').shadowRoot.querySelector('dialog').open";
  const isOpen = (page: Page): Promise<boolean> => page.evaluate<boolean>(open);

  const openPanel = async (page: Page): Promise<FrameLocator> => {
    await page.locator('button.open').focus();
    await page.keyboard.press('Enter');
    await panel(page).locator('h1').first().waitFor();
    return panel(page);
  };

  it('opens the chat in a panel under the strictest policy, and the conversation goes on there', async () => {
    const { page, complaints, asked } = await visit();
    const chat = await openPanel(page);
    expect(await page.locator('dialog').getAttribute('aria-label')).to.equal('Get help with everyday life');
    expect(await page.locator('iframe').getAttribute('title')).to.equal('Get help with everyday life');
    await chat.locator('button[value=start]').click();
    await chat.locator('.wm-card [name=answer][value=self]').check();
    await chat.locator('.wm-card button[value=answer]').click();
    await chat.locator('.wm-turns').first().waitFor();
    const asks = await chat.locator('.wm-card h1, .wm-card h2').first().textContent();
    expect(complaints).to.deep.equal([]);
    const hosts = new Set(asked.map(url => new URL(url).origin));
    expect([...hosts]).to.have.members([sites().practice, sites().chat]);
    // the panel's session belongs to this site alone, and the practice's page cannot see it
    const cookies = await page.context().cookies(sites().chat);
    expect(cookies.map(({ name, sameSite, httpOnly, secure }) => ({ name, sameSite, httpOnly, secure }))).to.deep.equal([
      { name: '__Host-waymark-panel', sameSite: 'None', httpOnly: true, secure: true },
    ]);
    expect(await page.evaluate('[document.cookie, localStorage.length, sessionStorage.length]')).to.deep.equal(['', 0, 0]);
    await page.reload();
    const again = await openPanel(page);
    await again.locator('.wm-go-on a').click();
    expect(await again.locator('.wm-card h1, .wm-card h2').first().textContent()).to.equal(asks);
  });

  it('takes the focus in and gives it back; Escape closes it, also from inside', async () => {
    const { page } = await visit();
    const chat = await openPanel(page);
    expect(await focused(page)).to.contain('Close');
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).to.equal(false);
    expect(await focused(page)).to.contain('class="open"');
    await openPanel(page);
    await chat.locator('button[value=start]').focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(`!${open}`);
    expect(await focused(page)).to.contain('class="open"');
    await openPanel(page);
    await page.locator('dialog button').click();
    expect(await isOpen(page)).to.equal(false);
  });

  it('leaves quickly: the panel is emptied and forgotten, and the practice’s page goes elsewhere too', async () => {
    const { page, asked } = await visit();
    const chat = await openPanel(page);
    await chat.locator('button[value=start]').click();
    await chat.locator('.wm-card').first().waitFor();
    const elsewhere = page.waitForRequest(request => request.isNavigationRequest() && request.url().startsWith('https://www.bbc.co.uk/'));
    await chat.locator('.wm-exit').click();
    expect((await elsewhere).frame()).to.equal(page.mainFrame());
    expect(asked.filter(url => url === `${sites().chat}/exit`).length).to.equal(2);
    const [cookie] = await page.context().cookies(sites().chat);
    expect(cookie?.value).to.equal('-');
    await page.waitForURL(/^(chrome-error:|https:\/\/www\.bbc\.co\.uk)/, { waitUntil: 'commit' });
    await page.goto(sites().practice);
    const again = await openPanel(page);
    expect(await again.locator('.wm-go-on').count()).to.equal(0);
  });

  it('leaves quickly from inside by the keyboard', async () => {
    const { page } = await visit();
    const chat = await openPanel(page);
    await chat.locator('button[value=start]').focus();
    const elsewhere = page.waitForRequest(request => request.isNavigationRequest() && request.url().startsWith('https://www.bbc.co.uk/'));
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    expect((await elsewhere).frame()).to.equal(page.mainFrame());
  });

  it('opens what may not be framed in a window of its own', async () => {
    const { page } = await visit();
    const chat = await openPanel(page);
    const opened = page.waitForEvent('popup');
    await chat.locator('.wm-foot a[href^="/status"]').click();
    const status = await opened;
    await status.locator('[name=reference]').waitFor();
    await chat.locator('.wm-urgent a').click();
    await chat.locator('a[href="tel:999"]').first().waitFor();
    expect(await chat.locator('a[href="tel:999"]').first().getAttribute('target')).to.equal(null);
  });

  it('goes on in a window of its own where the browser keeps no cookie in the panel', async () => {
    sites().withholdCookies(true);
    const { page } = await visit('?line=data-lang="pl"');
    const chat = await openPanel(page);
    expect(await chat.locator('.nhsuk-inset-text').first().textContent()).to.equal('Rozmowa otworzy się w nowym oknie.');
    await chat.locator('.wm-languages summary').click();
    await chat.locator('.wm-languages__list a[lang=ar]').click();
    await chat.locator('h1[lang=ar], html[lang=ar] h1').first().waitFor();
    expect(await chat.locator('.nhsuk-inset-text').first().textContent()).to.contain('نافذة جديدة');
    const opened = page.waitForEvent('popup');
    await chat.locator('button[value=start]').click();
    const own = await opened;
    await own.locator('.wm-card').first().waitFor();
    expect(await own.getAttribute('html', 'lang')).to.equal('ar');
    sites().withholdCookies(false);
  });

  it('is a plain way to the chat on a site that may not show it, and no frame of it is shown there', async () => {
    const { page, complaints } = await visit('?line=data-lang="ur"', {}, sites().stranger);
    await page.evaluate(
      `(() => { const frame = document.createElement('iframe'); frame.src = '${sites().chat}/chat'; document.body.append(frame); })()`,
    );
    for (let look = 0; look < 200 && !complaints.join().includes('frame-ancestors'); look += 1) await page.waitForTimeout(50);
    expect(complaints.join()).to.contain('frame-ancestors');
    await page.locator('button.open').click();
    await page.waitForURL(`${sites().chat}/?lang=ur&`);
    expect(await page.getAttribute('html', 'dir')).to.equal('rtl');
  });

  it('says it in the page’s language or the one named, and moves nothing of the page', async () => {
    const { page: welsh } = await visit('?lang=cy-GB');
    expect(await welsh.locator('button.open').textContent()).to.equal('Cael help gyda bywyd bob dydd');
    const { page: chinese } = await visit('?lang=cy&line=data-lang="zh-CN"');
    expect(await chinese.locator('button.open').textContent()).to.equal('生活上的困难，我们帮您');
    const { page } = await visit('?lang=ar', { viewport: phone });
    const box = await page.locator('button.open').boundingBox();
    expect(box?.x).to.equal(16);
    expect(box?.height).to.be.greaterThan(47);
    const sizes =
      'JSON.stringify([document.documentElement.scrollHeight, document.documentElement.scrollWidth, document.querySelector("p").getBoundingClientRect()])';
    const withIt = await page.evaluate<string>(sizes);
    await page.evaluate("document.querySelector('body > div').remove()");
    expect(await page.evaluate<string>(sizes)).to.equal(withIt);
  });

  it('fills a telephone, stays usable at 400%, and gives axe-core nothing serious', async () => {
    const { page } = await visit('', { viewport: phone });
    await openPanel(page);
    expect(await page.locator('dialog').boundingBox()).to.deep.equal({ x: 0, y: 0, ...phone });
    expect(await seriousFaults(page)).to.deep.equal([]);
    const { page: zoomed } = await visit('', { viewport: { width: 320, height: 256 }, forcedColors: 'active' });
    await openPanel(zoomed);
    const close = await zoomed.locator('dialog button').boundingBox();
    expect((close?.y ?? -1) >= 0 && (close?.height ?? 0) >= 44).to.equal(true);
    expect((await zoomed.locator('iframe').boundingBox())?.height).to.be.greaterThan(180);
  });

  it('opens Web Chat where the practice asks for it, without any cookie', async function () {
    if (webChatFile() === undefined) {
      console.log('skipped: Web Chat could not be fetched (npm run test:prepare tries it)');
      this.skip();
    }
    const { page, complaints } = await visit('?line=data-open="web-chat" data-lang="pl"');
    await page.locator('button.open').click();
    const chat = panel(page);
    await chat.locator('.webchat__suggested-action').first().click();
    await chat.locator('.webchat__bubble--from-user').first().waitFor();
    const opened = page.waitForEvent('popup');
    await chat.locator('.wm-urgent a').click();
    await (await opened).locator('a[href="tel:999"]').first().waitFor();
    expect(await chat.locator('.webchat__bubble--from-user').count()).to.equal(1);
    expect(complaints).to.deep.equal([]);
  });

  it('leaves a plain link where there is no script', async () => {
    if (!world.browser) throw new Error('no browser before the first test');
    const context = await world.browser.newContext({ javaScriptEnabled: false, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(sites().practice);
    await page.locator('noscript a, a[href^="https://chat.example"]').first().click();
    expect(new URL(page.url()).origin).to.equal(sites().chat);
  });
});
