// Coming back at the pages, as a browser does it: what is asked first, what is refused, and what nobody learns.
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import type { CameBack, ComingBack } from '../../../src/channels/pages/coming-back.js';
import { FakeConversing, Visitor, aCode, hiddenField, pagesParts } from '../../support/pages-world.js';

const token = 'dG9rZW4tdG9rZW4tdG9rZW4t';
const opened: CameBack = { state: 'open', session: aCode, lang: 'pl' };

/** Answers as told and remembers what it was asked. */
class ToldComingBack implements ComingBack {
  readonly asked: (readonly string[])[] = [];
  answer: CameBack = opened;

  readonly byLink = (link: string): Promise<CameBack> => this.#hear(link);
  readonly byCode = (reference: string, code: string): Promise<CameBack> => this.#hear(reference, code);

  #hear(...words: readonly string[]): Promise<CameBack> {
    this.asked.push(words);
    return Promise.resolve(this.answer);
  }
}

let comingBack: ToldComingBack;
let someone: Visitor;

beforeEach(() => {
  comingBack = new ToldComingBack();
  someone = new Visitor(pagesParts(new FakeConversing(), { comingBack }));
});

/** Opens the page and fills in its form. */
async function enter(form: Readonly<Record<string, string>>, page = '/chat/resume') {
  const { body } = await someone.get(page);
  return someone.post('/chat/resume', { ...form, visit: hiddenField(body, 'visit') });
}

describe('coming back with a reference and a code', () => {
  it('takes both as a person writes them, and goes on in the language of the conversation', async () => {
    const response = await enter({ reference: ' 7k2m 9pqr ', code: '048 213' });
    expect(comingBack.asked).to.deep.equal([['7K2M-9PQR', '048213']]);
    expect(response).to.deep.include({ status: 303, location: '/chat?lang=pl' });
    expect(someone.cookies, 'the visit is over').to.deep.equal({ waymark: aCode });
  });

  it('takes the digits of another script', async () => {
    await enter({ reference: '٧K٢M-٩PQR', code: '٠٤٨٢١٣' });
    expect(comingBack.asked).to.deep.equal([['7K2M-9PQR', '048213']]);
  });

  it('gives one answer to what cannot be opened, keeps the reference and not the code', async () => {
    comingBack.answer = { state: 'unknown' };
    const refused = await enter({ reference: '7K2M-9PQR', code: '048213' });
    expect(refused.body)
      .to.contain('We cannot open a chat with this reference and code')
      .and.contain('After 5 wrong codes, only the link works');
    expect(refused.body).to.contain('value="7K2M-9PQR"').and.not.contain('048213');
    expect(someone.cookies).to.not.have.property('waymark');
  });

  for (const [reference, code] of [
    ['7K2M-9PQ', '048213'],
    ['7K2M-9PQI', '048213'],
    ['7K2M-9PQR', '48213'],
    ['7K2M-9PQR', 'secret'],
    ['', ''],
    ['<script>'.repeat(500), '1'.repeat(5000)],
  ] as const) {
    it(`looks nothing up for ${JSON.stringify([reference.slice(0, 12), code.slice(0, 12)])}`, async () => {
      const refused = await enter({ reference, code });
      expect(refused.body).to.contain('We cannot open a chat with this reference and code').and.not.contain('<script><script>');
      expect(comingBack.asked).to.deep.equal([]);
    });
  }

  it('is honest when the store does not answer', async () => {
    comingBack.answer = { state: 'try-again' };
    expect((await enter({ reference: '7K2M-9PQR', code: '048213' })).status).to.equal(503);
  });
});

describe('coming back by the link', () => {
  it('asks once before it does anything, the same for every token', async () => {
    const asked = await someone.get(`/chat/resume/${token}`);
    expect(asked).to.deep.include({ status: 200 });
    expect(asked.body).to.contain('Continue on this device?').and.contain('Do other people use this device?');
    const other = await someone.get('/chat/resume/zzzz');
    expect(other.body.replaceAll('zzzz', token)).to.equal(asked.body);
    expect(comingBack.asked).to.deep.equal([]);
    expect(someone.cookies).to.not.have.property('waymark');
  });

  it('tells its address to nobody', async () => {
    const { headers } = await someone.get(`/chat/resume/${token}`);
    expect(headers).to.include({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  });

  it('opens the conversation when the person says to continue; browsers name no origin from there', async () => {
    const { body } = await someone.get(`/chat/resume/${token}`);
    const form = { link: hiddenField(body, 'link'), visit: hiddenField(body, 'visit') };
    const response = await someone.post('/chat/resume', form, { origin: 'null' });
    expect(comingBack.asked).to.deep.equal([[token]]);
    expect(response).to.deep.include({ status: 303, location: '/chat?lang=pl' });
    expect(someone.cookies['waymark']).to.equal(aCode);
  });

  it('says that a link no longer opens anything, and never why', async () => {
    comingBack.answer = { state: 'unknown' };
    const used = await enter({ link: token });
    expect(used).to.include({ status: 404 });
    expect(used.body).to.contain('This link no longer opens a chat').and.contain('href="/chat/resume?lang=en-GB"');
    const malformed = await enter({ link: '../etc' });
    expect(malformed.body).to.equal(used.body);
    expect(comingBack.asked).to.have.length(1);
  });

  it('can be tried again when the store does not answer', async () => {
    comingBack.answer = { state: 'try-again' };
    const trouble = await enter({ link: token });
    expect(trouble.status).to.equal(503);
    expect(hiddenField(trouble.body, 'link')).to.equal(token);
  });
});

describe('a form that lets a browser into a conversation', () => {
  const form = { reference: '7K2M-9PQR', code: '048213' };

  it('is not taken from another site', async () => {
    const { body } = await someone.get('/chat/resume');
    const visit = hiddenField(body, 'visit');
    expect((await someone.post('/chat/resume', { ...form, visit }, { origin: 'https://evil.example' })).status).to.equal(403);
  });

  it('is not taken from a browser that never saw the page, whatever it carries', async () => {
    expect((await someone.post('/chat/resume', { ...form, visit: 'a'.repeat(32) }, { origin: 'null' })).status).to.equal(403);
    expect((await someone.post('/chat/resume', { ...form, visit: '' })).status).to.equal(403);
    await someone.get('/chat/resume');
    expect((await someone.post('/chat/resume', { ...form, visit: 'a'.repeat(32) }, { origin: 'null' })).status).to.equal(403);
    expect((await someone.post('/chat/resume', form)).status).to.equal(403);
    expect(comingBack.asked).to.deep.equal([]);
  });

  it('is taken from either of two windows, over TLS under a name no other host can set', async () => {
    const first = hiddenField((await someone.get('/chat/resume', { secure: true })).body, 'visit');
    const second = await someone.get('/chat/resume', { secure: true });
    expect(hiddenField(second.body, 'visit')).to.equal(first);
    expect(second.cookies?.[0]).to.match(/^__Host-waymark-visit=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u);
    expect((await someone.post('/chat/resume', { ...form, visit: first }, { secure: true })).status).to.equal(303);
  });

  it('begins a visit of its own where the cookie is something else', async () => {
    someone.cookies = { 'waymark-visit': '"><script>' };
    expect((await someone.get('/chat/resume')).body).to.not.contain('"><script>');
  });
});
