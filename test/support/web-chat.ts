// A person at Microsoft's Web Chat: reads what the bot sends as the component gets it, answers by typing and by its buttons.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Reply } from './browser.js';
import type { WireActivity, WireQuestion } from './robot.js';

/** The component's file, where test:prepare could fetch it. */
export function webChatFile(): string | undefined {
  // safe: the file is our own
  const { package: name } = JSON.parse(readFileSync('test/web-chat/component.json', 'utf8')) as { readonly package: string };
  const file = join('dist', 'web-chat', `${name.replaceAll(/[^\w.-]/gu, '-')}.js`);
  return existsSync(file) ? file : undefined;
}

/** A word of the product's, as a person types it. */
function wordOf(lang: string, key: string): string {
  // safe: locale files are flat objects of texts
  const words = JSON.parse(readFileSync(join('locales', lang, 'product.json'), 'utf8')) as Record<string, string>;
  return words[key] ?? key;
}

const sendBox = '[data-id="webchat-sendbox-input"]';

export class WebChatPerson {
  readonly received: WireActivity[] = [];
  /** Keys asked, in order. */
  readonly asked: string[] = [];

  constructor(
    readonly page: Page,
    readonly lang: string,
  ) {
    page.on('websocket', socket => {
      socket.on('framereceived', ({ payload }) => {
        this.#take(String(payload));
      });
    });
  }

  #take(text: string): void {
    if (text === '') return;
    // safe in a test: what is read of it is checked by the assertions
    const { activities = [] } = JSON.parse(text) as { activities?: (WireActivity & { readonly from?: { readonly role?: string } })[] };
    this.received.push(...activities);
  }

  get question(): WireQuestion | undefined {
    return this.received.findLast(activity => activity.channelData?.waymark?.question)?.channelData?.waymark?.question;
  }

  get reference(): string | undefined {
    return this.received.find(activity => activity.channelData?.waymark?.referral)?.channelData?.waymark?.referral?.reference;
  }

  #told(): number {
    return this.received.filter(({ channelData }) => channelData?.waymark?.question ?? channelData?.waymark?.referral).length;
  }

  async #nextAfter(before: number): Promise<void> {
    for (let waits = 0; waits < 200; waits += 1) {
      if (this.#told() > before) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`no answer at ${this.question?.key ?? 'nothing'}: ${JSON.stringify(this.received.slice(-3)).slice(0, 2000)}`);
  }

  /** Opens the page and waits for the first question. */
  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/web-chat?lang=${this.lang}`);
    await this.#nextAfter(0);
    await this.page.locator(sendBox).first().waitFor();
  }

  async type(text: string): Promise<void> {
    const before = this.#told();
    await this.page.locator(sendBox).first().fill(text);
    await this.page.locator(sendBox).first().press('Enter');
    await this.#nextAfter(before);
  }

  async press(label: string): Promise<void> {
    const before = this.#told();
    // a card's buttons stay; the newest counts
    await this.page.locator('.webchat__suggested-action, .ac-pushButton', { hasText: label }).last().click({ timeout: 5000 });
    await this.#nextAfter(before);
  }

  /** One choice by its button, several by their numbers, everything else in words; null passes over it. */
  async answer(reply: Reply): Promise<void> {
    const { options = [], type, repeats } = this.question ?? {};
    if (reply === null) return this.type(wordOf(this.lang, 'button.skip'));
    const given = [reply].flat();
    const places = given.map(value => options.findIndex(option => option.value === value));
    if (repeats === true && !places.includes(-1)) return this.type(places.map(place => String(place + 1)).join(', '));
    const option = options[places[0] ?? -1];
    if (option !== undefined) return this.press(option.label);
    return type === 'boolean' ? this.#pressPlace(given[0] === 'true' ? 0 : 1) : this.type(given.join(', '));
  }

  async #pressPlace(place: number): Promise<void> {
    await this.press((await this.page.locator('.webchat__suggested-action').nth(place).textContent()) ?? '');
  }

  /** Answers until the referral is sent. */
  async completeReferral(person: Readonly<Record<string, Reply>>): Promise<string> {
    for (let turn = 0; turn < 60; turn += 1) {
      const { reference, question } = this;
      if (reference !== undefined) return reference;
      if (question === undefined) throw new Error('nothing is asked');
      const sayYes = question.key === this.asked.at(-1) && question.type === 'date';
      this.asked.push(question.key);
      if (sayYes) await this.type(wordOf(this.lang, 'button.yes'));
      else await this.answer(question.key === 'review' ? 'send' : (person[question.key] ?? (question.required ? 'true' : null)));
    }
    throw new Error(`no end after 60 questions: ${this.asked.join(', ')}`);
  }
}
