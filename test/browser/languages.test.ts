// A whole referral in a real browser in other scripts and directions: every question in the language, nothing wider than the telephone.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, answerAll, useBrowser, openPage, phone, pressButton, questionKey, seriousFaults, start } from '../support/browser.js';
import { weighTurns } from '../support/wire.js';
import { tenant } from './people.js';

interface Tongue {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** A letter of its script, or one that English has not. */
  readonly letter: RegExp;
  /** Behind with the rent. */
  readonly words: string;
}

const tongues: readonly Tongue[] = [
  { lang: 'pl', dir: 'ltr', letter: /[ąćęłńóśźż]/iu, words: 'Zalegam z czynszem i boję się o mieszkanie' },
  { lang: 'ur', dir: 'rtl', letter: /\p{Script=Arabic}/u, words: 'میں مکان کا کرایہ نہیں دے پا رہا' },
  { lang: 'bn', dir: 'ltr', letter: /\p{Script=Bengali}/u, words: 'আমি বাড়ি ভাড়া দিতে পারছি না' },
  { lang: 'zh-Hans', dir: 'ltr', letter: /\p{Script=Han}/u, words: '我付不起房租，房东催得很紧' },
];

/** The widest the page would like to be, in pixels. */
const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

/** How far the card begins below the bar at the top, in pixels; the bar has two lines where its words are long. */
async function belowTheBar(page: Page): Promise<number> {
  const [bar, card] = await Promise.all([page.locator('.wm-top').boundingBox(), page.locator('.wm-card').first().boundingBox()]);
  return (card?.y ?? Number.NaN) - (bar?.y ?? 0) - (bar?.height ?? 0);
}

describe('a referral in a real browser, in other languages', function () {
  this.timeout(180_000);
  const world = useBrowser();

  /** Answers the question on the page, having looked at it. */
  async function lookAndAnswer(page: Page, { lang, letter, words }: Tongue): Promise<void> {
    const key = await questionKey(page);
    expect(await page.textContent('.wm-card'), `${lang} ${key}`).to.match(letter);
    expect(await widthOf(page), `${lang} ${key}`).to.be.at.most(phone.width);
    expect(await belowTheBar(page), `${lang} ${key}`).to.be.at.least(0);
    await answer(page, tenant(words)[key] ?? 'true');
  }

  it('has room above what is scrolled to for the bar at the top, in every language', async () => {
    const { page } = await openPage(world.browser);
    const room = 'parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)';
    const heights = new Map<string, number>();
    for (const lang of world.running.app.core.content.languages.keys()) {
      await page.goto(`${world.running.url}/?lang=${lang}`);
      heights.set(lang, (await page.locator('.wm-top').boundingBox())?.height ?? Number.NaN);
    }
    expect(heights.size).to.equal(24);
    const [least, most] = [Math.min(...heights.values()), Math.max(...heights.values())];
    expect(most, 'one language at least has a bar of two lines').to.be.greaterThan(1.5 * least);
    expect(most).to.be.at.most(await page.evaluate<number>(room));
  });

  for (const tongue of tongues) {
    it(`is made whole in ${tongue.lang}`, async () => {
      const { page, outside } = await openPage(world.browser, { locale: tongue.lang });
      const { turns } = await weighTurns(page);
      await start(page, world.running.url, tongue.lang);
      expect(await page.getAttribute('html', 'lang')).to.equal(tongue.lang);
      expect(await page.getAttribute('html', 'dir')).to.equal(tongue.dir);
      const faults: string[] = [...(await seriousFaults(page))];
      for (let turn = 0; turn < 8; turn += 1) await lookAndAnswer(page, tongue);
      faults.push(...(await seriousFaults(page)));
      await answerAll(page, tenant(tongue.words));
      expect(await page.textContent('.wm-card'))
        .to.contain(tongue.words)
        .and.contain('1980');
      expect(await widthOf(page)).to.be.at.most(phone.width);
      faults.push(...(await seriousFaults(page)));
      await pressButton(page, 'pick:send');
      expect(await belowTheBar(page)).to.be.at.least(0);
      faults.push(...(await seriousFaults(page)));
      const reference = (await page.locator('.wm-sent__panel dd').first().textContent()) ?? '';
      expect(reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
      const stored = await world.running.app.core.store.referrals.findByReference(reference);
      expect(JSON.stringify(stored?.value)).to.contain(tongue.words);
      expect(faults).to.deep.equal([]);
      expect(outside).to.deep.equal([]);
      expect(turns.length).to.be.greaterThan(20);
      expect(Math.max(...turns), 'the heaviest turn, in bytes on the wire').to.be.below(6000);
    });
  }

  it('says the month of a date of birth in the language', async () => {
    const { page } = await openPage(world.browser, { locale: 'pl' });
    await start(page, world.running.url, 'pl');
    await answerAll(page, tenant('Zalegam z czynszem'));
    expect(await page.textContent('.wm-card')).to.contain('10 czerwca 1980');
  });
});
