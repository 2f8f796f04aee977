// How soon the desk shows what was typed, in a real browser over services made up: from the press of a key to painted results, letter by letter.
// `node dist/bench/desk.js [count]`. Nothing here is a test.
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { loadAssets } from '../src/channels/pages/assets.js';
import { registerStatic } from '../src/server/register-static.js';
import { launchBrowser } from '../test/support/browser.js';
import { generateServices } from '../test/support/generate-services.js';
import { localDirectory } from '../test/support/local-directory.js';
import { startStaffServer } from '../test/staff/staff-server.js';

const queries =
  'rent arrears|nikogo nie mam|walking group e8|debt advice e1 6an|befreinding|someone to talk to|memory clinic|stop smokin|english classes|food|carers hackney|counselling for men'.split(
    '|',
  );

/** In the page: notes when a key goes down, and when what it changed has been painted. */
const watch = `(() => {
  window.pressed = 0;
  window.painted = 0;
  addEventListener('keydown', event => { window.pressed = event.timeStamp; window.painted = 0; }, true);
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); })))
    .observe(document.getElementById('desk-columns'), { childList: true, subtree: true });
})()`;

const longest = 700;

/** Milliseconds from a key to its results; undefined where it changed nothing. */
async function press(page: Page, key: string): Promise<number | undefined> {
  await page.keyboard.press(key);
  const until = performance.now() + longest;
  while (performance.now() < until) {
    const taken = await page.evaluate<number>('window.painted === 0 ? 0 : window.painted - window.pressed');
    if (taken > 0) return taken;
    await page.waitForTimeout(5);
  }
  return undefined;
}

function show(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0).padStart(6);
  console.log(`${name.padEnd(24)}${String(times.length).padStart(6)}${at(0.5)}${at(0.95)}${at(1)}`);
}

const count = Number(process.argv[2] ?? 10_000);
const assets = resolve('dist/assets');
const local = localDirectory(generateServices(count));
const server = await startStaffServer(
  async restify => {
    await registerStatic(restify, assets);
    return loadAssets(assets).url('staff.css');
  },
  { directory: () => local, deskScript: loadAssets(assets).url('desk.js') },
);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(server.link());
await page.getByLabel('Your name, as your colleagues know it').fill('Bench');
await page.getByRole('button', { name: 'Sign in' }).click();
await page.waitForURL('**/worklist');

console.log(`${String(count)} services; milliseconds from key to paint${'keys'.padStart(12)}   p50   p95   max`);
const all: number[] = [];
for (const round of ['cold', 'warm']) {
  for (const query of queries) {
    await page.goto(`${server.url}/desk`);
    await page.evaluate(watch);
    const times: number[] = [];
    for (const letter of query) {
      const taken = await press(page, letter === ' ' ? 'Space' : letter);
      if (taken !== undefined) times.push(taken);
    }
    if (round === 'cold') continue;
    show(query, times);
    all.push(...times);
  }
}
show('all', all);
await browser.close();
await server.stop();
