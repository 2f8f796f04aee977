// The desk over HTTP: who may use it, what it finds for what is typed, what it never shows, the leaflet, sending it, and the flag for the duty clinician.
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import { createSendMail } from '../../src/delivery/send-mail.js';
import { localDirectory } from '../support/local-directory.js';
import { matchServices } from '../../src/directory/match-services.js';
import { aService, corners, placeAt, smallDirectory } from '../support/small-directory.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { hiddenOf, signedIn, startStaffServer, visitor, type StaffServer, type Visitor } from './staff-server.js';

const fresh = aService('fresh-bread', ['food'], 'bow', { lastModified: '2026-09-02T10:00:00Z' });
const walking = aService('walking-group', ['activity'], 'dalston', { alert: 'Wear <b>good</b> shoes', assured: '2026-10-01' });
const farWalking = aService('leeds-walking-group', ['activity'], 'leeds');
const unnamed = aService('quiet-help', [], 'whitechapel', { lastModified: undefined as never, capacity: { state: 'waiting', weeks: 6 } });
const atHome = aService('phone-friend', ['loneliness'], undefined, { remote: true, phones: ['020 7946 0001'] });
const nowhere = aService('somewhere-group', ['culture'], undefined);
const refuge = aService('safe-home', ['safety'], 'bow', {
  hidden: true,
  phones: ['020 7946 0002'],
  places: [placeAt('secret', 'bow', { address: ['77 Hidden Road'], postcode: 'E3 9ZZ' })],
});
const services = [...smallDirectory, fresh, walking, farWalking, unnamed, atHome, nowhere, refuge];

/** Names of the results, best first. */
const namesIn = (body: string): readonly string[] => [...body.matchAll(/<h2 id="name-\d+">([^<]*)</gu)].map(([, name = '']) => name);

const resultOf = (body: string, name: string): string => body.split('<li class="result').find(part => part.includes(`>${name}<`)) ?? '';

describe('the desk', () => {
  let server: StaffServer;
  let amina: Visitor;
  let directory: LocalDirectory | undefined;
  const look = async (query: Readonly<Record<string, string>>): Promise<string> =>
    (await amina.get(`/desk/results?${new URLSearchParams(query).toString()}`)).body;

  before(async () => {
    directory = localDirectory(services, { sample: true });
    server = await startStaffServer(undefined, {
      directory: () => directory,
    });
    amina = await signedIn(server);
  });
  after(async () => {
    await server.stop();
  });

  it('is for staff who are signed in', async () => {
    for (const path of ['/desk', '/desk/results?q=food', '/desk/duty', '/desk/send?s=x']) {
      const refused = await visitor(server.url).get(path);
      expect(refused.status, path).to.equal(401);
      expect(refused.body, path).to.include('Sign in');
    }
    expect((await visitor(server.url).post('/desk/send', {})).status).to.equal(401);
    expect((await amina.get('/desk')).status).to.equal(200);
  });

  it('takes needs that are known from its address, shows what is near for them, and hands them on', async () => {
    const { body } = await amina.get('/desk?lang=pl&known=food,nonsense,activity');
    expect(namesIn(body)).to.include('fresh bread').and.include('walking group');
    expect(body).to.include('name="known" value="food,activity"');
    for (const need of ['food', 'activity']) expect(body).to.include(`name="need" value="${need}"`);
    expect(body)
      .to.match(/<option value="pl"[^>]*selected/u)
      .and.not.include('nonsense');
    expect(namesIn(await look({ known: 'food', q: 'walking group' }))[0]).to.equal('walking group');
  });

  it('tells the steps to the duty clinician also to who is not signed in, without the form', async () => {
    const stranger = visitor(server.url);
    for (const answer of [await stranger.get('/desk/duty'), await stranger.post('/desk/duty', {})]) {
      expect(answer.status).to.equal(401);
      expect(answer.body).to.include('tel:999').and.include('Dr Day').and.include('tel:02079460124').and.include('emergency procedure');
      expect(answer.body).not.to.include('data-duty').and.not.include('Written down');
    }
  });

  it('opens with one box, the flag, a place for beginning with the patient, and says that samples are made up', async () => {
    const { body, headers } = await amina.get('/desk');
    expect(body)
      .to.match(/id="q"[^>]*autofocus/u)
      .and.include('Get the duty clinician now')
      .and.include('every service here is made up');
    expect(body)
      .to.include('Hand over to their phone')
      .and.include('Start with the patient')
      .and.include('Waiting-room screen')
      .and.include('Nothing on it yet');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(body)
      .not.to.include('style="')
      .and.not.to.match(/<script(?![^>]*src=)/u);
  });

  it('leaves nothing of its address in a cache or a referrer', async () => {
    for (const path of ['/desk?q=food', '/desk/results?q=food']) {
      const { headers } = await amina.get(path);
      expect([headers.get('cache-control'), headers.get('referrer-policy')], path).to.deep.equal(['no-store', 'no-referrer']);
    }
  });

  it('finds by need, in the order and with the reasons of matching, what is near first', async () => {
    const body = await look({ q: 'E1 6AN', need: 'housing' });
    expect(await look({ q: 'rent arrears' }))
      .to.include('Housing or problems')
      .and.include('Money, debt');
    expect(body).to.include('near E1 6AN (approximate)').and.include('Housing');
    const asked = { need: 'housing', today: '2026-11-22', outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' } as const;
    const who = { point: corners.whitechapel, languages: [], audiences: [], access: [], limit: 40 };
    const best = matchServices(localDirectory(services).index, { ...asked, ...who }).matches.map(({ service }) => service.name);
    expect(namesIn(body).slice(0, best.length)).to.deep.equal(best);
    expect(resultOf(body, 'housing rights')).to.match(/free · \d+(\.\d)? miles/u);
    expect(body).to.match(/data-say="\d+ services found"/u);
  });

  it('hears needs in other languages', async () => {
    const body = await look({ q: 'nikogo nie mam' });
    expect(body).to.include('Feeling lonely');
    expect(namesIn(body)).to.include('polish circle');
  });

  it('puts what is called so first, near before far, and takes half a postcode for the place', async () => {
    const body = await look({ q: 'walking group e8' });
    expect(body).to.include('near E8 (approximate)');
    expect(namesIn(body)[0]).to.equal('walking group');
    expect(namesIn(body).at(-1)).to.equal('leeds walking group');
    expect(resultOf(body, 'leeds walking group')).to.match(/\d+(\.\d)? miles away/u);
  });

  it('finds by name what no need leads to, and by a postcode alone what is there', async () => {
    expect(namesIn(await look({ q: 'quiet help' }))[0]).to.equal('quiet help');
    expect(namesIn(await look({ q: 'e1 6an' })).length).to.be.greaterThan(5);
  });

  it('tells whose a service is, what to watch for, how to reach it and how fresh that is', async () => {
    const walk = resultOf(await look({ q: 'walking group' }), 'walking group');
    expect(walk).to.include('<strong>small local charity</strong>').and.include('Wear &lt;b&gt;good&lt;/b&gt; shoes');
    expect(walk).to.include('walking-group hall, 1 Test Street, E1 6AN').and.include('checked by them on 1 October 2026');
    const quiet = resultOf(await look({ q: 'quiet help' }), 'quiet help');
    expect(quiet).to.include('waiting list of 6 weeks').and.include('not known when it was last checked: call first');
    expect(resultOf(await look({ q: 'phone friend' }), 'phone friend'))
      .to.include('by telephone or online')
      .and.include('href="tel:02079460001"');
    expect(resultOf(await look({ q: 'national friends' }), 'national friends'))
      .to.include('national charity')
      .and.include('not checked since 1 June 2025: call first');
    expect(resultOf(await look({ q: 'fresh bread' }), 'fresh bread')).to.include('last changed on 2 September 2026');
    expect(resultOf(await look({ q: 'somewhere group' }), 'somewhere group')).not.to.include('by telephone');
  });

  it('shows a closed service that was asked for by name, with a warning', async () => {
    expect(resultOf(await look({ q: 'food bank closed' }), 'food bank closed')).to.include('closed to new people now');
  });

  it('never shows the address of a refuge', async () => {
    for (const q of ['safe home', 'afraid of my husband e1 6an', 'E3 9ZZ', 'hidden road']) {
      const body = await look({ q });
      expect(body, q).not.to.match(/Hidden Road|9ZZ</u);
    }
    expect(resultOf(await look({ q: 'safe home' }), 'safe home')).to.include('Its address is kept secret: call first');
  });

  it('keeps away what the filters keep away, and says why', async () => {
    const women = await look({ need: 'loneliness', gender: 'women', q: '' });
    expect(namesIn(women)).to.include('bengali women').and.not.to.include('mens shed');
    const men = await look({ q: 'bengali women', gender: 'men' });
    expect(namesIn(men)).not.to.include('bengali women');
    expect(men)
      .to.match(/Why not others|The nearest there is/u)
      .and.include('only for women');
    expect(namesIn(await look({ q: 'paid adviser', free: '1' }))).not.to.include('paid adviser');
    expect(namesIn(await look({ need: 'loneliness', 'access-step-free': '1' }))).not.to.include('mens shed');
    expect(namesIn(await look({ need: 'loneliness', 'day-TU': '1', age: '70' })))
      .to.include('lunch club')
      .and.not.to.include('coffee morning');
    expect(namesIn(await look({ q: 'memory clinic', self: '1' }))).not.to.include('memory clinic');
    expect(namesIn(await look({ need: 'loneliness', home: '1' })))
      .to.include('phone friend')
      .and.not.to.include('lunch club');
    expect(namesIn(await look({ need: 'money', q: 'choir' }))).not.to.include('choir');
  });

  it('shows the filters as they were set, and takes nothing it cannot read', async () => {
    const { body } = await amina.get('/desk?q=yoga&age=70&speaks=pl&home=1&day-MO=1&access-parking=1&s=choir,choir,gone');
    expect(body).to.include('value="70"').and.include('Days (1)').and.include('Access (1)');
    expect(body).to.match(/<option value="pl" lang="pl" selected>/u);
    const odd = await amina.get('/desk?need=x&age=900&speaks=%3Cb%3E&gender=x&size=x&layout=x&free=2&q=%3Cb%3Ehi');
    expect(odd.status).to.equal(200);
    expect(odd.body).not.to.include('<b>hi');
  });

  it('is kind where there is nothing: the nearest, why they do not fit, and national lines', async () => {
    const body = await look({ need: 'culture', q: '', home: '1', age: '30' });
    expect(namesIn(body)).to.deep.equal([]);
    expect(body).to.include('We found nothing that fits').and.include('The nearest there is').and.include('Samaritans');
    expect(body).to.include('data-say="No service found"');
    expect(await look({ q: 'xyzzyq sw1a 2aa' })).to.include('nobody here knows where this is');
    expect(await look({ need: 'housing', home: '1', age: '2', q: '' })).to.include('Shelter');
  });

  it('points to the flag where words may tell of danger', async () => {
    expect(await look({ q: 'he wants to kill himself tonight' })).to.include('These words may tell of danger');
    const asks = await look({ q: 'my dad took his own life' });
    expect(asks).to.include('This may tell of danger: ask how they are, in private.').and.include('href="/desk/duty"');
    expect(await look({ q: 'yoga' })).not.to.include('danger');
  });

  it('fills a leaflet of six without a script, and gives its address as the public page wants it', async () => {
    const { body } = await amina.get('/desk?q=yoga&s=choir&add=chair-yoga');
    expect(body).to.match(/<input type="hidden" name="s" value="choir,chair-yoga"/u);
    expect(resultOf(body, 'chair yoga')).to.include('name="drop"').and.include('Take off');
    const less = await amina.get('/desk?s=choir,chair-yoga&drop=choir&lang=pl&size=large&layout=easy');
    expect(less.body)
      .to.include('name="s" value="chair-yoga"')
      .and.match(/value="large" selected/u)
      .and.match(/value="easy" checked/u);
    const full = await amina.get('/desk?q=yoga&s=a,b,c,d,e,f&add=chair-yoga');
    expect(full.body).to.include('The leaflet is full');
  });

  it('works before any directory was imported', async () => {
    const before = directory;
    directory = undefined;
    expect((await amina.get('/desk?q=food&s=x')).body).to.include('No directory of services was imported yet');
    expect(namesIn(await look({ q: 'food' }))).to.deep.equal([]);
    expect((await amina.get('/desk/send?s=choir')).body).to.include('There is nothing on the leaflet');
    directory = before;
  });

  it('cannot send a leaflet where no mail is set up, and says so', async () => {
    expect((await amina.get('/desk/send?s=choir')).body).to.include('This leaflet cannot be sent from here');
    const { token } = tokenOf((await amina.get('/desk/duty')).body);
    const refused = await amina.post('/desk/send', { token, s: 'choir', email: 'a@b.example', safe: '1' });
    expect([refused.status, refused.body.includes('cannot be sent from here')]).to.deep.equal([409, true]);
  });

  it('writes down who asked for the duty clinician, and says that it cannot call them', async () => {
    const panel = await amina.get('/desk/duty');
    expect(panel.body).to.include('Dr Day').and.include('tel:02079460124').and.include('999');
    const done = await amina.post('/desk/duty', tokenOf(panel.body));
    expect(done.body).to.include('Written down at 12:00, with your name. This page cannot call anyone. Call Dr Day.');
    expect((await amina.post('/desk/duty', { token: 'wrong' })).status).to.equal(403);
    const elsewhere = await amina.post('/desk/duty', tokenOf(panel.body), { origin: 'https://elsewhere.example' });
    expect(elsewhere.status).to.equal(403);
  });
});

function tokenOf(body: string): { readonly token: string } {
  return { token: hiddenOf(`class="actions"${body.slice(body.indexOf('<main'))}`).token };
}

describe('the desk with mail', () => {
  let smtp: TestSmtpServer;
  let server: StaffServer;
  let amina: Visitor;
  let left = 6;
  const counted: string[] = [];

  before(async () => {
    smtp = await startSmtpServer();
    let number = 0;
    const send = createSendMail({ host: '127.0.0.1', port: smtp.port, security: 'plain-allowed' });
    const directory = localDirectory(services);
    server = await startStaffServer(undefined, {
      directory: () => directory,
      mail: {
        send,
        mayMail: by => counted.push(by) > 0 && (left -= 1) >= 0,
        entropy: () => `mail-${String((number += 1))}`,
        publicUrl: 'https://waymark.example',
      },
    });
    amina = await signedIn(server);
  });
  after(async () => {
    await server.stop();
    await smtp.stop();
  });

  const form = async (more: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>>> => {
    const { body } = await amina.get('/desk/send?s=choir,gone,chair-yoga&lang=en-GB&size=large');
    return { ...tokenOf(body), s: 'choir,chair-yoga', lang: 'en-GB', size: 'large', layout: 'easy', ...more };
  };

  it('asks for the address on a page of its own, and whether it is safe to write there', async () => {
    const { body } = await amina.get('/desk/send?s=choir,gone&size=large');
    expect(body).to.include('1 service, in English').and.include('it is safe to write to me there').and.not.include('gone');
    const noAddress = await amina.post('/desk/send', await form({ email: 'not one', safe: '1' }));
    expect([noAddress.status, noAddress.body.includes('Write an e-mail address')]).to.deep.equal([400, true]);
    const notAsked = await amina.post('/desk/send', await form({ email: 'pat@home.example' }));
    expect([notAsked.status, notAsked.body.includes('Ask first whether it is safe')]).to.deep.equal([400, true]);
    expect(notAsked.body).to.include('value="pat@home.example"');
    expect(smtp.mails).to.have.length(0);
  });

  it('sends the address of the leaflet and nothing about the patient, and keeps nowhere to whom', async () => {
    const sent = await amina.post('/desk/send', await form({ email: 'pat@home.example', safe: '1' }));
    expect([sent.status, sent.body.includes('on its way')]).to.deep.equal([200, true]);
    expect(sent.body).not.to.include('pat@home.example');
    const mail = smtp.mails.at(-1);
    expect(mail?.to).to.deep.equal(['pat@home.example']);
    const raw = (mail?.raw ?? '').replaceAll(/=\r\n/gu, '').replaceAll('=3D', '=');
    expect(raw).to.include('https://waymark.example/leaflet?lang=en-GB&s=choir,chair-yoga&layout=easy');
    expect(raw).to.include('Subject: The page you asked for').and.not.include('Amina');
  });

  it('says that nothing was sent where the mail server refuses, or too many went just now', async () => {
    smtp.refuse(1);
    const refused = await amina.post('/desk/send', await form({ email: 'pat@home.example', safe: '1' }));
    expect([refused.status, refused.body.includes('nothing was sent')]).to.deep.equal([502, true]);
    left = 0;
    const many = await amina.post('/desk/send', await form({ email: 'pat@home.example', safe: '1' }));
    expect(many.status).to.equal(429);
    expect(new Set(counted).size).to.equal(1);
    expect(counted[0], 'the session, not the name').to.not.include('Amina');
    left = 6;
    expect((await amina.post('/desk/send', { ...(await form({ email: 'pat@home.example', safe: '1' })), token: 'x' })).status).to.equal(
      403,
    );
  });
});
