// The leaflet by its address.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { leafletAddress, readLeafletWish } from '../../../src/channels/pages/leaflet-address.js';
import type { Service } from '../../../src/directory/service.js';
import { FakeConversing, pagesParts, smallContent, Visitor } from '../../support/pages-world.js';
import { directoryOf } from '../../support/sample-directory.js';
import { aService, placeAt, weekly } from '../../support/small-directory.js';

const club = aService('club', ['money', 'loneliness', 'food', 'work'], 'bow', {
  owner: 'Anchor Trust',
  phones: ['+442079460109'],
  url: 'https://www.anchor.example.org/club',
  schedules: [weekly(['TU'])],
  lastModified: '2026-06-01',
  languages: ['bn'],
  at: { venue: 'library', accessNote: 'Ring the bell' },
});
const refuge = aService('refuge', ['safety'], 'bow', {
  hidden: true,
  phones: ['020 7946 0000'],
  lastModified: '2024-01-01',
  alert: 'Full now',
});
const bare = { ...aService('bare', [], undefined), name: 'bare' };
const many = {
  ...aService('many', ['money'], undefined, { lastModified: '2026-06-01' }),
  places: [placeAt('north', 'bow', { access: ['step-free'], schedules: [weekly(['MO'])] }), placeAt('south', 'peckham')],
};
const content = smallContent();
const polish = content.languages.get('pl');
const withInterpreter = {
  ...content,
  unready: new Map(polish && [['pl', { ...polish, interpreter: { english: 'Polish interpreter, please', sounds: 'polisz interpreter' } }]]),
  languages: new Map([...content.languages].filter(([tag]) => tag !== 'pl')),
};

function visitor(services: readonly Service[], more: Parameters<typeof pagesParts>[1] = {}): Visitor {
  return new Visitor(pagesParts(new FakeConversing(), { directory: () => directoryOf(services, false), ...more }));
}

async function read(address: string, services: readonly Service[] = [club, refuge, bare, many]): Promise<string> {
  return (await visitor(services).get(address)).body.replace(/\s+/gu, ' ');
}

describe('the address of a leaflet', () => {
  it('says which services, how it is set and what for', () => {
    const wish = { services: ['a', 'b c'], setting: 'large', need: 'money' } as const;
    const address = leafletAddress(wish, 'bn');
    expect(address).to.equal('/leaflet?lang=bn&s=a,b%20c&size=large&need=money');
    expect(readLeafletWish({ query: Object.fromEntries(new URL(address, 'http://x').searchParams) })).to.deep.equal(wish);
    expect(leafletAddress({ services: ['a'], setting: 'easy' }, 'ar')).to.equal('/leaflet?lang=ar&s=a&layout=easy');
  });

  it('holds six services at most, each once, and nothing it does not understand', () => {
    const wish = readLeafletWish({ query: { s: 'a,a,,b,c,d,e,f,g', size: 'huge', need: 'gold' } });
    expect(wish).to.deep.equal({ services: ['a', 'b', 'c', 'd', 'e', 'f'], setting: 'standard' });
    expect(readLeafletWish({ query: {} }).services).to.deep.equal([]);
  });
});

describe('the leaflet', () => {
  it('tells of each service what anybody needs to know', async () => {
    const page = await read('/leaflet?lang=en-GB&s=club');
    for (const part of [
      'Places that may help you',
      'From Mill Lane Practice',
      'Printed on 23 November 2026',
      'Anchor Trust',
      'helps with:',
    ])
      expect(page).to.contain(part);
    for (const part of [
      '020 7946 0109',
      '1 Test Street',
      'Ring the bell',
      'Tuesdays: 10:00',
      'anchor.example.org/club',
      'spoken',
      'call 999',
    ])
      expect(page).to.contain(part);
    expect(page).not.to.match(/services are made up|no longer on our list|last checked/u);
    expect(page).to.contain('href="/leaflet?lang=pl&amp;s=club"');
  });

  it('keeps the address of a refuge, and says what is stale', async () => {
    const page = await read('/leaflet?lang=en-GB&s=refuge');
    expect(page).not.to.match(/Test Street|E1 6AN/u);
    expect(page).to.contain('the address is not shown').and.contain('Full now').and.contain('last checked on 1 January 2024');
  });

  it('gives each of several places its own hours', async () => {
    const page = await read('/leaflet?lang=en-GB&s=many');
    expect(page).to.contain('north hall').and.contain('south hall').and.contain('Mondays: 10:00');
  });

  it('tells of a service that says nearly nothing', async () => {
    expect(await read('/leaflet?lang=en-GB&s=bare'))
      .to.contain('bare')
      .and.not.contain('helps with');
  });

  it('is set in large print, or easily with a picture a line', async () => {
    expect(await read('/leaflet?lang=en-GB&s=club&size=large')).to.contain('wm-leaflet--large');
    const easy = await read('/leaflet?lang=en-GB&s=club,refuge,bare&layout=easy&need=food');
    expect(easy.match(/wm-easy"/gu)).to.have.length(3);
    expect(easy).to.contain('wm-picture').and.contain('Full now').and.contain('last checked').and.contain('the address is not shown');
  });

  it('says which services are gone, some or all', async () => {
    expect(await read('/leaflet?s=club,gone')).to.contain('Some of the places on this leaflet are no longer on our list.');
    const none = await visitor([club]).get('/leaflet?s=gone');
    expect(none.status).to.equal(404);
    expect(none.body).to.contain('The places on this leaflet are no longer on our list.');
  });

  it('is not there where no directory is', async () => {
    const response = await new Visitor(pagesParts(new FakeConversing())).get('/leaflet?s=club');
    expect(response.status).to.equal(404);
  });

  it('says that a sample is made up', async () => {
    const sample = new Visitor(pagesParts(new FakeConversing(), { directory: () => directoryOf([club]) }));
    expect((await sample.get('/leaflet?s=club')).body).to.contain('these services are made up');
  });

  it('is written in a language that is not ready too, with what to say in English', async () => {
    const parts = { content: withInterpreter };
    const { body } = await visitor([club], parts).get('/leaflet?lang=pl&s=club');
    expect(body).to.contain('<html lang="pl"').and.contain('Polish interpreter, please').and.contain('polisz interpreter');
    expect((await visitor([club], parts).get('/leaflet?lang=xx&s=club')).body).to.contain('<html lang="en-GB"');
  });

  it('names the address people reach it by', async () => {
    const secure = await visitor([club]).get('/leaflet?s=club', { secure: true });
    expect(secure.body).to.contain('mill.example/?lang=en-GB');
    const { body } = await visitor([club], { publicUrl: 'https://help.example' }).get('/leaflet?s=club');
    expect(body).to.contain('help.example/?lang=en-GB').and.not.contain('mill.example');
  });
});
