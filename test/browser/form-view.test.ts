// All questions on one page, /chat?view=form: the same conversation, filled in as a form, with and without script.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { openPage, pressButton, questionKey, answer, start, useBrowser } from '../support/browser.js';
import { errorsOn, fillAll, fillIn, keysOn, nameOf, pressInForm, saveForm, startForm, toMind } from '../support/whole-form.js';
import { weighTurns } from '../support/wire.js';

const rest = {
  'life.offer': ['false'],
  'contact.name': 'Sam Lee',
  'contact.date-of-birth': { day: '10/6/1980' },
  'contact.phone': '07911 123456',
  'contact.safe': ['text'],
  'contact.more': ['false'],
} as const;

describe('all questions on one page', function () {
  this.timeout(120_000);
  const world = useBrowser();

  it('takes a whole referral without script, in eight pages from the first question to the reference', async () => {
    const { page, outside } = await openPage(world.browser, { javaScriptEnabled: false });
    let pages = 0;
    page.on('response', response => {
      if (response.request().resourceType() === 'document' && response.status() === 200) pages += 1;
    });
    await page.goto(`${world.running.url}/?lang=en-GB`);
    pages = 0;
    await page.click('button[value=form]');
    await fillIn(page, 'start.who', ['self']);
    expect(await keysOn(page), 'nothing personal before permission').to.deep.equal(['start.who']);
    await saveForm(page);
    expect(await page.locator('.wm-whole :checked').count(), 'permission is not given for anybody').to.equal(1);
    await fillAll(page, { 'consent.share': ['true'], 'consent.gp': ['true'], 'consent.contact': ['true'] });
    await saveForm(page);
    await fillAll(page, { 'eligibility.age': '46', 'eligibility.practice': ['SAMPLE1'] });
    await saveForm(page);
    await fillAll(page, { 'mind.words': 'I feel tired', 'mind.needs': ['money'], 'safety.now': ['no'] });
    await saveForm(page);
    expect(await keysOn(page)).to.include.members(['screen-money.problem', 'contact.name', 'contact.phone']);
    expect(await keysOn(page), 'an e-mail address is asked for where there is no telephone').not.to.include('contact.email');
    await fillAll(page, { ...rest, 'screen-money.owed': ['rent'], 'near.postcode': 'E1 6AN' });
    await saveForm(page);
    expect(await page.textContent('.wm-news')).to.contain('New questions, because of your answers:');
    expect(await page.locator('.wm-news a').count()).to.be.at.least(1);
    await fillIn(page, 'contact.date-of-birth', { tick: 'right' });
    await saveForm(page);
    expect(await page.textContent('h1')).to.contain('Check your answers');
    expect(await page.textContent('.nhsuk-summary-list')).to.contain('10 June 1980');
    await page.click('button[value="pick:send"]');
    expect(await page.textContent('.wm-sent__panel dd')).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    expect(pages).to.equal(8);
    expect(outside).to.deep.equal([]);
  });

  it('goes to and fro with the chat, in Arabic with script, and loses nothing that was only typed', async () => {
    const { page } = await openPage(world.browser, { locale: 'ar' });
    await startForm(page, world.running.url, 'ar');
    expect(await page.getAttribute('html', 'dir')).to.equal('rtl');
    await toMind(page);
    await fillIn(page, 'mind.words', 'أنا متأخر في دفع الإيجار');
    await pressInForm(page, 'one');
    expect(await questionKey(page), 'what was typed was saved on the way').to.equal('mind.needs');
    expect(await page.locator('.wm-whole').count()).to.equal(0);
    await answer(page, ['housing']);
    await answer(page, 'no');
    const key = await questionKey(page);
    await page.check('.wm-card [name=answer] >> nth=0');
    await pressButton(page, 'form');
    await page.waitForSelector('.wm-whole');
    const at = await nameOf(page, key);
    expect(await page.locator(`[name="${at}answer"]`).first().isChecked()).to.equal(true);
    expect(await page.inputValue(`[name="${await nameOf(page, 'mind.words')}answer"]`)).to.equal('أنا متأخر في دفع الإيجار');
    expect(await page.title()).to.contain('كل الأسئلة في صفحة واحدة');
  });

  it('keeps what is right beside a date that is none, tells at the field, and shows what was typed', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await startForm(page, world.running.url, 'en-GB');
    await toMind(page);
    await fillAll(page, { 'mind.needs': ['volunteering'], 'safety.now': ['no'] });
    await saveForm(page);
    await fillAll(page, { ...rest, 'contact.date-of-birth': { day: '31/2/1980' } });
    await saveForm(page);
    expect(await errorsOn(page)).to.deep.equal([
      'Date of birth: That day is not in the calendar. Type the day, month and year of birth, for example 10 6 1980.',
    ]);
    const at = await nameOf(page, 'contact.date-of-birth');
    expect(await page.getAttribute('.nhsuk-error-summary__list a', 'href')).to.equal(`#${at}answer`);
    expect(await page.inputValue(`[name="${at}day"]`)).to.equal('31');
    expect(await page.getAttribute(`fieldset:has([name="${at}day"])`, 'aria-describedby')).to.contain(`${at}wrong`);
    expect(await page.textContent(`#${at}wrong`)).to.contain('That day is not in the calendar.');
    await page.goto(`${world.running.url}/chat?view=form`);
    expect(await page.inputValue(`[name="${await nameOf(page, 'contact.name')}answer"]`)).to.equal('Sam Lee');
    expect(await page.inputValue(`[name="${await nameOf(page, 'contact.phone')}answer"]`)).to.equal('07911 123456');
  });

  it('answers danger written into a field at once, keeps the other answers, and goes on with the form afterwards', async () => {
    const { page } = await openPage(world.browser);
    await startForm(page, world.running.url, 'en-GB');
    await toMind(page);
    await fillAll(page, { 'mind.words': 'I want to kill myself', 'mind.needs': ['money'] });
    await saveForm(page);
    expect(await page.locator('.wm-crisis a[href="tel:999"]').count()).to.equal(1);
    expect(await page.evaluate('document.activeElement.id')).to.equal('crisis');
    expect(await questionKey(page)).to.match(/^safety-check\./u);
    for (let turn = 0; turn < 5 && (await questionKey(page)).startsWith('safety-check.'); turn += 1) await answer(page, null);
    await page.waitForSelector('.wm-whole');
    expect(await page.isChecked(`[name="${await nameOf(page, 'mind.needs')}answer"][value=money]`)).to.equal(true);
    expect(await page.inputValue(`[name="${await nameOf(page, 'mind.words')}answer"]`)).to.equal('I want to kill myself');
    expect(await page.locator('.wm-crisis--standing').count()).to.equal(1);
  });

  it('never overwrites unseen what was answered in another tab meanwhile', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await startForm(page, world.running.url, 'en-GB');
    await toMind(page);
    await fillAll(page, { 'mind.words': 'I feel alone', 'mind.needs': ['loneliness'], 'safety.now': ['no'] });
    await saveForm(page);
    const other = await page.context().newPage();
    await other.goto(`${world.running.url}/chat?view=form`);
    await fillAll(other, { 'contact.name': 'Sam Lee', 'contact.phone': '07911 123456' });
    await pressInForm(other, 'save:0');
    await fillAll(page, { 'contact.name': 'Alex', 'matters.words': 'To see my sister' });
    await pressInForm(page, 'save:0');
    expect(await errorsOn(page)).to.deep.equal([
      'Name: This was answered somewhere else in the meantime: Sam Lee. We have kept that answer. To use yours instead, send it again.',
    ]);
    expect(await page.inputValue(`[name="${await nameOf(page, 'contact.phone')}answer"]`), 'untouched here').to.equal('07911 123456');
    expect(await page.inputValue(`[name="${await nameOf(page, 'contact.name')}answer"]`)).to.equal('Alex');
    await other.reload();
    expect(await other.inputValue(`[name="${await nameOf(other, 'contact.name')}answer"]`)).to.equal('Sam Lee');
    expect(await other.inputValue(`[name="${await nameOf(other, 'matters.words')}answer"]`)).to.equal('To see my sister');
    await pressInForm(page, 'save:0');
    await other.reload();
    expect(await other.inputValue(`[name="${await nameOf(other, 'contact.name')}answer"]`), 'sent again, it is meant').to.equal('Alex');
  });

  it('passes over nothing in silence where permission is asked', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await startForm(page, world.running.url, 'en-GB');
    await fillIn(page, 'start.who', ['self']);
    await saveForm(page);
    await saveForm(page);
    expect(await errorsOn(page)).to.deep.equal([
      'Share with the link worker: We need an answer to this one.',
      'Share with your GP practice: Answer this, or choose “Skip”.',
      'Contact you: Answer this, or choose “Skip”.',
    ]);
    await fillAll(page, { 'consent.share': ['true'], 'consent.gp': { tick: 'skip' }, 'consent.contact': { tick: 'skip' } });
    await saveForm(page);
    expect(await keysOn(page)).to.include('eligibility.age');
  });

  it('keeps what was filled in where the connection is gone, and sends it when it is back', async () => {
    const { page } = await openPage(world.browser);
    await startForm(page, world.running.url, 'en-GB');
    await fillIn(page, 'start.who', ['other']);
    await page.context().setOffline(true);
    await page.click('.wm-whole button[value="save:0"]');
    await page.waitForSelector('.wm-trouble [data-offline]');
    await page.context().setOffline(false);
    await page.locator('.wm-part').nth(1).waitFor();
    expect(await keysOn(page)).to.include('proxy.knows');
  });

  it('keeps what was filled in when another language is chosen', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await startForm(page, world.running.url, 'en-GB');
    await toMind(page);
    await fillIn(page, 'mind.words', 'I feel alone');
    await page.click('.wm-languages summary');
    await page.click('.wm-languages button[value="language:pl"]');
    expect(await page.getAttribute('html', 'lang')).to.equal('pl');
    expect(await page.inputValue(`[name="${await nameOf(page, 'mind.words')}answer"]`)).to.equal('I feel alone');
  });

  it('can be filled in and saved by keyboard alone, and opens at the next part', async () => {
    const { page } = await openPage(world.browser);
    await startForm(page, world.running.url, 'en-GB');
    await page.waitForSelector('html.js');
    await page.focus('.wm-whole [type=radio]');
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate<boolean>('document.activeElement.matches("button[value=\'save:0\']")')) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('.wm-part').nth(1).waitFor();
    expect(await page.evaluate('document.activeElement.id')).to.equal('part-1');
  });

  it('begins in the chat as well, and comes back to reading the answers through', async () => {
    const { page } = await openPage(world.browser, { javaScriptEnabled: false });
    await start(page, world.running.url, 'en-GB');
    await page.click('.wm-card button[value=form]');
    expect(await keysOn(page)).to.deep.equal(['start.who']);
    await page.click('.wm-ways summary');
    await page.click('.wm-ways button[value=pause]');
    expect(await page.textContent('h1')).to.contain('Your answers are kept');
  });

  for (const lang of ['en-GB', 'bn']) {
    it(`is under 40 kB over the wire, the first page and every save, in ${lang}`, async () => {
      const { page } = await openPage(world.browser, { javaScriptEnabled: false });
      await page.goto(`${world.running.url}/?lang=${lang}`);
      const { turns } = await weighTurns(page);
      await page.click('button[value=form]');
      await toMind(page);
      await fillAll(page, { 'mind.needs': ['money', 'housing', 'food', 'loneliness'], 'safety.now': ['no'] });
      await saveForm(page);
      await fillAll(page, { ...rest, 'near.postcode': 'E1 6AN' });
      await saveForm(page);
      expect(turns).to.have.length(6);
      expect(Math.max(...turns)).to.be.within(2_000, 40_000);
    });
  }
});
