// The worklist as a link worker uses it, on a real server and a real store.
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { aCallMeReferral, anArabicReferral, aReferral, keep } from './a-referral.js';
import { hiddenOf, signedIn, startStaffServer, type StaffServer, type Visitor } from './staff-server.js';

const path = '/worklist/AB2C-D3EF';

describe('the worklist', () => {
  let server: StaffServer;
  let amina: Visitor;

  beforeEach(async () => {
    server = await startStaffServer();
    amina = await signedIn(server);
  });
  afterEach(async () => server.stop());

  /** The rows of the list, as text. */
  const rowsOf = (body: string): readonly string[] =>
    body
      .split('<tr')
      .slice(2)
      .map(row =>
        row
          .replaceAll(/<[^>]+>/gu, ' ')
          .replaceAll(/\s+/gu, ' ')
          .replace(/^[^>]*>/u, '')
          .trim(),
      );

  it('says so kindly when there is nothing', async () => {
    expect((await amina.get('/worklist')).body).to.include('No referrals yet');
  });

  it('lists urgent people first, then the newest, one line each', async () => {
    for (const referral of [aReferral(), anArabicReferral(), aCallMeReferral()]) await keep(server.referrals, referral);
    expect(rowsOf((await amina.get('/worklist')).body)).to.deep.equal([
      'QR7S-T8UV Needs a person today 65 to 74 Arabic · interpreter Loneliness 4 days New',
      'WX4Y-Z5AB age not given Polish Asks to be called since yesterday New',
      'AB2C-D3EF 45 to 54 English Loneliness · Money 2 days New',
    ]);
  });

  it('turns pages, and goes back to the first where there is none', async () => {
    for (let count = 0; count < 27; count += 1) {
      const reference = `AB2C-D3${String.fromCharCode(65 + (count % 26))}${String(2 + Math.floor(count / 26))}`;
      await keep(server.referrals, aReferral({ id: `c${String(count)}`, reference }));
    }
    const first = await amina.get('/worklist');
    expect(rowsOf(first.body)).to.have.length(25);
    expect(first.body).to.include('27 referrals').and.include('Page 1 of 2').and.include('rel="next"').and.not.include('rel="prev"');
    expect(rowsOf((await amina.get('/worklist?page=2')).body)).to.have.length(2);
    expect((await amina.get('/worklist?page=9')).location).to.equal('/worklist');
    expect(rowsOf((await amina.get('/worklist?page=-1e400')).body)).to.have.length(25);
  });

  it('shows a referral in the order a link worker works, nothing folded', async () => {
    await keep(server.referrals, aReferral());
    const { body, status } = await amina.get(path);
    expect(status).to.equal(200);
    const order = [
      'Urgency',
      'Reaching the person',
      'Sam Carter',
      'Do not leave a message.',
      'After 2pm',
      'Language and access',
      'Step-free access',
    ];
    const below = [
      'In their own words',
      'Needs, in their order',
      'Loneliness',
      'Money',
      'Measures',
      '7 (from 3 to 9)',
      'Eligibility',
      '10 June 1980',
      'Permissions',
      'Share with the GP practice: no',
      'Who filled this in',
    ];
    const places = [...order, ...below].map(text => body.indexOf(text, body.indexOf('<main')));
    expect(
      places.every(place => place > 0),
      JSON.stringify(places),
    ).to.equal(true);
    expect(places).to.deep.equal([...places].sort((one, other) => one - other));
    expect(body.slice(0, body.indexOf('class="columns"'))).to.not.include('<details');
    expect(body).to.include('This is a sample service');
  });

  it('never lets what a patient wrote become markup', async () => {
    const nasty = '"><script>alert(1)</script>';
    const contact = { name: nasty, phone: nasty, email: nasty, address: nasty, times: nasty, safety: [nasty] };
    const referral = aReferral({ contact, person: { gender: nasty }, language: { written: nasty, interpreter: false, access: [] } });
    await keep(server.referrals, referral);
    expect((await amina.get(path)).body).to.not.include('<script>');
    expect((await amina.get('/worklist')).body).to.not.include('<script>');
  });

  it('keeps own words in their language and direction, and says which language it is', async () => {
    await keep(server.referrals, anArabicReferral());
    const { body } = await amina.get('/worklist/QR7S-T8UV');
    expect(body).to.include('<blockquote lang="ar" dir="auto">أشعر بالوحدة منذ وفاة زوجي.\nلا أعرف أحدا هنا.</blockquote>');
    expect(body).to.include('written in Arabic').and.include('Book an interpreter.').and.include('Thoughts of suicide or self-harm');
    expect(body).to.include('Read and act today').and.include('The person, with somebody helping to type.').and.include('A neighbour');
  });

  it('shows a person who only asked to be called', async () => {
    await keep(server.referrals, aCallMeReferral());
    const { body } = await amina.get('/worklist/WX4Y-Z5AB');
    expect(body).to.include('Asked to be called; needs were not asked about.').and.include('Spoken language not told');
    expect(body).to.include('No red flag was raised.').and.include('None were answered.');
  });

  it('is found by its reference however it is typed, and not found kindly', async () => {
    await keep(server.referrals, aReferral());
    expect((await amina.get('/worklist/ab2cd3ef')).status).to.equal(200);
    for (const wrong of ['ZZZZ-ZZZZ', 'x', 'AB2C-D3EF-1', '%00', '%D8%A7']) {
      const page = await amina.get(`/worklist/${wrong}`);
      expect(page.status, wrong).to.equal(404);
    }
    expect((await amina.get('/worklist/ZZZZ-ZZZZ')).body).to.include('No such referral');
  });

  it('accepts, notes, closes and opens again, and keeps account of who did what', async () => {
    await keep(server.referrals, aReferral());
    const act = async (form: Readonly<Record<string, string>>): Promise<string> => {
      const sent = await amina.post(path, { ...hiddenOf((await amina.get(path)).body), ...form });
      expect(sent.status, JSON.stringify(form)).to.equal(303);
      return (await amina.get(sent.location ?? '')).body;
    };
    expect(await act({ do: 'accept' }))
      .to.include('You have accepted this referral.')
      .and.not.include('Accept this referral');
    expect(await act({ do: 'note', note: 'Rang twice.\r\nNo answer <yet>' })).to.include('Rang twice.\nNo answer &lt;yet&gt;');
    expect(await act({ do: 'close', reason: 'not-reached' }))
      .to.include('Closed: Could not be reached.')
      .and.include('Open it again');
    expect(await act({ do: 'reopen' })).to.include('The referral is open again.');
    const stored = await server.referrals.findByReference('AB2C-D3EF');
    expect(stored?.index.status).to.equal('accepted');
    expect(stored?.value).to.have.property('status', 'accepted');
    const trail = (await server.referrals.auditOf('c1-1')).map(line => `${line.who} ${line.did}`);
    expect(trail.filter(line => !line.endsWith('viewed'))).to.deep.equal([
      'Amina accepted',
      'Amina noted',
      'Amina closed',
      'Amina reopened',
    ]);
    expect(trail.filter(line => line.endsWith('viewed')).length).to.equal(8);
    expect(JSON.stringify(await server.referrals.auditOf('c1-1'))).to.not.include('Rang');
  });

  it('tells whoever comes second that it was changed, by whom, and gives the note back', async () => {
    await keep(server.referrals, aReferral());
    const ben = await signedIn(server, 'Ben');
    const aminas = hiddenOf((await amina.get(path)).body);
    const bens = hiddenOf((await ben.get(path)).body);
    expect((await amina.post(path, { ...aminas, do: 'accept' })).status).to.equal(303);
    const late = await ben.post(path, { ...bens, do: 'note', note: 'I rang her' });
    expect(late.status).to.equal(409);
    expect(late.body)
      .to.include('This referral was changed meanwhile')
      .and.include('Amina accepted it')
      .and.include('I rang her</textarea>');
    expect((await ben.post(path, { ...hiddenOf(late.body), do: 'note', note: 'I rang her' })).status).to.equal(303);
  });

  it('takes one of two presses of a button at the same instant', async () => {
    await keep(server.referrals, aReferral());
    const form = { ...hiddenOf((await amina.get(path)).body), do: 'accept' };
    const both = await Promise.all([amina.post(path, form), amina.post(path, form)]);
    expect(both.map(answer => answer.status).sort()).to.deep.equal([303, 409]);
    expect((await server.referrals.auditOf('c1-1')).filter(line => line.did === 'accepted')).to.have.length(1);
  });

  it('says what is missing from a form, and keeps a long note', async () => {
    await keep(server.referrals, aReferral());
    const hidden = hiddenOf((await amina.get(path)).body);
    const empty = await amina.post(path, { ...hidden, do: 'note', note: '  ' });
    expect([empty.status, empty.body.includes('Write something in the note first.')]).to.deep.equal([400, true]);
    const long = await amina.post(path, { ...hidden, do: 'note', note: 'y'.repeat(2_001) });
    expect(long.body).to.include('up to 2000 characters').and.include('y'.repeat(2_001));
    expect((await amina.post(path, { ...hidden, do: 'close' })).body).to.include('Choose why the referral is closed.');
    expect((await amina.post(path, { ...hidden, do: 'close', reason: 'toString' })).status).to.equal(400);
    expect((await amina.post(path, { ...hidden, do: 'explode' })).status).to.equal(403);
    expect((await amina.post(path, { ...hidden, do: 'accept', rev: 'x' })).status).to.equal(403);
    expect((await amina.post(path, { ...hidden, do: 'reopen' })).status).to.equal(409);
    expect((await amina.post('/worklist/ZZZZ-ZZZZ', { ...hidden, do: 'accept' })).status).to.equal(404);
    const elsewhere = await amina.post(path, { ...hidden, do: 'accept' }, { origin: 'https://elsewhere.example' });
    expect(elsewhere.status).to.equal(403);
  });

  it('lists a record it cannot read without losing the others', async () => {
    await keep(server.referrals, aReferral());
    const index = { reference: 'NEWW-NEWW', submittedAt: '2026-11-21T10:00:00.000Z', urgent: false, status: 'odd', practice: '' };
    await server.referrals.put('c9', index, { v: 2 }, 1_000);
    const { body } = await amina.get('/worklist');
    expect(rowsOf(body)[0]).to.include('Written by a newer version of this service.');
    expect((await amina.get('/worklist/NEWW-NEWW')).status).to.equal(404);
  });
});
