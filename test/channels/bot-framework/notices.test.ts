// Notices for link workers, whole: from "@Waymark notices" to a card that says who has the referral, over restarts, on both stores.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { hiddenOf } from '../../staff/staff-server.js';
import type { Received } from '../../support/bot-connector.js';
import { hasProtocolSchemas, protocolValidators } from '../../support/protocol-schemas.js';
import { startRedis } from '../../support/redis-server.js';
import { channel, inCards, NoticesWorld, otherChannel, referralTo, until } from './notices-world.js';

const stores: Readonly<Record<string, () => Promise<{ readonly world: NoticesWorld; readonly stop: () => Promise<void> }>>> = {
  lmdb: async () => {
    const world = await NoticesWorld.start();
    return { world, stop: () => world.stop() };
  },
  Redis: async () => {
    const redis = await startRedis();
    const world = await NoticesWorld.start({ REDIS_URL: redis.url });
    const stop = async (): Promise<void> => {
      await world.stop();
      await redis.stop();
    };
    return { world, stop };
  },
};

const accept = (referral: string): object => ({ do: 'accept', referral });
const assign = (referral: string): object => ({ do: 'assign', referral });

/** Titles of the buttons of a card that was sent. */
function buttonsOf({ body }: Pick<Received, 'body'>): readonly string[] {
  const [attachment] = body['attachments'] as readonly { readonly content: { readonly actions?: readonly { readonly title: string }[] } }[];
  return (attachment?.content.actions ?? []).map(({ title }) => title);
}

for (const [name, start] of Object.entries(stores)) {
  describe(`notices for link workers on ${name}`, () => {
    let world: NoticesWorld;
    let stop: () => Promise<void>;
    let first: Received;
    const last = (text: string): Received | undefined => world.shown(channel.id, text).at(-1);
    const drawnLast = (text: string): Received => {
      const drawn = last(text);
      if (drawn === undefined) throw new Error(`nothing shows ${text}`);
      return drawn;
    };

    before(async () => {
      ({ world, stop } = await start());
    });
    after(() => stop());

    it('begin where a link worker asks for them, for what that person sees', async () => {
      const thread = { ...channel, id: `${channel.id};messageid=17` };
      const [answer] = await world.says('amina', thread, 'notices');
      expect(JSON.stringify(answer?.body)).to.include('Notices are on').and.include('Riverside').and.not.include('SAMPLE2');
      expect(JSON.stringify(await world.says('cora', otherChannel, 'notices'))).to.include('Notices are on');
      expect(JSON.stringify(await world.says('desk', otherChannel, 'notices'))).to.include('Link workers and managers');
    });

    it('tell of a referral once, in the chats of its practice, with nothing of the person', async () => {
      await world.refer(referralTo('r1', 'AB2C-D3EF', 'SAMPLE1'));
      await world.delivered();
      const [posted, ...more] = world.shown(channel.id, 'AB2C-D3EF');
      expect(more).to.deep.equal([]);
      if (posted === undefined) throw new Error('nothing was posted');
      first = posted;
      expect(first.method).to.equal('POST');
      expect(first.activity, 'a thread of its own').to.equal(undefined);
      expect(buttonsOf(first)).to.deep.equal(['Accept', 'Open', 'Reassign']);
      const card = JSON.stringify(first.body);
      expect(card).to.include('Practice SAMPLE1').and.include('https://help.example.org/worklist/AB2C-D3EF').and.include('Bilal');
      for (const secret of ['Sam', '07700', 'sam@', 'rent', 'Money', 'Loneliness', 'E1 6AN', 'Cora', 'Front desk']) {
        expect(card, secret).not.to.include(secret);
      }
      expect(world.shown(otherChannel.id, 'AB2C-D3EF')).to.deep.equal([]);
    });

    it('tell nothing twice when the outbox tells it again', async () => {
      await world.refer(referralTo('r1', 'AB2C-D3EF', 'SAMPLE1'), ' again');
      await world.delivered();
      expect(world.shown(channel.id, 'AB2C-D3EF')).to.have.length(1);
    });

    it('refuse whoever is not on duty for that practice', async () => {
      for (const who of ['stranger', 'desk', 'cora'] as const) {
        for (const what of [accept('r1'), assign('r1')]) {
          const { status, body } = await world.presses(who, first, what, inCards('bilal'));
          expect(status).to.equal(200);
          expect(body.value, who).to.equal('Only link workers and managers who see this practice can do that.');
        }
      }
      expect(await world.record('r1'))
        .to.include({ status: 'requested' })
        .and.not.have.property('assigned');
    });

    it('are accepted by one of two who press at once; the other is told who has it', async () => {
      const answers = await Promise.all((['amina', 'bilal'] as const).map(who => world.presses(who, first, accept('r1'))));
      const texts = answers.map(({ body }) => JSON.stringify(body.value));
      expect(texts.filter(text => text.includes('somebody was quicker'))).to.have.length(1);
      const record = await world.record('r1');
      expect(record?.status).to.equal('accepted');
      const winner = record?.assigned?.who ?? '';
      expect(record?.assigned?.teams?.user).to.match(/^0{8}-0{4}-4000-8000-00000000000[12]$/u);
      for (const text of texts) expect(text).to.include(winner);
      await until('the card says who has it', () => last('Accepted')?.method === 'PUT');
      const drawn = drawnLast('Accepted');
      expect([drawn.id, JSON.stringify(drawn.body).includes(`"${winner}"`)]).to.deep.equal([first.id, true]);
      expect(buttonsOf(drawn)).to.deep.equal(['Open', 'Reassign']);
      const trail = (await world.app.core.store.referrals.auditOf('r1')).map(({ who, did }) => `${who} ${did}`);
      expect(trail).to.deep.equal([`${winner} accepted`]);
    });

    it('work on after a restart', async () => {
      await world.restart();
      const { assigned } = (await world.record('r1')) ?? {};
      const [from, to] = assigned?.who === 'Amina' ? (['amina', 'bilal'] as const) : (['bilal', 'amina'] as const);
      const nobody = await world.presses(from, first, assign('r1'), 'somebody-else');
      expect(JSON.stringify(nobody.body)).to.include('Choose who takes it.');
      const { body } = await world.presses(from, first, assign('r1'), inCards(to));
      expect(body.type).to.equal('application/vnd.microsoft.card.adaptive');
      const name = to === 'amina' ? 'Amina' : 'Bilal';
      expect((await world.record('r1'))?.assigned?.who).to.equal(name);
      await until('the card says who has it now', () => last(`"value":"${name}"`)?.method === 'PUT');
      const trail = (await world.app.core.store.referrals.auditOf('r1')).map(({ did }) => did);
      expect(trail).to.deep.equal(['accepted', 'assigned']);
    });

    it('change with what is done on the page', async () => {
      const page = await world.atThePage('Dana');
      const path = '/worklist/AB2C-D3EF';
      const act = async (form: Readonly<Record<string, string>>): Promise<void> => {
        const sent = await page.post(path, { ...hiddenOf((await page.get(path)).body), ...form });
        expect(sent.status).to.equal(303);
      };
      const shows = (await page.get(path)).body;
      expect(shows)
        .to.match(/Assigned to <strong>(Amina|Bilal)<\/strong>/u)
        .and.include('said who has it');
      expect((await page.get('/worklist')).body).to.match(/Assigned to (Amina|Bilal)/u);
      await act({ do: 'close', reason: 'helped' });
      await until('the card says that it is closed', () => last('Closed')?.method === 'PUT');
      const closed = last('Closed');
      if (closed) expect(buttonsOf(closed)).to.deep.equal(['Open']);
      await act({ do: 'reopen' });
      await until('it is open again', () => world.shown(channel.id, 'AB2C-D3EF').at(-1)?.body !== closed?.body);
      const answer = await world.presses('amina', first, accept('r1'));
      expect(JSON.stringify(answer.body)).to.include('has it');
    });

    it('name a red flag until somebody has acted on it', async () => {
      const flags = [{ kind: 'self-harm', tier: 'act', rule: 'r', at: new Date().toISOString(), words: 'secret words' }] as const;
      await world.refer(referralTo('r2', 'QR7S-T8UV', 'SAMPLE1', { urgency: 'same-day', flags }));
      await world.delivered();
      const posted = last('QR7S-T8UV');
      expect(JSON.stringify(posted?.body)).to.include('needs a person today. Somebody must act on this first.').and.not.include('secret');
      const page = await world.atThePage('Dana');
      const path = '/worklist/QR7S-T8UV';
      const hidden = hiddenOf((await page.get(path)).body);
      const sent = await page.post(path, { ...hidden, do: 'close-flags', outcome: 'spoke', 'detail-spoke': 'They are safe.' });
      expect(sent.status).to.equal(303);
      await until('the flag is off the card', () => last('QR7S-T8UV')?.method === 'PUT');
      expect(JSON.stringify(last('QR7S-T8UV')?.body)).not.to.include('Red flag');
    });

    it('end where the chat is gone, and the referral is kept all the same', async () => {
      world.connector.refusing.set(channel.id, { status: 404, code: 'ConversationNotFound' });
      await world.refer(referralTo('r3', 'JK2M-N3PQ', 'SAMPLE1'));
      await world.delivered();
      expect((await world.record('r3'))?.status).to.equal('requested');
      expect(world.lines.join('')).to.include('a chat that got notices is gone').and.include('ConversationNotFound');
      world.connector.refusing.clear();
      await world.refer(referralTo('r4', 'RT2V-W3XY', 'SAMPLE1'));
      await world.delivered();
      expect(world.shown(channel.id, 'RT2V-W3XY')).to.deep.equal([]);
    });

    it('end where a link worker says so', async () => {
      await world.refer(referralTo('r5', 'CD2E-F3GH', 'SAMPLE2'));
      await world.delivered();
      expect(world.shown(otherChannel.id, 'CD2E-F3GH')).to.have.length(1);
      expect(JSON.stringify(await world.says('cora', otherChannel, 'notices off'))).to.include('is told of no more referrals');
      expect(JSON.stringify(await world.says('cora', otherChannel, 'notices off'))).to.include('got no notices');
      await world.refer(referralTo('r6', 'EF2G-H3JK', 'SAMPLE2'));
      await world.delivered();
      expect(world.shown(otherChannel.id, 'EF2G-H3JK')).to.deep.equal([]);
    });

    it('are sent as the published schemas say', function () {
      if (!hasProtocolSchemas) {
        process.stdout.write('skipped: no shared data\n');
        this.skip();
      }
      const { card, activity } = protocolValidators();
      expect(world.connector.received.length).to.be.greaterThan(10);
      for (const { body } of world.connector.received) {
        expect(activity(body), JSON.stringify(activity.errors)).to.equal(true);
        for (const { content } of (body['attachments'] ?? []) as readonly { readonly content: unknown }[]) {
          expect(card(content), JSON.stringify(card.errors)).to.equal(true);
        }
      }
    });
  });
}
