// A patient on a slow connection and an old telephone: 50 kB/s, 800 ms until each answer begins, a processor a quarter as fast as this one.
// Milliseconds until something can be read, and bytes on the wire. Usage: node dist/bench/slow-network.js [lang]. Nothing here is a test.
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { answer, answerAll, launchBrowser, openPage, pressButton, startApp } from '../test/support/browser.js';
import { tenant } from '../test/browser/people.js';
import { weighTurns } from '../test/support/wire.js';

const lang = process.argv[2] ?? 'en-GB';
const slow = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowerProcessor = 4;
const rounds = 3;

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
}

/** When something was painted first, counted from the moment this page was asked for. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise(resolve => {
    new PerformanceObserver(list => {
      const painted = list.getEntriesByName('first-contentful-paint')[0];
      if (painted) resolve(Math.round(painted.startTime));
    }).observe({ type: 'paint', buffered: true });
  })`);
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

interface Visit {
  readonly startPage: number;
  readonly firstQuestion: number;
  readonly turns: readonly number[];
}

/** From an empty browser to the third question. */
async function visit(page: Page, url: string): Promise<Visit> {
  await page.goto(`${url}/?lang=${lang}`, { waitUntil: 'load' });
  const startPage = await firstPaint(page);
  const firstQuestion = await took(async () => {
    await page.click('button[value=start]');
    await page.waitForSelector('.wm-card h1');
    await firstPaint(page);
  });
  const turns = [await took(() => answer(page, 'self')), await took(() => answer(page, 'true'))];
  return { startPage, firstQuestion, turns };
}

const browser = await launchBrowser();
const running = await startApp();
for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  for (let round = 0; round < rounds && javaScriptEnabled; round += 1) {
    const { page } = await openPage(browser, { locale: lang });
    await slowDown(page);
    const { startPage, firstQuestion, turns } = await visit(page, running.url);
    console.log(`${lang} ${how}: start page painted ${String(startPage)} ms, first question ${String(firstQuestion)} ms after Start,`);
    console.log(`  further turns ${turns.join(' and ')} ms`);
    await page.context().close();
  }
  const { page } = await openPage(browser, { locale: lang, javaScriptEnabled });
  const { turns } = await weighTurns(page);
  await page.goto(`${running.url}/?lang=${lang}`);
  await page.click('button[value=start]');
  await page.waitForSelector('.wm-card');
  await answerAll(page, tenant('I am behind with my rent'));
  await pressButton(page, 'pick:send');
  const sorted = [...turns].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  console.log(`${lang} ${how}: ${String(turns.length)} turns, median ${String(median)} bytes, heaviest ${String(sorted.at(-1) ?? 0)}`);
  await page.context().close();
}
await browser.close();
await running.stop();
