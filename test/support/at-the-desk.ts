// Staff at a desk in a real browser: signed in, and sending the desk's forms.
import type { Page } from 'playwright-core';
import type { RunningApp } from './browser.js';

/** Signs in, in this page. */
export async function signInAtDesk(page: Page, { app, url }: RunningApp, who = 'Amina'): Promise<void> {
  await page.goto(`${url}${app.signInLink()}`);
  await page.fill('[name=who]', who);
  await page.click('main button');
  await page.waitForSelector('.top-who');
}

/** Sends a form of the desk, as its page would. */
export async function sendFromDesk(page: Page, path: string, fields: readonly (readonly [string, string])[] = []): Promise<void> {
  const token = await page.locator('.top-who [name=token]').inputValue();
  const inputs = [['token', token] as const, ...fields].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  const form = `<form method="post" action="${path}">${inputs.join('')}<button id="go">go</button></form>`;
  await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(form)}`);
  await page.click('#go');
}
