// The desk in a real browser over 10,000 services: by keyboard alone from load to the leaflet, results as one types, focus never lost, axe finds
// nothing, and it fits the screens of receptions.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { loadAssets } from '../../../src/channels/pages/assets.js';
import { registerStatic } from '../../../src/server/register-static.js';
import { launchBrowser } from '../../support/browser.js';
import { generateServices } from '../../support/generate-services.js';
import { localDirectory } from '../../support/local-directory.js';
import { smallDirectory } from '../../support/small-directory.js';
import { startStaffServer, type StaffServer } from '../staff-server.js';

const assets = resolve('dist/assets');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['WAYMARK_PICTURES'];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe('the desk in a browser', () => {
  let server: StaffServer;
  let browser: Browser;
  let page: Page;
  const local = localDirectory(
    (function* all() {
      yield* smallDirectory;
      yield* generateServices(10_000);
    })(),
    { sample: true },
  );

  before(async function () {
    this.timeout(120_000);
    server = await startStaffServer(
      async restify => {
        await registerStatic(restify, assets);
        return loadAssets(assets).url('staff.css');
      },
      { directory: () => local, deskScript: loadAssets(assets).url('desk.js') },
    );
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })).newPage();
    await page.goto(server.link());
    await page.getByLabel('Your name, as your colleagues know it').fill('Amina');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Desk' }).click();
    await page.getByRole('heading', { name: 'Desk' }).waitFor();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const picture = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: resolve(pictures, `desk-${name}.png`) });
  };

  const faults = async (): Promise<readonly string[]> => {
    await page.evaluate(axeSource);
    const result = await page.evaluate<{ readonly violations: readonly Violation[] }>(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    return result.violations
      .filter(({ impact }) => impact !== 'minor')
      .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  };

  const fits = async (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
  const focused = async (): Promise<string> => page.evaluate('document.activeElement.id');
  const fresh = async (): Promise<void> => {
    await page.goto(`${server.url}/desk`);
    // a browser gives the box its focus with the next picture it paints, which may come after the page is there
    await page.locator('#q:focus').waitFor();
  };
  const said = async (pattern: RegExp): Promise<void> => {
    await page.locator('#said').filter({ hasText: pattern }).waitFor();
  };

  it('goes by keyboard alone from the first letter to the leaflet', async () => {
    await fresh();
    expect(await focused()).to.equal('q');
    await picture('start');
    await page.keyboard.type('walking group e8', { delay: 20 });
    await page.getByText('near E8 (approximate)').waitFor();
    await said(/services found/u);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).to.equal('pick-0');
    await page.keyboard.press('Enter');
    await page.locator('#pick-0[name=drop]').waitFor();
    expect(await focused(), 'the focus stays on the service that was added').to.equal('pick-0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).to.equal('pick-2');
    await page.keyboard.press('Space');
    await page.locator('#pick-2[name=drop]').waitFor();
    await page.locator('#tray li').nth(1).waitFor();
    await picture('picked');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('p');
    const leaflet = new URL((await opened).url());
    await (await opened).close();
    expect(leaflet.pathname).to.equal('/leaflet');
    expect(leaflet.searchParams.get('s')?.split(',')).to.have.length(2);
    expect([leaflet.searchParams.get('lang'), leaflet.searchParams.get('size')]).to.deep.equal(['en-GB', 'standard']);
    await page.keyboard.press('Escape');
    expect([await focused(), await page.locator('#q').inputValue()]).to.deep.equal(['q', '']);
    expect(await page.locator('#tray li').count(), 'the leaflet is kept').to.equal(2);
  }).timeout(60_000);

  it('prints or sends the service at hand where nothing was picked, and leaves letters alone in the box', async () => {
    await fresh();
    await page.keyboard.type('asylum advices p');
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
    await page.getByRole('heading', { name: 'asylum advice', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('s');
    const sending = await opened;
    await sending.waitForLoadState();
    expect(new URL(sending.url()).searchParams.get('s')).to.equal('asylum-advice');
    expect(await sending.getByRole('heading', { level: 1 }).textContent()).to.include('cannot be sent from here');
    await sending.close();
    expect(await page.locator('#print').isDisabled()).to.equal(true);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).to.equal('q');
  }).timeout(60_000);

  it('looks for what was typed before its script was there', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>(resolve => (letGo = resolve));
    await page.route('**/assets/desk*.js', async route => {
      await held;
      await route.continue();
    });
    await page.goto(`${server.url}/desk`, { waitUntil: 'commit' });
    await page.locator('#q:focus').waitFor();
    await page.keyboard.type('asylum advice');
    letGo();
    await page.getByRole('heading', { name: 'asylum advice', exact: true }).waitFor();
    await page.unroute('**/assets/desk*.js');
  });

  it('looks again where a filter was set before its script was there, and asks for nothing where none was', async () => {
    for (const isSet of [true, false]) {
      let letGo = (): void => undefined;
      const held = new Promise<void>(resolve => (letGo = resolve));
      await page.route('**/assets/desk*.js', async route => {
        await held;
        await route.continue();
      });
      const asked: string[] = [];
      const hear = (request: { url: () => string }): void => void asked.push(request.url());
      page.on('request', hear);
      await page.goto(`${server.url}/desk?q=housing`, { waitUntil: 'commit' });
      await page.locator('#q').waitFor();
      if (isSet) await page.evaluate("document.querySelector('form#desk input[name=free]').checked = true");
      const loaded = page.waitForLoadState('load');
      letGo();
      await loaded;
      await page.waitForTimeout(200);
      page.off('request', hear);
      await page.unroute('**/assets/desk*.js');
      expect(asked.filter(url => url.includes('/desk/results')).map(url => new URL(url).searchParams.get('free'))).to.deep.equal(
        isSet ? ['1'] : [],
      );
    }
  });

  it('never puts an older answer in place of a newer one, and asks one thing at a time', async () => {
    await fresh();
    let underway = 0;
    let most = 0;
    let count = 0;
    await page.route('**/desk/results?*', async route => {
      underway += 1;
      most = Math.max(most, underway);
      count += 1;
      await new Promise(done => setTimeout(done, count === 1 ? 600 : 20));
      await route.continue();
      underway -= 1;
    });
    await page.keyboard.type('choir');
    await page.waitForTimeout(150);
    await page.keyboard.press('Escape');
    await page.keyboard.type('pride choir');
    await page.getByRole('heading', { name: 'pride choir', exact: true }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator('#name-0').textContent()).to.equal('pride choir');
    expect(most).to.equal(1);
    await page.unroute('**/desk/results?*');
  }).timeout(60_000);

  it('keeps the focus when filters replace the results, and takes things off the leaflet', async () => {
    await fresh();
    await page.keyboard.type('pride choir');
    await page.getByRole('heading', { name: 'pride choir' }).waitFor();
    await page.getByLabel('Free only').focus();
    await page.keyboard.press('Space');
    await page.waitForResponse(/free=1/u);
    expect(await page.evaluate('document.activeElement.name')).to.equal('free');
    await page.locator('#pick-0').focus();
    await page.keyboard.press('Enter');
    await page.locator('#off-0').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing on it yet').waitFor();
    expect(await focused()).to.equal('q');
  }).timeout(60_000);

  it('opens the flag at once, writes it down once, and gives the focus back', async () => {
    await fresh();
    await page.locator('#duty summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Dr Day').first().isVisible()).to.equal(true);
    await page.getByText('Written down at 12:00').waitFor();
    expect(await faults()).to.deep.equal([]);
    await picture('duty');
    await page.keyboard.press('Escape');
    expect(await page.getByText('Stay with the patient').isVisible()).to.equal(false);
  }).timeout(60_000);

  it('passes axe and fits the screens of receptions', async () => {
    for (const [width, height] of [
      [1366, 768],
      [800, 600],
      [400, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const query of ['', '?q=rent+arrears+e1+6an&s=choir,lunch-club&speaks=pl', '?need=culture&home=1']) {
        await page.goto(`${server.url}/desk${query}`);
        expect(await faults(), `${query} at ${String(width)}`).to.deep.equal([]);
        expect(await fits(), `${query} at ${String(width)}`).to.equal(true);
        await picture(`${String(width)}-${query === '' ? 'empty' : query.includes('need') ? 'nothing' : 'results'}`);
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  }).timeout(120_000);

  it('keeps a focused result clear of the bar with the flag', async () => {
    await page.setViewportSize({ width: 800, height: 600 });
    await page.goto(`${server.url}/desk?q=housing`);
    await page.locator('#q').focus();
    for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowDown');
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowUp');
    const [bar, at] = [await page.locator('.desk-top').boundingBox(), await page.locator('#pick-3').boundingBox()];
    expect(at?.y ?? 0).to.be.at.least((bar?.y ?? 0) + (bar?.height ?? 0) - 1);
    await page.setViewportSize({ width: 1366, height: 768 });
  }).timeout(30_000);

  it('works without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
    const plain = await context.newPage();
    await plain.goto(`${server.url}/desk`);
    await plain.getByLabel(/What is needed/u).fill('chair yoga');
    await plain.getByRole('button', { name: 'Search' }).click();
    await plain.getByRole('button', { name: 'Add to leaflet chair yoga', exact: true }).click();
    expect(await plain.locator('#tray li').count()).to.equal(1);
    await plain.getByText('Get the duty clinician now').first().click();
    await plain.getByRole('button', { name: 'Write down that I asked, and tell them' }).click();
    await plain.getByText('Written down at 12:00').waitFor();
    await context.close();
  }).timeout(30_000);

  it('leaves no way back to what was asked for the patient before', async () => {
    await page.goto(`${server.url}/worklist`);
    await page.goto(`${server.url}/desk?q=rent+arrears&age=70`);
    await page.getByRole('link', { name: 'Next patient' }).click();
    await page.waitForURL(`${server.url}/desk`);
    expect(await page.locator('#q').inputValue()).to.equal('');
    await page.goBack();
    expect(new URL(page.url()).pathname).to.equal('/worklist');
    await fresh();
  }).timeout(30_000);

  it('loads nothing from outside, breaks no rule of its own policy, and keeps what was typed out of the address', async () => {
    const heard: string[] = [];
    const asked: string[] = [];
    page.on('console', message => heard.push(message.text())).on('request', request => asked.push(new URL(request.url()).host));
    await fresh();
    await page.keyboard.type('rent arrears e1 6an');
    await page.getByText('near E1 6AN (approximate)').waitFor();
    expect(heard).to.deep.equal([]);
    expect(new Set(asked)).to.deep.equal(new Set([new URL(server.url).host]));
    expect(new URL(page.url()).search).to.equal('');
  }).timeout(30_000);
});
