// A conversation that changes hands, over a real store: begun by staff, taken over once, wiped where it was; and what happens when the store
// is away or somebody else is quicker.
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createComingBack } from '../../../src/channels/bot-framework/come-back.js';
import { converseForPages } from '../../../src/channels/bot-framework/converse-for-pages.js';
import { createHandingOver } from '../../../src/channels/bot-framework/hand-over.js';
import { ThinAdapter } from '../../../src/channels/bot-framework/thin-adapter.js';
import type { Conversing, PageTurn } from '../../../src/channels/pages/conversing.js';
import type { HandedOver, HandingOver } from '../../../src/channels/pages/handing-over.js';
import { conversationId } from '../../../src/channels/pages/session.js';
import { readHandOverCode } from '../../../src/conversation/hand-over.js';
import { AppError, StoreUnavailable } from '../../../src/errors.js';
import { Chat } from '../../support/a-chat.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';

const minute = 60_000;
const begun = { lang: 'en-GB', needs: ['food'], services: [] };

let real: TemporaryStore;
let told: ToldStore;
let handing: HandingOver;
let conversing: Conversing;
let chat: Chat;
let waits: number[];
/** What is drawn next, before anything random. */
let drawn: string[];
const long = (digit: string): string => digit.repeat(32);

beforeEach(async () => {
  real = await temporaryStore();
  told = new ToldStore(real.store.conversations);
  waits = [];
  drawn = [];
  chat = new Chat({ conversations: told, waysBack: real.store.waysBack, clock: real.clock });
  conversing = converseForPages(chat.bot, new ThinAdapter(), chat.turns);
  handing = createHandingOver({
    content: chat.content,
    conversations: told,
    waysBack: real.store.waysBack,
    clock: real.clock,
    entropy: () => drawn.shift() ?? randomBytes(16).toString('hex'),
    wait: ms => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
});
afterEach(() => real.remove());

const tokenOf = ({ path }: HandedOver): string => path.split('/').at(-1) ?? '';
const codeOf = ({ code }: HandedOver): string => readHandOverCode(code) ?? '';

let turns = 0;
function say(session: string, said: PageTurn['said']): ReturnType<Conversing['say']> {
  turns += 1;
  return conversing.say({ conversationId: conversationId(session), activityId: `t${String(turns)}`, locale: 'en-GB', said });
}

const show = (session: string): ReturnType<Conversing['show']> => conversing.show(conversationId(session), 'en-GB');

async function given(session: string): Promise<HandedOver> {
  const result = await handing.give(session);
  if (result.state !== 'given') throw new Error(result.state);
  return result.handOver;
}

describe('a hand-over', () => {
  it('opens in the language chosen, with nothing answered, and only once', async () => {
    const handOver = await handing.prepare({ ...begun, lang: 'pl' });
    expect(handOver.code).to.match(/^[BCDFHJKMNPRSTWXZ]{3} [BCDFHJKMNPRSTWXZ]{3}$/u);
    const taken = await handing.byLink(tokenOf(handOver));
    if (taken.state !== 'open') throw new Error(taken.state);
    expect(taken.lang).to.equal('pl');
    const shown = await show(taken.session);
    expect(shown).to.deep.include({ state: 'ok', lang: 'pl', story: [] });
    expect(shown).to.not.have.property('by');
    for (const again of [handing.byLink(tokenOf(handOver)), handing.byCode(codeOf(handOver))]) {
      expect(await again).to.deep.equal({ state: 'unknown' });
    }
  });

  it('says the same of a code that is wrong, used or too old, after the same time', async () => {
    const late = await handing.prepare(begun);
    const used = await handing.prepare({ ...begun, needs: [] });
    await handing.byCode(codeOf(used));
    real.clock.forward(30 * minute);
    const answers = await Promise.all([handing.byCode('BBBBBB'), handing.byCode(codeOf(used)), handing.byCode(codeOf(late))]);
    expect(answers).to.deep.equal([{ state: 'unknown' }, { state: 'unknown' }, { state: 'unknown' }]);
    expect(waits).to.deep.equal([600, 600, 600, 600]);
  });

  it('counts for half an hour and no longer, also of a conversation that is kept longer', async () => {
    const { session } = await handing.beginWithStaff(begun);
    const handOver = await given(session);
    real.clock.forward(30 * minute);
    expect(await handing.byLink(tokenOf(handOver))).to.deep.equal({ state: 'unknown' });
    expect((await show(session)).by).to.equal('staff');
  });

  it('takes the conversation from the desk, where nothing of it is left', async () => {
    const { session, referralId } = await handing.beginWithStaff(begun);
    expect(referralId).to.be.a('string');
    await say(session, { kind: 'answers', answers: [{ key: 'start.who', answer: 'self' }] });
    expect((await show(session)).by).to.equal('staff');
    const first = await given(session);
    const second = await given(session);
    expect(await handing.byLink(tokenOf(first)), 'void since there is another').to.deep.equal({ state: 'unknown' });
    expect(await handing.isOver(session)).to.equal(false);
    const taken = await handing.byCode(codeOf(second));
    if (taken.state !== 'open') throw new Error(taken.state);
    expect(taken.session).to.not.equal(session);
    expect((await show(taken.session)).story).to.have.length(1);
    expect(await handing.isOver(session)).to.equal(true);
    expect((await show(session)).state).to.equal('over');
    expect(await say(session, { kind: 'text', text: 'I want to end my life' })).to.deep.include({ state: 'over', story: [] });
    expect(await handing.give(session)).to.deep.equal({ state: 'over' });
    expect(await handing.wipe(session)).to.equal('wiped');
    expect((await show(taken.session)).state, 'it is wiped at the desk alone').to.equal('ok');
  });

  it('is not taken over by the desk that hands it over, and is not used up by trying', async () => {
    const { session } = await handing.beginWithStaff(begun);
    const handOver = await given(session);
    for (const tried of [handing.byLink(tokenOf(handOver), session), handing.byCode(codeOf(handOver), session)]) {
      expect(await tried).to.deep.equal({ state: 'unknown' });
    }
    expect((await show(session)).by).to.equal('staff');
    expect((await handing.byLink(tokenOf(handOver), '0000000000000')).state).to.equal('open');
  });

  it('is the person’s own after they paused at the desk and came back', async () => {
    const { session } = await handing.beginWithStaff(begun);
    const { wayBack } = await say(session, { kind: 'command', command: 'pause' });
    const { content } = chat;
    const entropy = (): string => randomBytes(16).toString('hex');
    const surroundings = { content, conversations: told, waysBack: real.store.waysBack, clock: real.clock, entropy };
    const comingBack = createComingBack({ ...surroundings, wait: () => Promise.resolve() });
    const back = await comingBack.byLink(wayBack?.path.split('/').at(-1) ?? '');
    if (back.state !== 'open') throw new Error(back.state);
    expect(await show(back.session)).to.not.have.property('by');
    expect((await show(session)).state).to.equal('over');
    expect(await comingBack.byLink(wayBack?.path.split('/').at(-1) ?? '')).to.deep.equal({ state: 'unknown' });
  });

  it('gives nothing for a session that leads nowhere, or to what this server cannot read', async () => {
    expect(await handing.give('0000000000000')).to.deep.equal({ state: 'none' });
    told.found.push({ found: 'locked' });
    expect(await handing.give('0000000000000')).to.deep.equal({ state: 'try-again' });
    const handOver = await handing.prepare(begun);
    told.found.push({ found: 'locked' });
    expect(await handing.byLink(tokenOf(handOver))).to.deep.equal({ state: 'try-again' });
    told.found.push(new StoreUnavailable());
    expect(await handing.byCode(codeOf(handOver))).to.deep.equal({ state: 'try-again' });
    expect((await handing.byLink(tokenOf(handOver))).state, 'it counts still').to.equal('open');
  });

  it('is decided again where somebody else saves in between, and not for ever', async () => {
    const { session } = await handing.beginWithStaff(begun);
    told.writing.push({ when: 'before', answer: 'conflict' });
    const handOver = await given(session);
    // the copy is written first, then what stood at the desk
    told.writing.push({ when: 'after', answer: 'saved' }, { when: 'before', answer: 'conflict' });
    expect((await handing.byLink(tokenOf(handOver))).state).to.equal('open');
    const other = await handing.beginWithStaff(begun);
    for (let tries = 0; tries < 12; tries += 1) told.writing.push({ when: 'before', answer: 'conflict' });
    expect(await handing.give(other.session)).to.deep.equal({ state: 'try-again' });
  });

  it('never gives two the same letters', async () => {
    const same = 'a';
    drawn = ['1', '2', same].map(long);
    const first = await handing.prepare(begun);
    drawn = ['3', '4', same, same].map(long);
    const second = await handing.prepare({ ...begun, lang: 'pl' });
    expect(second.code).to.not.equal(first.code);
    expect(await handing.byCode(codeOf(second))).to.deep.include({ state: 'open', lang: 'pl' });
    drawn = ['5', '6', same, same, same].map(long);
    const fault = await handing.prepare(begun).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(AppError).with.property('code', 'hand-over-names');
    expect(await handing.byCode(codeOf(first))).to.deep.include({ state: 'open', lang: 'en-GB' });
  });

  it('leaves letters to whom they lead by now, when what had them before is given again or wiped', async () => {
    const same = 'b';
    const { session } = await handing.beginWithStaff(begun);
    drawn = [same].map(long);
    await given(session);
    real.clock.forward(32 * minute);
    drawn = ['1', '2', same].map(long);
    const later = await handing.prepare({ ...begun, lang: 'pl' });
    await given(session);
    expect(await handing.wipe(session)).to.equal('wiped');
    expect(await handing.byCode(codeOf(later))).to.deep.include({ state: 'open', lang: 'pl' });
  });

  it('lets a fault that is not the store’s go on', async () => {
    told.found.push(new Error('a mistake'));
    const fault = await handing.give('0000000000000').catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(Error).with.property('message', 'a mistake');
  });
});

describe('wiping a screen', () => {
  it('deletes what was not sent and has no way back, and nothing else', async () => {
    const { session } = await handing.beginWithStaff(begun);
    told.writing.push({ when: 'before', answer: 'conflict' });
    expect(await handing.wipe(session)).to.equal('wiped');
    expect((await show(session)).state).to.equal('none');
    expect(await handing.wipe(session), 'gone already').to.equal('wiped');
    const paused = await handing.beginWithStaff(begun);
    await say(paused.session, { kind: 'command', command: 'pause' });
    await handing.wipe(paused.session);
    expect((await show(paused.session)).state).to.equal('ok');
  });

  it('deletes what was only put aside, which is kept for an hour and no longer', async () => {
    const { session } = await handing.beginWithStaff(begun);
    told.writing.push({ when: 'before', answer: 'conflict' });
    expect(await handing.putAside(session)).to.equal('put-aside');
    expect(await handing.wipe(session)).to.equal('wiped');
    expect((await show(session)).state).to.equal('none');
    const left = await handing.beginWithStaff(begun);
    const paused = await handing.beginWithStaff(begun);
    await say(paused.session, { kind: 'command', command: 'pause' });
    for (const one of [left, paused]) expect(await handing.putAside(one.session)).to.equal('put-aside');
    real.clock.forward(59 * minute);
    expect((await show(left.session)).by).to.equal('staff');
    real.clock.forward(2 * minute);
    expect((await show(left.session)).state).to.equal('none');
    expect((await show(paused.session)).state, 'a way back to it was told').to.equal('ok');
    expect(await handing.putAside(left.session)).to.equal('not-here');
    told.found.push(new StoreUnavailable());
    expect(await handing.putAside(paused.session)).to.equal('try-again');
  });

  it('leaves nothing that an old page could go on with', async () => {
    const { session } = await handing.beginWithStaff(begun);
    await handing.wipe(session);
    const turn = { conversationId: conversationId(session), activityId: 'late', locale: 'en-GB', goesOn: true } as const;
    expect(await conversing.say({ ...turn, said: { kind: 'text', text: 'Sam' } })).to.deep.include({ state: 'none', replies: [] });
    const danger = await conversing.say({ ...turn, said: { kind: 'text', text: 'I want to end my life' } });
    expect(danger.replies).to.not.deep.equal([]);
    expect((await show(session)).state, 'nothing began').to.equal('none');
  });

  it('knows when staff last wrote, until it is in the person’s own hands', async () => {
    const { session } = await handing.beginWithStaff(begun);
    const first = (await show(session)).deskAt;
    real.clock.forward(minute);
    expect((await say(session, { kind: 'answers', answers: [{ key: 'start.who', answer: 'self' }] })).deskAt, 'before it').to.equal(first);
    expect((await show(session)).deskAt).to.not.equal(first);
    real.clock.forward(20 * minute);
    told.writing.push({ when: 'before', answer: 'conflict' });
    await handing.takeUp(session);
    expect((await show(session)).deskAt).to.equal(real.clock().toISOString());
    const taken = await handing.byLink(tokenOf(await given(session)));
    if (taken.state !== 'open') throw new Error(taken.state);
    expect(await show(taken.session)).to.not.have.property('deskAt');
    await handing.takeUp(session);
    told.found.push(new StoreUnavailable());
    await handing.takeUp(session);
    expect((await show(session)).state).to.equal('over');
  });

  it('says when the store is away', async () => {
    told.found.push(new StoreUnavailable());
    expect(await handing.wipe('0000000000000')).to.equal('try-again');
    told.found.push(new StoreUnavailable());
    expect(await handing.isOver('0000000000000')).to.equal(false);
  });
});
