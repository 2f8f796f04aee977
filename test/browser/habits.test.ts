// What people do with a page besides answering: go back, reload, press twice, leave, change their mind.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answer, useBrowser, openPage, pressButton, questionKey, seriousFaults, start } from '../support/browser.js';

describe('a patient at the page', function () {
  this.timeout(120_000);
  const world = useBrowser();

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';

    it(`keeps the place on reload and on back, ${how} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled });
      await start(page, world.running.url, 'en-GB');
      await answer(page, 'self');
      const here = await questionKey(page);
      await page.reload();
      expect(await questionKey(page)).to.equal(here);
      await page.goBack();
      await page.goto(`${world.running.url}/chat`);
      expect(await questionKey(page)).to.equal(here);
      expect(await page.locator('.wm-theirs').count()).to.equal(1);
    });

    it(`says what is wrong beside the field, and keeps what was typed, ${how} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled });
      await start(page, world.running.url, 'en-GB');
      for (const reply of ['self', 'true', 'true', 'true']) await answer(page, reply);
      expect(await questionKey(page)).to.equal('eligibility.age');
      await answer(page, '460');
      expect(await questionKey(page)).to.equal('eligibility.age');
      expect(await page.inputValue('#answer')).to.equal('460');
      expect(await page.locator('.nhsuk-error-summary').count()).to.equal(1);
      expect(await page.locator('#wrong').count()).to.equal(1);
    });

    it(`changes an earlier answer at one press, ${how} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled });
      await start(page, world.running.url, 'en-GB');
      await answer(page, 'self');
      await pressButton(page, 'change:start.who');
      expect(await questionKey(page)).to.equal('start.who');
      expect(await page.isChecked('[value=self]')).to.equal(true);
      await answer(page, 'helped');
      expect(await page.locator('.wm-theirs').last().textContent()).to.contain('someone is helping me');
    });
  }

  it('gives focus to the new question, and announces what was taken', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await answer(page, 'self');
    expect(await page.evaluate('document.activeElement.id')).to.equal('question');
    await page.locator('#news:not(:empty)').waitFor({ state: 'attached' });
    expect(await page.textContent('#news')).to.contain('It is for me');
  });

  it('answers once when the button is pressed twice', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await page.check('[value=self]');
    await page.dblclick('.wm-card button[value=answer]');
    await page.locator('.wm-theirs').waitFor();
    expect(await questionKey(page)).to.equal('consent.share');
  });

  it('changes language in the middle and keeps the answers', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await answer(page, 'self');
    await page.click('.wm-languages summary');
    await page.click('button[value="language:ar"]');
    await page.waitForSelector('html[dir=rtl]');
    expect(await questionKey(page)).to.equal('consent.share');
    expect(await page.locator('.wm-theirs').count()).to.equal(1);
  });

  it('leaves by three presses of Shift, and Back does not show the page again', async () => {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    // stands for the page elsewhere, which cannot be reached from here
    await page.route('**/exit', route => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Weather</title>' }));
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL('**/exit');
    await page.goBack();
    expect(new URL(page.url()).pathname).to.equal('/');
  });

  it('leaves by the link without script', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await start(page, world.running.url, 'en-GB');
    const leaving = page.waitForRequest('https://www.bbc.co.uk/weather');
    await page.click('.wm-exit', { noWaitAfter: true });
    await leaving;
    expect(await page.context().cookies(world.running.url)).to.deep.equal([]);
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';

    it(`pauses, and comes back on another device with reference and code, ${how} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled });
      await start(page, world.running.url, 'en-GB');
      await answer(page, 'self');
      await page.click('.wm-ways summary');
      await pressButton(page, 'pause');
      const [reference = '', code = ''] = await page.locator('.wm-code').allTextContents();
      const { page: other } = await openPage(world.browser, { javaScriptEnabled });
      await other.goto(`${world.running.url}/chat/resume`);
      await other.fill('[name=reference]', reference.toLowerCase());
      await other.fill('[name=code]', code);
      await other.click('.wm-card button');
      await other.waitForSelector('.wm-theirs');
      expect(await questionKey(other)).to.equal('consent.share');
    });

    it(`pauses, and comes back on another device by the link, once, ${how} script`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled });
      await start(page, world.running.url, 'en-GB');
      await answer(page, 'self');
      await page.click('.wm-ways summary');
      await pressButton(page, 'pause');
      const link = (await page.getAttribute('.wm-card a[rel~=nofollow]', 'href')) ?? '';
      const { page: other } = await openPage(world.browser, { javaScriptEnabled });
      await other.goto(`${world.running.url}${link}`);
      if (javaScriptEnabled) expect(await seriousFaults(other)).to.deep.equal([]);
      await other.click('main form button');
      await other.waitForSelector('.wm-theirs');
      expect(await questionKey(other)).to.equal('consent.share');
      expect(other.url()).to.not.contain(link);
      const { page: third } = await openPage(world.browser, { javaScriptEnabled });
      await third.goto(`${world.running.url}${link}`);
      await third.click('main form button');
      await third.waitForURL(`${world.running.url}/chat/resume`);
      expect(await third.textContent('h1')).to.contain('no longer opens');
    });
  }
});
