// A real browser against the whole application: started on a free port with a store of its own, and the habits of a patient at a page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { after, before } from 'mocha';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createApp } from '../../src/app.js';
import type { App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';

/** The running application. */
export interface RunningApp {
  readonly app: App;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the application on the embedded store in a folder that goes with it. */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), 'waymark-browser-'));
  const config = readConfig({ PORT: '0', WAYMARK_DATA: data, ...env });
  const app = await createApp(config, createLogger('silent'), () => undefined);
  const port = await app.listen();
  const stop = async (): Promise<void> => {
    await app.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { app, url: `http://127.0.0.1:${String(port)}`, stop };
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No name is found but those given, which are this machine, so nothing can leave it. */
function namesFound(here: readonly string[]): string {
  return `--host-resolver-rules=${[...here.map(name => `MAP ${name} 127.0.0.1`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`;
}

/** Debian's Chromium, without a window and without errands of its own. `here`: names that lead to this machine. */
export function launchBrowser(here: readonly string[] = [], more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, namesFound(here), ...more] });
}

/** A telephone of modest size, as most patients hold. */
export const phone = { width: 360, height: 640 };

/** A page of a fresh browser profile. Requests to anywhere but this machine are remembered in `outside`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly outside: readonly string[] }> {
  const context = await browser.newContext({ viewport: phone, locale: 'en-GB', ...options });
  const outside: string[] = [];
  context.on('request', request => {
    if (new URL(request.url()).hostname !== '127.0.0.1') outside.push(request.url());
  });
  return { page: await context.newPage(), outside };
}

/** What axe-core finds serious or critical, one line each; empty when nothing. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize() ?? phone;
  // tall, so that nothing lies beneath the bars at either edge, which axe would take for something covered
  await page.setViewportSize({ width: before.width, height: 9000 });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  await page.evaluate(axe.source);
  const run = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`;
  const { violations } = await page.evaluate<AxeResults>(run);
  await page.setViewportSize(before);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`);
}

/**
 * What a patient answers: an option's value, text, a date as day/month/year (a time after a blank), an amount (its unit after a blank),
 * several values, or null to skip.
 */
export type Reply = string | readonly string[] | null;

async function keyOf(page: Page): Promise<string> {
  return (await page.locator('.wm-card input[name=key]').count()) === 0 ? '' : page.locator('.wm-card input[name=key]').inputValue();
}

/** Which question stands on the page: its key, '' where none does. */
export const questionKey = keyOf;

async function fillDate(page: Page, date: string): Promise<void> {
  const [day = '', month = '', year = ''] = date.split('/');
  await page.fill('[name=day]', day);
  await page.fill('[name=month]', month);
  await page.fill('[name=year]', year);
}

/** What stands on the page, for whoever reads why a test failed. */
async function standing(page: Page): Promise<string> {
  const buttons = await page.evaluate<string>("Array.from(document.querySelectorAll('.wm-card button'), one => one.outerHTML).join(' ')");
  const trouble = await page.locator('.wm-trouble').allTextContents();
  return `at ${page.url()}, question "${await keyOf(page)}", trouble ${JSON.stringify(trouble)}, buttons ${buttons}`;
}

async function press(page: Page, selector: string): Promise<void> {
  try {
    // a turn puts new cards in place, with or without script; what is near is a card of its own above its question
    await page.evaluate("for (const card of document.querySelectorAll('.wm-card')) card.setAttribute('data-seen', '')");
    await page.click(selector);
    await page.locator('.wm-card:not([data-seen])').first().waitFor();
  } catch (cause) {
    throw new Error(`pressing ${selector} ${await standing(page)}`, { cause });
  }
}

type Fill = (page: Page, given: string) => Promise<void>;

const fillAnswer: Fill = (page, given) => page.fill('.wm-card [name=answer]', given);

const fillAmount: Fill = async (page, given) => {
  const [amount = '', unit] = given.split(' ');
  await fillAnswer(page, amount);
  if (unit !== undefined) await page.selectOption('.wm-card [name=unit]', unit);
};

const fillMoment: Fill = async (page, given) => {
  const [date = '', time = ''] = given.split(' ');
  await fillDate(page, date);
  await page.fill('[name=time]', time);
};

/** By keyboard, from the highest down. */
const slide: Fill = async (page, given) => {
  const range = page.locator('.wm-card [name=slid]');
  await range.focus();
  await range.press('End');
  for (let steps = 0; steps < 100 && (await range.inputValue()) !== given; steps += 1) await range.press('ArrowLeft');
};

const fill: Readonly<Partial<Record<string, Fill>>> = {
  birth: fillDate,
  date: fillDate,
  moment: fillMoment,
  quantity: fillAmount,
  slider: slide,
  text: fillAnswer,
  number: fillAnswer,
  time: fillAnswer,
  search: fillAnswer,
  list: async (page, given) => {
    await page.selectOption('.wm-card [name=answer]', given);
  },
  more: (page, given) => page.fill('.wm-card [name=words]', given),
};

async function check(page: Page, given: readonly string[]): Promise<void> {
  for (const value of given) await page.check(`.wm-card [name=answer][value="${value}"]`);
}

/** Answers the question on the page and waits for the next. */
export async function answer(page: Page, reply: Reply): Promise<void> {
  if (reply === null) {
    await press(page, '.wm-card button[value=skip]');
    return;
  }
  const given = typeof reply === 'string' ? [reply] : reply;
  const [first = ''] = given;
  const kind = await page.locator('.wm-card input[name=kind]').inputValue();
  if (kind === 'more' && ['true', 'false'].includes(first)) {
    await press(page, `.wm-card button[value="pick:${first}"]`);
    return;
  }
  await (fill[kind]?.(page, first) ?? check(page, given));
  await press(page, '.wm-card .wm-buttons button[value=answer]');
}

/** Presses a button of the conversation by its value and waits for the answer. */
export async function pressButton(page: Page, value: string): Promise<void> {
  await press(page, `button[value="${value}"]`);
}

/** Starts a conversation from the first page. */
export async function start(page: Page, url: string, lang: string, way: 'start' | 'call-me' = 'start'): Promise<void> {
  await page.goto(`${url}/?lang=${lang}`);
  await page.click(`button[value=${way}]`);
  await page.waitForSelector('.wm-card');
}

/** One person's answers by question; questions not named are skipped, or answered yes where they cannot be. */
export type Person = Readonly<Record<string, Reply>>;

async function isRequired(page: Page): Promise<boolean> {
  return (await page.locator('.wm-card button[value=skip]').count()) === 0;
}

/** Goes on answering until the review or the end stands on the page; gives the keys asked, in order. */
export async function answerAll(page: Page, person: Person): Promise<readonly string[]> {
  const asked: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const key = await keyOf(page);
    if (key === '' || key === 'review') return asked;
    asked.push(key);
    if (
      (await page.locator('.wm-card input[name=kind]').count()) > 0 &&
      (await page.locator('.wm-card button[value^="pick:"]').count()) > 0
    ) {
      await press(page, '.wm-card button[value^="pick:"]');
    } else await answer(page, person[key] ?? ((await isRequired(page)) ? 'true' : null));
  }
  throw new Error(`no end after 60 questions: ${asked.join(', ')}`);
}

/** A browser and a running app for all tests of the `describe` that calls it. `settings`: made before the app starts. */
export function useBrowser(settings: () => Promise<Readonly<Record<string, string>>> = () => Promise.resolve({})): {
  readonly browser: Browser;
  readonly running: RunningApp;
} {
  const world: { browser?: Browser; running?: RunningApp } = {};
  before(async () => {
    [world.browser, world.running] = await Promise.all([launchBrowser(), settings().then(startApp)]);
  });
  after(async () => {
    await world.browser?.close();
    await world.running?.stop();
  });
  return {
    get browser() {
      if (!world.browser) throw new Error('no browser before the first test');
      return world.browser;
    },
    get running() {
      if (!world.running) throw new Error('nothing runs before the first test');
      return world.running;
    },
  };
}
