import { expect } from 'chai';
import { describe, it } from 'mocha';
import { createProblemPage } from '../../../src/channels/pages/problem-page.js';
import { StoreUnavailable } from '../../../src/errors.js';
import { aCode, FakeConversing, pagesParts, smallContent, Visitor } from '../../support/pages-world.js';
import type { Conversing } from '../../../src/channels/pages/conversing.js';
import type { PagesParts } from '../../../src/channels/pages/pages-parts.js';

function visitor(changes: Partial<PagesParts> = {}, conversing: Conversing = new FakeConversing()): Visitor {
  return new Visitor(pagesParts(conversing, changes));
}

const brokenStore: Conversing = {
  say: () => Promise.reject(new StoreUnavailable()),
  show: () => Promise.reject(new StoreUnavailable()),
};

describe('the start page', () => {
  it('speaks the browser’s language, and another at one press', async () => {
    expect((await visitor().get('/', { acceptLanguage: 'pl-PL,pl;q=0.9,en;q=0.5' })).body).to.contain('<html lang="pl" dir="ltr">');
    expect((await visitor().get('/?lang=ar', { acceptLanguage: 'pl' })).body).to.contain('<html lang="ar" dir="rtl">');
    expect((await visitor().get('/?lang=xx', { acceptLanguage: 'xx' })).body).to.contain('<html lang="en-GB" dir="ltr">');
  });

  it('names each language in its own words, with the English name below', async () => {
    const { body } = await visitor().get('/');
    for (const name of ['<bdi lang="pl">polski</bdi>', '<bdi lang="ar">العربية</bdi>', '<bdi lang="en-GB">Polish</bdi>'])
      expect(body).to.contain(name);
  });

  it('has start, just call me, exit and urgent help', async () => {
    const { body } = await visitor().get('/');
    for (const part of ['value="start"', 'value="call-me"', 'href="/exit"', 'href="/urgent?lang=en-GB"']) expect(body).to.contain(part);
  });

  it('offers to carry on only where a conversation is under way', async () => {
    const someone = visitor();
    expect((await someone.get('/')).body).to.not.contain('Carry on');
    someone.cookies = { waymark: aCode };
    expect((await someone.get('/')).body).to.contain('Carry on');
  });

  it('marks the sample service, and tells the wait while intake is paused', async () => {
    expect((await visitor().get('/')).body).to.contain('This is a sample.');
    const content = smallContent({ sample: false, intake: { state: 'paused', waitWeeks: 6 } });
    const { body } = await visitor({ content }).get('/');
    expect(body).to.not.contain('This is a sample.');
    expect(body).to.contain('about 6 weeks');
  });
});

describe('pages that need no store', () => {
  for (const path of ['/urgent', '/privacy', '/accessibility', '/']) {
    it(`${path} is served in three languages with the store down`, async () => {
      for (const lang of ['en-GB', 'pl', 'ar']) {
        const { status, body } = await visitor({}, brokenStore).get(`${path}?lang=${lang}`);
        expect(status).to.equal(200);
        expect(body).to.contain(`<html lang="${lang}"`);
      }
    });
  }

  it('urgent help lists who to ring, by what is happening', async () => {
    const { body } = await visitor().get('/urgent');
    expect(body).to.contain('If you are thinking about ending your life').and.contain('href="tel:116123"').and.contain('href="tel:999"');
  });

  it('privacy names the controller, the officer and how long things are kept', async () => {
    const { body } = await visitor().get('/privacy');
    for (const fact of ['Mill Lane Practice', 'dpo@example.org', '24 hours', '14 days', '365 days', 'Article 9(2)(h)'])
      expect(body).to.contain(fact);
  });

  it('accessibility says which languages are still drafts', async () => {
    const { body } = await visitor().get('/accessibility');
    expect(body).to.match(/<li lang="pl"[^>]*>polski<\/li>/u);
    expect(body).to.not.match(/<li lang="en-GB"[^>]*>English<\/li>/u);
  });
});

describe('leaving', () => {
  it('forgets the conversation and goes to a harmless page', async () => {
    const someone = visitor();
    someone.cookies = { waymark: aCode };
    await someone.get('/chat/resume');
    const response = await someone.get('/exit');
    expect(response).to.deep.include({ status: 303, location: 'https://www.bbc.co.uk/weather' });
    expect(someone.cookies).to.deep.equal({});
    expect((await someone.post('/exit', {})).status).to.equal(303);
  });

  it('forgets the cookies of both names over TLS, and those of coming back, of the size and of Web Chat', async () => {
    expect((await visitor().get('/exit', { secure: true })).cookies).to.have.length(5);
  });
});

describe('the status of a referral', () => {
  const findStatus: PagesParts['findStatus'] = (reference, code) =>
    Promise.resolve(reference === '7K2M-9PQR' && code === '048213' ? { status: 'accepted', at: '2026-11-20T10:00:00Z' } : undefined);

  it('is told in plain words to whoever has reference and code', async () => {
    const { body } = await visitor({ findStatus }).post('/status', { reference: ' 7k2m-9pqr ', code: '٠٤٨ 213' });
    expect(body).to.contain('A link worker has taken your referral').and.contain('20 November 2026');
  });

  it('is answered alike for a wrong reference, a wrong code and no code', async () => {
    const strip = (body: string): string => body.replace(/value="[^"]*"/gu, '');
    const wrong = [
      { reference: 'XXXX-XXXX', code: '048213' },
      { reference: '7K2M-9PQR', code: '000000' },
      { reference: '7K2M-9PQR', code: '' },
    ];
    const bodies = await Promise.all(wrong.map(form => visitor({ findStatus }).post('/status', form)));
    expect(new Set(bodies.map(({ body }) => strip(body)))).to.have.property('size', 1);
    expect(bodies[0]?.body).to.contain('We found nothing');
  });

  it('never shows the code again', async () => {
    expect((await visitor({ findStatus }).post('/status', { reference: 'A', code: '123456' })).body).to.not.contain('123456');
  });

  it('is honest when the store does not answer, and lets other faults through', async () => {
    const down = visitor({ findStatus: () => Promise.reject(new StoreUnavailable()) });
    expect((await down.post('/status', { reference: 'A', code: '123456' })).status).to.equal(503);
    const broken = visitor({ findStatus: () => Promise.reject(new Error('bug')) });
    const fault = await broken.post('/status', { reference: 'A', code: '123456' }).catch((error: unknown) => error);
    expect(fault).to.be.an('error');
  });

  it('has a page to ask on, and takes no form of another site', async () => {
    expect((await visitor().get('/status?lang=ar')).body)
      .to.contain('name="reference"')
      .and.contain('dir="rtl"');
    expect((await visitor().post('/status', {}, { origin: 'https://evil.example' })).status).to.equal(403);
  });
});

describe('when something is wrong', () => {
  const problem = createProblemPage(pagesParts(new FakeConversing()));
  for (const [status, words] of [
    [404, 'This page is not here'],
    [413, 'That was too long'],
    [429, 'Too many tries'],
    [400, 'We could not read that'],
    [500, 'Something is wrong on our side'],
    [503, 'Something is wrong on our side'],
  ] as const) {
    it(`${String(status)} is told in plain words with urgent help in view`, () => {
      const page = problem(status, 'en');
      expect(page.status).to.equal(status);
      expect(page.body).to.contain(words).and.contain('/urgent');
    });
  }

  it('speaks the browser’s language', () => {
    expect(problem(404, 'ar').body).to.contain('dir="rtl"');
  });
});
