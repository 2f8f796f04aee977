// What staff write and press in Teams, and that nothing of it is a patient's: references, lists, help, buttons that come as messages.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { readPressed } from '../../../src/channels/bot-framework/teams/notices/notice-data.js';
import { mayGoTo, placeOf } from '../../../src/channels/bot-framework/teams/notices/place-of.js';
import { readCommand } from '../../../src/channels/bot-framework/teams/notices/staff-command.js';
import type { Received } from '../../support/bot-connector.js';
import { hasProtocolSchemas, protocolValidators } from '../../support/protocol-schemas.js';
import { channel, inCards, NoticesWorld, personal, referralTo, until } from './notices-world.js';

const words = (received: readonly Received[]): string => JSON.stringify(received.map(({ body }) => body));
const asksSomething = (received: readonly Received[]): boolean => words(received).includes('"question"');

describe('staff in Teams', () => {
  let world: NoticesWorld;
  const groupChat = { id: '19:group', conversationType: 'groupChat' } as const;

  before(async () => {
    world = await NoticesWorld.start();
    const flags = [{ kind: 'abuse', tier: 'ask', rule: 'r', at: new Date().toISOString() }] as const;
    await world.refer(referralTo('s1', 'AB2C-D3EF', 'SAMPLE1'));
    await world.refer(referralTo('s2', 'QR7S-T8UV', 'SAMPLE1', { urgency: 'urgent', flags }));
    await world.refer(referralTo('s3', 'JK2M-N3PQ', 'SAMPLE2'));
    await world.delivered();
  });
  after(() => world.stop());

  it('are told how a referral stands by its reference, if they see its practice', async () => {
    const [answer, ...more] = await world.says('amina', channel, 'ab2c-d3ef');
    expect(more).to.deep.equal([]);
    expect(words(answer ? [answer] : []))
      .to.include('New referral AB2C-D3EF')
      .and.include('Accept')
      .and.not.include('Sam');
    for (const unseen of ['JK2M-N3PQ', 'ZZZZ-9999']) {
      expect(words(await world.says('amina', groupChat, unseen))).to.include(`You see no referral with the reference ${unseen}.`);
    }
    const desk = words(await world.says('desk', channel, 'AB2C-D3EF'));
    expect(desk).to.include('Link workers and managers can ask').and.not.include('Accept');
  });

  it('are told what is waiting, most pressing first, of the practices they see', async () => {
    for (const word of ['new', 'Waiting', '/new']) {
      const told = words(await world.says('bilal', groupChat, word));
      expect(told, word).to.include('QR7S-T8UV').and.include('red flag: look at this first, today').and.not.include('JK2M-N3PQ');
      expect(told.indexOf('QR7S-T8UV'), word).to.be.lessThan(told.indexOf('AB2C-D3EF'));
    }
  });

  it('are told at most ten, and that there are more', async () => {
    const letters = 'ACDEFGHJKMN';
    for (const letter of letters) await world.refer(referralTo(`t${letter}`, `${letter}222-3333`, 'SAMPLE3'));
    await world.delivered();
    expect(words(await world.says('cora', groupChat, 'new'))).not.to.include('There are more');
    for (const letter of letters) await world.refer(referralTo(`u${letter}`, `${letter}444-5555`, 'SAMPLE2'));
    await world.delivered();
    const told = words(await world.says('cora', groupChat, 'new'));
    expect(told).to.include('There are more on the worklist.');
    expect(told.match(/"title":"[A-Z]444-5555"/gu)).to.have.length(10);
  });

  it('are told what can be asked by anything else, under help for a danger that stands in it', async () => {
    const told = await world.says('amina', channel, 'I cannot pay my rent');
    expect(told).to.have.length(1);
    expect(words(told)).to.include('For staff').and.include('Never write anything about a patient here').and.include('Get notices here');
    const danger = await world.says('amina', channel, 'she says I am going to kill myself');
    expect(danger[0]?.body['text']).to.include('116 123');
    expect(words(danger.slice(1))).to.include('For staff');
    const { conversations } = world.app.core.store;
    for (const { id } of [channel, groupChat]) {
      expect(await conversations.load(`msteams:${id}`), 'nothing of it is kept').to.deep.equal({ found: 'none' });
    }
  });

  it('leave everybody else what they had', async () => {
    expect(words(await world.says('stranger', channel, 'AB2C-D3EF')))
      .to.include('private chat')
      .and.not.include('Accept');
    expect(words(await world.says('stranger', channel, 'new'))).to.include('private chat');
  });

  it('are patients in a personal chat, unless they say a command as one', async () => {
    for (const text of ['new', 'notices', 'help', 'AB2C-D3EF', 'I am staff']) {
      const told = await world.says('amina', personal, text);
      expect(words(told), text).not.to.include('For staff').and.not.include('Accept').and.not.include('QR7S-T8UV');
    }
    expect(asksSomething(await world.says('amina', personal, 'hello'))).to.equal(true);
    expect(words(await world.says('amina', personal, 'staff new'))).to.include('QR7S-T8UV');
    expect(words(await world.says('amina', personal, '/ab2c-d3ef'))).to.include('Accept');
    expect(words(await world.says('amina', personal, '/help')))
      .to.include('/notices off')
      .and.not.include('Never write');
    expect(words(await world.says('amina', personal, '/notices'))).to.include('Notices are on');
    expect(words(await world.says('amina', personal, '/notices off'))).to.include('no more referrals');
    expect(asksSomething(await world.says('stranger', personal, '/new')), 'a patient').to.equal(true);
  });

  it('press buttons that come as messages; what was asked for by reference changes too', async () => {
    const [shown] = world.shown(channel.id, 'New referral AB2C-D3EF');
    if (shown === undefined) throw new Error('nothing was shown');
    const press = async (who: 'amina' | 'bilal' | 'cora' | 'stranger', more: object): Promise<readonly Received[]> => {
      const before = world.connector.received.length;
      await world.send(who, channel, { replyToId: shown.id, ...more });
      return world.connector.received.slice(before).filter(({ method }) => method === 'POST');
    };
    const button = (what: string): object => ({ waymark: { notice: { do: what, referral: 's1' } } });
    for (const who of ['cora', 'stranger'] as const) {
      expect(words(await press(who, { value: button('accept') }))).to.include('Only link workers and managers');
    }
    expect(words(await press('amina', { value: { waymark: { notice: { do: 'delete' } } } }))).to.include('too old');
    expect(await press('amina', { value: button('accept') })).to.deep.equal([]);
    await until('the card shows it', () =>
      world.shown(channel.id, 'AB2C-D3EF', 'PUT').some(({ body }) => words([{ ...shown, body }]).includes('Amina')),
    );
    expect(words(await press('bilal', { value: button('accept') }))).to.include('Amina has it.');
    expect(await press('bilal', { value: { ...button('assign'), to: inCards('bilal') } })).to.deep.equal([]);
    expect((await world.record('s1'))?.assigned?.who).to.equal('Bilal');
    await until('all cards show it', () => {
      const drawn = world.connector.received.filter(
        ({ method, body }) => method === 'PUT' && words([{ ...shown, body }]).includes('"Bilal"'),
      );
      return new Set(drawn.map(({ id }) => id)).size === 2;
    });
  });

  it('have notices begin and end by a button', async () => {
    const { body } = await world.presses('amina', { conversation: channel.id, id: 'x' }, { do: 'notices' });
    expect(JSON.stringify(body)).to.include('Notices are on');
    const off = await world.presses('bilal', { conversation: channel.id, id: 'x' }, { do: 'notices-off' });
    expect(JSON.stringify(off.body)).to.include('Notices are off');
    const refused = await world.presses('desk', { conversation: channel.id, id: 'x' }, { do: 'notices' });
    expect(refused.body.value).to.match(/^Only link workers/u);
  });

  it('press a card that nothing knows of any more, and it changes from then on', async () => {
    await world.refer(referralTo('s4', 'MN2P-Q3RT', 'SAMPLE1'));
    await world.delivered();
    await world.presses('amina', { conversation: channel.id, id: 'left-by-a-crash' }, { do: 'accept', referral: 's4' });
    await until('it is drawn anew', () => world.shown(channel.id, 'MN2P-Q3RT', 'PUT').some(({ id }) => id === 'left-by-a-crash'));
  });

  it('get a notice later where Teams refuses it now, and none where the bot was taken out', async () => {
    await world.says('amina', groupChat, 'notices');
    world.connector.refusing.set(groupChat.id, { status: 403, code: 'SomethingElse' });
    await world.refer(referralTo('s5', 'PQ2R-T3VW', 'SAMPLE1'));
    await until('it was refused', () => world.lines.join('').includes('teams-notice'));
    expect((await world.record('s5'))?.status).to.equal('requested');
    world.connector.refusing.clear();
    await until('it is sent', () => world.shown(groupChat.id, 'PQ2R-T3VW').length === 1);
    world.connector.refusing.set(groupChat.id, { status: 403, code: 'BotNotInConversationRoster' });
    await world.refer(referralTo('s6', 'VW2X-Y3AC', 'SAMPLE1'));
    await world.delivered();
    world.connector.refusing.clear();
    await world.refer(referralTo('s7', 'XY2A-C3DE', 'SAMPLE1'));
    await world.delivered();
    expect(world.shown(groupChat.id, 'XY2A-C3DE')).to.deep.equal([]);
  });

  it('cannot have notices sent to another machine while nobody proves who they are', async () => {
    const elsewhere = { serviceUrl: 'https://attacker.example/', deliveryMode: 'expectReplies', text: 'notices' };
    const { body } = await world.send('amina', { ...channel, id: '19:evil' }, elsewhere);
    expect(JSON.stringify(body)).to.include('Notices cannot be sent to this chat.');
  });

  it('are sent what the published schemas allow', function () {
    if (!hasProtocolSchemas) {
      process.stdout.write('skipped: no shared data\n');
      this.skip();
    }
    const { card, activity } = protocolValidators();
    for (const { body } of world.connector.received) {
      expect(activity(body), JSON.stringify(activity.errors)).to.equal(true);
      for (const { contentType, content } of (body['attachments'] ?? []) as readonly { contentType: string; content: unknown }[]) {
        if (contentType.includes('adaptive')) expect(card(content), JSON.stringify(card.errors)).to.equal(true);
      }
    }
  });
});

describe('what staff write and press, read', () => {
  it('is a command only as exact words, and in a personal chat only behind a mark', () => {
    expect(readCommand(' NOTICES  off ', true)).to.deep.equal({ kind: 'notices-off' });
    expect(readCommand('ab2c\u2011d3ef', true)).to.deep.equal({ kind: 'reference', reference: 'AB2C-D3EF' });
    expect(readCommand('new please', true)).to.deep.equal({ kind: 'help' });
    expect(readCommand({ text: 'new' }, true)).to.deep.equal({ kind: 'help' });
    for (const text of ['new', 'notices', 'AB2C-D3EF', 'staff', 'staff please', '/start', undefined]) {
      expect(readCommand(text, false), String(text)).to.equal(undefined);
    }
  });

  it('is a button only in its own shape', () => {
    const read = (value: unknown): unknown => readPressed({ type: 'message', value });
    expect(read({ waymark: { notice: { do: 'accept', referral: 'r' } }, to: 'x' })).to.deep.equal({ do: 'accept', referral: 'r', to: 'x' });
    for (const notice of [
      {},
      'accept',
      { do: 'accept' },
      { do: 'accept', referral: { $ne: '' } },
      { do: 'accept', referral: 'x'.repeat(300) },
      [],
    ]) {
      expect(read({ waymark: { notice } }), JSON.stringify(notice)).to.equal('unreadable');
    }
    for (const none of [undefined, null, 'x', {}, { waymark: {} }, { key: 'start.who', answer: 'self' }, { waymark: { question: {} } }]) {
      expect(read(none), JSON.stringify(none)).to.equal(undefined);
    }
  });

  it('leads back only where the sender may name an address', () => {
    for (const url of ['http://127.0.0.1:9/', 'http://localhost/', 'http://[::1]/']) expect(mayGoTo(url, false), url).to.equal(true);
    for (const url of ['https://a.example/', 'http://127.0.0.1.a.example/', 'http://169.254.169.254/', '', 'x']) {
      expect(mayGoTo(url, false), url).to.equal(false);
    }
    expect(mayGoTo('https://smba.trafficmanager.net/uk/', true)).to.equal(true);
    for (const url of ['http://smba.trafficmanager.net/uk/', 'ftp://a.example/', '']) expect(mayGoTo(url, true), url).to.equal(false);
    const recipient = { id: '28:w', name: '' };
    const conversation = { ...channel, id: `${channel.id};messageid=1`, name: '' };
    const place = placeOf({ channelId: 'msteams', serviceUrl: 'https://a.example/', recipient, conversation }, true);
    expect(place).to.include({ conversation: channel.id, kind: 'channel' });
    expect(placeOf({ channelId: 'line', serviceUrl: 'https://a.example/', recipient, conversation }, true)).to.equal(undefined);
  });
});
