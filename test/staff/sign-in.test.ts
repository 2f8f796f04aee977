// Getting into the staff rooms, and staying out of them.
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { createSignIn } from '../../src/staff/sign-in.js';
import { setClock } from '../support/set-clock.js';
import { hiddenOf, signedIn, startStaffServer, visitor, type StaffServer } from './staff-server.js';

describe('staff sign-in', () => {
  let server: StaffServer;
  before(async () => {
    server = await startStaffServer();
  });
  after(async () => server.stop());

  const tokenOf = (link: string): string => new URL(link).searchParams.get('link') ?? '';

  it('shows nothing to somebody who is not signed in', async () => {
    const stranger = visitor(server.url);
    for (const path of ['/worklist', '/worklist/AB2C-D3EF']) {
      const page = await stranger.get(path);
      expect(page.status).to.equal(401);
      expect(page.body).to.include('Sign in to see the worklist');
    }
    expect((await stranger.post('/worklist/AB2C-D3EF', { do: 'accept', rev: '1', token: 'x' })).status).to.equal(401);
  });

  it('lets in whoever has a fresh link and gives a name, with a cookie no script or other site can use', async () => {
    const someone = visitor(server.url);
    const link = server.link();
    expect((await someone.get(link)).body).to.include('Your name, as your colleagues know it');
    const entered = await someone.post('/worklist/sign-in', { link: tokenOf(link), who: '  Amina   Khan ' });
    expect(entered.status).to.equal(303);
    expect(entered.location).to.equal('/worklist');
    expect(entered.headers.getSetCookie().map(line => line.replace(/^[^;]*; /u, ''))).to.deep.equal([
      'Path=/worklist; Max-Age=28800; HttpOnly; SameSite=Strict',
      'Path=/desk; Max-Age=28800; HttpOnly; SameSite=Strict',
    ]);
    const list = await someone.get('/worklist');
    expect(list.status).to.equal(200);
    expect(list.body).to.include('Signed in as Amina Khan');
    expect(list.headers.get('cache-control')).to.equal('no-store');
  });

  it('is not used up by being opened', async () => {
    const link = server.link();
    await visitor(server.url).get(link);
    await fetch(link, { method: 'HEAD' });
    expect((await visitor(server.url).get(link)).status).to.equal(200);
  });

  it('says kindly that a link was used, is too old, or is none', async () => {
    const link = server.link();
    await visitor(server.url).post('/worklist/sign-in', { link: tokenOf(link), who: 'Amina' });
    const second = await visitor(server.url).post('/worklist/sign-in', { link: tokenOf(link), who: 'Eve' });
    expect([second.status, second.headers.get('set-cookie')]).to.deep.equal([410, null]);
    expect(second.body).to.include('This link has been used');
    const old = server.link();
    server.clock.forward(15 * 60_000);
    expect((await visitor(server.url).get(old)).body).to.include('This link is too old');
    expect((await visitor(server.url).post('/worklist/sign-in', { link: tokenOf(old), who: 'Amina' })).status).to.equal(410);
    expect((await visitor(server.url).get('/worklist/sign-in?link=nonsense')).status).to.equal(404);
    expect((await visitor(server.url).get('/worklist/sign-in')).body).to.include('This link does not work');
  });

  it('asks again for a name that is missing or far too long, and the link still works', async () => {
    const link = server.link();
    for (const who of ['', '   ', 'x'.repeat(61)]) {
      const asked = await visitor(server.url).post('/worklist/sign-in', { link: tokenOf(link), who });
      expect(asked.status).to.equal(400);
      expect(asked.body).to.include('Write your name');
    }
    expect((await visitor(server.url).post('/worklist/sign-in', { link: tokenOf(link), who: 'Amina' })).status).to.equal(303);
  });

  it('prints a new link when asked, once a minute', async () => {
    const stranger = visitor(server.url);
    expect((await stranger.post('/worklist/sign-in/new', {})).body).to.include('A new link was printed');
    expect((await stranger.post('/worklist/sign-in/new', {})).body).to.include('less than a minute ago');
    expect(server.announced).to.have.length(1);
    expect((await visitor(server.url).get(server.announced[0] ?? '')).status).to.equal(200);
    server.clock.forward(60_000);
    await stranger.post('/worklist/sign-in/new', {}, { origin: 'https://elsewhere.example' });
    expect(server.announced).to.have.length(1);
  });

  it('ends after eight hours, and at once when signing out', async () => {
    const amina = await signedIn(server);
    const list = await amina.get('/worklist');
    const token = /name="token" value="([^"]+)"/u.exec(list.body)?.[1] ?? '';
    expect((await amina.post('/worklist/sign-out', { token: 'wrong' })).headers.get('set-cookie')).to.equal(null);
    expect((await amina.get('/worklist')).status).to.equal(200);
    const out = (await amina.post('/worklist/sign-out', { token })).headers.getSetCookie().join();
    expect(out, 'nor is anything of a patient left')
      .to.match(/waymark=;/u)
      .and.match(/waymark-put-away=;/u);
    expect((await amina.get('/worklist')).status).to.equal(401);
    const ben = await signedIn(server, 'Ben');
    server.clock.forward(8 * 3_600_000);
    expect((await ben.get('/worklist')).status).to.equal(401);
  });

  it('takes no cookie that was changed or made with another key', () => {
    const clock = setClock('2026-11-22T12:00:00Z');
    const ours = createSignIn({ key: Buffer.alloc(32, 1), clock });
    const theirs = createSignIn({ key: Buffer.alloc(32, 2), clock });
    const cookieOf = (signIn: typeof ours): string => {
      const token = new URL(signIn.link(), 'http://x').searchParams.get('link') ?? '';
      return /=([^;]*)/u.exec(signIn.redeem(token, 'Amina', false)?.[0] ?? '')?.[1] ?? '';
    };
    const own = cookieOf(ours);
    expect(ours.sessionOf({ 'waymark-staff': own }, false)?.who).to.equal('Amina');
    for (const text of [cookieOf(theirs), `x${own}`, `${own}x`, own.split('.')[0] ?? '', '', '.', 'a.b.c']) {
      expect(ours.sessionOf({ 'waymark-staff': text }, false), text).to.equal(undefined);
    }
    expect(ours.sessionOf({ 'waymark-staff': own }, true)).to.equal(undefined);
    expect(ours.announceLink()).to.equal(false);
    for (const line of ours.signOut(true)) expect(line).to.include('Max-Age=0').and.include('; Secure');
    expect(ours.signOut(true)).to.have.length(2);
  });

  it('does not accept forms without their token, from elsewhere or of another session', async () => {
    const amina = await signedIn(server);
    const ben = await signedIn(server, 'Ben');
    const others = hiddenOf((await ben.get('/worklist')).body);
    const refused = await amina.post('/worklist/AB2C-D3EF', { do: 'accept', ...others, rev: '1' });
    expect(refused.status).to.equal(403);
    expect(refused.body).to.include('This form is too old');
  });
});
