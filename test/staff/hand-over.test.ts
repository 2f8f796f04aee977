// From the desk into the conversation, as staff send its forms: who may, what is audited, and what the browser is given.
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import type { Begun } from '../../src/channels/pages/handing-over.js';
import type { PageRequest, PageResponse } from '../../src/channels/pages/page.js';
import { createHandOverRoutes, type HandOverParts } from '../../src/staff/hand-over-routes.js';
import { deskStartWays } from '../../src/staff/desk-start-ways.js';
import { createSignIn } from '../../src/staff/sign-in.js';
import type { AuditLine } from '../../src/storage/ports.js';
import { aCode, smallContent } from '../support/pages-world.js';
import { setClock } from '../support/set-clock.js';

const content = smallContent();

let begun: Begun[];
let takenUp: string[];
let lines: AuditLine[];
let parts: HandOverParts;
let staff: Readonly<Record<string, string>>;
let formToken: string;

beforeEach(() => {
  begun = [];
  takenUp = [];
  lines = [];
  const clock = setClock('2026-11-22T12:00:00Z');
  const signIn = createSignIn({ key: Buffer.alloc(32, 1), clock });
  parts = {
    service: content.service,
    styles: '/assets/staff.css',
    signIn,
    content,
    clock,
    publicUrl: 'https://help.example.nhs.uk',
    referrals: { audit: line => Promise.resolve(void lines.push(line)) },
    handingOver: {
      prepare: wish => {
        begun.push(wish);
        return Promise.resolve({ path: '/code/dG9rZW4tdG9rZW4tdG9rZW4t', code: 'KRW MTP' });
      },
      takeUp: session => Promise.resolve(void takenUp.push(session)),
      beginWithStaff: wish => {
        begun.push(wish);
        return Promise.resolve({ session: aCode, referralId: 'referral-1' });
      },
    },
  };
  const [cookie = ''] = signIn.redeem(signIn.link().split('=')[1] ?? '', 'Amina', false) ?? [];
  staff = { 'waymark-staff': /=(?<value>[^;]*)/u.exec(cookie)?.groups?.['value'] ?? '' };
  const session = signIn.sessionOf(staff, false);
  formToken = session === undefined ? '' : signIn.formToken(session);
});

function post(path: string, form: PageRequest['form'] = {}, changes: Partial<PageRequest> = {}): Promise<PageResponse> {
  const route = createHandOverRoutes(parts).find(one => one.path === path);
  if (route === undefined) throw new Error(path);
  return route.handle({
    method: 'POST',
    path,
    query: {},
    form: { token: formToken, ...form },
    cookies: staff,
    acceptLanguage: 'en-GB',
    live: false,
    secure: false,
    host: 'mill.example',
    origin: 'http://mill.example',
    remote: '127.0.0.1',
    ...changes,
  });
}

const did = (): readonly string[] => lines.map(line => `${line.who} ${line.did} ${line.record ?? ''}`.trim());

describe('the ways from the desk', () => {
  it('are for staff who are signed in and their own forms', async () => {
    for (const path of ['/desk/hand-over', '/desk/start', '/desk/go-on', '/desk/kiosk', '/desk/kiosk/end']) {
      expect((await post(path, {}, { cookies: {} })).status, path).to.equal(401);
      expect((await post(path, { token: 'guessed' })).status, path).to.equal(403);
      expect((await post(path, {}, { origin: 'https://elsewhere.example' })).status, path).to.equal(403);
    }
    expect([begun, lines]).to.deep.equal([[], []]);
  });

  it('hand over by a QR code, a link and a code, in the language of the patient', async () => {
    const { status, body } = await post('/desk/hand-over', { lang: 'pl', need: ['food', 'money'], service: ['s1', 'x'.repeat(300)] });
    expect(status).to.equal(200);
    expect(begun).to.deep.equal([{ lang: 'pl', needs: ['food', 'money'], services: ['s1'] }]);
    expect(body)
      .to.contain('https://help.example.nhs.uk/code/dG9rZW4tdG9rZW4tdG9rZW4t?lang=pl')
      .and.contain('KRW MTP')
      .and.contain('wm-qr');
    expect(body).to.contain('help.example.nhs.uk/code').and.contain('<p lang="pl"');
    expect(body, 'nobody follows it at the desk').to.not.contain('href="https://help.example.nhs.uk/code/');
    expect(did()).to.deep.equal(['Amina handed-over']);
  });

  it('use the address they were reached at where no other is known, and English for a language that is not there', async () => {
    const { publicUrl: _publicUrl, ...rest } = parts;
    parts = rest;
    expect((await post('/desk/hand-over', { lang: 'xx' })).body)
      .to.contain('http://mill.example/code/')
      .and.contain('lang=en-GB');
    expect(
      (await post('/desk/hand-over', {}, { secure: true, cookies: { '__Secure-waymark-staff': staff['waymark-staff'] ?? '' } })).body,
    ).to.contain('https://mill.example/code/');
  });

  it('begin here with the patient; who did is kept in the audit trail of the referral to be', async () => {
    const { location, cookies } = await post('/desk/start', { lang: 'ar' });
    expect(location).to.equal('/chat?lang=ar');
    expect(cookies?.[0]).to.contain(`waymark=${aCode}`);
    expect(did()).to.deep.equal(['Amina began-with-patient referral-1']);
  });

  it('go on with what was put away in this browser, if anything was', async () => {
    expect((await post('/desk/go-on')).location).to.equal('/desk');
    const { location, cookies = [] } = await post('/desk/go-on', {}, { cookies: { ...staff, 'waymark-put-away': aCode } });
    expect(location).to.equal('/chat');
    expect(takenUp).to.deep.equal([aCode]);
    expect(cookies.join()).to.contain(`waymark=${aCode}`).and.contain('waymark-put-away=;');
  });

  it('open the waiting-room screen and sign out there, and end it', async () => {
    const opened = await post('/desk/kiosk');
    expect(opened.location).to.equal('/kiosk');
    expect(opened.cookies?.join()).to.contain('waymark-kiosk=1').and.contain('waymark-staff=;').and.contain('waymark=;');
    const ended = await post('/desk/kiosk/end');
    expect(ended.location).to.equal('/desk');
    expect(ended.cookies?.join()).to.contain('waymark-kiosk=;');
    expect(did()).to.deep.equal(['Amina began-waiting-room-screen', 'Amina ended-waiting-room-screen']);
  });

  it('stand on the desk as forms, with what was picked there', () => {
    const plain = deskStartWays({ content, token: 't' }).toString();
    expect(plain).to.contain('Start with the patient').and.contain('Hand over to their phone').and.contain('>Waiting-room screen<');
    expect(plain).to.contain('Polish – polski').and.not.contain('Go on with it').and.not.contain('name="need"');
    const full = deskStartWays({ content, token: 't', needs: ['food'], services: ['s"1'], putAway: true, kiosk: true }).toString();
    expect(full)
      .to.contain('name="need" value="food"')
      .and.contain('value="s&quot;1"')
      .and.contain('Go on with it')
      .and.contain('End the waiting-room screen');
  });
});
