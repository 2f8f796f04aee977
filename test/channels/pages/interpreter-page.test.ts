// A call with an interpreter, asked for on one page, through the one bot and a real store.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { questionOf, spokenCode } from '../../../src/channels/pages/ask-for-call.js';
import { converseForPages } from '../../../src/channels/bot-framework/converse-for-pages.js';
import { ThinAdapter } from '../../../src/channels/bot-framework/thin-adapter.js';
import type { Conversing } from '../../../src/channels/pages/conversing.js';
import type { PageResponse } from '../../../src/channels/pages/page.js';
import type { Content } from '../../../src/content/content.js';
import { StoreUnavailable } from '../../../src/errors.js';
import type { Referral } from '../../../src/referral/referral.js';
import type { ConversationStore, SaveOptions } from '../../../src/storage/ports.js';
import { Chat } from '../../support/a-chat.js';
import { temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { FakeConversing, Visitor, asking, hiddenField, pagesParts, spoken } from '../../support/pages-world.js';
import { contentWithUnready } from '../../support/real-content.js';

const content = contentWithUnready('pl', 'ar');
const address = '/interpreter?lang=pl';
const good = { name: 'Zofia', phone: '07911 123456' };

let real: TemporaryStore;
let sent: Referral[];

/** The store, and what was sent with each write. */
function watched(store: ConversationStore): ConversationStore {
  const save = async (id: string, value: Parameters<ConversationStore['save']>[1], options: SaveOptions) => {
    const result = await store.save(id, value, options);
    // Safe in a test: every effect of a conversation is a referral.
    if (result === 'saved') sent.push(...options.effects.map(({ payload }) => payload as unknown as Referral));
    return result;
  };
  return { ...store, save };
}

function conversing(store: ConversationStore, inContent: Content): Conversing {
  const { bot, turns } = new Chat({ conversations: watched(store), clock: real.clock, content: inContent });
  return converseForPages(bot, new ThinAdapter(), turns);
}

function visitor({
  inContent = content,
  store = real.store.conversations,
}: { inContent?: Content; store?: ConversationStore } = {}): Visitor {
  return new Visitor(pagesParts(conversing(store, inContent), { content: inContent }));
}

/** What the form on a page would send. */
function formOf({ body }: PageResponse, written: Readonly<Record<string, string>>): Record<string, string> {
  return { visit: hiddenField(body, 'visit'), a: hiddenField(body, 'a'), lang: hiddenField(body, 'lang'), ...written };
}

async function press(one: Visitor, written: Readonly<Record<string, string>>, page?: PageResponse): Promise<PageResponse> {
  return one.post('/interpreter', formOf(page ?? (await one.get(address)), written));
}

beforeEach(async () => {
  real = await temporaryStore();
  sent = [];
});
afterEach(() => real.remove());

describe('the page about a call with an interpreter', () => {
  it('speaks the language, right to left where it is written so, with the English beneath', async () => {
    const { body } = await visitor().get('/interpreter?lang=ar');
    expect(body).to.include('<html lang="ar" dir="rtl">');
    expect(body).to.include(content.translator.word({ product: 'page.interpreter.not-ready' }, 'ar'));
    expect(body).to.include('<span class="wm-english" lang="en-GB" dir="ltr">This chat is not ready in your language yet.');
    expect(body).to.include(content.translator.word({ product: 'notice.draft-language' }, 'ar'));
  });

  it('says what to say on the telephone, and how it sounds', async () => {
    const { body } = await visitor().get(address);
    expect(body).to.include('Polish interpreter, please').and.to.include('połlisz intérpreter, pliz');
    expect(body).to.include(`href="tel:${content.service.phone.replace(/\s/gu, '')}"`);
  });

  it('asks for the permission in the words the referral will carry', async () => {
    const { body } = await visitor().get(address);
    expect(body).to.include('May we share these answers with the link worker, so that they can call you?');
    expect(body).to.include(content.translator.word({ file: 'call-me', id: 'permission', field: 'text' }, 'pl'));
  });

  it('leaves out what to say where the language does not know it', async () => {
    const unready = new Map([...content.unready].map(([tag, { interpreter: _, ...rest }]) => [tag, rest] as const));
    const { body } = await visitor({ inContent: { ...content, unready } }).get(address);
    expect(body).to.not.include('Say these English words');
  });

  it('is found by the browser’s language; a language that is ready has its own start page', async () => {
    expect((await visitor().get('/interpreter', { acceptLanguage: 'pl,en;q=0.5' })).body).to.include('lang="pl"');
    expect(await visitor({ inContent: contentWithUnready('pl') }).get('/interpreter?lang=ar')).to.deep.include({
      status: 303,
      location: '/?lang=ar',
    });
    expect(await visitor().get('/interpreter?lang=xx')).to.deep.include({ status: 303, location: '/?lang=en-GB' });
    expect(await visitor().post('/interpreter', { lang: 'en-GB' })).to.deep.include({ status: 303, location: '/?lang=en-GB' });
  });
});

describe('asking for a call with an interpreter', () => {
  it('sends a referral that says whom to call, in which language, and that it was agreed to', async () => {
    const one = visitor();
    const { status, body } = await press(one, good);
    expect(status).to.equal(200);
    expect(sent).to.have.length(1);
    const [referral] = sent;
    expect(referral?.way).to.equal('call-me');
    expect(referral?.contact).to.deep.include({ name: 'Zofia', phone: '+447911123456' });
    expect(referral?.language).to.deep.equal({ written: 'pl', spoken: 'pl', spokenName: 'Polish', interpreter: true, access: [] });
    expect(referral?.consents.map(({ purpose, given, lang }) => [purpose, given, lang])).to.deep.equal([
      ['share-link-worker', true, 'pl'],
      ['contact', true, 'pl'],
    ]);
    expect(body).to.include(referral?.reference);
    expect(body).to.include(content.translator.word({ product: 'page.interpreter.sent' }, 'pl'));
    expect(body).to.include('Thank you. We will call you with an interpreter.');
    expect(body).to.match(/<bdi dir="ltr">\d{6}<\/bdi>/u);
    expect(one.cookies).to.not.have.property('waymark');
  });

  it('counts once, however often it is pressed', async () => {
    const one = visitor();
    const page = await one.get(address);
    const both = await Promise.all([press(one, good, page), press(one, good, page)]);
    const third = await press(one, good, page);
    expect(sent).to.have.length(1);
    for (const { body } of [...both, third]) expect(body).to.include(sent[0]?.reference);
  });

  it('says so when something else is sent after it was sent', async () => {
    const one = visitor();
    const page = await one.get(address);
    await press(one, good, page);
    const { body } = await press(one, { ...good, phone: '07911 123457' }, page);
    expect(sent).to.have.length(1);
    expect(body).to.include('This is already sent.');
  });

  it('shows the field again with what is wrong, and keeps the words', async () => {
    const one = visitor();
    const page = await press(one, { name: 'Zofia <b>', phone: '12' });
    expect(sent).to.deep.equal([]);
    expect(page.body).to.include('value="Zofia &lt;b&gt;"').and.to.include('value="12"');
    expect(page.body).to.include('That does not look like a full phone number.');
    expect(page.body).to.include('<a href="#phone">');
    expect(page.body).to.match(/<title>Błąd: /u);
    const { body } = await press(one, good, page);
    expect(sent).to.have.length(1);
    expect(body).to.include(sent[0]?.reference);
  });

  it('shows both fields where both are empty', async () => {
    const { body } = await press(visitor(), { name: '', phone: '' });
    expect(body).to.include('<a href="#name">').and.to.include('<a href="#phone">');
  });

  it('answers danger first, in both languages, and still sends', async () => {
    const { body } = await press(visitor(), { ...good, name: 'chcę umrzeć' });
    expect(body.indexOf('116 123')).to.be.greaterThan(0).and.lessThan(body.indexOf('wm-sent'));
    expect(body)
      .to.include(content.translator.word({ product: 'page.crisis.title' }, 'pl'))
      .and.to.include('Help for you now');
    expect(sent.map(({ urgency, flags }) => [urgency, flags[0]?.kind])).to.deep.equal([['same-day', 'self-harm']]);
  });

  it('answers danger also where a field was not understood, and says which', async () => {
    const { body } = await press(visitor(), { name: 'chcę umrzeć', phone: '12' });
    expect(body).to.include('116 123').and.to.include('That does not look like a full phone number.');
    expect(sent).to.deep.equal([]);
  });

  it('asks nothing back: danger that is not certain is answered with whom to call', async () => {
    const { body } = await press(visitor(), { ...good, name: 'nie chcę się zabić' });
    expect(body).to.include('116 123').and.to.include(sent[0]?.reference).and.not.include('I am asking you directly');
    expect(sent.map(({ flags }) => flags[0]?.kind)).to.deep.equal(['self-harm']);
  });

  it('gives help also where the safety policy names no helpline for a kind', async () => {
    const redFlags = { ...content.redFlags, responses: new Map() };
    const checking = {
      kind: 'say',
      tone: 'crisis',
      phrases: [],
      notice: { code: 'red-flag', kind: 'child', tier: 'ask', rule: 'x' },
    } as const;
    const told = new FakeConversing(spoken({ replies: [checking, { kind: 'ended', end: 'x', phrases: [] }] }));
    const { body } = await press(new Visitor(pagesParts(told, { content: { ...content, redFlags } })), good);
    expect(body).to.include('class="wm-crisis"').and.to.include('999');
  });

  it('answers danger told when everything was sent already', async () => {
    const one = visitor();
    const page = await one.get(address);
    await press(one, good, page);
    expect((await press(one, { ...good, name: 'chcę umrzeć' }, page)).body).to.include('116 123');
  });

  it('says that it could not be saved, keeps the words, answers danger, and works at the next press', async () => {
    let away = true;
    const store = { ...real.store.conversations };
    const load: ConversationStore['load'] = id => (away ? Promise.reject(new StoreUnavailable()) : real.store.conversations.load(id));
    const one = visitor({ store: { ...store, load } });
    const page = await press(one, { ...good, name: 'chcę umrzeć' });
    expect(page.status).to.equal(503);
    expect(page.body).to.include('116 123').and.to.include('value="07911 123456"').and.to.include('We could not save that');
    away = false;
    await press(one, good, page);
    expect(sent).to.have.length(1);
  });

  it('tells kindly where the service takes nobody at the moment', async () => {
    const ended = new FakeConversing(spoken({ replies: [{ kind: 'ended', end: 'paused-intake', phrases: [{ verbatim: 'Not now.' }] }] }));
    const { body } = await press(new Visitor(pagesParts(ended, { content })), good);
    expect(body).to.include('Not now.').and.to.include('This is where the questions stop');
  });

  it('goes on in the chat where something is asked that it cannot answer', async () => {
    const stuck = new FakeConversing(spoken({ replies: [asking({ linkId: 'call-me.new', key: 'call-me.new' })] }));
    const one = new Visitor(pagesParts(stuck, { content }));
    expect(await press(one, good)).to.deep.include({ status: 303, location: '/chat?lang=en-GB' });
    expect(one.cookies).to.have.property('waymark');
  });

  it('takes no form from elsewhere', async () => {
    const one = visitor();
    const page = await one.get(address);
    const form = formOf(page, good);
    expect((await one.post('/interpreter', { ...form, visit: '0'.repeat(32) })).status).to.equal(403);
    expect((await one.post('/interpreter', { ...form, a: 'mine' })).status).to.equal(403);
    expect((await one.post('/interpreter', form, { origin: 'https://elsewhere.example' })).status).to.equal(403);
    expect(sent).to.deep.equal([]);
  });
});

describe('the language of the call', () => {
  const item = questionOf('spoken', content);
  const polish = content.unready.get('pl');
  if (item === undefined || polish === undefined) throw new Error('the journey does not ask for the language of the call');
  const codeOf = (tag: string, english: string): string | undefined =>
    spokenCode({ ...polish, tag, interpreter: { english: `${english} interpreter, please`, sounds: '' } }, item);

  it('is the one of the page, or the one people are told to ask for', () => {
    expect([codeOf('bn', 'Bengali'), codeOf('pt-BR', 'Portuguese'), codeOf('zh-Hans', 'Mandarin')]).to.deep.equal(['bn', 'pt', 'cmn']);
  });

  it('is left open where nothing fits', () => {
    expect(codeOf('xx', 'Klingon')).to.equal(undefined);
    const { interpreter: _, ...silent } = polish;
    expect(spokenCode({ ...silent, tag: 'xx' }, item)).to.equal(undefined);
  });

  it('is not asked for where the journey has no such question', () => {
    const roles = { ...content.journey.roles, way: [], spoken: [] };
    expect(questionOf('spoken', { ...content, journey: { ...content.journey, roles } })).to.equal(undefined);
  });
});
