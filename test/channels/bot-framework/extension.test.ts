// The message extension for staff in Teams: what is found for what is typed, who may, what is handed over and written down, and what Teams is sent.
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { Activity, InvokeResponse } from 'botbuilder';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readRoster } from '../../../src/access/roster.js';
import type { StaffRole } from '../../../src/access/roster.js';
import { createExtension } from '../../../src/channels/bot-framework/extension/extension.js';
import type { Extension } from '../../../src/channels/bot-framework/extension/extension.js';
import { createHandingOver } from '../../../src/channels/bot-framework/hand-over.js';
import { storeIdOf } from '../../../src/channels/bot-framework/take-over.js';
import { loadConversation } from '../../../src/channels/bot-framework/load-conversation.js';
import type { HandingOver } from '../../../src/channels/pages/handing-over.js';
import { readHandOverCode } from '../../../src/conversation/hand-over.js';
import { StoreUnavailable } from '../../../src/errors.js';
import type { LocalDirectory } from '../../../src/directory/local-directory.js';
import type { AuditLine } from '../../../src/storage/ports.js';
import { temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { localDirectory } from '../../support/local-directory.js';
import { hasProtocolSchemas, protocolValidators } from '../../support/protocol-schemas.js';
import { realContent } from '../../support/real-content.js';
import { aService, placeAt, smallDirectory } from '../../support/small-directory.js';

const tenant = '0b7c1d52-90aa-4c0e-8a43-6a6f1c1f7a01';
const ids: Readonly<Record<StaffRole, string>> = {
  receptionist: '5d0d9a10-4f0b-4d7d-9a3e-000000000001',
  'link-worker': '5d0d9a10-4f0b-4d7d-9a3e-000000000002',
  manager: '5d0d9a10-4f0b-4d7d-9a3e-000000000003',
  'safety-officer': '5d0d9a10-4f0b-4d7d-9a3e-000000000004',
  operator: '5d0d9a10-4f0b-4d7d-9a3e-000000000005',
};
const roster = readRoster(
  JSON.stringify({
    staff: Object.entries(ids).map(([role, user]) => ({ name: `The ${role}`, teams: { tenant, user }, roles: [role] })),
  }),
);
const publicUrl = 'https://help.example.org';

const bread = aService('bread-van', ['food'], 'whitechapel', {
  about: 'Bread and more. '.repeat(60),
  phones: ['020 7946 0001'],
  url: 'https://bread.example.org',
  costNote: 'A pound',
  assured: '2026-10-01',
  alert: 'Bring <b>a bag</b> [x](https://evil.example)',
});
const refuge = aService('safe-home', ['safety'], 'bow', {
  hidden: true,
  phones: ['020 7946 0002'],
  places: [placeAt('secret', 'bow', { address: ['77 Hidden Road'], postcode: 'E3 9ZZ' })],
});

interface Listed {
  readonly content: {
    readonly body: unknown;
    readonly actions?: readonly { readonly title: string; readonly url?: string; readonly data?: object }[];
  };
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}
interface Body {
  readonly composeExtension?: { readonly type: string; readonly text?: string; readonly attachments?: readonly Listed[] };
  readonly task?: { readonly type: string; readonly value: { readonly card: Listed } };
}

let real: TemporaryStore;
let handing: HandingOver;
let lines: AuditLine[];
let directory: LocalDirectory | undefined;
let extension: Extension;
let answers: InvokeResponse[];

beforeEach(async () => {
  real = await temporaryStore();
  lines = [];
  answers = [];
  const { conversations, waysBack } = real.store;
  const entropy = (): string => randomBytes(16).toString('hex');
  handing = createHandingOver({
    content: realContent(),
    conversations,
    waysBack,
    clock: real.clock,
    entropy,
    wait: () => Promise.resolve(),
  });
  directory = localDirectory([...smallDirectory, bread, refuge]);
  extension = extensionWith();
});
afterEach(async () => {
  await real.remove();
  if (!hasProtocolSchemas) {
    process.stdout.write('skipped: no shared data\n');
    return;
  }
  const { card: validCard, attachment } = protocolValidators();
  for (const card of answers.flatMap(cardsIn)) {
    expect(attachment(card), JSON.stringify(attachment.errors)).to.equal(true);
    expect(validCard(card.content), JSON.stringify(validCard.errors)).to.equal(true);
    expect(JSON.stringify(card).length, 'what Teams takes').to.be.lessThan(28_000);
  }
});

function extensionWith(more: Partial<Parameters<typeof createExtension>[0]> = {}): Extension {
  const referrals = { audit: (line: AuditLine) => Promise.resolve(void lines.push(line)) };
  const content = realContent();
  return createExtension({
    content,
    roster,
    directory: () => directory,
    handingOver: handing,
    referrals,
    clock: real.clock,
    publicUrl,
    ...more,
  });
}

const bodyOf = (response: InvokeResponse): Body => (response.body ?? {}) as Body;
const cardsIn = (response: InvokeResponse): readonly Listed[] => {
  const { composeExtension, task } = bodyOf(response);
  return [...(composeExtension?.attachments ?? []), ...(task === undefined ? [] : [task.value.card])];
};

async function invoke(name: string, value: unknown, more: Partial<Activity> = {}, by = ids.receptionist): Promise<InvokeResponse> {
  const response = await extension.answer({
    type: 'invoke',
    name: `composeExtension/${name}`,
    channelId: 'msteams',
    locale: 'en-GB',
    from: { id: '29:x', name: 'Somebody', aadObjectId: by },
    channelData: { tenant: { id: tenant } },
    conversation: { id: '19:a', isGroup: false, conversationType: 'personal', name: '' },
    value,
    ...more,
  });
  answers.push(response);
  return response;
}

const search = (text: string, queryOptions?: object, more: Partial<Activity> = {}, by?: string): Promise<InvokeResponse> =>
  invoke('query', { commandId: 'services', parameters: [{ name: 'text', value: text }], queryOptions }, more, by);
const namesFor = async (text: string, options?: object): Promise<readonly string[]> =>
  cardsIn(await search(text, options)).map(({ preview }) => preview.content.title);
const saidFor = async (text: string): Promise<string> => bodyOf(await search(text)).composeExtension?.text ?? '';

const submit = (data: object, more: Partial<Activity> = {}, commandContext = 'compose'): Promise<InvokeResponse> =>
  invoke('submitAction', { commandId: 'hand-over', commandContext, data }, more);
const wordsOf = (response: InvokeResponse): string => JSON.stringify(cardsIn(response));
/** What a button with this title would send. */
const dataOf = (response: InvokeResponse, title: string): object =>
  cardsIn(response)
    .flatMap(({ content }) => content.actions ?? [])
    .find(action => action.title === title)?.data ?? {};

describe('the message extension finds services', () => {
  it('by need, by name, by a sentence in any language, near a postcode, as the desk does', async () => {
    expect(await namesFor('bread van')).to.include('bread van');
    expect((await namesFor('bread van'))[0]).to.equal('bread van');
    expect(await namesFor('food e1 6an')).to.include('bread van');
    expect(await namesFor('nie mam co jeść')).to.include('bread van');
    const [first] = cardsIn(await search('bread van e1 6an'));
    expect(first?.preview.content.text)
      .to.match(/miles|very near/u)
      .and.include('checked by them on 1 October 2026');
  });

  it('a page at a time, and nothing twice', async () => {
    const all = await namesFor('food');
    expect(all.length).to.be.greaterThan(3);
    const pages = [await namesFor('food', { skip: 0, count: 2 }), await namesFor('food', { skip: 2, count: 2 })];
    expect(pages.flat()).to.deep.equal(all.slice(0, 4));
    expect(await namesFor('food', { skip: 500, count: 25 })).to.deep.equal([]);
  });

  it('says what to type, that nothing fits, that a postcode is unknown, that there is no directory', async () => {
    const initial = await invoke('query', {
      commandId: 'services',
      parameters: [{ name: 'initialRun', value: 'true' }],
      queryOptions: { skip: 0, count: 25 },
    });
    expect(bodyOf(initial).composeExtension)
      .to.include({ type: 'message' })
      .and.have.property('text')
      .that.includes('Never a patient’s name');
    expect(await saidFor('   ')).to.include('Type what is needed');
    expect(await saidFor('qqqq')).to.include('We found nothing that fits');
    expect(await saidFor('qqqq e1 9zz')).to.include('E1 9ZZ: nobody here knows');
    directory = undefined;
    expect(await saidFor('food')).to.include('No directory');
  });

  it('puts a card into the chat that tells of the service and nothing of who it was looked up for', async () => {
    const [found] = cardsIn(await search('I have no bread van e1 6an'));
    const card = JSON.stringify(found?.content);
    for (const told of ['bread van', 'A pound', '020 7946 0001', 'checked by them on 1 October 2026', 'Test Street'])
      expect(card).to.include(told);
    expect(card).not.to.match(/mile|very near|I have no/u);
    expect(card, 'Markdown of a feed').not.to.include('TextBlock","text":"Bring');
    const actions = found?.content.actions ?? [];
    expect(actions.map(({ title }) => title)).to.deep.equal(['Call', 'Website', 'Show on a map', 'Leaflet', 'Leaflet in another language']);
    expect(actions.find(({ title }) => title === 'Leaflet')?.url).to.equal(`${publicUrl}/leaflet?lang=en-GB&s=bread-van`);
    expect(card.match(/leaflet\?lang=/gu)).to.have.length(realContent().languages.size + 1);
  });

  it('offers the leaflet in the language of the words that were typed', async () => {
    const found = cardsIn(await search('nie mam z kim porozmawiać')).at(-1);
    expect(found?.content.actions?.map(({ title }) => title)).to.include('Leaflet: polski');
  });

  it('gives no address of a refuge, and says of samples that they are', async () => {
    const [found] = cardsIn(await search('safe home'));
    expect(JSON.stringify(found)).to.include('safe home').and.include('020 7946 0002');
    expect(JSON.stringify(answers)).not.to.match(/Hidden Road|E3 9ZZ|openstreetmap[^"]*51\.52/u);
    directory = localDirectory([bread], { sample: true });
    const [sample] = cardsIn(await search('bread van'));
    expect(JSON.stringify(sample?.content)).to.include('made up');
    expect(sample?.preview.content.text).to.include('made up').and.not.include('<b>');
  });

  it('puts the duty clinician first where the words tell of danger, without the words', async () => {
    const [first] = cardsIn(await search('he says he will kill himself'));
    expect(first?.preview.content.title).to.equal('These words may tell of danger');
    expect(JSON.stringify(first)).to.include(realContent().service.clinicalContact.phone.slice(-4)).and.not.include('kill');
  });

  it('has no links to pages where their address is not known', async () => {
    extension = extensionWith({ publicUrl: undefined });
    expect(JSON.stringify(cardsIn(await search('bread van')))).not.to.include('/leaflet');
  });
});

describe('the message extension is for staff', () => {
  const strangers: readonly Partial<Activity>[] = [
    { from: { id: '29:x', name: '', aadObjectId: '5d0d9a10-4f0b-4d7d-9a3e-000000000009' } },
    { from: { id: '29:x', name: '' } },
    { channelData: { tenant: { id: '0b7c1d52-90aa-4c0e-8a43-6a6f1c1f7a99' } } },
    { channelData: undefined },
    { channelId: 'emulator' },
    { from: { id: '29:x', name: '', aadObjectId: ids['safety-officer'] } },
    { from: { id: '29:x', name: '', aadObjectId: ids.operator } },
  ];

  it('of the roles that meet patients, known by who signed in to Teams', async () => {
    for (const role of ['receptionist', 'link-worker', 'manager'] as const) {
      expect(cardsIn(await search('bread van', undefined, {}, ids[role])), role).not.to.deep.equal([]);
    }
    for (const stranger of strangers) {
      const refused = bodyOf(await search('bread van', undefined, stranger)).composeExtension;
      expect(refused?.type).to.equal('message');
      expect(refused?.text).to.include('Only staff can use this.').and.include(publicUrl).and.not.include('bread');
      const dialog = await invoke('fetchTask', { commandId: 'hand-over' }, stranger);
      expect(wordsOf(dialog)).to.include('Only staff can use this.').and.not.include('Hand over');
      const handed = await submit({ do: 'hand-over', lang: 'pl', needs: '' }, stranger);
      expect(wordsOf(handed)).to.include('Only staff can use this.').and.not.include('/code/');
    }
    expect(lines).to.deep.equal([]);
  });

  it('refuses in the language of who asks, and gives help first where their words tell of danger', async () => {
    const [stranger = {}] = strangers;
    for (const lang of realContent().languages.keys()) {
      const said = bodyOf(await search('x', undefined, { ...stranger, locale: lang })).composeExtension?.text;
      expect(said, lang).to.include(realContent().translator.word({ product: 'teams.staff-only' }, lang));
    }
    expect(bodyOf(await search('I want to kill myself', undefined, stranger)).composeExtension?.text).to.include('116 123');
  });

  it('answers 400 to what it cannot read, whoever sends it', async () => {
    const over = { do: 'put', path: `/code/${'a'.repeat(24)}`, code: 'KRW MTP', lang: 'pl', until: '2026-11-22T09:30:00.000Z' };
    const wrong: readonly (readonly [string, unknown])[] = [
      ['query', undefined],
      ['query', 'services'],
      ['query', { commandId: 'other', parameters: [] }],
      ['query', { commandId: 'services', parameters: 'food' }],
      ['query', { commandId: 'services', parameters: [{ name: 'text', value: { deep: true } }] }],
      ['query', { commandId: 'services', parameters: Array.from({ length: 9 }, () => ({ name: 'a', value: 'b' })) }],
      ['query', { commandId: 'services', queryOptions: { skip: -1, count: 25 } }],
      ['query', { commandId: 'services', queryOptions: { skip: 0, count: 1.5 } }],
      ['fetchTask', { commandId: 'services' }],
      ['fetchTask', null],
      ['submitAction', { commandId: 'hand-over' }],
      ['submitAction', { commandId: 'hand-over', data: { do: 'delete' } }],
      ['submitAction', { commandId: 'hand-over', data: { do: 'hand-over', lang: 7 } }],
      ['submitAction', { commandId: 'hand-over', data: { do: 'hand-over', lang: 'x'.repeat(99) } }],
      ['submitAction', { commandId: 'hand-over', data: { ...over, path: 'https://evil.example/code' } }],
      ['submitAction', { commandId: 'hand-over', data: { ...over, code: '<b>' } }],
      ['submitAction', { commandId: 'hand-over', data: { ...over, until: 'soon' } }],
    ];
    for (const [name, value] of wrong) expect((await invoke(name, value)).status, JSON.stringify(value)).to.equal(400);
    expect((await search('food '.repeat(3_000))).status, 'long').to.equal(200);
    expect((await submit(over)).status).to.equal(200);
  });
});

describe('the message extension starts a referral', () => {
  it('asks for the language and the needs, all of them, and for nobody’s name', async () => {
    const dialog = await invoke('fetchTask', { commandId: 'hand-over', commandContext: 'compose' });
    const card = wordsOf(dialog);
    for (const { englishName } of realContent().languages.values()) expect(card).to.include(englishName);
    for (const { label } of realContent().needs) expect(card).to.include(label);
    expect(card).not.to.include('Input.Text');
  });

  it('hands over: the code opens a conversation in that language with those needs, and who did it is written down', async () => {
    const given = await submit({ do: 'hand-over', lang: 'pl', needs: 'food,money,nonsense' });
    const over = dataOf(given, 'Put into this chat') as { readonly path: string; readonly code: string };
    expect(wordsOf(given)).to.include(`${publicUrl}${over.path}?lang=pl`).and.include(over.code).and.include('data:image/gif;base64,');
    expect(lines.map(({ who, did }) => `${who} ${did}`)).to.deep.equal(['The receptionist handed-over']);
    const back = await handing.byCode(readHandOverCode(over.code) ?? '');
    if (back.state !== 'open') throw new Error(back.state);
    const stored = await loadConversation(real.store.conversations, storeIdOf(back.session));
    if (typeof stored === 'string') throw new Error(stored);
    expect(stored.conversation).to.include({ lang: 'pl' });
    expect(stored.conversation?.known).to.deep.equal({ needs: ['money', 'food'], services: [] });
    expect(stored.conversation?.answers).to.deep.equal({});
    expect((await handing.byCode(readHandOverCode(over.code) ?? '')).state, 'used').to.equal('unknown');
  });

  it('puts the way over into a chat when that is chosen, and asks first where several people read it', async () => {
    const data = dataOf(await submit({ do: 'hand-over', lang: 'ar' }), 'Put into this chat');
    const alone = bodyOf(await submit(data)).composeExtension;
    expect(alone).to.include({ type: 'result' }).and.have.property('attachments').with.length(1);
    expect(JSON.stringify(alone)).to.include('until 09:30').and.not.include('Action.OpenUrl');
    for (const conversationType of ['groupChat', 'channel']) {
      const shared = { conversation: { id: '19:b', isGroup: true, conversationType, name: '' } };
      const asked = await submit(data, shared);
      expect(bodyOf(asked).composeExtension).to.equal(undefined);
      expect(wordsOf(asked)).to.include('Several people read this chat');
      expect(bodyOf(await submit(dataOf(asked, 'Put it here'), shared)).composeExtension?.attachments).to.have.length(1);
    }
    expect(lines, 'written down once').to.have.length(1);
    expect(wordsOf(await submit({ do: 'hand-over', lang: 'ar' }, {}, 'commandBox')), 'from no chat').not.to.include('Put into this chat');
  });

  it('leads to the desk where the patient is present, with what was chosen', async () => {
    const [card] = cardsIn(await submit({ do: 'start', lang: 'so', needs: 'food,"&x=y,money' }));
    expect(card?.content.actions?.map(({ url }) => url)).to.deep.equal([`${publicUrl}/desk?lang=so&known=money,food`]);
    const [other] = cardsIn(await submit({ do: 'start', lang: 'tlh&x=y' }));
    expect(other?.content.actions?.map(({ url }) => url)).to.deep.equal([`${publicUrl}/desk?lang=en-GB`]);
    expect(lines).to.deep.equal([]);
  });

  it('gives nothing where there is no address or no store, and says so', async () => {
    extension = extensionWith({ handingOver: { prepare: () => Promise.reject(new StoreUnavailable()) } });
    expect(wordsOf(await submit({ do: 'hand-over', lang: 'pl' }))).to.include('Nothing was handed over');
    extension = extensionWith({ publicUrl: undefined });
    expect(wordsOf(await submit({ do: 'hand-over', lang: 'pl' }))).to.include('WAYMARK_PUBLIC_URL');
    expect(lines).to.deep.equal([]);
  });
});
