// Microsoft's own local client for bots, which knows nothing of Waymark: a person who types in it makes a whole referral.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.js';
import { usePlayground } from '../support/playground.js';

/** What the person types, by the question; others are skipped where they can be, and agreed to where not. */
const typed: Readonly<Record<string, string>> = {
  'start.who': '1',
  'eligibility.age': '46',
  'eligibility.practice': '1',
  'mind.words': 'I am behind with my rent',
  'mind.needs': '1',
  'safety.now': 'no',
  'life.offer': 'no',
  'contact.name': 'Sam',
  'contact.date-of-birth': '10 June 1980',
  'contact.phone': '07911 123456',
  'contact.address': '1 Sample Street, London E1 6AN',
  'contact.safe': 'Text message',
  'contact.more': 'no',
};

describe("Microsoft's local client for bots", function () {
  this.timeout(180_000);
  const world = useBrowser();
  const playground = usePlayground();

  /** Everything the bot has said, a message each. */
  const heard = async (page: Page): Promise<readonly string[]> =>
    page.evaluate<readonly string[]>(`Array.from(document.querySelectorAll('[aria-label="Message header"]'))
      .filter(header => header.textContent.includes('Test Bot'))
      .map(header => header.parentElement.innerText)`);

  /** The question in this message: the one whose words it has the most of. */
  const questionIn = (message: string): string | undefined => {
    const items = [...world.running.app.core.content.journey.form.byLinkId.values()];
    const found = items.filter(({ text }) => text !== '' && message.includes(text));
    return found.sort((one, other) => other.text.length - one.text.length)[0]?.linkId;
  };

  const sent = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u;
  const isDone = (message: string): boolean => sent.test(message) || message.includes('Check your answers');

  /** Waits until the bot has asked something new; gives that message. */
  const nextAsked = async (page: Page, before: number): Promise<string> => {
    const end = Date.now() + 45_000;
    for (;;) {
      const all = await heard(page);
      // Two messages of one turn that come within a moment may stand the other way round here.
      const asked = all
        .slice(before)
        .findLast(message => isDone(message) || questionIn(message) !== undefined || message.includes('right?'));
      if (asked !== undefined) return asked;
      if (Date.now() > end) throw new Error(`nothing was asked after: ${all.at(-1) ?? ''}`);
      await page.waitForTimeout(50);
    }
  };

  const answerTo = (message: string): string => {
    if (message.includes('Check your answers')) return 'send';
    const linkId = questionIn(message) ?? '';
    return typed[linkId] ?? (message.includes('Skip') || !/consent|right/u.test(`${linkId}${message}`) ? 'skip' : 'yes');
  };

  const refer = async (channel: string): Promise<void> => {
    const page = await playground.open(world.browser, world.running.url, channel);
    let count = 0;
    let message = await nextAsked(page, count);
    for (let turns = 0; turns < 60 && !sent.test(message); turns += 1) {
      count = (await heard(page)).length;
      await page.locator('[role=textbox]').first().click();
      await page.keyboard.type(answerTo(message));
      await page.keyboard.press('Enter');
      message = await nextAsked(page, count);
    }
    const reference = sent.exec((await heard(page)).join('\n'))?.[0] ?? '';
    const stored = await world.running.app.core.store.referrals.findByReference(reference);
    expect(JSON.stringify(stored?.value)).to.contain('I am behind with my rent');
  };

  for (const channel of ['emulator', 'msteams']) it(`carries a whole referral by typing alone, as ${channel}`, () => refer(channel));
});
