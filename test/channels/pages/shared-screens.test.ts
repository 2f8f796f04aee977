// Screens that more than one person uses: the code page, the desk, and the waiting room, as a browser meets them.
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import type { CameBack } from '../../../src/channels/pages/coming-back.js';
import type { Reply } from '../../../src/conversation/reply.js';
import type { GivenOver, HandingOver } from '../../../src/channels/pages/handing-over.js';
import { FakeConversing, Visitor, aCode, asking, hiddenField, noHandOver, pagesParts, spoken } from '../../support/pages-world.js';

const token = 'dG9rZW4tdG9rZW4tdG9rZW4t';
const handOver = { path: `/code/${token}`, code: 'KRW MTP' };

/** Answers as told and remembers what it was asked. */
class ToldHandingOver implements HandingOver {
  readonly asked: string[] = [];
  answer: CameBack = { state: 'open', session: aCode, lang: 'pl' };
  gives: GivenOver = { state: 'given', handOver };
  over = false;
  wiped: 'wiped' | 'try-again' = 'wiped';
  aside: Awaited<ReturnType<HandingOver['putAside']>> = 'put-aside';

  readonly prepare = noHandOver.prepare;
  readonly beginWithStaff = noHandOver.beginWithStaff;
  readonly takeUp = noHandOver.takeUp;
  readonly give = (): Promise<GivenOver> => Promise.resolve(this.gives);
  readonly isOver = (): Promise<boolean> => Promise.resolve(this.over);
  readonly byLink = (link: string, own?: string): Promise<CameBack> => this.#hear(link, own);
  readonly byCode = (code: string, own?: string): Promise<CameBack> => this.#hear(code, own);
  readonly putAside: HandingOver['putAside'] = session => {
    this.asked.push(`put aside ${session}`);
    return Promise.resolve(this.aside);
  };
  readonly wipe = (session: string): Promise<'wiped' | 'try-again'> => {
    this.asked.push(`wipe ${session}`);
    return Promise.resolve(this.wiped);
  };

  #hear(words: string, own?: string): Promise<CameBack> {
    this.asked.push(own === undefined ? words : `${words} from ${own}`);
    return Promise.resolve(this.answer);
  }
}

let handingOver: ToldHandingOver;
let conversing: FakeConversing;
let mayTry: boolean;
let tries: number;
let someone: Visitor;

const privately = spoken({
  by: 'staff',
  replies: [asking({ variant: 'private', required: false, text: { product: 'handover.private.title' } })],
});

const danger: Reply = {
  kind: 'say',
  tone: 'crisis',
  phrases: [{ file: 'red-flags', id: 'self-harm', field: 'understood' }],
  notice: { code: 'red-flag', kind: 'self-harm', tier: 'act', rule: 'en-GB:x' },
  helplines: ['samaritans'],
};

beforeEach(() => {
  handingOver = new ToldHandingOver();
  conversing = new FakeConversing();
  mayTry = true;
  tries = 0;
  someone = new Visitor(
    pagesParts(conversing, {
      handingOver,
      mayTryCode: () => {
        tries += 1;
        return mayTry;
      },
    }),
  );
});

/** Fields and forms of a page in which a browser may fill something in. */
function fillable(body: string): readonly string[] {
  return (body.match(/<(?:form|input|textarea|select)\b[^>]*>/gu) ?? []).filter(tag => !/type="hidden"|autocomplete="off"/u.test(tag));
}

async function enter(form: Readonly<Record<string, string>>, page = '/code') {
  const { body } = await someone.get(page);
  return someone.post('/code', { ...form, visit: hiddenField(body, 'visit') });
}

describe('going on with what the practice began', () => {
  it('takes the code in any case and grouping', async () => {
    const response = await enter({ code: ' krw-mtp ' });
    expect(handingOver.asked).to.deep.equal(['KRWMTP']);
    expect(response).to.deep.include({ status: 303, location: '/chat?lang=pl' });
    expect(someone.cookies).to.deep.equal({ waymark: aCode });
  });

  it('asks before a link is used, whatever the token is', async () => {
    const page = await someone.get(`/code/${token}?lang=en-GB`);
    expect(page.body).to.contain('Only you see what you write here.').and.contain('Carry on');
    expect(page.headers).to.deep.include({ 'Referrer-Policy': 'no-referrer' });
    expect(handingOver.asked).to.deep.equal([]);
    expect(await enter({ link: token }, `/code/${token}`)).to.deep.include({ status: 303 });
    expect(handingOver.asked).to.deep.equal([token]);
  });

  it('says one thing of everything that does not work, and looks up nothing that cannot be one', async () => {
    handingOver.answer = { state: 'unknown' };
    const bodies = [];
    for (const form of [{ code: 'KRW MTP' }, { code: 'AEIOU1' }, { link: token }, { link: 'short' }]) {
      const response = await enter(form);
      expect(response.status).to.equal(404);
      bodies.push(response.body.replaceAll(/value="[^"]*"/gu, ''));
    }
    expect(new Set(bodies).size).to.equal(1);
    expect(bodies[0]).to.contain('This link or code does not work any more.');
    expect(handingOver.asked).to.deep.equal(['KRWMTP', token]);
  });

  it('refuses more tries than a person makes, and says when the store is away', async () => {
    mayTry = false;
    expect((await enter({ code: 'KRW MTP' })).status).to.equal(429);
    expect(handingOver.asked).to.deep.equal([]);
    expect((await enter({ link: token })).status, 'links are not guessed').to.equal(303);
    handingOver.answer = { state: 'try-again' };
    expect((await enter({ link: token })).status).to.equal(503);
  });

  it('counts no try where what was typed cannot be a code', async () => {
    mayTry = false;
    expect((await enter({ code: 'AEIOU1' })).status).to.equal(404);
    expect(tries).to.equal(0);
    expect((await enter({ code: 'KRW MTP' })).status).to.equal(429);
    expect(tries).to.equal(1);
  });

  it('tells who asks, so that a desk does not take over its own', async () => {
    for (const form of [{ code: 'KRW MTP' }, { link: token }]) {
      someone.cookies = { waymark: aCode };
      await enter(form);
    }
    expect(handingOver.asked).to.deep.equal([`KRWMTP from ${aCode}`, `${token} from ${aCode}`]);
  });

  it('takes no form of another site', async () => {
    expect((await someone.post('/code', { link: token })).status).to.equal(403);
    expect(handingOver.asked).to.deep.equal([]);
  });
});

describe('the desk', () => {
  beforeEach(() => {
    someone.cookies = { waymark: aCode };
    conversing.says = privately;
  });

  it('shows the way over in place of a private question, with and without script', async () => {
    const page = await someone.get('/chat');
    expect(page.body).to.contain('KRW MTP').and.contain('<svg class="wm-qr"').and.contain('value="pick:not-asked"');
    expect(page.body)
      .to.contain('href="/desk/duty"')
      .and.contain('data-cleared-by="/chat/idle"')
      .and.contain('content="600; url=/chat/idle"');
    const form = {
      a: 'f'.repeat(20),
      token: hiddenField(page.body, 'token'),
      lang: 'en-GB',
      do: 'pick:not-asked',
      key: 'contact.name',
      kind: 'one',
    };
    const live = await someone.post('/chat', form, { live: true });
    expect(live.body).to.contain('KRW MTP');
    expect(conversing.turns.at(-1)?.said).to.deep.include({ kind: 'answers', answers: [{ key: 'contact.name', answer: 'not-asked' }] });
  });

  it('shows the card all the same where no way over could be made', async () => {
    handingOver.gives = { state: 'try-again' };
    const { body } = await someone.get('/chat');
    expect(body).to.contain('This question is private').and.not.contain('wm-qr');
  });

  it('says that it has gone over, and forgets the session', async () => {
    conversing.says = spoken({ state: 'over', replies: [] });
    const live = await someone.post('/chat', { token: await tokenOfChat(), do: 'back', a: 'x' }, { live: true });
    expect(JSON.parse(live.body)).to.deep.equal({ location: '/chat/over' });
    expect((await someone.get('/chat')).body).to.contain('The conversation goes on on the patient’s own phone.');
    expect(someone.cookies).to.deep.equal({});
  });

  it('is asked whether it has gone over, by script and without', async () => {
    expect(JSON.parse((await someone.get('/chat/over', { live: true })).body)).to.deep.equal({ wait: true });
    expect(await someone.get('/chat/over')).to.deep.include({ status: 303, location: '/chat?lang=en-GB' });
    handingOver.over = true;
    expect(JSON.parse((await someone.get('/chat/over', { live: true })).body)).to.deep.equal({ location: '/chat/over' });
    expect((await someone.get('/chat/over')).body).to.contain('The conversation goes on on the patient’s own phone.');
    expect((await someone.get('/chat/over')).status, 'nothing is left to ask about').to.equal(200);
  });

  it('is put away where the desk alone finds it, when nobody touches it', async () => {
    expect((await someone.get('/chat/idle')).body).to.contain('The screen is clear.');
    expect(handingOver.asked).to.deep.equal([`put aside ${aCode}`]);
    expect(conversing.turns, 'no way back is made of it').to.deep.equal([]);
    expect(someone.cookies).to.deep.equal({ 'waymark-put-away': aCode });
    expect(await someone.get('/chat/idle')).to.deep.include({ status: 303 });
  });

  it('shows nothing where nobody has written for ten minutes, but help for danger', async () => {
    const token = await tokenOfChat();
    const form = { token, do: 'help', a: 'x', lang: 'en-GB' };
    conversing.says = spoken({ by: 'staff', deskAt: '2026-11-23T09:49:59Z' });
    expect(await someone.get('/chat')).to.deep.include({ status: 303, location: '/chat/idle' });
    expect(await someone.post('/chat', form)).to.deep.include({ status: 303, location: '/chat/idle' });
    expect(JSON.parse((await someone.post('/chat', form, { live: true })).body)).to.deep.equal({ location: '/chat/idle' });
    const left = conversing.says;
    conversing.says = { ...left, replies: [danger, asking()] };
    expect((await someone.post('/chat', form)).location).to.contain('/chat?a=');
    expect((await someone.post('/chat', form, { live: true })).body).to.contain('wm-crisis');
    conversing.says = { ...left, deskAt: '2026-11-23T09:50:01Z' };
    expect((await someone.get('/chat')).status).to.equal(200);
  });

  it('begins nothing where its conversation is gone, and answers danger all the same', async () => {
    const form = { token: await tokenOfChat(), lang: 'en-GB', do: 'answer', a: 'x' };
    conversing.says = spoken({ state: 'none', replies: [danger] });
    const live = await someone.post('/chat', form, { live: true });
    expect(live.body).to.contain('116 123');
    const page = await someone.post('/chat', form);
    expect(page.body).to.contain('116 123').and.contain('href="/?lang=en-GB"');
    expect(someone.cookies).to.deep.equal({});
    expect(conversing.turns.map(({ goesOn }) => goesOn)).to.deep.equal([true, true]);
  });

  it('lets the browser fill nothing in, where a person’s own phone may', async () => {
    conversing.says = spoken({ by: 'staff', replies: [asking({ format: 'name' })] });
    expect(fillable((await someone.get('/chat')).body)).to.deep.equal([]);
    conversing.says = spoken({ replies: [asking({ format: 'name' })] });
    expect((await someone.get('/chat')).body).to.contain('autocomplete="name"');
  });

  it('leaves a conversation that is the person’s own as it is', async () => {
    conversing.says = spoken();
    handingOver.aside = 'not-here';
    expect(await someone.get('/chat/idle')).to.deep.include({ status: 303, location: '/chat?lang=en-GB' });
    expect(conversing.turns).to.deep.equal([]);
    const { body } = await someone.get('/chat');
    expect(body).to.not.contain('data-asks-after').and.not.contain('/desk').and.not.contain('id="there"');
  });

  it('is finished by its own form alone', async () => {
    expect((await someone.post('/chat/finish', {})).status).to.equal(403);
    expect(handingOver.asked).to.deep.equal([]);
    handingOver.wiped = 'try-again';
    const form = { token: await tokenOfChat(), lang: 'en-GB' };
    expect((await someone.post('/chat/finish', form)).status).to.equal(503);
    handingOver.wiped = 'wiped';
    expect((await someone.post('/chat/finish', form)).body).to.contain('The screen is clear.');
    expect(someone.cookies).to.deep.equal({});
    expect((await someone.post('/chat/finish', form)).body, 'again').to.contain('The screen is clear.');
  });

  async function tokenOfChat(): Promise<string> {
    const now = conversing.says;
    conversing.says = spoken();
    const { body } = await someone.get('/chat');
    conversing.says = now;
    return hiddenField(body, 'token');
  }
});

describe('the waiting-room screen', () => {
  beforeEach(() => {
    someone.cookies = { 'waymark-kiosk': '1' };
  });

  it('is only what staff made it', async () => {
    expect((await someone.get('/kiosk')).body)
      .to.contain('Touch a language to start')
      .and.contain('value="pl"')
      .and.contain('wm-qr');
    expect(await someone.get('/')).to.deep.include({ status: 303, location: '/kiosk' });
    someone.cookies = {};
    expect(await someone.get('/kiosk')).to.deep.include({ status: 303, location: '/' });
    expect(await someone.get('/kiosk/clear')).to.deep.include({ status: 303, location: '/' });
    expect(handingOver.asked).to.deep.equal([]);
  });

  it('has no way out in its pages, and clears itself', async () => {
    someone.cookies['waymark'] = aCode;
    const chat = await someone.get('/chat');
    expect(chat.body).to.contain('class="wm-kiosk"').and.contain('data-asks-after="60" data-cleared-by="/kiosk/clear"');
    expect(chat.body).to.contain('We clear this screen in 20 seconds.').and.contain('We clear this screen in 1 second.');
    expect(chat.body).to.not.contain('data-exit').and.not.contain('href="/privacy');
    const live = await someone.post('/chat', { token: hiddenField(chat.body, 'token'), do: 'help', a: 'x', lang: 'en-GB' }, { live: true });
    expect(live.body).to.not.match(/href="(?:https?|tel|sms):/u);
    const urgent = await someone.get('/urgent');
    expect(urgent.body)
      .to.contain('999')
      .and.contain('href="/chat?lang=en-GB"')
      .and.not.match(/href="(?:https?|tel|sms|mailto):/u);
  });

  it('clears itself on every page but the one it rests at', async () => {
    for (const page of ['/urgent', '/status', '/code', '/chat/resume', '/interpreter?lang=pl', '/privacy']) {
      const { body } = await someone.get(page);
      if (body !== '') expect(body, page).to.contain('data-cleared-by="/kiosk/clear"').and.contain('content="80; url=/kiosk/clear"');
    }
    expect((await someone.get('/kiosk')).body)
      .to.not.contain('data-cleared-by')
      .and.not.contain('http-equiv="refresh"');
  });

  it('lets the browser fill nothing in, and keep nothing', async () => {
    someone.cookies['waymark'] = aCode;
    for (const changes of [{ format: 'name' }, { format: 'date-of-birth', type: 'date' }, { format: 'phone' }] as const) {
      conversing.says = spoken({ replies: [asking(changes)] });
      const { body } = await someone.get('/chat');
      expect(fillable(body)).to.deep.equal([]);
      const form = { token: hiddenField(body, 'token'), do: 'help', a: 'x', lang: 'en-GB' };
      const live = await someone.post('/chat', form, { live: true });
      expect(fillable(live.body)).to.deep.equal([]);
    }
    expect((await someone.get('/kiosk/clear')).headers).to.deep.include({ 'Clear-Site-Data': '"cache", "storage"' });
    expect((await someone.get('/kiosk')).headers).to.not.have.property('Clear-Site-Data');
  });

  for (const leave of ['/kiosk/clear', '/exit']) {
    it(`is wiped by ${leave}`, async () => {
      someone.cookies['waymark'] = aCode;
      expect(await someone.get(leave)).to.deep.include({ status: 303, location: '/kiosk?cleared=1' });
      expect(handingOver.asked).to.deep.equal([`wipe ${aCode}`]);
      expect(someone.cookies).to.deep.equal({ 'waymark-kiosk': '1' });
      expect((await someone.get('/kiosk?cleared=1')).body).to.contain('Nothing you wrote is left on it.');
      expect(await someone.post(leave, {})).to.deep.include({ status: 303 });
    });
  }

  it('forgets the session also when the store is away, and takes no form of another site', async () => {
    someone.cookies['waymark'] = aCode;
    expect((await someone.post('/kiosk/clear', {}, { origin: 'https://elsewhere.example' })).status).to.equal(403);
    handingOver.wiped = 'try-again';
    expect((await someone.post('/kiosk/clear', {})).status).to.equal(503);
    expect(someone.cookies).to.deep.equal({ 'waymark-kiosk': '1' });
  });

  it('starts anew where a conversation is gone, and leads nowhere when somebody asks to leave', async () => {
    someone.cookies['waymark'] = aCode;
    conversing.says = spoken({ state: 'none', replies: [] });
    expect(await someone.get('/chat')).to.deep.include({ status: 303, location: '/kiosk' });
    someone.cookies['waymark'] = aCode;
    conversing.says = spoken({ replies: [{ kind: 'say', tone: 'plain', phrases: [], notice: { code: 'exit' } }, asking()] });
    expect(await someone.get('/chat')).to.deep.include({ status: 303, location: '/exit' });
  });

  it('names its cookies for TLS where there is one', async () => {
    const secure = { secure: true, cookies: { '__Host-waymark-kiosk': '1', '__Host-waymark': aCode } };
    const { cookies = [] } = await someone.get('/exit', secure);
    expect(cookies.every(line => line.startsWith('__Host-') && line.includes('; Secure'))).to.equal(true);
    conversing.says = privately;
    const idle = await someone.get('/chat/idle', { secure: true, cookies: { '__Host-waymark': aCode } });
    expect(idle.cookies?.join()).to.contain('__Secure-waymark-put-away=').and.contain('Path=/desk');
  });
});
