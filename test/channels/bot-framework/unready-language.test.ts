// In a channel: a language that is not ready is answered in that language, with the page where a call can be asked for.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WaymarkBot } from '../../../src/channels/bot-framework/bot.js';
import { readTurn } from '../../../src/channels/bot-framework/read-turn.js';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import type { Reply } from '../../../src/conversation/reply.js';
import { Chat } from '../../support/a-chat.js';
import { temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { contentWithUnready } from '../../support/real-content.js';

const content = contentWithUnready('ar');
const unready: Reply = {
  kind: 'say',
  tone: 'plain',
  phrases: [{ verbatim: 'اتصل بنا' }],
  notice: { code: 'language-unready', lang: 'ar' },
  lang: 'ar',
};

let real: TemporaryStore;

beforeEach(async () => {
  real = await temporaryStore();
});
afterEach(() => real.remove());

describe('a language that is not ready', () => {
  it('is answered in that language, with the address of its page', () => {
    const [activity] = toActivities([unready], 'en-GB', content, { publicUrl: 'https://help.example.org' });
    expect(activity?.locale).to.equal('ar');
    const address = '\u2066https://help.example.org/interpreter?lang=ar\u2069';
    expect(activity?.text).to.equal(
      `اتصل بنا\n${content.translator.word({ product: 'notice.interpreter-page', params: { url: address } }, 'ar')}`,
    );
    expect(activity?.text).to.include(address);
  });

  it('is answered without an address where the pages have none', () => {
    expect(toActivities([unready], 'en-GB', content)[0]?.text).to.equal('اتصل بنا');
  });

  it('can be asked for by name in any channel, and the question stands again in the language of the chat', async () => {
    const chat = new Chat({ conversations: real.store.conversations, clock: real.clock, content });
    const bot = new WaymarkBot({
      content,
      turns: chat.turns,
      clock: () => real.clock().toISOString(),
      entropy: () => 'a'.repeat(32),
      publicUrl: 'https://x.example',
    });
    Object.assign(chat, { bot });
    await (await chat.open()).says('العربية');
    expect(chat.heard.map(({ locale }) => locale)).to.deep.equal(['ar', 'en-GB']);
    expect(chat.text).to.include('Arabic interpreter, please').and.to.include('https://x.example/interpreter?lang=ar');
  });
});

describe('answers given on a page in a language that is not ready', () => {
  it('say which language that was, and only in that shape', () => {
    const said = (value: unknown) => readTurn({ type: 'message', value }, '2026-11-22T09:00:00.000Z', 'a'.repeat(32)).said;
    const answers = [{ linkId: 'call-me.name', answer: 'Sam' }];
    expect(said({ answers, language: 'ar' })).to.deep.equal({ kind: 'answers', answers, language: 'ar' });
    expect(said({ answers })).to.deep.equal({ kind: 'answers', answers });
    expect(said({ answers, language: 7 })).to.deep.equal({ kind: 'malformed' });
  });

  it('are put down in that language; one that is ready is chosen by command alone', async () => {
    const chat = new Chat({ conversations: real.store.conversations, clock: real.clock, content });
    await (await chat.open()).sends({ command: 'call-me' });
    await chat.sends({ answers: [{ linkId: 'call-me.name', answer: 'Sam' }], language: 'pl' });
    expect(chat.heard.at(-1)?.locale).to.equal('en-GB');
    await chat.sends({ answers: [{ linkId: 'call-me.name', answer: 'Sami' }], language: 'ar' });
    expect(chat.heard.at(-1)?.locale).to.equal('ar');
    await chat.says('help');
    expect(chat.heard.at(-1)?.locale).to.equal('en-GB');
    expect(chat.text).to.include('We will go on in English.');
  });
});
