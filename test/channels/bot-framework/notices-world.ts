// Link workers in Teams against the whole application: a staff file, a Bot Connector that keeps what it is sent, and referrals through the outbox.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../../src/app.js';
import { nameInCards } from '../../../src/channels/bot-framework/teams/notices/notice-data.js';
import { readConfig } from '../../../src/config.js';
import { readReferralRecord, type ReferralRecord } from '../../../src/delivery/referral-record.js';
import { createLogger } from '../../../src/logger.js';
import type { Referral } from '../../../src/referral/referral.js';
import type { Json } from '../../../src/storage/ports.js';
import { visitor, type Visitor } from '../../staff/staff-server.js';
import { aReferral } from '../../staff/a-referral.js';
import { startConnector, type BotConnector, type Received } from '../../support/bot-connector.js';

const tenant = '7b0f9a52-0b6d-4a8e-9a53-1f6f0d8a2c11';

/** The staff file of the tests. */
export const staff = {
  amina: { name: 'Amina', user: '00000000-0000-4000-8000-000000000001', roles: ['link-worker'], practices: ['SAMPLE1'] },
  bilal: { name: 'Bilal', user: '00000000-0000-4000-8000-000000000002', roles: ['link-worker'], practices: ['SAMPLE1'] },
  cora: { name: 'Cora', user: '00000000-0000-4000-8000-000000000003', roles: ['manager'], practices: ['SAMPLE2'] },
  desk: { name: 'Front desk', user: '00000000-0000-4000-8000-000000000004', roles: ['receptionist'], practices: ['SAMPLE1'] },
} as const;

export type Somebody = keyof typeof staff | 'stranger';

export const channel = { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: tenant } as const;
export const otherChannel = { ...channel, id: '19:other@thread.tacv2' } as const;
export const personal = { id: 'a:personal', conversationType: 'personal', isGroup: false, tenantId: tenant } as const;
type Conversation = typeof channel | typeof otherChannel | typeof personal | { readonly id: string; readonly conversationType: string };

/** How somebody is named where a card lets one choose. */
export function inCards(who: keyof typeof staff): string {
  return nameInCards({ teams: { tenant, user: staff[who].user } });
}

/** A referral to a practice. */
export function referralTo(id: string, reference: string, ods: string, overrides: Partial<Referral> = {}): Referral {
  const eligibility = { age: 46, practice: { ods, name: `Practice ${ods}` } };
  return aReferral({ id, reference, eligibility, submittedAt: new Date().toISOString(), ...overrides });
}

/** Waits until it is so; fails after a while. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await isSo());) {
    if (Date.now() > end) throw new Error(`it did not come to pass: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

export interface Answered {
  readonly status: number;
  readonly body: { readonly type?: string; readonly value?: unknown };
}

export class NoticesWorld {
  readonly lines: string[] = [];
  app!: App;
  url = '';
  #sent = 0;

  private constructor(
    readonly folder: string,
    readonly connector: BotConnector,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<NoticesWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-notices-'));
    const people = Object.values(staff).map(({ user, ...member }) => ({ ...member, teams: { tenant, user } }));
    await writeFile(join(folder, 'staff.json'), JSON.stringify({ staff: people }));
    const world = new NoticesWorld(folder, await startConnector(), env);
    await world.begin();
    return world;
  }

  /** Starts the application, on what the store holds. */
  async begin(): Promise<void> {
    const settings = {
      ...{ PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: join(this.folder, 'data'), WAYMARK_STAFF: join(this.folder, 'staff.json') },
      WAYMARK_PUBLIC_URL: 'https://help.example.org',
    };
    this.app = await createApp(readConfig({ ...settings, ...this.env }), createLogger('info', { write: line => this.lines.push(line) }));
    this.url = `http://127.0.0.1:${String(await this.app.listen())}`;
  }

  async restart(): Promise<void> {
    await this.app.stop();
    await this.begin();
    // What a server puts in order as it begins holds its loop up for a moment; on a busy machine the first question may find its time over.
    const { store } = this.app.core;
    const answers = (): Promise<boolean> =>
      store.ping().then(
        () => true,
        () => false,
      );
    await until('the store is asked and answers', answers);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.connector.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** An activity as Teams sends it. */
  async send(who: Somebody, conversation: Conversation, activity: object): Promise<Answered> {
    this.#sent += 1;
    const aadObjectId = who === 'stranger' ? '00000000-0000-4000-8000-0000000000ff' : staff[who].user;
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', id: `a${String(this.#sent)}`, channelId: 'msteams', serviceUrl: this.connector.url, locale: 'en-GB' },
        ...{ from: { id: `29:${who}`, name: who, aadObjectId }, recipient: { id: '28:waymark', name: 'Waymark' }, conversation },
        channelData: { tenant: { id: tenant } },
        ...activity,
      }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answered['body'] };
  }

  /** Writes in a chat; what was sent there in answer. */
  async says(who: Somebody, conversation: Conversation, text: string): Promise<readonly Received[]> {
    const before = this.connector.received.length;
    await this.send(who, conversation, { text: `<at>Waymark</at> ${text}` });
    return this.connector.received.slice(before);
  }

  /** Presses a button of a message. */
  presses(who: Somebody, { conversation, id }: Pick<Received, 'conversation' | 'id'>, notice: object, to?: string): Promise<Answered> {
    const data = { waymark: { notice }, ...(to !== undefined && { to }) };
    const value = { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' };
    const where = { ...channel, id: conversation };
    return this.send(who, where, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: id });
  }

  /** A referral is sent: as a conversation does it, with an entry in the outbox. */
  async refer(referral: Referral, times = ''): Promise<void> {
    // Safe: a referral is plain JSON.
    const payload = referral as unknown as Json;
    const effects = [{ id: referral.id, kind: 'referral' as const, payload }];
    await this.app.core.store.conversations.save(`of ${referral.id}${times}`, {}, { rev: 0, ttlSeconds: 60, effects });
  }

  async record(id: string): Promise<ReferralRecord | undefined> {
    const stored = await this.app.core.store.referrals.get(id);
    return stored && readReferralRecord(stored.value);
  }

  /** Everything in the outbox is delivered. */
  delivered(): Promise<void> {
    return until('the outbox is empty', async () => (await this.app.core.store.outbox.size()) === 0);
  }

  /** What was posted or drawn in a conversation that shows this. */
  shown(conversation: string, text: string, method?: string): readonly Received[] {
    return this.connector.received.filter(
      one =>
        one.conversation === conversation && (method === undefined || one.method === method) && JSON.stringify(one.body).includes(text),
    );
  }

  /** Somebody signed in at the worklist page. */
  async atThePage(who: string): Promise<Visitor> {
    const someone = visitor(this.url);
    const link = new URL(this.app.signInLink(), this.url);
    await someone.post('/worklist/sign-in', { link: link.searchParams.get('link') ?? '', who });
    return someone;
  }
}
