// The staff pages in a real browser: axe finds nothing serious, everything works with the keyboard, nothing spills over at 1366 x 768,
// Arabic names and words run right to left, and a printed referral holds the person and not the buttons.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { chromium, type Browser, type Page } from 'playwright-core';
import { loadAssets } from '../../../src/channels/pages/assets.js';
import { registerStatic } from '../../../src/server/register-static.js';
import { aCallMeReferral, anArabicReferral, aReferral, keep } from '../a-referral.js';
import { startStaffServer, type StaffServer } from '../staff-server.js';

const assets = resolve('dist/assets');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe('the staff pages in a browser', () => {
  let server: StaffServer;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(60_000);
    server = await startStaffServer(async restify => {
      await registerStatic(restify, assets);
      return loadAssets(assets).url('staff.css');
    });
    for (const referral of [aReferral(), anArabicReferral(), aCallMeReferral()]) await keep(server.referrals, referral);
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })).newPage();
    await page.goto(server.link());
    await page.getByLabel('Your name, as your colleagues know it').fill('Amina');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  /** What axe holds against the page, worst first left in: every impact but minor. */
  const faults = async (on: Page): Promise<readonly string[]> => {
    // the page's own policy refuses inline scripts, so axe goes in over the debugging channel
    await on.evaluate(axeSource);
    const result = await on.evaluate<{ readonly violations: readonly Violation[] }>(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    return result.violations
      .filter(({ impact }) => impact !== 'minor')
      .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  };

  const fits = async (on: Page): Promise<boolean> =>
    on.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  it('pass axe: sign-in, list, an English and an Arabic referral, a stale form', async () => {
    for (const path of [
      '/worklist',
      '/worklist/AB2C-D3EF',
      '/worklist/QR7S-T8UV',
      '/worklist/WX4Y-Z5AB',
      '/worklist/ZZZZ-ZZZZ',
      '/worklist/sign-in?link=x',
    ]) {
      await page.goto(server.url + path);
      expect(await faults(page), path).to.deep.equal([]);
      expect(await fits(page), path).to.equal(true);
    }
    const stranger = await browser.newPage();
    await stranger.goto(`${server.url}/worklist`);
    expect(await faults(stranger)).to.deep.equal([]);
    await stranger.goto(server.link());
    expect(await faults(stranger)).to.deep.equal([]);
    await stranger.close();
  }).timeout(60_000);

  it('show what to know before calling without scrolling', async () => {
    await page.goto(`${server.url}/worklist/QR7S-T8UV`);
    for (const text of ['Read and act today', 'ليلى حسن', 'Book an interpreter.']) {
      const box = await page.getByText(text).first().boundingBox();
      expect((box?.y ?? 9_999) + (box?.height ?? 0), text).to.be.lessThan(768);
    }
  });

  it('set Arabic names and words right to left, and telephone numbers left to right', async () => {
    await page.goto(`${server.url}/worklist/QR7S-T8UV`);
    const directionOf = async (selector: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`);
    expect(await directionOf('.reach .lead')).to.equal('rtl');
    expect(await directionOf('blockquote[lang=ar]')).to.equal('rtl');
    expect(await directionOf('a[href^="tel:"]')).to.equal('ltr');
    await page.goto(`${server.url}/worklist/AB2C-D3EF`);
    expect(await directionOf('blockquote')).to.equal('ltr');
  });

  it('work with the keyboard alone, focus always in sight', async () => {
    await page.goto(`${server.url}/worklist`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Skip to the content');
    await page.getByRole('link', { name: 'AB2C-D3EF' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Accept this referral' }).focus();
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).to.equal('solid');
    await page.keyboard.press('Enter');
    await page.getByText('You have accepted this referral.').waitFor();
    await page.getByLabel('Note for colleagues').fill('Rang, will call again');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await page.getByText('Your note was added.').waitFor();
    await page.getByText('Close this referral').press('Enter');
    await page.getByLabel('The person got help').check();
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByText('Closed: The person got help.').waitFor();
    expect(await faults(page)).to.deep.equal([]);
  }).timeout(30_000);

  it('fit a telephone and 400% zoom', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const path of ['/worklist', '/worklist/AB2C-D3EF', '/worklist/QR7S-T8UV']) {
      await page.goto(server.url + path);
      expect(await fits(page), path).to.equal(true);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('print the person and not the buttons', async () => {
    await page.goto(`${server.url}/worklist/QR7S-T8UV`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('ليلى حسن').isVisible()).to.equal(true);
    expect(await page.getByRole('button', { name: 'Accept this referral' }).isVisible()).to.equal(false);
    expect(await page.getByText('Signed in as').isVisible()).to.equal(false);
    expect((await page.pdf({ format: 'A4' })).length).to.be.greaterThan(5_000);
    await page.emulateMedia({ media: 'screen' });
  });

  it('load nothing from outside and break no rule of their own policy', async () => {
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', message => said.push(message.text())).on('request', request => asked.push(new URL(request.url()).host));
    await page.goto(`${server.url}/worklist/AB2C-D3EF`);
    expect(said).to.deep.equal([]);
    expect(new Set(asked)).to.deep.equal(new Set([new URL(server.url).host]));
  });
});
