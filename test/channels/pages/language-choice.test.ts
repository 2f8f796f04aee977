// Which languages a page offers, in what order, and what it says to whoever wants one that is not ready.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Content } from '../../../src/content/content.js';
import { FakeConversing, Visitor, asking, hiddenField, pagesParts, smallContent, spoken } from '../../support/pages-world.js';
import { contentWithUnready } from '../../support/real-content.js';

/** The small content where Polish is not ready. */
function withoutPolish(): Content {
  const content = smallContent();
  const unready = new Map([...content.languages].filter(([tag]) => tag === 'pl'));
  return { ...content, languages: new Map([...content.languages].filter(([tag]) => tag !== 'pl')), unready };
}

function visitor(content = withoutPolish(), conversing = new FakeConversing()): Visitor {
  return new Visitor(pagesParts(conversing, { content }));
}

const wish = 'nhsuk-inset-text wm-wish" lang="pl"';

describe('the choice of language on the start page', () => {
  it('shows languages that are ready first, and leads the others to a call with an interpreter', async () => {
    const { body } = await visitor().get('/');
    const chooser = body.slice(body.indexOf('<details class="wm-choose"'));
    const at = ['/?lang=en-GB', '/?lang=ar', 'We can call you with an interpreter', '/interpreter?lang=pl'].map(part =>
      chooser.indexOf(part),
    );
    expect(at)
      .to.deep.equal([...at].sort((a, b) => a - b))
      .and.not.include(-1);
    expect(chooser).to.not.include('/?lang=pl');
  });

  it('names no call where every language is ready', async () => {
    expect((await visitor(smallContent()).get('/')).body).to.not.include('We can call you with an interpreter');
  });

  it('is open until a language was chosen', async () => {
    expect((await visitor().get('/')).body).to.include('<details class="wm-choose" open>');
    expect((await visitor().get('/?lang=ar')).body).to.include('<details class="wm-choose">');
    expect((await visitor().get('/?lang=pl')).body).to.include('<details class="wm-choose" open>');
  });

  it('begins in a language that is ready, and tells whoever wants another in that language how to reach us', async () => {
    const { body } = await visitor().get('/', { acceptLanguage: 'pl-PL,pl;q=0.9,ar;q=0.5' });
    expect(body).to.include('<html lang="ar" dir="rtl">').and.to.include(wish);
    expect(body).to.include(contentWithUnready('pl').translator.word({ product: 'page.interpreter.not-ready' }, 'pl'));
    expect((await visitor().get('/?lang=pl')).body).to.include(wish);
  });

  it('says nothing of it to whoever would rather have a language that is ready', async () => {
    expect((await visitor().get('/', { acceptLanguage: 'en,pl;q=0.9' })).body).to.not.include(wish);
    expect((await visitor().get('/?lang=ar', { acceptLanguage: 'pl' })).body).to.not.include(wish);
  });
});

describe('the language menu of every page', () => {
  it('has the languages that are ready, and below them the others, in and outside a conversation', async () => {
    const one = visitor();
    const links = ['href="/urgent?lang=ar"', 'href="/interpreter?lang=pl" lang="pl"'];
    const { body } = await one.get('/urgent');
    for (const link of links) expect(body).to.include(link);
    const start = await one.get('/');
    const chat = await one.post('/chat', { begin: '1', a: hiddenField(start.body, 'a'), do: 'start' });
    const page = await one.get(chat.location ?? '');
    expect(page.body)
      .to.include('value="language:ar"')
      .and.to.include('href="/interpreter?lang=pl"')
      .and.not.include('value="language:pl"');
  });
});

describe('a language that is not ready, asked for in the chat', () => {
  it('is answered in that language, with a link to its page', async () => {
    const said = {
      kind: 'say',
      tone: 'plain',
      phrases: [{ verbatim: 'Zadzwoń.' }],
      notice: { code: 'language-unready', lang: 'pl' },
      lang: 'pl',
    } as const;
    const one = visitor(withoutPolish(), new FakeConversing(spoken({ replies: [said, asking()] })));
    one.cookies = { waymark: '7K2M9PQR4T6VX' };
    const { body } = await one.get('/chat');
    expect(body).to.match(/<div lang="pl" dir="ltr"><p>Zadzwoń\.<\/p><p><a href="\/interpreter\?lang=pl">/u);
    const ready = visitor(smallContent(), new FakeConversing(spoken({ replies: [said, asking()] })));
    ready.cookies = { waymark: '7K2M9PQR4T6VX' };
    expect((await ready.get('/chat')).body)
      .to.include('<p>Zadzwoń.</p>')
      .and.not.include('/interpreter');
  });
});
