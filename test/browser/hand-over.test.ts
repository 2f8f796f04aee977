// From the desk to the patient's own phone, in real browsers: the QR code read back, a private question that is never put at the desk, and
// a screen that keeps nothing.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, answerAll, openPage, pressButton, questionKey, seriousFaults, useBrowser } from '../support/browser.js';
import { sendFromDesk, signInAtDesk } from '../support/at-the-desk.js';
import { readQr } from '../support/read-qr.js';
import { tenant } from './people.js';

const screen = { viewport: { width: 1366, height: 768 } };

async function answerUntil(page: Page, key: string): Promise<void> {
  const person = tenant('I am behind with my rent');
  for (let turns = 0; turns < 30 && (await questionKey(page)) !== key; turns += 1) {
    await answer(page, person[await questionKey(page)] ?? 'true');
  }
}

describe('the desk hands over, in real browsers', function () {
  this.timeout(180_000);
  const world = useBrowser();

  it('by a QR code that opens the conversation in the language of the patient, with the needs known chosen already', async () => {
    const desk = await openPage(world.browser, screen);
    await signInAtDesk(desk.page, world.running);
    await sendFromDesk(desk.page, '/desk/hand-over', [
      ['lang', 'pl'],
      ['need', 'food'],
    ]);
    const faults = [...(await seriousFaults(desk.page))];
    const link = await readQr(desk.page, '.wm-qr');
    expect(link).to.match(/^http:\/\/127\.0\.0\.1:\d+\/code\/[\w-]{24}\?lang=pl$/u);
    const { page, outside } = await openPage(world.browser);
    await page.goto(link);
    faults.push(...(await seriousFaults(page)));
    expect(await page.getAttribute('html', 'lang')).to.equal('pl');
    await page.click('main button');
    expect(await questionKey(page)).to.equal('start.who');
    expect(await page.getAttribute('html', 'lang')).to.equal('pl');
    await answerUntil(page, 'mind.words');
    await page.click('.wm-card button[value=skip]');
    expect(await page.isChecked('[name=answer][value=food]'), 'the need known').to.equal(true);
    const other = await openPage(world.browser);
    await other.page.goto(link);
    await other.page.click('main button');
    expect(await other.page.textContent('main'), 'used').to.contain(await expired(other.page));
    expect([...faults, ...outside, ...desk.outside]).to.deep.equal([]);
  });

  it('by six letters, typed in any way', async () => {
    const desk = await openPage(world.browser, screen);
    await signInAtDesk(desk.page, world.running);
    await sendFromDesk(desk.page, '/desk/hand-over', [['lang', 'en-GB']]);
    const code = (await desk.page.textContent('.hand-over-code')) ?? '';
    expect(code.trim()).to.match(/^[B-DF-HJ-NP-TV-Z]{3} [B-DF-HJ-NP-TV-Z]{3}$/u);
    const { page } = await openPage(world.browser);
    await page.goto(`${world.running.url}/`);
    await page.click('a[href^="/code"]');
    expect(await seriousFaults(page)).to.deep.equal([]);
    await page.fill('[name=code]', code.toLowerCase().replaceAll(/\s/gu, ''));
    await page.click('.wm-card button');
    expect(await questionKey(page)).to.equal('start.who');
  });

  it('keeps a private question from the desk; it goes on on the phone, and the desk is wiped', async () => {
    const { page: desk } = await openPage(world.browser, screen);
    await signInAtDesk(desk, world.running);
    await sendFromDesk(desk, '/desk/start', [['lang', 'en-GB']]);
    await desk.waitForSelector('.wm-card');
    expect(await desk.textContent('main')).to.contain('Someone at the practice writes down what you say.');
    expect(await desk.getAttribute('.wm-urgent a[href^="/desk"]', 'href')).to.equal('/desk/duty');
    await answerUntil(desk, 'safety.now');
    expect(await desk.textContent('.wm-card'))
      .to.contain('This question is private')
      .and.not.contain('unsafe');
    expect(await seriousFaults(desk)).to.deep.equal([]);
    const link = await readQr(desk, '.wm-qr');
    const { page } = await openPage(world.browser);
    await page.goto(link);
    await page.click('main button');
    expect(await page.textContent('.wm-card')).to.contain('Is anything making you unsafe right now?');
    expect(await page.textContent('main')).to.not.contain('Someone at the practice writes down');
    await desk.waitForURL('**/chat/over');
    expect(await desk.textContent('main')).to.contain('The conversation goes on on the patient’s own phone.');
    await desk.goBack();
    expect(await desk.content(), 'back shows nothing')
      .to.not.contain('Someone at the practice')
      .and.not.contain('46');
    await answerAll(page, tenant('I am behind with my rent'));
    expect(await page.textContent('main')).to.contain('Staff at the practice typed these answers for you.');
    await pressButton(page, 'pick:send');
    const reference = (await page.locator('.wm-sent__panel dd').first().textContent()) ?? '';
    await desk.goto(`${world.running.url}/worklist/${reference}`);
    const told = await desk.textContent('main');
    expect(told).to.contain('Given to staff at the practice').and.contain('given to staff').and.not.contain('Not asked: no privacy');
    expect(told).to.contain('Amina began it with the patient present');
  });

  it('leaves private questions out where there is no privacy, and the referral says so at its top', async () => {
    const { page: desk } = await openPage(world.browser, screen);
    await signInAtDesk(desk, world.running);
    await sendFromDesk(desk, '/desk/start', [['lang', 'en-GB']]);
    await desk.waitForSelector('.wm-card');
    await answerAll(desk, tenant('I am behind with my rent'));
    expect(await questionKey(desk)).to.equal('review');
    await pressButton(desk, 'pick:send');
    const reference = (await desk.locator('.wm-sent__panel dd').first().textContent()) ?? '';
    await desk.click('.wm-finish button');
    expect(await desk.textContent('main')).to.contain('The screen is clear.');
    await desk.goto(`${world.running.url}/worklist/${reference}`);
    const top = await desk.textContent('.not-asked');
    expect(top).to.contain('The safety question was not asked.').and.contain('left out at the desk');
    expect(await seriousFaults(desk)).to.deep.equal([]);
  });

  it('pauses at the desk when nobody touches the screen for ten minutes, and staff can go on', async () => {
    const { page: desk } = await openPage(world.browser, screen);
    await desk.clock.install();
    await signInAtDesk(desk, world.running);
    await sendFromDesk(desk, '/desk/start', [['lang', 'en-GB']]);
    await desk.waitForSelector('.wm-card');
    await answer(desk, 'self');
    const key = await questionKey(desk);
    await desk.clock.runFor(581_000);
    expect(await desk.isVisible('#there')).to.equal(true);
    await desk.clock.runFor(20_000);
    await desk.waitForURL('**/chat/idle');
    expect(await desk.textContent('main')).to.contain('The screen is clear.');
    await desk.goto(`${world.running.url}/chat`);
    expect(await desk.locator('.wm-card').count(), 'nothing is left').to.equal(0);
    await desk.goto(`${world.running.url}/worklist`);
    await sendFromDesk(desk, '/desk/go-on');
    await desk.waitForSelector('.wm-card');
    expect(await questionKey(desk)).to.equal(key);
    expect(await desk.textContent('main')).to.contain('Someone at the practice writes down what you say.');
  });
});

/** What a hand-over that does not count any more is told, in the language of the page. */
async function expired(page: Page): Promise<string> {
  return (await page.textContent('#wrong'))?.replace(/^.*?: /u, '') ?? 'nothing was said';
}
