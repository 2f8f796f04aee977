// A chat as a channel has it: activities through the one bot and the thin adapter's sibling, over a store a test can tell what to do.
import { BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ResourceResponse } from 'botbuilder';
import { randomBytes } from 'node:crypto';
import { WaymarkBot } from '../../src/channels/bot-framework/bot.js';
import { createTurns } from '../../src/channels/bot-framework/run-turn.js';
import type { Turns } from '../../src/channels/bot-framework/run-turn.js';
import type { Opinion } from '../../src/conversation/conversation.js';
import type { TurnNeed } from '../../src/conversation/reply.js';
import type { Content } from '../../src/content/content.js';
import type { DirectoryNow } from '../../src/directory/local-directory.js';
import { realContent } from './real-content.js';
import type { ConversationStore, WayBackStore } from '../../src/storage/ports.js';
import { waysBackInMemory } from './a-store.js';
import type { WireActivity, WireQuestion } from './robot.js';
import type { SetClock } from './set-clock.js';

class CollectingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];
  readonly updated: Partial<Activity>[] = [];
  constructor(readonly refuses: boolean) {
    super();
  }

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return Promise.resolve(activities.map((_, index) => ({ id: String(index) })));
  }

  override updateActivity(_context: TurnContext, activity: Partial<Activity>): ReturnType<BotAdapter['updateActivity']> {
    this.updated.push(activity);
    return this.refuses ? Promise.reject(new Error('nothing is updated')) : Promise.resolve();
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('nothing is deleted'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('nothing is continued'));
  }
}

export interface ChatOptions {
  readonly conversations: ConversationStore;
  /** Absent: ways back are kept in memory. */
  readonly waysBack?: WayBackStore;
  readonly publicUrl?: string | undefined;
  readonly clock: SetClock;
  readonly locale?: string;
  readonly content?: Content;
  readonly directory?: DirectoryNow;
  readonly askOpinion?: (need: TurnNeed['opinion']) => Promise<Opinion>;
}

export class Chat {
  readonly conversationId = randomBytes(8).toString('hex');
  readonly turns: Turns;
  readonly bot: WaymarkBot;
  readonly content: Content;
  nudges = 0;
  referrals = 0;
  readonly states: string[] = [];
  heard: readonly Partial<Activity>[] = [];
  /** What was put in place of what was sent before. */
  updated: readonly Partial<Activity>[] = [];
  /** Nothing that was sent can be changed any more. */
  refusesUpdates = false;
  #id = 0;

  constructor(readonly options: ChatOptions) {
    const entropy = (): string => randomBytes(16).toString('hex');
    this.content = options.content ?? realContent();
    this.turns = createTurns({
      content: this.content,
      conversations: options.conversations,
      waysBack: options.waysBack ?? waysBackInMemory(),
      entropy,
      publicUrl: options.publicUrl,
      directory: options.directory,
      askOpinion: options.askOpinion ?? (need => Promise.resolve({ key: need.key })),
      nudge: () => (this.nudges += 1),
      observer: { turn: (_channel, result) => this.states.push(result.state), referral: () => (this.referrals += 1) },
      now: () => 0,
    });
    const clock = (): string => options.clock().toISOString();
    this.bot = new WaymarkBot({ content: this.content, turns: this.turns, clock, entropy, publicUrl: options.publicUrl });
  }

  /** An id no other activity of this chat has. */
  newId(): string {
    this.#id += 1;
    return `a${String(this.#id)}`;
  }

  /** Sends an activity and keeps what came back. */
  async send(body: Partial<Activity>, id = this.newId()): Promise<this> {
    const adapter = new CollectingAdapter(this.refusesUpdates);
    const about: Partial<Activity> = {
      id,
      channelId: 'test',
      locale: this.options.locale ?? 'en',
      recipient: { id: 'waymark', name: '' },
      from: { id: 'p', name: '' },
    };
    const conversation = { id: this.conversationId, isGroup: false, conversationType: 'personal', name: '' };
    await this.bot.run(new TurnContext(adapter, { ...about, conversation, ...body }));
    this.heard = adapter.sent;
    this.updated = adapter.updated;
    return this;
  }

  open(): Promise<this> {
    return this.send({ type: 'conversationUpdate', membersAdded: [{ id: 'p', name: '' }] });
  }

  says(text: string, id?: string): Promise<this> {
    return this.send({ type: 'message', text }, id);
  }

  sends(value: unknown, id?: string): Promise<this> {
    return this.send({ type: 'message', value }, id);
  }

  /** Everything said at the last turn. */
  get text(): string {
    return this.heard.map(activity => activity.text ?? '').join('\n');
  }

  get wire(): readonly WireActivity[] {
    // Safe in a test: what is read of it is checked by assertions.
    return this.heard as unknown as readonly WireActivity[];
  }

  get question(): WireQuestion | undefined {
    return this.wire.findLast(activity => activity.channelData?.waymark?.question)?.channelData?.waymark?.question;
  }

  get reference(): string | undefined {
    return this.wire.find(activity => activity.channelData?.waymark?.referral)?.channelData?.waymark?.referral?.reference;
  }
}
