import { expect } from 'chai';
import { describe, it } from 'mocha';
import { aCode, asking, FakeConversing, hiddenField, pagesParts, refusing, spoken, Visitor } from '../../support/pages-world.js';
import type { PageResponse } from '../../../src/channels/pages/page.js';

function visit(says = spoken()): { readonly conversing: FakeConversing; readonly visitor: Visitor } {
  const conversing = new FakeConversing(says);
  const visitor = new Visitor(pagesParts(conversing));
  visitor.cookies = { waymark: aCode };
  return { conversing, visitor };
}

async function formOf(visitor: Visitor): Promise<Record<string, string>> {
  const { body } = await visitor.get('/chat');
  return Object.fromEntries(['a', 'token', 'lang', 'key', 'kind'].map(name => [name, hiddenField(body, name)]));
}

describe('starting', () => {
  it('gives the conversation a new code, even where one was under way', async () => {
    const { conversing, visitor } = visit();
    const first = await visitor.post('/chat', { begin: '1', a: 'form-one', lang: 'pl', do: 'start' });
    expect(first.status).to.equal(303);
    expect(visitor.cookies['waymark'])
      .to.match(/^[0-9A-Z]{13}$/u)
      .and.not.equal(aCode);
    expect(conversing.turns[0]).to.deep.include({ locale: 'pl', said: { kind: 'nothing' } });
    expect(conversing.turns[0]?.conversationId).to.equal(`web:${visitor.cookies['waymark'] ?? ''}`);
  });

  it('can begin with "just call me"', async () => {
    const { conversing, visitor } = visit();
    await visitor.post('/chat', { begin: '1', a: 'form-one', lang: 'en-GB', do: 'call-me' });
    expect(conversing.turns[0]?.said).to.deep.equal({ kind: 'command', command: 'call-me' });
  });

  it('is refused to a form of another site', async () => {
    const { conversing, visitor } = visit();
    const response = await visitor.post('/chat', { begin: '1', do: 'start' }, { origin: 'https://evil.example' });
    expect(response.status).to.equal(403);
    expect(conversing.turns).to.have.length(0);
  });
});

describe('one form a turn', () => {
  it('is answered with a redirect to a page that shows the same turn, so that reload and back repeat nothing', async () => {
    const { conversing, visitor } = visit();
    const response = await visitor.post('/chat', { ...(await formOf(visitor)), answer: 'Sam', do: 'answer' });
    const activity = conversing.turns[0]?.activityId ?? '';
    expect(response.status).to.equal(303);
    expect(response.location).to.equal(`/chat?a=${activity}&lang=en-GB#now`);
    await visitor.get(response.location ?? '');
    expect(conversing.shown.at(-1)).to.deep.equal({ id: `web:${aCode}`, lang: 'en-GB', activityId: activity });
  });

  it('counts once when it is sent twice, and anew when its answer was changed', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' });
    await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' });
    await visitor.post('/chat', { ...form, answer: 'Alex', do: 'answer' });
    const [first, second, third] = conversing.turns.map(turn => turn.activityId);
    expect(second).to.equal(first);
    expect(third).to.not.equal(first);
  });

  it('comes back with what was typed, the reason beside the field and in a summary, when it was refused', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({ replies: [refusing('That does not look like a name.'), asking()] });
    const { status, body } = await visitor.post('/chat', { ...form, answer: '<b>12', do: 'answer' });
    expect(status).to.equal(200);
    expect(body).to.contain('value="&lt;b&gt;12"');
    expect(body).to.contain('id="wrong"').and.contain('aria-invalid="true"').and.contain('aria-describedby="wrong"');
    expect(body).to.match(/error-summary[\s\S]*href="#answer">That does not look like a name\./u);
    expect(body).to.contain('<title>Error: What shall we call you?');
    expect(hiddenField(body, 'a')).to.not.equal(form['a']);
  });

  it('is refused without its token, and nothing is said', async () => {
    const { conversing, visitor } = visit();
    const response = await visitor.post('/chat', { ...(await formOf(visitor)), token: 'guessed', do: 'answer', answer: 'Sam' });
    expect(response.status).to.equal(403);
    expect(conversing.turns).to.have.length(0);
  });

  it('can be sent again when the store does not answer: the same fields, the same id, the words in sight', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({ state: 'try-again', replies: [] });
    const { status, body } = await visitor.post('/chat', { ...form, kind: 'text', answer: 'I cannot <sleep>', do: 'answer' });
    expect(status).to.equal(503);
    expect(body).to.contain('<blockquote class="wm-typed" dir="auto">I cannot &lt;sleep&gt;</blockquote>');
    for (const name of ['a', 'token', 'key']) expect(hiddenField(body, name)).to.equal(form[name]);
    expect(body).to.contain('/urgent');
  });

  it('answers danger first, with the numbers to ring, when the store does not answer', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    const notice = { code: 'red-flag', kind: 'self-harm', tier: 'act', rule: 'en-GB:x' } as const;
    const phrases = [{ file: 'red-flags', id: 'self-harm', field: 'understood' }];
    const crisis = { kind: 'say', tone: 'crisis', phrases, notice, helplines: ['emergency', 'samaritans'] } as const;
    conversing.says = spoken({ state: 'try-again', replies: [crisis] });
    const fields = { ...form, kind: 'text', answer: 'I want to die', do: 'answer' };
    const { body } = await visitor.post('/chat', fields);
    expect(body).to.contain('href="tel:116123"').and.contain('href="tel:999"');
    expect(body.indexOf('wm-crisis')).to.be.lessThan(body.indexOf('wm-typed'));
  });

  it('leaves at once when the person wrote "exit"', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({
      replies: [{ kind: 'say', tone: 'plain', phrases: [{ product: 'notice.exit' }], notice: { code: 'exit' } }, asking()],
    });
    const { body } = await visitor.post('/chat', { ...form, answer: 'exit', do: 'answer' });
    expect(body).to.contain('http-equiv="refresh"').and.contain('https://www.bbc.co.uk/weather');
    expect(visitor.cookies).to.deep.equal({});
  });

  it('forgets the browser’s cookie when everything was deleted', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    const erased = { kind: 'say', tone: 'plain', phrases: [{ product: 'notice.erased' }], notice: { code: 'erased' } } as const;
    conversing.says = spoken({ replies: [erased, { kind: 'erased' }], erased: true });
    const { status, body } = await visitor.post('/chat', { ...form, do: 'pick:true', kind: 'yes-no' });
    expect(status).to.equal(200);
    expect(body).to.contain('We have deleted everything');
    expect(visitor.cookies).to.deep.equal({});
  });

  it('says kindly that an old conversation is gone', async () => {
    const { visitor } = visit(spoken({ state: 'none', replies: [] }));
    const { status, body } = await visitor.get('/chat?lang=pl');
    expect(status).to.equal(200);
    expect(body).to.contain('lang="pl"').and.contain('24 godziny').and.contain('14 dni');
    expect(visitor.cookies).to.deep.equal({});
  });

  it('sends a visitor without a conversation to the start page', async () => {
    const visitor = new Visitor(pagesParts(new FakeConversing()));
    expect(await visitor.get('/chat?lang=ar')).to.deep.include({ status: 303, location: '/?lang=ar' });
  });

  it('changes the language by a button that works without script', async () => {
    const { conversing, visitor } = visit();
    const response = await visitor.post('/chat/language', { ...(await formOf(visitor)), do: 'language:ar' });
    expect(conversing.turns[0]?.said).to.deep.equal({ kind: 'command', command: 'language', language: 'ar' });
    expect(response.status).to.equal(303);
  });
});

describe('the live script', () => {
  const live = { live: true };

  function read(response: PageResponse): Record<string, string> {
    // safe: the test reads named fields and fails where one is missing
    const [told = '', ...main] = response.body.split('\n');
    return { ...(JSON.parse(told) as Record<string, string>), ...(main.length > 0 && { main: main.join('\n') }) };
  }

  it('gets the inside of the page, what to announce and the address that shows the same', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    const recorded = {
      kind: 'say',
      tone: 'plain',
      phrases: [{ verbatim: 'Name: Sam' }],
      notice: { code: 'recorded', key: 'contact.name' },
    } as const;
    conversing.says = spoken({ replies: [recorded, asking({ text: { verbatim: 'And your phone number?' } })] });
    const answer = read(await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' }, live));
    expect(answer['announce']).to.equal('Name: Sam');
    expect(answer['main']).to.contain('And your phone number?').and.not.contain('<html');
    expect(answer['title']).to.equal('And your phone number? – Mill Lane Practice');
    expect(answer['url']).to.match(/^\/chat\?a=/u);
  });

  it('loads a page when the language changed', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({ lang: 'ar' });
    expect(read(await visitor.post('/chat', { ...form, answer: 'arabic', do: 'answer' }, live))['location']).to.match(
      /^\/chat\?a=.*&lang=ar$/u,
    );
  });

  it('is told of trouble, and keeps the page as it is', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({ state: 'try-again', replies: [] });
    const response = await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' }, live);
    expect(response.status).to.equal(503);
    expect(read(response)['trouble']).to.contain('What you typed is still here');
  });

  it('is given help for danger first, in place of the form, when nothing could be saved', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    const notice = { code: 'red-flag', kind: 'self-harm', tier: 'act', rule: 'en-GB:x' } as const;
    const phrases = [{ file: 'red-flags', id: 'self-harm', field: 'understood' }];
    const crisis = { kind: 'say', tone: 'crisis', phrases, notice, helplines: ['samaritans'] } as const;
    conversing.says = spoken({ state: 'try-again', replies: [crisis] });
    const response = await visitor.post('/chat', { ...form, kind: 'text', answer: 'I want to die', do: 'answer' }, live);
    expect(read(response)['main']).to.contain('href="tel:116123"').and.contain('wm-typed');
  });

  it('is sent to the page that says a conversation is gone', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({ state: 'none', replies: [] });
    expect(read(await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' }, live))['location']).to.equal('/chat?lang=en-GB');
    visitor.cookies = {};
    expect(read(await visitor.post('/chat', { ...form, answer: 'Sam', do: 'answer' }, live))['location']).to.equal('/chat?lang=en-GB');
  });

  it('leaves when the person wrote "exit"', async () => {
    const { conversing, visitor } = visit();
    const form = await formOf(visitor);
    conversing.says = spoken({
      replies: [{ kind: 'say', tone: 'plain', phrases: [{ product: 'notice.exit' }], notice: { code: 'exit' } }],
    });
    expect(read(await visitor.post('/chat', { ...form, answer: 'exit', do: 'answer' }, live))).to.deep.equal({ location: '/exit' });
  });

  it('reloads rather than act on a form that is not ours', async () => {
    const { conversing, visitor } = visit();
    const answer = read(await visitor.post('/chat', { token: 'guessed', do: 'answer' }, live));
    expect(answer['location']).to.equal('/chat?lang=en-GB');
    expect(conversing.turns).to.have.length(0);
  });
});
