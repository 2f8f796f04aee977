// A person at a form of all questions, in a real browser: finds questions by their keys, fills them in, saves.
import type { Page } from 'playwright-core';

/** What stands before the names of a question's fields: `q3-`. */
export async function nameOf(page: Page, key: string): Promise<string> {
  const marks = page.locator('.wm-whole input[name$="-q"]');
  const found = await marks.evaluateAll((all: readonly { readonly name: string; readonly value: string }[]) =>
    all.map(({ name, value }) => [name.slice(0, -1), value.split(' ').slice(5).join(' ')]),
  );
  const [name] = found.find(([, linkId]) => linkId === key) ?? [];
  if (name === undefined) throw new Error(`no ${key} on the page: ${found.map(([, linkId]) => linkId).join(', ')}`);
  return name;
}

/** Keys of the questions on the page, in order. */
export async function keysOn(page: Page): Promise<readonly string[]> {
  const marks = page.locator('.wm-whole input[name$="-q"]');
  return marks.evaluateAll((all: readonly { readonly value: string }[]) => all.map(({ value }) => value.split(' ').slice(5).join(' ')));
}

/** What somebody fills in: a text, a day as day/month/year, options to choose, or a box beside the question to tick. */
export type Filling = string | readonly string[] | { readonly tick: 'skip' | 'right' } | { readonly day: string };

async function fillDay(page: Page, at: string, date: string): Promise<void> {
  const [day = '', month = '', year = ''] = date.split('/');
  await page.fill(`[name="${at}day"]`, day);
  await page.fill(`[name="${at}month"]`, month);
  await page.fill(`[name="${at}year"]`, year);
}

/** Fills in one question. */
export async function fillIn(page: Page, key: string, filling: Filling): Promise<void> {
  const at = await nameOf(page, key);
  if (typeof filling === 'string') await page.fill(`[name="${at}answer"]`, filling);
  else if ('tick' in filling) await page.check(`[name="${at}${filling.tick}"]`);
  else if ('day' in filling) await fillDay(page, at, filling.day);
  else for (const value of filling) await page.check(`[name="${at}answer"][value="${value}"]`);
}

/** Fills in several. */
export async function fillAll(page: Page, fillings: Readonly<Record<string, Filling>>): Promise<void> {
  for (const [key, filling] of Object.entries(fillings)) await fillIn(page, key, filling);
}

/** Presses a button of the form by its value, and waits for what comes. */
export async function pressInForm(page: Page, value: string): Promise<void> {
  await page.evaluate("for (const one of document.querySelectorAll('.wm-card')) one.setAttribute('data-seen', '')");
  await page.click(`.wm-whole button[value="${value}"]`);
  await page.locator('.wm-card:not([data-seen])').first().waitFor();
}

/** Saves by the last button, which passes over what is left empty. */
export async function saveForm(page: Page): Promise<void> {
  const value = await page.locator('.wm-whole button[value^="save:"]').last().getAttribute('value');
  await pressInForm(page, value ?? '');
}

/** What is said to be wrong, at the top. */
export function errorsOn(page: Page): Promise<readonly string[]> {
  return page.locator('.nhsuk-error-summary__list a').allTextContents();
}

/** Begins with all questions on one page. */
export async function startForm(page: Page, url: string, lang: string): Promise<void> {
  await page.goto(`${url}/?lang=${lang}`);
  await page.click('button[value=form]');
  await page.waitForSelector('.wm-whole');
}

const first: readonly Readonly<Record<string, Filling>>[] = [
  { 'start.who': ['self'] },
  { 'consent.share': ['true'], 'consent.gp': ['true'], 'consent.contact': ['true'] },
  { 'eligibility.age': '46', 'eligibility.practice': ['SAMPLE1'] },
];

/** Goes as far as what is on the person's mind; gives how many pages that took. */
export async function toMind(page: Page): Promise<number> {
  for (const fillings of first) {
    await fillAll(page, fillings);
    await saveForm(page);
  }
  return first.length;
}
