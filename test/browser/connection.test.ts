// The connection drops in the middle of an answer: it is kept on the page alone, sent once when the connection is back, and gone when the
// person leaves.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { openPage, questionKey, seriousFaults, start, useBrowser } from '../support/browser.js';

const goOn = '.wm-card button[value=answer]';

describe('a connection that drops', function () {
  this.timeout(120_000);
  const world = useBrowser();

  async function atTheFirstQuestion(): Promise<Page> {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    // the script is there
    await page.waitForSelector('html.js');
    await page.check('[value=self]');
    return page;
  }

  /** The keys answered so far, and what this browser keeps on its disk. */
  async function waitForAnswer(page: Page): Promise<void> {
    await page.locator('.wm-theirs').first().waitFor();
    expect(await page.locator('.wm-theirs').count()).to.equal(1);
    expect(await page.textContent('main')).to.not.contain('I have changed this');
    expect(await questionKey(page)).to.equal('consent.share');
    expect(await page.locator('.wm-trouble').count()).to.equal(0);
  }

  const keptOnDisk = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';

  it('keeps the answer in the page’s memory alone, says so kindly with whom to ring, and sends it once when it is back', async () => {
    const page = await atTheFirstQuestion();
    await page.context().setOffline(true);
    await page.click(goOn);
    const told = page.locator('.wm-trouble[role=alert]');
    await told.waitFor();
    expect(await told.textContent()).to.contain('We keep your answer on this page');
    expect(await told.locator('a[href="tel:999"]').count()).to.equal(1);
    expect(await page.evaluate(keptOnDisk)).to.equal('[{},{},""]');
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.context().setOffline(false);
    await waitForAnswer(page);
    expect(await page.evaluate('document.activeElement.id')).to.equal('question');
  });

  it('tries again by itself where the browser does not know that the connection is back', async () => {
    const page = await atTheFirstQuestion();
    await page.route('**/chat', route => route.abort('connectionreset'), { times: 2 });
    await page.click(goOn);
    await page.locator('.wm-trouble').waitFor();
    await waitForAnswer(page);
  });

  it('counts an answer once whose reply was lost on the way', async () => {
    const page = await atTheFirstQuestion();
    const sent: (string | null)[] = [];
    page.on('request', request => {
      if (request.method() === 'POST') sent.push(request.postData());
    });
    const lose = async (route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/chat', lose, { times: 1 });
    await page.click(goOn);
    await waitForAnswer(page);
    expect(sent).to.have.length(2);
    expect(sent[1]).to.equal(sent[0]);
  });

  it('sends what was chosen last, where the person thought again meanwhile', async () => {
    const page = await atTheFirstQuestion();
    await page.context().setOffline(true);
    await page.click(goOn);
    await page.locator('.wm-trouble').waitFor();
    await page.check('[value=helped]');
    await page.click(goOn);
    await page.context().setOffline(false);
    await page.locator('.wm-theirs').first().waitFor();
    expect(await page.locator('.wm-theirs').allTextContents()).to.have.length(1);
    expect(await page.textContent('.wm-theirs')).to.contain('someone is helping me');
  });

  it('forgets the answer when the person leaves', async () => {
    const page = await atTheFirstQuestion();
    await page.context().setOffline(true);
    await page.click(goOn);
    await page.locator('.wm-trouble').waitFor();
    // stands for the page elsewhere, which cannot be reached from here
    await page.route('**/exit', route => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Weather</title>' }));
    await page.click('.wm-exit');
    await page.waitForURL('**/exit');
    await page.context().setOffline(false);
    await page.goto(`${world.running.url}/chat`);
    expect(await questionKey(page), 'nothing was sent').to.equal('start.who');
    expect(await page.isChecked('[value=self]')).to.equal(false);
  });

  it('shows whom to ring where urgent help cannot be fetched', async () => {
    const page = await atTheFirstQuestion();
    await page.context().setOffline(true);
    await page.click('.wm-urgent a');
    const help = page.locator('main > .wm-crisis');
    for (const number of ['tel:999', 'tel:116123', 'sms:85258', 'tel:08082000247']) {
      expect(await help.locator(`a[href="${number}"]`).count(), number).to.equal(1);
    }
    expect(await page.evaluate('document.activeElement.id')).to.equal('urgent-now');
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.context().setOffline(false);
    await page.click('.wm-urgent a');
    await page.waitForURL('**/urgent?lang=en-GB');
  });
});
