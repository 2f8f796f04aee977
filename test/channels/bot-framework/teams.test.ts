// Teams as patients and their colleagues meet it: what is kept is told, chats that others read ask nothing and keep nothing, danger is answered.
import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ResourceResponse } from 'botbuilder';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { foldedCard } from '../../../src/channels/bot-framework/teams/fold-answered.js';
import { showTyping } from '../../../src/channels/bot-framework/teams/show-typing.js';
import { Chat } from '../../support/a-chat.js';
import type { Question } from '../../../src/conversation/reply.js';
import { leastAnswer } from '../../support/a-dialogue.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { realContent } from '../../support/real-content.js';

const publicUrl = 'https://help.example.org';
const inTeams = { channelId: 'msteams', recipient: { id: '28:0a1b', name: 'Waymark' } } as const;
const keeps = 'Your employer or organisation may keep it. We cannot delete your messages here.';
const remains = 'Your messages stay in this Teams chat. We cannot delete them here.';

const textOf = (heard: readonly Partial<Activity>[]): string => heard.map(({ text }) => text ?? '').join('\n');

describe('a chat in Teams', () => {
  let real: TemporaryStore;
  let told: ToldStore;
  before(async () => {
    real = await temporaryStore();
    told = new ToldStore(real.store.conversations);
  });
  after(() => real.remove());

  const chat = (more: Partial<ConstructorParameters<typeof Chat>[0]> = {}): Chat =>
    new Chat({ conversations: told, clock: real.clock, publicUrl, ...more });
  const arrives = (one: Chat): Promise<Chat> => one.send({ ...inTeams, type: 'conversationUpdate', membersAdded: [{ id: 'p', name: '' }] });
  const says = (one: Chat, text: string): Promise<Chat> => one.send({ ...inTeams, type: 'message', text });

  it('tells who may keep it and where the page is, right before the first question, and not again', async () => {
    const one = await arrives(chat());
    const notice = one.heard.at(-2)?.text;
    expect(notice).to.include(keeps).and.include(publicUrl);
    expect(one.heard.at(-1)?.attachments).to.have.length(1);
    await says(one, 'for me');
    expect(textOf(one.heard)).not.to.include(keeps);
    expect(textOf((await chat().open()).heard), 'elsewhere').not.to.include(keeps);
    expect(textOf((await arrives(chat({ publicUrl: undefined }))).heard))
      .to.include(keeps)
      .and.not.include('http');
  });

  it('tells it in the language of the person, whatever that is', async () => {
    const { translator, languages } = realContent();
    for (const lang of languages.keys()) {
      const one = chat({ locale: lang });
      const heard = await one.send({ ...inTeams, type: 'message', text: 'x' });
      expect(textOf(heard.heard), lang).to.include(translator.word({ product: 'teams.kept' }, lang));
    }
  });

  it('says what stays when somebody wants their data deleted, before they say yes and after', async () => {
    const one = await arrives(chat());
    await one.send({ ...inTeams, type: 'message', value: { command: 'delete' } });
    expect(one.heard.at(-2)?.text).to.equal(remains);
    await says(one, 'yes');
    expect(textOf(one.heard)).to.include('We have deleted').and.include(remains);
    const page = await chat().open();
    await page.sends({ command: 'delete' });
    await page.says('yes');
    expect(textOf(page.heard)).not.to.include(remains);
  });

  it('is answered by plain text, question for question', async () => {
    const one = await arrives(chat());
    await says(one, 'myself');
    expect(one.question?.key).not.to.equal('start.who');
  });

  it('takes a card that somebody puts into it for no answer, and the words beside it for what they say', async () => {
    const mark =
      '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n  <span content="0" itemprop="cardId"></span>\n</span>\n';
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };
    const one = await arrives(chat());
    const asked = one.question?.key;
    for (const text of [mark, `${mark}${mark}`, '', undefined]) {
      const html = { contentType: 'text/html', content: '<p></p>' };
      await one.send({ ...inTeams, type: 'message', ...(text !== undefined && { text }), attachments: [card, html] });
      expect(one.heard, text).to.deep.equal([]);
    }
    await one.send({ ...inTeams, type: 'message', text: `myself${mark}`, attachments: [card] });
    expect(one.question?.key).not.to.equal(asked);
    await one.send({ ...inTeams, type: 'message', text: '', attachments: [{ contentType: 'image/png', content: 'x' }] });
    expect(one.heard, 'a picture').not.to.deep.equal([]);
    await one.send({ ...inTeams, type: 'message', text: `I want to kill myself${mark}`, attachments: [card] });
    expect(one.text).to.include('116 123');
  });

  describe('folds a card whose fields were sent into a line', () => {
    const fill = (one: Chat, value: object, more: Partial<Activity> = {}): Promise<Chat> =>
      one.send({ ...inTeams, type: 'message', replyToId: 'm7', value, ...more });
    /** At the question of this key, with the least said before. */
    const at = async (key: string): Promise<Chat> => {
      const one = await arrives(chat());
      for (let turns = 0; turns < 40 && one.question !== undefined && one.question.key !== key; turns += 1) {
        // Safe in a test: it looks at what the wire's question has too.
        const answer = leastAnswer(one.question as unknown as Question);
        const value = { key: one.question.key, ...(answer === undefined ? { skip: true } : { answer }) };
        await one.send({ ...inTeams, type: 'message', value });
      }
      expect(one.question?.key).to.equal(key);
      return one;
    };

    it('with the question and the answer, in the language of the chat', async () => {
      const one = await fill(await at('contact.name'), { key: 'contact.name', inputs: 'answer', answer: 'Sam Lee' });
      expect(one.updated).to.have.length(1);
      const [folded] = one.updated;
      expect(folded).to.include({ id: 'm7', type: 'message' });
      expect(JSON.stringify(folded?.attachments)).to.include('Sam Lee').and.not.include('Input.').and.not.include('Action.');
      expect(folded?.summary).to.match(/name: Sam/iu);
    });

    it('and nothing where it is asked again, pressed, typed, or cannot be changed', async () => {
      const again = await fill(await at('eligibility.age'), { key: 'eligibility.age', inputs: 'answer', answer: 'potato' });
      expect(again.updated).to.deep.equal([]);
      const pressed = await fill(await at('contact.name'), { key: 'contact.name', answer: 'Sam' });
      expect(pressed.updated).to.deep.equal([]);
      const inResponse = await fill(
        await at('contact.name'),
        { key: 'contact.name', inputs: 'answer', answer: 'Sam' },
        { deliveryMode: 'expectReplies' },
      );
      expect(inResponse.updated).to.deep.equal([]);
      const gone = await at('contact.name');
      gone.refusesUpdates = true;
      await fill(gone, { key: 'contact.name', inputs: 'answer', answer: 'Sam' });
      expect(gone.updated).to.have.length(1);
      expect(gone.question?.key).not.to.equal('contact.name');
    });

    it('without the answer where the question is private', () => {
      const { journey } = realContent();
      const hidden = [...journey.form.byLinkId.values()].find(item => item.private === true && item.type === 'choice');
      if (hidden === undefined) throw new Error('no private question');
      const answers = { [hidden.linkId]: { values: [{ kind: 'text', text: 'something' }] } };
      const conversation = { lang: 'en-GB', answers, skipped: [], flags: [] };
      const activity = { ...inTeams, type: 'message', replyToId: 'm7', value: { key: hidden.linkId, inputs: 'answer', answer: 'x' } };
      // Safe in a test: of the conversation only this is looked at.
      const folded = foldedCard(activity, { state: 'ok', erased: false, replies: [], conversation } as never, realContent());
      expect(folded?.summary).to.include('Kept private').and.not.include('something');
    });
  });

  it('sends no cards to a client that wants none', async () => {
    const none = { channelData: { waymark: { cards: false } } };
    const one = await chat().send({ ...inTeams, ...none, type: 'message', text: 'hello' });
    expect(one.heard.every(({ attachments }) => attachments === undefined)).to.equal(true);
    expect(one.heard.at(-1)?.text).to.match(/^1\. /mu);
  });

  describe('that others read', () => {
    const channel = { isGroup: true, conversationType: 'channel', id: '19:team', name: '' };
    const shared = [
      channel,
      { isGroup: true, conversationType: 'groupChat', id: '19:group', name: '' },
      { conversationType: 'channel', id: '19:plain' } as Activity['conversation'],
    ];

    it('asks nothing, keeps nothing, and says how to write in private', async () => {
      const { reads, writes } = told;
      for (const conversation of shared) {
        const one = await chat().send({ ...inTeams, type: 'message', text: '<at>Waymark</at> I cannot pay my rent', conversation });
        expect(one.heard).to.have.length(1);
        expect(one.text).to.include('Please write to me in a private chat.').and.include(publicUrl);
        expect(JSON.stringify(one.heard)).to.include('https://teams.microsoft.com/l/chat/0/0?users=28%3A0a1b').and.not.include('question');
        await one.send({ ...inTeams, type: 'conversationUpdate', membersAdded: [{ id: 'p', name: '' }], conversation });
        expect(one.heard).to.deep.equal([]);
        await one.send({ ...inTeams, type: 'message', value: { key: 'start.who', answer: 'self' }, conversation });
        expect(one.heard).to.have.length(1);
      }
      expect([told.reads, told.writes]).to.deep.equal([reads, writes]);
    });

    it('still tells who is in danger where help is', async () => {
      const one = await chat().send({
        ...inTeams,
        type: 'message',
        text: '<at>Waymark</at> I am going to kill myself',
        conversation: channel,
      });
      expect(one.heard[0]?.text).to.include('116 123');
      expect(one.heard[0]?.channelData).to.have.nested.property('waymark.redFlag.kind', 'self-harm');
      expect(one.heard.at(-1)?.text).to.include('private chat');
    });

    it('gives no link that a stranger could have made up', async () => {
      for (const id of ['28:a b', 'x', '28:a&users=y', '']) {
        const one = await chat().send({
          ...inTeams,
          recipient: { id, name: '' },
          type: 'message',
          text: 'hello',
          conversation: channel,
        });
        expect(JSON.stringify(one.heard)).not.to.include('l/chat');
      }
    });
  });
});

/** Keeps what was sent. */
class Collecting extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];
  fails = false;
  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (this.fails) return Promise.reject(new Error('away'));
    this.sent.push(...activities);
    return Promise.resolve([]);
  }
  override updateActivity = (): Promise<void> => Promise.resolve();
  override deleteActivity = (): Promise<void> => Promise.resolve();
  override continueConversation = (): Promise<void> => Promise.resolve();
}

describe('"is typing" in Teams', () => {
  /** Runs a turn during which this many waits come to their end. */
  async function turn(
    body: Partial<Activity>,
    waits: number,
    fails = false,
  ): Promise<{ readonly sent: number; readonly waited: readonly number[] }> {
    const adapter = new Collecting();
    adapter.fails = fails;
    const waited: number[] = [];
    let next: (() => void) | undefined;
    const later = {
      call: (what: () => void, ms: number) => {
        waited.push(ms);
        next = what;
        return () => (next = undefined);
      },
    };
    const conversation = { id: 'c', isGroup: false, conversationType: 'personal', name: '' };
    const context = new TurnContext(adapter, { type: 'message', channelId: 'msteams', conversation, ...body });
    await showTyping(later).onTurn(context, () => {
      for (let count = 0; count < waits; count += 1) next?.();
      return Promise.resolve();
    });
    expect(next, 'nothing goes on after the turn').to.equal(undefined);
    expect(adapter.sent.every(({ type }) => type === ActivityTypes.Typing)).to.equal(true);
    return { sent: adapter.sent.length, waited };
  }

  it('is shown after a second, and again while it lasts', async () => {
    expect(await turn({}, 0)).to.deep.equal({ sent: 0, waited: [1000] });
    expect(await turn({}, 2)).to.deep.equal({ sent: 2, waited: [1000, 3000, 3000] });
  });

  it('is shown nowhere else, and does no harm where it cannot be shown', async () => {
    for (const body of [
      { channelId: 'directline' },
      { channelId: 'emulator' },
      { deliveryMode: 'expectReplies' },
      { type: 'conversationUpdate' },
    ])
      expect((await turn(body, 3)).waited, JSON.stringify(body)).to.deep.equal([]);
    expect((await turn({}, 2, true)).sent).to.equal(0);
  });
});
