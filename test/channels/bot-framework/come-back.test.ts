// Pause in one channel, come back in another: the bot, the pages and a real store together. What leads back, how often, how long, and what
// anybody else learns.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { createComingBack } from '../../../src/channels/bot-framework/come-back.js';
import { converseForPages } from '../../../src/channels/bot-framework/converse-for-pages.js';
import { ThinAdapter } from '../../../src/channels/bot-framework/thin-adapter.js';
import type { CameBack, ComingBack } from '../../../src/channels/pages/coming-back.js';
import { StoreUnavailable } from '../../../src/errors.js';
import { Chat } from '../../support/a-chat.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { hiddenField, pagesParts, Visitor } from '../../support/pages-world.js';
import { answerTo } from '../../support/robot.js';

const hour = 3600 * 1000;
const day = 24 * hour;
const publicUrl = 'https://help.example.nhs.uk';

let real: TemporaryStore;
let told: ToldStore;
let chat: Chat;
let comingBack: ComingBack;
let waits: number[];

beforeEach(async () => {
  real = await temporaryStore();
  told = new ToldStore(real.store.conversations);
  chat = new Chat({ conversations: told, waysBack: real.store.waysBack, clock: real.clock, publicUrl });
  waits = [];
  comingBack = createComingBack({
    content: chat.content,
    conversations: told,
    waysBack: real.store.waysBack,
    clock: real.clock,
    entropy: () => randomBytes(16).toString('hex'),
    wait: ms => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
});
afterEach(() => real.remove());

interface WayBack {
  readonly token: string;
  readonly reference: string;
  readonly code: string;
}

/** What a person reads in the words of a pause. */
function readWayBack(text: string): WayBack {
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  return {
    token: find(/\/chat\/resume\/([\w-]{24})$/mu),
    reference: find(/Reference: ([2-9A-Y]{4}-[2-9A-Y]{4})\./u),
    code: find(/Code: (\d{6})\./u),
  };
}

async function pause(): Promise<WayBack> {
  return readWayBack((await chat.says('pause')).text);
}

/** A conversation with an answer in it, paused. */
async function pausedChat(): Promise<WayBack> {
  await chat.open();
  await chat.sends({ key: 'start.who', answer: 'helped' });
  return pause();
}

function another(code: string, by: number): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0');
}

/** A browser at the pages of this service, on the same store. */
function visitor(): Visitor {
  const conversing = converseForPages(chat.bot, new ThinAdapter(), chat.turns);
  const entropy = (): string => randomBytes(16).toString('hex');
  return new Visitor(pagesParts(conversing, { content: chat.content, comingBack, entropy }));
}

async function enter(someone: Visitor, form: Readonly<Record<string, string>>) {
  const { body } = await someone.get('/chat/resume');
  return someone.post('/chat/resume', { ...form, visit: hiddenField(body, 'visit') });
}

function stateOf(back: CameBack): string {
  return back.state;
}

describe('a pause', () => {
  it('tells a link, a reference and a code, and that they are private', async () => {
    const wayBack = await pausedChat();
    expect(Object.values(wayBack)).to.not.include('');
    expect(chat.text).to.contain(`open this link:\n${publicUrl}/chat/resume/${wayBack.token}\n`);
    expect(chat.text).to.contain('Keep these private').and.contain('We show them only once');
    expect(chat.question?.key).to.equal('consent.share');
  });

  it('tells the reference and the code alone where nobody has said where the pages are', async () => {
    chat = new Chat({ conversations: told, waysBack: real.store.waysBack, clock: real.clock });
    const { token, reference, code } = await pausedChat();
    expect([token, reference.length, code.length]).to.deep.equal(['', 9, 6]);
    expect(chat.text).to.not.contain('link:').and.not.contain('/chat/resume');
  });

  it('is said in the language of the conversation', async () => {
    await chat.open();
    await chat.sends({ command: 'language', language: 'ar' });
    await chat.sends({ command: 'pause' });
    expect(chat.text)
      .to.contain(`\n${publicUrl}/chat/resume/`)
      .and.match(/رقم المحادثة: \u2066[2-9A-Y]{4}-[2-9A-Y]{4}\u2069/u);
  });

  it('shows them once: a message that comes again says how to get new ones', async () => {
    await chat.open();
    const { code } = readWayBack((await chat.says('pause', 'p1')).text);
    const { writes } = told;
    await chat.says('pause', 'p1');
    expect(chat.text).to.contain('We show you how to come back only once').and.not.contain(code).and.not.contain('/chat/resume');
    expect(told.writes).to.equal(writes);
  });

  it('keeps neither token nor code: nothing stored shows them', async () => {
    const { token, reference, code } = await pausedChat();
    const stored = JSON.stringify(told.saved.at(-1));
    for (const secret of [token, reference, code]) expect(stored).to.not.contain(secret);
    expect(stored).to.contain('"tries":0');
  });

  it('is not acknowledged when the way back could not be kept', async () => {
    await chat.open();
    const broken = { ...real.store.waysBack, put: () => Promise.reject(new StoreUnavailable()) };
    const other = new Chat({ conversations: told, waysBack: broken, clock: real.clock });
    await other.open();
    const { writes } = told;
    await other.says('pause');
    expect(other.states.at(-1)).to.equal('try-again');
    expect(told.writes).to.equal(writes);
    expect(other.text).to.not.contain('Code:');
  });

  it('leads back also when somebody else saved in between', async () => {
    await chat.open();
    told.meanwhile = () => chat.turns.run(`test:${chat.conversationId}`, aTurn('meanwhile')).then(() => undefined);
    const { reference, code } = await pause();
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('open');
  });

  it('is no pause after sending', async () => {
    const { token } = await pausedChat();
    await send();
    expect(stateOf(await comingBack.byLink(token))).to.equal('unknown');
    await chat.says('pause');
    expect(chat.text).to.contain('already sent').and.not.contain('/chat/resume');
  });
});

function aTurn(id: string) {
  return { id, at: real.clock().toISOString(), entropy: 'e'.repeat(32), said: { kind: 'text', text: 'help' } as const, strings: ['help'] };
}

/** Just asks to be called, and sends. */
async function send(): Promise<void> {
  await chat.sends({ command: 'call-me' });
  for (let steps = 0; steps < 60 && chat.reference === undefined; steps += 1) {
    const { question } = chat;
    if (!question) throw new Error(`asked nothing, but: ${chat.text}`);
    const must = question.required || question.safety === true;
    const answer = question.key === 'review' ? 'send' : answerTo(question, 'company');
    await chat.sends(must || question.key === 'review' ? { key: question.key, answer } : { key: question.key, skip: true });
  }
}

describe('paused on /api/messages, resumed on the pages', () => {
  it('goes on with the same conversation, by reference and code', async () => {
    const { reference, code } = await pausedChat();
    const someone = visitor();
    const response = await enter(someone, { reference: reference.toLowerCase(), code });
    expect(response).to.deep.include({ status: 303, location: '/chat?lang=en-GB' });
    const page = await someone.get('/chat');
    expect(page.body).to.contain('someone is helping me').and.contain('value="consent.share"');
    const form = {
      a: hiddenField(page.body, 'a'),
      token: hiddenField(page.body, 'token'),
      key: 'consent.share',
      kind: 'one',
      answer: 'true',
      do: 'answer',
    };
    expect((await someone.post('/chat', form)).status).to.equal(303);
    await chat.says('help');
    expect(chat.question?.key, 'the first channel sees the answer given on the page').to.not.equal('consent.share');
  });

  it('goes on by the link, and only there', async () => {
    const { token } = await pausedChat();
    const [someone, another] = [visitor(), visitor()];
    await someone.get(`/chat/resume/${token}`);
    await another.get(`/chat/resume/${token}`);
    expect((await enter(someone, { link: token })).status).to.equal(303);
    expect((await someone.get('/chat')).body).to.contain('value="consent.share"');
    expect((await enter(another, { link: token })).status).to.equal(404);
    expect((await another.get('/chat')).status).to.equal(303);
  });

  it('erases the one conversation there is, and leaves the page nothing of a later one', async () => {
    const { token } = await pausedChat();
    const back = await comingBack.byLink(token);
    if (back.state !== 'open') throw new Error(back.state);
    await chat.sends({ command: 'delete' });
    await chat.sends({ key: 'confirm-delete', answer: true });
    await chat.open();
    await chat.sends({ key: 'start.who', answer: 'self' });
    expect(await chat.turns.show(`pages:web:${back.session}`)).to.equal('none');
    const anew = await chat.turns.run(`pages:web:${back.session}`, aTurn('anew'));
    expect(anew).to.include({ state: 'ok' });
    expect(anew.conversation?.answers).to.deep.equal({});
  });

  it('pauses again on the page, with the same conversation behind it', async () => {
    const first = await comingBack.byLink((await pausedChat()).token);
    if (first.state !== 'open') throw new Error(first.state);
    const paused = await chat.turns.run(`pages:web:${first.session}`, { ...aTurn('p'), said: { kind: 'command', command: 'pause' } });
    const again = await comingBack.byCode(paused.wayBack?.reference ?? '', paused.wayBack?.code ?? '');
    if (again.state !== 'open') throw new Error(again.state);
    const shown = await chat.turns.show(`pages:web:${again.session}`);
    if (typeof shown === 'string') throw new Error(shown);
    expect(shown.conversation.answers).to.have.property('start.who');
    expect(shown.conversation).to.not.have.property('wayBack');
  });
});

describe('paused on the pages', () => {
  it('tells the way back in the answer itself, once, and leads back to the very session', async () => {
    const someone = visitor();
    const begun = await someone.post('/chat', { begin: '1', a: 'form-0123456789abcdef', do: 'start' });
    expect(begun.status).to.equal(303);
    const session = someone.cookies['waymark'];
    const { body } = await someone.get('/chat');
    const form = { a: hiddenField(body, 'a'), token: hiddenField(body, 'token'), do: 'pause' };
    const paused = await someone.post('/chat', form);
    expect(paused.status).to.equal(200);
    const code = /(\d{6})<\/bdi>/u.exec(paused.body)?.[1] ?? '';
    const reference = /([2-9A-Y]{4}-[2-9A-Y]{4})<\/bdi>/u.exec(paused.body)?.[1] ?? '';
    const again = await someone.post('/chat', form);
    const reloaded = await someone.get(again.location ?? '');
    expect(reloaded.body).to.contain('To get a new link and code').and.not.contain(reference).and.not.contain(code);
    const elsewhere = visitor();
    expect((await enter(elsewhere, { reference, code })).status).to.equal(303);
    expect(elsewhere.cookies['waymark']).to.equal(session);
  });
});

describe('a way back', () => {
  it('is used once, whichever part of it was used', async () => {
    const { token, reference, code } = await pausedChat();
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('open');
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('unknown');
    expect(stateOf(await comingBack.byLink(token))).to.equal('unknown');
  });

  it('lets in one of many who use it at the same instant', async () => {
    const { token } = await pausedChat();
    const backs = await Promise.all(Array.from({ length: 8 }, () => comingBack.byLink(token)));
    expect(backs.map(stateOf).sort()).to.deep.equal(['open', ...Array<string>(7).fill('unknown')]);
  });

  it('is void from the next pause on; the newer one works', async () => {
    const first = await pausedChat();
    const second = await pause();
    expect(second.reference).to.not.equal(first.reference);
    expect(stateOf(await comingBack.byLink(first.token))).to.equal('unknown');
    expect(stateOf(await comingBack.byCode(first.reference, first.code))).to.equal('unknown');
    expect(stateOf(await comingBack.byCode(second.reference, second.code))).to.equal('open');
  });

  it('is void once the conversation is deleted or begun again', async () => {
    const first = await pausedChat();
    await chat.sends({ command: 'restart' });
    await chat.sends({ key: 'confirm-restart', answer: true });
    expect(stateOf(await comingBack.byLink(first.token))).to.equal('unknown');
    const second = await pause();
    await chat.sends({ command: 'delete' });
    await chat.sends({ key: 'confirm-delete', answer: true });
    await chat.open();
    expect(stateOf(await comingBack.byCode(second.reference, second.code))).to.equal('unknown');
    expect(stateOf(await comingBack.byLink(second.token))).to.equal('unknown');
  });

  it('leads back for as long as the pause promised, also when the person went on a little first', async () => {
    const { reference, code } = await pausedChat();
    await chat.says('help');
    real.clock.forward(14 * day - hour);
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('open');
  });

  it('leads nowhere after that, even where the conversation is still kept', async () => {
    const { token, reference, code } = await pausedChat();
    real.clock.forward(14 * day - hour);
    await chat.says('help');
    real.clock.forward(hour);
    expect(await chat.turns.show(`test:${chat.conversationId}`)).to.not.equal('none');
    expect(stateOf(await comingBack.byLink(token))).to.equal('unknown');
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('unknown');
  });

  it('leaves a conversation that is come back to for a day from then, as any other', async () => {
    await comingBack.byLink((await pausedChat()).token);
    real.clock.forward(day - hour);
    expect(await chat.turns.show(`test:${chat.conversationId}`)).to.not.equal('none');
    real.clock.forward(2 * hour);
    expect(await chat.turns.show(`test:${chat.conversationId}`)).to.equal('none');
  });

  it('goes with the conversation when names could not be removed', async () => {
    const broken = { ...real.store.waysBack, drop: () => Promise.reject(new StoreUnavailable()) };
    chat = new Chat({ conversations: told, waysBack: broken, clock: real.clock, publicUrl });
    const { token } = await pausedChat();
    await chat.sends({ command: 'delete' });
    await chat.sends({ key: 'confirm-delete', answer: true });
    expect(chat.states.at(-1)).to.equal('ok');
    expect(stateOf(await comingBack.byLink(token))).to.equal('unknown');
  });
});

describe('guessing a code', () => {
  it('ends after five: then the right one does not open either, and only the link does', async () => {
    const { token, reference, code } = await pausedChat();
    for (let by = 1; by <= 5; by += 1) expect(stateOf(await comingBack.byCode(reference, another(code, by)))).to.equal('unknown');
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('unknown');
    expect(stateOf(await comingBack.byLink(token))).to.equal('open');
  });

  it('bears four wrong ones', async () => {
    const { reference, code } = await pausedChat();
    for (let by = 1; by <= 4; by += 1) await comingBack.byCode(reference, another(code, by));
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('open');
  });

  it('counts many at the same instant as many', async () => {
    const { reference, code } = await pausedChat();
    await Promise.all(Array.from({ length: 6 }, (_, by) => comingBack.byCode(reference, another(code, by + 1))));
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('unknown');
  });

  it('does not lengthen the time the conversation is kept', async () => {
    const { reference, code } = await pausedChat();
    real.clock.forward(13 * day);
    await comingBack.byCode(reference, another(code, 1));
    real.clock.forward(day + hour);
    expect(await chat.turns.show(`test:${chat.conversationId}`)).to.equal('none');
  });

  it('tells an unknown reference, a wrong code and one tried too often by nothing, the time included', async () => {
    const { reference, code } = await pausedChat();
    const answers = [await comingBack.byCode('2222-2222', code), await comingBack.byCode(reference, another(code, 1))];
    for (let by = 2; by <= 6; by += 1) answers.push(await comingBack.byCode(reference, another(code, by)));
    expect(answers).to.deep.equal(answers.map(() => ({ state: 'unknown' })));
    expect(waits).to.deep.equal(answers.map(() => 600));
  });

  it('starts from nothing again at the next pause', async () => {
    const { reference, code } = await pausedChat();
    for (let by = 1; by <= 5; by += 1) await comingBack.byCode(reference, another(code, by));
    const next = await pause();
    expect(stateOf(await comingBack.byCode(next.reference, next.code))).to.equal('open');
  });
});

describe('coming back while the store misbehaves', () => {
  it('can be tried again when it is away', async () => {
    const { token, reference, code } = await pausedChat();
    told.found.push(new StoreUnavailable(), new StoreUnavailable());
    expect(stateOf(await comingBack.byLink(token))).to.equal('try-again');
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('try-again');
    expect(stateOf(await comingBack.byLink(token))).to.equal('open');
  });

  it('can be tried again where another server wrote the conversation in a newer way', async () => {
    const { token, reference, code } = await pausedChat();
    told.found.push({ found: 'locked' }, { found: 'value', rev: 1, value: { v: 3 } });
    expect(stateOf(await comingBack.byLink(token))).to.equal('try-again');
    expect(stateOf(await comingBack.byCode(reference, code))).to.equal('try-again');
  });

  it('tries again by itself when somebody else saves in between, and gives up politely in the end', async () => {
    const { reference, code, token } = await pausedChat();
    told.writing.push({ when: 'before', answer: 'conflict' });
    expect(stateOf(await comingBack.byCode(reference, another(code, 1)))).to.equal('unknown');
    told.writing.push(...Array.from({ length: 24 }, () => ({ when: 'before', answer: 'conflict' }) as const));
    expect(stateOf(await comingBack.byLink(token))).to.equal('try-again');
    expect(stateOf(await comingBack.byLink(token))).to.equal('open');
  });

  it('does not hide a defect', async () => {
    const { token } = await pausedChat();
    told.found.push(new TypeError('a defect'));
    const fault = await comingBack.byLink(token).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(TypeError);
  });
});
