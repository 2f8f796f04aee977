// One turn with a store around it: what is read and written, how often, and what a person hears when the store misbehaves.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { StoreUnavailable } from '../../../src/errors.js';
import type { Json } from '../../../src/storage/ports.js';
import { Chat } from '../../support/a-chat.js';
import { localDirectory } from '../../support/local-directory.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { answerTo } from '../../support/robot.js';

const hour = 3600;

let real: TemporaryStore;
let told: ToldStore;

function chat(options: Partial<ConstructorParameters<typeof Chat>[0]> = {}): Chat {
  return new Chat({ conversations: told, clock: real.clock, ...options });
}

/** Answers every question until the one named is asked. */
async function until(one: Chat, key: string): Promise<Chat> {
  if (!one.question) await one.open();
  for (let steps = 0; steps < 60; steps += 1) {
    const { question } = one;
    if (!question) throw new Error(`asked nothing, but: ${one.text}`);
    if (question.key === key) return one;
    await one.sends(
      question.required || question.safety === true
        ? { key: question.key, answer: answerTo(question, 'company') }
        : { key: question.key, skip: true },
    );
  }
  throw new Error(`never asked ${key}`);
}

function saved(): Readonly<Record<string, Json | undefined>> {
  // Safe in a test: conversations are objects.
  return told.saved.at(-1)?.value as Readonly<Record<string, Json | undefined>>;
}

const toReview = (): Promise<Chat> =>
  chat()
    .open()
    .then(one => one.sends({ command: 'call-me' }))
    .then(one => until(one, 'call-me.phone'));

beforeEach(async () => {
  real = await temporaryStore();
  told = new ToldStore(real.store.conversations);
});
afterEach(() => real.remove());

describe('one read, one write', () => {
  it('reads once and writes once for each turn, and the referral rides in the same write', async () => {
    const one = await chat().open();
    expect([told.reads, told.writes]).to.deep.equal([1, 1]);
    await until(one, 'review');
    const turns = told.reads;
    expect(told.writes).to.equal(turns);
    expect(await real.store.outbox.size()).to.equal(0);
    await one.sends({ key: 'review', answer: 'send' });
    expect([told.reads, told.writes]).to.deep.equal([turns + 1, turns + 1]);
    expect(told.saved.map(save => save.options.effects.length).filter(count => count > 0)).to.deep.equal([1]);
    expect(await real.store.outbox.size()).to.equal(1);
    expect([one.nudges, one.referrals]).to.deep.equal([1, 1]);
  });

  it('asks the directory that is in force at each turn, and counts unmet need in the same write, as no referral', async () => {
    let asked = 0;
    const directory = () => ((asked += 1), localDirectory([]));
    const one = await chat({ directory }).open();
    await one.sends({ command: 'near' });
    await until(one, 'mind.needs');
    await one.sends({ key: 'mind.needs', answer: ['food'] });
    await until(one, 'near.postcode');
    await one.sends({ key: 'near.postcode', answer: 'E1 6AN' });
    expect(asked).to.equal(told.reads);
    expect(one.text).to.include('We found nothing for this yet.');
    const [effect] = told.saved.at(-1)?.options.effects ?? [];
    expect(effect).to.deep.include({ kind: 'unmet' });
    expect(effect?.payload).to.deep.include({ id: effect?.id, needs: ['food'], area: 'Tower Hamlets' });
    const [taken] = await real.store.outbox.take('test', 1, 1000);
    expect(taken).to.deep.include({ id: effect?.id, kind: 'unmet', payload: effect?.payload });
    expect([one.nudges, one.referrals]).to.deep.equal([1, 0]);
    const shown = await one.turns.show(`test:${one.conversationId}`);
    expect(typeof shown === 'object' && shown.replies.at(-1)).to.include({ kind: 'near' });
  });

  it('writes nothing for an activity that comes again', async () => {
    const one = await until(chat(), 'consent.gp');
    await one.says('yes', 'again');
    const { text } = one;
    const { writes } = told;
    await one.says('yes', 'again');
    expect(one.text).to.equal(text);
    expect(told.writes).to.equal(writes);
    expect(one.question?.key).to.equal('consent.contact');
  });

  it('answers a refused activity that comes again in the same words too', async () => {
    const one = await until(chat(), 'eligibility.age');
    await one.says('purple', 'again');
    const { text } = one;
    await one.says('purple', 'again');
    expect(one.text).to.equal(text);
  });

  it('keeps a conversation for a day, and for a fortnight when it was paused on purpose', async () => {
    const one = await until(chat(), 'consent.gp');
    expect(told.saved.at(-1)?.options.ttlSeconds).to.equal(24 * hour);
    await one.says('pause');
    expect(told.saved.at(-1)?.options.ttlSeconds).to.equal(14 * 24 * hour);
    real.clock.forward(13 * 24 * hour * 1000);
    await one.says('yes');
    expect(one.question?.key).to.equal('consent.contact');
    expect(told.saved.at(-1)?.options.ttlSeconds).to.equal(24 * hour);
    real.clock.forward(25 * hour * 1000);
    await one.open();
    expect(one.question?.key).to.equal('start.who');
  });

  it('erases everything when asked to, and says so in the language of the conversation', async () => {
    const one = await until(chat(), 'consent.gp');
    await one.sends({ command: 'language', language: 'pl' });
    await one.sends({ command: 'delete' });
    await one.sends({ key: 'confirm-delete', answer: true });
    expect(one.text).to.equal(one.content.translator.word({ product: 'notice.erased' }, 'pl'));
    expect(await real.store.conversations.load(`test:${one.conversationId}`)).to.deep.equal({ found: 'none' });
    expect(await one.turns.show(`test:${one.conversationId}`)).to.equal('none');
  });

  it('keeps nothing of a child under 13 who answers before anything else is asked, and tells a store nothing', async () => {
    const one = await chat({ locale: 'pl' }).send({
      type: 'message',
      value: {
        answers: [
          { key: 'start.who', answer: 'self' },
          { key: 'consent.share', answer: true },
          { key: 'eligibility.age', answer: 9 },
        ],
      },
    });
    expect(one.text).to.include('0800 1111');
    expect(told.writes).to.equal(0);
  });

  it('makes one referral an episode, and another after starting again', async () => {
    const one = await until(await toReview(), 'call-me.phone');
    while (!one.reference) await one.sends({ key: one.question?.key, answer: one.question ? answerTo(one.question, 'x') : '' });
    const first = one.reference;
    await one.says('hello');
    expect(one.text).to.include(first);
    await one.sends({ command: 'call-me' });
    expect(one.text).to.include(first);
    await one.says('start again');
    await one.says('yes');
    await one.sends({ command: 'call-me' });
    while (!one.reference) await one.sends({ key: one.question?.key, answer: one.question ? answerTo(one.question, 'x') : '' });
    expect(one.reference).not.to.equal(first);
    expect(await real.store.outbox.size()).to.equal(2);
  });
});

describe('two messages at once', () => {
  it('does not take typed words for another question than the one they were said to', async () => {
    const one = await until(chat(), 'consent.gp');
    told.meanwhile = async () => {
      await one.says('no', 'first');
    };
    await one.says('yes', 'second');
    expect(one.question?.key).to.equal('consent.contact');
    expect(one.text).to.match(/nothing is lost/iu);
    expect(JSON.stringify(saved()['answers']))
      .to.include('"consent.gp":{"values":[{"valueBoolean":false}]')
      .and.not.to.include('consent.contact');
  });

  it('records the second of two keyed answers as a change, and tells it', async () => {
    const one = await until(chat(), 'consent.gp');
    told.meanwhile = async () => {
      await one.sends({ key: 'consent.gp', answer: false });
    };
    await one.sends({ key: 'consent.gp', answer: true });
    expect(one.text).to.match(/changed/iu);
    expect(one.question?.key).to.equal('consent.contact');
    expect(JSON.stringify(saved()['answers'])).to.include('"consent.gp":{"values":[{"valueBoolean":true}]');
  });

  it('never takes a yes said to another question for the yes to "delete everything?"', async () => {
    const one = await until(chat(), 'consent.gp');
    told.meanwhile = async () => {
      await one.sends({ command: 'delete' });
    };
    await one.says('yes');
    expect(one.question?.key).to.equal('confirm-delete');
    expect((await real.store.conversations.load(`test:${one.conversationId}`)).found).to.equal('value');
  });

  it('opens a conversation once when two arrivals race', async () => {
    const one = chat();
    told.meanwhile = async () => {
      await one.open();
    };
    await one.says('hello there');
    expect(one.question?.key).to.equal('start.who');
    expect(one.text).to.match(/nothing is lost/iu);
  });

  it('sends one referral when "send" is pressed twice at once', async () => {
    const one = await until(chat(), 'review');
    told.meanwhile = async () => {
      await one.sends({ key: 'review', answer: 'send' });
    };
    await one.sends({ key: 'review', answer: 'send' });
    expect(one.reference).not.to.equal(undefined);
    expect(await real.store.outbox.size()).to.equal(1);
  });

  it('gives up kindly when every save meets somebody else', async () => {
    const one = await until(chat(), 'consent.gp');
    told.writing.push(...Array.from({ length: 12 }, () => ({ when: 'before', answer: 'conflict' }) as const));
    await one.says('yes');
    expect(one.text).to.equal(one.content.translator.word({ product: 'notice.try-again' }, 'en-GB'));
  });
});

describe('a store that fails', () => {
  for (const answer of ['conflict', new StoreUnavailable()] as const) {
    const what = answer === 'conflict' ? 'a conflict with itself' : 'no answer';
    it(`makes exactly one referral when a save was done but its reply was ${what}`, async () => {
      const one = await until(chat(), 'review');
      told.writing.push({ when: 'after', answer });
      await one.sends({ key: 'review', answer: 'send' }, 'sending');
      if (answer !== 'conflict') expect(one.text).to.match(/try again/iu);
      await one.sends({ key: 'review', answer: 'send' }, 'sending');
      const { reference, text } = one;
      expect(reference).not.to.equal(undefined);
      await one.sends({ key: 'review', answer: 'send' }, 'sending');
      expect(one.text).to.equal(text);
      expect(await real.store.outbox.size()).to.equal(1);
    });
  }

  it('says to try again when the store cannot be read, and forgets nothing', async () => {
    const one = await until(chat({ locale: 'pl' }), 'consent.gp');
    told.found.push(new StoreUnavailable());
    await one.says('tak');
    expect(one.text).to.equal(one.content.translator.word({ product: 'notice.try-again' }, 'pl'));
    await one.says('tak');
    expect(one.question?.key).to.equal('consent.contact');
    expect(one.states.slice(-2)).to.deep.equal(['try-again', 'ok']);
  });

  it('answers danger even then', async () => {
    const one = await until(chat(), 'consent.gp');
    told.found.push(new StoreUnavailable());
    await one.says('I am going to kill myself tonight');
    expect(one.text)
      .to.include('116 123')
      .and.to.match(/try again/iu);
    expect(one.wire[0]?.channelData?.waymark?.redFlag).to.deep.equal({ kind: 'self-harm', tier: 'act' });
  });

  it('passes other faults on, to be told in our own words above', async () => {
    const one = await chat().open();
    told.found.push(new TypeError('a fault of ours'));
    const fault = await one.says('x').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(TypeError);
    told.found.push(new TypeError('a fault of ours'));
    expect(
      await one.turns.show('x').then(
        () => undefined,
        (error: unknown) => error,
      ),
    ).to.be.instanceOf(TypeError);
  });

  it('shows a page where it stands, or says that it cannot', async () => {
    const one = await until(chat(), 'consent.gp');
    const shown = await one.turns.show(`test:${one.conversationId}`);
    expect(typeof shown === 'object' && shown.conversation.lang).to.equal('en-GB');
    told.found.push(new StoreUnavailable(), { found: 'locked' });
    expect(await one.turns.show('x')).to.equal('try-again');
    expect(await one.turns.show('x')).to.equal('try-again');
  });
});

describe('what an earlier or a later server has written', () => {
  it('leaves what a newer server wrote untouched and says to try again', async () => {
    const one = await until(chat(), 'consent.gp');
    const { writes } = told;
    told.found.push({ found: 'value', value: { v: 2, all: 'different' }, rev: 7 });
    await one.says('yes');
    expect(one.text).to.equal(one.content.translator.word({ product: 'notice.newer' }, 'en-GB'));
    expect(told.writes).to.equal(writes);
  });

  it('leaves what it has no key for untouched', async () => {
    const one = await until(chat(), 'consent.gp');
    const { writes } = told;
    told.found.push({ found: 'locked' });
    await one.says('yes');
    expect(one.text).to.match(/being updated/iu);
    expect(told.writes).to.equal(writes);
  });

  for (const [what, value] of Object.entries({
    'another shape': { v: 1, id: 'short' },
    'an older version': { v: 0 },
    'no object': 'text',
  })) {
    it(`begins anew, politely, over ${what}`, async () => {
      const one = chat();
      await real.store.conversations.save(`test:${one.conversationId}`, value, { rev: 0, ttlSeconds: hour, effects: [] });
      await one.says('yes');
      expect(one.text).to.match(/we begin again/iu);
      expect(one.question?.key).to.equal('start.who');
      expect([told.reads, told.writes]).to.deep.equal([1, 1]);
      await one.says('For me');
      expect(one.question?.key).to.equal('consent.share');
    });
  }

  it('answers danger over what it cannot read', async () => {
    const one = chat();
    await real.store.conversations.save(`test:${one.conversationId}`, { v: 0 }, { rev: 0, ttlSeconds: hour, effects: [] });
    await one.says('I am going to kill myself tonight');
    expect(one.text).to.include('116 123');
    expect(one.question?.key).to.equal('safety-check.call-back');
  });
});

describe('the bot among channels', () => {
  it('opens a conversation for a person who arrives, not for itself', async () => {
    const one = await chat().send({ type: 'conversationUpdate', membersAdded: [{ id: 'waymark', name: '' }] });
    expect(one.heard).to.deep.equal([]);
    await one.send({ type: 'conversationUpdate' });
    expect(one.heard).to.deep.equal([]);
    expect((await one.open()).question?.key).to.equal('start.who');
  });

  it('takes an action of a card, and acknowledges it as the protocol wants', async () => {
    const one = await chat().open();
    await one.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', data: { key: 'start.who', answer: 'self' } } },
    });
    expect(one.question?.key).to.equal('consent.share');
    const answer = one.heard.find(activity => activity.type === 'invokeResponse');
    expect(answer?.value).to.deep.include({ status: 200 });
    expect(answer?.value).to.have.nested.property('body.statusCode', 200);
  });

  it('says that it does not know other invokes', async () => {
    const one = await chat().open();
    await one.send({ type: 'invoke', name: 'task/fetch', value: { key: 'start.who', answer: 'self' } });
    expect(one.heard.map(activity => activity.type)).to.deep.equal(['invokeResponse']);
    expect(one.heard[0]?.value).to.have.property('status', 501);
  });

  it('keeps conversations of two channels apart, whatever they call themselves', async () => {
    const one = await until(chat(), 'consent.gp');
    await one.send({ type: 'message', text: 'hello', channelId: 'other' });
    expect(one.question?.key).to.equal('start.who');
    await one.send({ type: 'message', text: 'hello', channelId: 'test:x' });
    expect(await real.store.conversations.load(`test%3Ax:${one.conversationId}`)).to.have.property('found', 'value');
  });

  it('does not speak to a channel as it speaks to our own pages', async () => {
    const one = await chat().send({ type: 'message', text: 'hello', channelId: 'pages' });
    expect(one.heard.map(activity => activity.type)).to.not.include('event');
  });

  it('asks a recogniser once for what it cannot read itself, and takes what it says', async () => {
    const asked: string[] = [];
    const one = chat({
      askOpinion: need => {
        asked.push(need.text);
        return Promise.resolve({ key: need.key, value: { valueInteger: 7 } });
      },
    });
    await until(one, 'life.offer');
    await one.sends({ key: 'life.offer', answer: true });
    await one.says('a solid seven');
    expect(asked).to.deep.equal(['a solid seven']);
    expect(JSON.stringify(saved()['answers'])).to.include('"life.satisfied":{"values":[{"valueInteger":7}]');
    expect(one.question?.key).to.equal('life.worthwhile');
  });
});
