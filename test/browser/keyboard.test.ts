// A whole referral by keyboard alone: Tab, the arrows, Space and Enter. Wherever focus goes it is seen, and nothing covers it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { openPage, questionKey, useBrowser } from '../support/browser.js';
import type { Reply } from '../support/browser.js';
import { tenant } from './people.js';

/**
 * Is what has focus drawn otherwise than without it, and is its middle (or its label's, where the label is what one sees) on top? '' or
 * what is wrong.
 */
const focusFault = `(() => {
  const one = document.activeElement;
  const drawn = element => ['', '::before'].map(part => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element, part || undefined);
    return [outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor].join();
  }).join();
  const seen = one.matches('[type=radio], [type=checkbox]') ? one.labels[0] : one;
  const what = one.outerHTML.slice(0, 120);
  const with_ = drawn(seen);
  one.blur();
  const without = drawn(seen);
  one.focus({ preventScroll: true });
  if (with_ === without) return 'no focus is seen on ' + what;
  const { left, top, width, height } = seen.getBoundingClientRect();
  const at = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
  return at !== null && (seen.contains(at) || at.contains(seen) || one === at) ? '' : 'covered: ' + what;
})()`;

/** Presses Tab until this has focus, looking at every stop on the way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>(focusFault)).to.equal('');
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    passed.push(await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)'));
  }
  throw new Error(`Tab never came to ${selector}; it came to ${passed.slice(-4).join(' ')}`);
}

/** The arrows go round the choices of one; Tab goes through those of several. */
async function choose(page: Page, values: readonly string[]): Promise<void> {
  const [first = ''] = values;
  if ((await page.locator('.wm-card [type=radio]').count()) === 0) {
    for (const value of values) {
      await tabTo(page, `.wm-card [name=answer][value="${value}"]`);
      await page.keyboard.press('Space');
    }
    return;
  }
  await tabTo(page, '.wm-card [type=radio]');
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 40 && !(await page.isChecked(`.wm-card [value="${first}"]`)); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await page.isChecked(`.wm-card [value="${first}"]`), first).to.equal(true);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.insertText(text);
}

async function fill(page: Page, given: readonly string[]): Promise<void> {
  const kind = await page.locator('.wm-card input[name=kind]').inputValue();
  const [first = ''] = given;
  if (kind === 'birth') {
    const [day = '', month = '', year = ''] = first.split('/');
    await type(page, '[name=day]', day);
    await type(page, '[name=month]', month);
    await type(page, '[name=year]', year);
  } else if (['one', 'many', 'yes-no'].includes(kind)) await choose(page, given);
  else await type(page, '.wm-card [name=answer]', first);
}

/** Presses a button of the card by Enter, and waits for what comes. */
async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.evaluate("document.querySelectorAll('.wm-card').forEach(card => card.setAttribute('data-seen', ''))");
  await page.keyboard.press('Enter');
  await page.locator('.wm-card:not([data-seen])').first().waitFor();
}

async function answerByKey(page: Page, reply: Reply | undefined): Promise<void> {
  const has = async (selector: string): Promise<boolean> => (await page.locator(selector).count()) > 0;
  if (await has('.wm-card button[value^="pick:"]')) await enter(page, '.wm-card button[value^="pick:"]');
  else if ((reply ?? null) === null && (await has('.wm-card button[value=skip]'))) await enter(page, '.wm-card button[value=skip]');
  else {
    await fill(page, typeof reply === 'string' ? [reply] : (reply ?? ['true']));
    await enter(page, '.wm-card button[value=answer]');
  }
}

describe('a referral by keyboard alone', function () {
  this.timeout(180_000);
  const world = useBrowser();

  it('is begun, answered, read through and sent, with focus seen at every stop and each question’s heading focused', async () => {
    const { page } = await openPage(world.browser);
    await page.goto(`${world.running.url}/?lang=en-GB`);
    await tabTo(page, '.nhsuk-skip-link');
    await tabTo(page, 'button[value=start]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wm-card');
    await page.waitForSelector('html.js');
    const person = tenant('I am behind with my rent');
    for (let turn = 0; turn < 60 && (await questionKey(page)) !== 'review'; turn += 1) {
      await answerByKey(page, person[await questionKey(page)]);
      expect(await page.evaluate('document.activeElement.matches("#question, #near")')).to.equal(true);
    }
    expect(await questionKey(page)).to.equal('review');
    await enter(page, 'button[value="pick:send"]');
    expect(await page.textContent('.wm-sent__panel dd')).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  });

  it('leaves the page, opens the languages and closes them again', async () => {
    const { page } = await openPage(world.browser);
    await page.goto(`${world.running.url}/?lang=en-GB`);
    await tabTo(page, '.wm-languages summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.wm-languages a[hreflang=pl]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[lang=pl]');
    await tabTo(page, '.wm-exit');
    const leaving = page.waitForRequest('**/exit');
    await page.keyboard.press('Enter');
    await leaving;
  });
});
