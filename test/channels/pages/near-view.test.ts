// What is near, as the patient's page shows it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { viewChat } from '../../../src/channels/pages/chat-view.js';
import { renderNear } from '../../../src/channels/pages/near-view.js';
import { wordsIn } from '../../../src/channels/pages/words.js';
import type { Near } from '../../../src/conversation/near.js';
import type { Reply } from '../../../src/conversation/reply.js';
import type { Match } from '../../../src/directory/match-request.js';
import { aCode, asking, FakeConversing, pagesParts, smallContent, spoken, Visitor } from '../../support/pages-world.js';
import { directoryOf } from '../../support/sample-directory.js';
import { aService, weekly } from '../../support/small-directory.js';
import type { Said } from '../../support/small-directory.js';

const content = smallContent();
const today = '2026-11-23';

function match(said: Said = {}, more: Partial<Match> = {}): Match {
  const service = aService('lunch-club', ['loneliness'], 'whitechapel', { owner: 'Anchor Trust', ...said });
  const [place] = service.places;
  return { service, ...(place && { place }), reasons: [{ code: 'free' }, { code: 'miles', miles: 0.6 }], ...more };
}

function nearOf(matches: readonly Match[], more: Partial<Near> = {}): Near {
  return { groups: [{ need: 'loneliness', matches, lines: ['samaritans'] }], sample: false, where: 'postcode', ...more };
}

function see(near: Near, { lang = 'en-GB', only = false } = {}): string {
  const page = renderNear(near, wordsIn(content, lang), { helplines: content.helplines, today, level: 2, only }).toString();
  return page.replace(/\s+/gu, ' ');
}

const text = (page: string): string =>
  page
    // the dot the stylesheet puts between
    .replace(/<\/span>\s*<span class="wm-piece">/gu, ' · ')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ');

describe('what is near, on the page', () => {
  it('is a card a service: name, whose, why, where', () => {
    const page = see(nearOf([match({ at: { venue: 'library', name: 'Plum Library' } })]));
    expect(page).to.contain('<h3 class="wm-service__name">lunch club</h3>');
    expect(text(page))
      .to.contain('Anchor Trust · small local charity')
      .and.contain('free · 0.6 miles')
      .and.contain('Plum Library · library');
  });

  it('tells more: how to call, where, when, cost, website, the feed’s own words', () => {
    const said: Said = {
      phones: ['+442079460109'],
      email: 'hello@anchor.example.org',
      url: 'https://www.anchor.example.org/club/',
      costNote: 'Lunch is £2',
      cost: 'some',
      alert: 'Closed in August',
      languages: ['bn'],
      interpreters: true,
      about: 'We eat.\n\nWe talk.',
      at: { accessNote: 'Ring the bell', access: ['step-free'], schedules: [{ ...weekly(['TU']), note: 'Not in August' }] },
    };
    const page = see(nearOf([match(said)]));
    expect(page).to.contain('href="tel:+442079460109"').and.contain('020 7946 0109');
    expect(page).to.contain('href="mailto:hello@anchor.example.org"');
    expect(page).to.match(/href="https:\/\/www\.anchor\.example\.org\/club\/" target="_blank" rel="noopener noreferrer"/u);
    expect(page).to.contain('https://www.openstreetmap.org/?mlat=51.51650&amp;mlon=-0.06950#map=17/51.51650/-0.06950');
    const words = text(page);
    for (const part of [
      '1 Test Street, E1 6AN',
      'Ring the bell',
      'Tuesdays: 10:00 am to 12:00 pm',
      'Not in August',
      'free for some people',
    ])
      expect(words).to.contain(part);
    for (const part of ['Lunch is £2', 'Closed in August', 'Bengali', 'interpreters available', 'no steps', 'We eat.', 'We talk.'])
      expect(words).to.contain(part === 'Bengali' ? 'spoken' : part);
  });

  it('marks the feed’s words as English and left to right where the page is not', () => {
    const page = see(nearOf([match()]), { lang: 'ar' });
    expect(page).to.contain('<span class="wm-own-words" lang="en" dir="ltr">lunch club</span>');
    expect(see(nearOf([match()]))).not.to.contain('This text is from the service');
  });

  it('keeps the address of a refuge, and its map', () => {
    const service = { ...match({ hidden: true, at: { name: 'House', accessNote: 'Steps' } }) };
    const page = see(nearOf([{ ...service, reasons: [{ code: 'address-kept' }] }]));
    expect(page).not.to.match(/House|Test Street|E1 6AN|openstreetmap|Steps/u);
    expect(page).to.contain('To keep people safe, the address is not shown. Call first.');
  });

  it('finds a place on a map by its postcode where its point is not known; without either there is no map', () => {
    const { point: _point, ...place } = match().place ?? { id: '', address: [], venue: 'other', access: [], schedules: [] };
    expect(see(nearOf([match({}, { place })]))).to.contain('openstreetmap.org/search?query=E1%206AN');
    const { postcode: _postcode, ...bare } = place;
    expect(see(nearOf([match({}, { place: bare })]))).not.to.contain('openstreetmap');
  });

  it('says little where little is known', () => {
    const {
      cost: _cost,
      wayIn: _wayIn,
      ...service
    } = aService('line', ['loneliness'], undefined, { about: '', url: 'not a url', owner: 'x' });
    const bare = { ...service, name: 'x' };
    const page = see(nearOf([{ service: bare, reasons: [{ code: 'remote' }] }]));
    expect(page).not.to.match(/<dt>|not a url/u);
    expect(text(page)).to.contain('by phone or online').and.not.contain('x · small');
    const nowhere = { id: 'p', address: [], venue: 'other', access: [], schedules: [] } as const;
    expect(see(nearOf([{ service: { ...bare, url: 'ftp://files.example' }, place: nowhere, reasons: [] }]))).not.to.match(/<dt>|ftp/u);
  });

  it('says plainly what is stale', () => {
    const page = see(nearOf([match({}, { reasons: [{ code: 'free' }, { code: 'stale' }] })]));
    expect(page).to.contain('<p class="wm-service__stale">we do not know when this was last checked: call before you go</p>');
  });

  it('says that nothing was found, kindly, with lines to call', () => {
    const page = see(nearOf([]));
    expect(page).to.contain('A link worker may know more.').and.contain('You can also call:').and.contain('116 123');
    const only = see(nearOf([], { groups: [{ need: 'loneliness', matches: [], lines: [] }], where: 'unknown' }), { only: true });
    expect(only)
      .to.contain('We are sorry.')
      .and.not.contain('link worker')
      .and.not.contain('You can also call')
      .and.not.contain('far away');
  });

  it('says what must be known of all of it', () => {
    expect(see(nearOf([match()], { sample: true }))).to.contain('these services are made up');
    expect(see(nearOf([match()], { where: 'outward' }))).to.contain('The distances are rough.');
    expect(see(nearOf([match()], { where: 'unknown' }))).to.contain('We do not know where you live.');
    expect(see(nearOf([match()]))).not.to.match(/made up|rough|where you live/u);
  });
});

describe('what is near, in the conversation', () => {
  const near = nearOf([match()]);
  const view = (reply: Reply) => viewChat({ content, spoken: spoken({ replies: [reply] }), code: aCode, formId: 'form-1', today });

  it('stands above the question that asks about it, and is the heading of the page', () => {
    // safe: asking() asks
    const { title, main } = view({ ...(asking({ type: 'choice', options: [] }) as Extract<Reply, { kind: 'ask' }>), near });
    const page = main.toString();
    expect(title).to.equal('What is near you');
    expect(page.match(/<h1/gu)).to.have.length(1);
    expect(page)
      .to.match(/<h1[^>]*data-focus>What is near you/u)
      .and.match(/<h2 class="wm-question" id="question" tabindex="-1">/u);
    expect(page.indexOf('lunch club')).to.be.below(page.indexOf('id="question"'));
  });

  it('stands on the page of what was sent, which is printed', () => {
    const page = view({ kind: 'sent', reference: 'AB12-CD34', status: 'requested', code: '123456', phrases: [], near }).main.toString();
    expect(page).to.contain('You do not have to wait. These are near you now:').and.contain('lunch club').and.contain('data-print');
  });

  it('is the end of a way of its own, from which a link worker can still be asked', () => {
    const phrases = [{ product: 'near.intro' as const }, { verbatim: 'Something more.' }];
    const { title, main } = view({ kind: 'near', near, phrases, offers: ['refer'] });
    const page = main.toString();
    expect(title).to.equal('What is near you');
    expect(page.match(/These may help you/gu)).to.have.length(1);
    expect(page)
      .to.contain('Something more.')
      .and.contain('That is all.')
      .and.match(/name="do" value="refer"/u);
    expect(view({ kind: 'near', near, phrases }).main.toString()).not.to.contain('value="refer"');
  });

  it('is told whole where one service is asked about in words', () => {
    const say: Reply = { kind: 'say', tone: 'plain', phrases: [], notice: { code: 'help' }, match: match() };
    const { main } = viewChat({ content, spoken: spoken({ replies: [say, asking()] }), code: aCode, formId: 'form-1', today });
    expect(main.toString()).to.contain('lunch club').and.contain('Tell me more');
  });

  it('is offered quietly where services are known, on the first page and on the way', async () => {
    const parts = pagesParts(new FakeConversing());
    const without = new Visitor(parts);
    expect((await without.get('/')).body).not.to.contain('value="near"');
    const visitor = new Visitor({ ...parts, directory: () => directoryOf([]) });
    expect((await visitor.get('/')).body)
      .to.contain('value="near"')
      .and.contain('We send nothing to anyone.');
    const offering: Reply = { ...(asking() as Extract<Reply, { kind: 'ask' }>), offers: ['near'] };
    expect(view(offering).main.toString()).to.contain('value="near"');
    expect(view(asking()).main.toString()).not.to.contain('value="near"');
    const ended: Reply = { kind: 'ended', end: 'out-of-area', phrases: [], offers: ['near'] };
    expect(view(ended).main.toString()).to.contain('value="near"');
    expect(view({ kind: 'near', near, phrases: [] }).main.toString()).not.to.contain('value="near"');
  });
});
