// The terminal as a channel, and the loop that talks in it.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { converseInTerminal } from '../../../src/channels/terminal/converse-in-terminal.js';
import type { TerminalConversation } from '../../../src/channels/terminal/converse-in-terminal.js';
import { StoreUnavailable } from '../../../src/errors.js';
import { Chat } from '../../support/a-chat.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { realContent } from '../../support/real-content.js';

describe('a conversation in the terminal', () => {
  let real: TemporaryStore;
  let told: ToldStore;
  let ids = 0;

  function converse(lang: string): TerminalConversation {
    const { turns } = new Chat({ conversations: told, clock: real.clock });
    const entropy = (): string => (ids += 1).toString(16).padStart(32, 'b');
    return converseInTerminal({ content: realContent(), turns, clock: () => real.clock().toISOString(), entropy, lang });
  }

  beforeEach(async () => {
    real = await temporaryStore();
    told = new ToldStore(real.store.conversations);
  });
  afterEach(() => real.remove());

  it('opens with the first question in the language asked for, and goes on with each line', async () => {
    const polish = converse('pl');
    const opened = await polish.open();
    expect(opened.over).to.equal(false);
    expect(opened.lines.join('\n')).to.include(realContent().translator.word({ file: 'start', id: 'who', field: 'text' }, 'pl'));
    const next = await polish.say('1');
    expect(next.lines.join('\n')).to.include(realContent().translator.word({ file: 'consent', id: 'share', field: 'text' }, 'pl'));
  });

  it('asks again on an empty line and refuses one that is too long', async () => {
    const one = converse('en');
    const opened = await one.open();
    expect((await one.say('  ')).lines.at(-1)).to.equal(opened.lines.at(-1));
    expect((await one.say('x'.repeat(1001))).lines.join('\n')).to.match(/too long/iu);
  });

  it('gives an example of a good answer, where nothing but text is seen', async () => {
    const one = converse('en');
    await one.open();
    const lines: string[] = [];
    for (const typed of ['1', 'yes', 'yes', 'yes']) lines.push(...(await one.say(typed)).lines);
    expect(lines.join('\n')).to.include('For example: 46');
  });

  it('is over when everything is deleted', async () => {
    const one = converse('en');
    await one.open();
    await one.say('delete my data');
    expect((await one.say('yes')).over).to.equal(true);
  });

  it('is over at an end without a referral', async () => {
    const one = converse('en');
    await one.open();
    await one.say('1');
    expect((await one.say('no')).over).to.equal(true);
  });

  it('says to try again when the store is away, and helps in danger all the same', async () => {
    const one = converse('xx');
    told.found.push(new StoreUnavailable());
    const reply = await one.say('I am going to kill myself tonight');
    expect(reply.over).to.equal(false);
    expect(reply.lines.join('\n'))
      .to.include('116 123')
      .and.to.match(/try again/iu);
  });
});
