// What a screen reader is told: the order of a page as the browser gives it to assistive technology, where focus goes, and what is announced.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { answer, openPage, pressButton, start, useBrowser } from '../support/browser.js';

/** What a screen reader would say of the page, part by part, from the browser's tree for assistive technology. */
function tree(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}

/** Where in the tree each of these stands, in the order they must come in. */
function expectOrder(said: string, parts: readonly RegExp[]): void {
  let from = 0;
  for (const part of parts) {
    const at = said.slice(from).search(part);
    expect(at, `${String(part)} after what comes before it in:\n${said}`).to.be.at.least(0);
    from += at + 1;
  }
}

describe('what a screen reader is told', function () {
  this.timeout(120_000);
  const world = useBrowser();

  async function begun(): Promise<Page> {
    const { page } = await openPage(world.browser);
    await start(page, world.running.url, 'en-GB');
    await page.waitForSelector('html.js');
    return page;
  }

  const announced = async (page: Page): Promise<string> => {
    await page.locator('#news:not(:empty)').waitFor({ state: 'attached' });
    return (await page.textContent('#news')) ?? '';
  };

  it('the parts of a question, in the order a person needs them', async () => {
    const page = await begun();
    await answer(page, 'self');
    expectOrder(await tree(page), [
      /link "Skip to the question"/u,
      /banner/u,
      /link "Exit this page"/u,
      /main/u,
      /Step \d+ of about \d+/u,
      /button "You said: It is for me Change"/u,
      /group "/u,
      /heading "[^"]+" \[(?:active\] \[)?level=1\]/u,
      /radio "Yes"/u,
      /radio "No"/u,
      /textbox "Or write it in your own words"/u,
      /button "Continue"/u,
      /button "Back"/u,
      /More things you can do/u,
      /contentinfo/u,
      /group "Text size"/u,
      /link "Urgent help"/u,
      /status/u,
    ]);
  });

  it('a new question: its title, focus on its heading, what was taken and what stands above the question, and nothing old', async () => {
    const page = await begun();
    const before = await page.title();
    await answer(page, 'self');
    expect(await page.title()).to.not.equal(before);
    expect(await page.title()).to.contain(await page.innerText('h1'));
    expect(await page.evaluate('document.activeElement.id')).to.equal('question');
    const first = await announced(page);
    expect(first).to.contain('It is for me').and.contain('Next we need your permission');
    await answer(page, 'true');
    await page.waitForFunction(`document.getElementById('news').textContent !== ${JSON.stringify(first)}`);
    expect(await announced(page)).to.not.contain('It is for me');
  });

  it('an error: at once, with the way to the field, which says itself what is wrong', async () => {
    const page = await begun();
    await answer(page, 'self');
    await pressButton(page, 'answer');
    const said = await tree(page);
    expectOrder(said, [/alert/u, /heading "There is a problem"/u, /link "/u, /group/u, /heading "[^"]+" \[level=1\]/u]);
    expect(await page.title()).to.match(/^Error: /u);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).to.equal('alert');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).to.equal('answer');
    expect(await page.getAttribute('fieldset', 'aria-describedby')).to.contain('wrong');
  });

  it('help in danger: focus on its heading, its sentences announced, the numbers next, and the question after', async () => {
    const page = await begun();
    await page.fill('#words', 'I want to kill myself');
    await pressButton(page, 'answer');
    expect(await page.evaluate('document.activeElement.id')).to.equal('crisis');
    expect(await announced(page)).to.contain('You do not have to face this alone');
    expectOrder(await tree(page), [
      /main/u,
      /region "Help for you now"/u,
      /heading "Help for you now"/u,
      /link "Call 999"/u,
      /link "Call 116 123"/u,
      /heading "[^"]+" \[level=1\]/u,
    ]);
  });

  it('a lost connection: once, as an alert', async () => {
    const page = await begun();
    await page.check('[value=self]');
    await page.route('**/chat', route => route.abort('connectionreset'), { times: 2 });
    await page.evaluate(`window.said = 0; new MutationObserver(changes => {
      window.said += changes.flatMap(change => [...change.addedNodes]).filter(node => node.matches?.('[role=alert]')).length;
    }).observe(document.body, { childList: true, subtree: true })`);
    await page.click('.wm-card button[value=answer]');
    await page.locator('.wm-trouble').waitFor();
    expectOrder(await tree(page), [/alert/u, /We keep your answer on this page/u, /link "Call 999"/u, /group/u]);
    await page.locator('.wm-theirs').first().waitFor();
    expect(await page.evaluate('window.said')).to.equal(1);
  });
});
