// Microsoft's Web Chat component, as it is published, against our Direct Line: a whole referral in a real browser, in three languages.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, seriousFaults, startApp } from '../support/browser.js';
import type { RunningApp } from '../support/browser.js';
import { WebChatPerson, webChatFile } from '../support/web-chat.js';
import { tenant } from './people.js';

const words: Readonly<Record<string, string>> = {
  'en-GB': 'I am behind with my rent',
  ar: 'أنا متأخر في دفع الإيجار',
  ur: 'میں کرایہ ادا نہیں کر پا رہا',
};

const sendWords: Readonly<Record<string, string>> = { 'en-GB': 'Send', ar: 'إرسال', ur: 'بھیجیں' };

/** Everything inside the component that is shown or read out, but for the one English word it has no setting for: aria-roledescription="message". */
const spoken = `(() => {
  const place = document.getElementById('web-chat');
  const told = ['aria-label', 'title', 'placeholder'];
  const attributes = [...place.querySelectorAll('*')].flatMap(one => told.map(name => one.getAttribute(name) ?? ''));
  return [place.innerText, ...attributes].join(' ');
})()`;
const theirEnglish = /\b(said|attached|suggested|messages?|sent|sending|history|connect\w*|network|type|send|actions?)\b.{0,20}/giu;

describe('Web Chat', function () {
  this.timeout(180_000);
  const world: { browser?: Browser; running?: RunningApp } = {};
  before(async function () {
    const file = webChatFile();
    if (file === undefined) {
      console.log('skipped: Web Chat could not be fetched (npm run test:prepare tries it)');
      this.skip();
    }
    [world.browser, world.running] = await Promise.all([launchBrowser(), startApp({ WAYMARK_WEB_CHAT: file })]);
  });
  after(async () => {
    await world.browser?.close();
    await world.running?.stop();
  });

  for (const lang of ['en-GB', 'ar', 'ur']) {
    it(`carries a whole referral in ${lang}, asks nobody else for anything, and gives axe-core nothing serious`, async () => {
      const { browser, running } = world;
      if (!browser || !running) throw new Error('nothing runs before the first test');
      const { page, outside } = await openPage(browser, { locale: lang });
      const complaints: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      const person = new WebChatPerson(page, lang);
      await person.open(running.url);
      expect(await seriousFaults(page)).to.deep.equal([]);
      expect(await page.locator('#web-chat .webchat__send-button').getAttribute('title')).to.equal(sendWords[lang]);
      if (lang !== 'en-GB') expect((await page.evaluate<string>(spoken)).match(theirEnglish) ?? []).to.deep.equal([]);
      const reference = await person.completeReferral(tenant(words[lang] ?? ''));

      expect(reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
      expect(person.asked).to.include('review');
      await page.getByText(reference).first().waitFor();
      expect(await seriousFaults(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
      // pictures it holds itself are no requests
      expect(outside.filter(url => !url.startsWith(`blob:${running.url}`))).to.deep.equal([]);
    });
  }

  it('goes on when its page is loaded again, in another language too, and is forgotten by leaving', async () => {
    const { browser, running } = world;
    if (!browser || !running) throw new Error('nothing runs before the first test');
    const { page } = await openPage(browser, { locale: 'en-GB' });
    const person = new WebChatPerson(page, 'en-GB');
    await person.open(running.url);
    await person.answer('self');
    const asked = person.question?.key;
    expect(asked).to.not.equal('start.who');

    const again = new WebChatPerson(page, 'en-GB');
    await again.open(running.url);
    expect(again.question?.key).to.equal(asked);
    await page.getByText('Who is this for?').first().waitFor();

    const polish = new WebChatPerson(page, 'pl');
    await polish.open(running.url);
    expect(polish.question?.key).to.equal(asked);
    expect(polish.received.findLast(({ channelData }) => channelData?.waymark?.question)?.text).to.match(/[ąęłśżź]/u);

    await page.request.get(`${running.url}/exit`, { maxRedirects: 0 });
    const anew = new WebChatPerson(page, 'en-GB');
    await anew.open(running.url);
    expect(anew.question?.key).to.equal('start.who');
  });
});
