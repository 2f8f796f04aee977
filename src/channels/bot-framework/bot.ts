// The one bot: a turn in, replies out. Every channel runs it, through CloudAdapter or the thin adapter.
import { ActivityHandler, ActivityTypes } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Roster } from '../../access/roster.js';
import type { Content } from '../../content/content.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import { localDate } from '../local-date.js';
import { cardsFor, teamsChannel } from './cards/cards-for.js';
import type { Extension } from './extension/extension.js';
import { isForExtension } from './extension/read-invoke.js';
import { LineAdapter, unsavedEvent } from './line-adapter.js';
import { readTurn } from './read-turn.js';
import { recordTurn, unsavedTurn } from './recorded-activities.js';
import type { ArrivedTurn, Turns, TurnResult } from './run-turn.js';
import { sayResult } from './say-result.js';
import type { Telling } from './send-replies.js';
import { foldAnswered } from './teams/fold-answered.js';
import type { TeamsStaff } from './teams/notices/teams-staff.js';
import { answerShared, helpFirst, isShared } from './teams/shared-chat.js';
import { bringsOnlyCards } from './teams/without-cards.js';
import { ThinAdapter } from './thin-adapter.js';

/** Name of the event that carries replies, not yet worded, to our own pages. */
export const repliesEvent = 'waymark/replies';

/** channelData of a page's turn that belongs to a conversation under way: where that is gone, none begins. */
export const goesOn = { goesOn: true } as const;

/** channelId of our own pages, behind the thin adapter. */
export const pagesChannel = 'pages';

export interface BotSurroundings {
  readonly content: Content;
  readonly turns: Turns;
  /** Who is staff in Teams; absent: nobody. */
  readonly roster?: Roster;
  /** Who answers staff in Teams; absent: everybody there is a patient. */
  readonly staff?: TeamsStaff;
  /** The message extension in Teams; absent: there is none. */
  readonly extension?: Extension;
  /** ISO instant now. */
  readonly clock: () => string;
  /** 32 random hex digits. */
  readonly entropy: () => string;
  /** Where the pages are, without a slash at the end, if that is known. */
  readonly publicUrl?: string | undefined;
}

/** Names the conversation in the store: unique among channels, whatever a channel calls itself. */
function conversationIdOf(context: TurnContext): string {
  const { channelId, conversation } = context.activity;
  return `${encodeURIComponent(channelId)}:${conversation.id}`;
}

/** What an Adaptive Card is told of its action: taken; what there is to say follows as messages. */
const actionTaken: InvokeResponse = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
};

/** The Bot Framework side of Waymark: an ActivityHandler around takeTurn. */
export class WaymarkBot extends ActivityHandler {
  readonly #around: BotSurroundings;

  constructor(around: BotSurroundings) {
    super();
    this.#around = around;
    this.onMessage(async (context, next) => {
      await this.#take(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      // Only somebody else's arrival opens a conversation; the bot's own would ask the first question twice.
      if (membersAdded?.some(member => member.id !== recipient.id)) await this.#take(context);
      await next();
    });
  }

  /**
   * Adaptive Card actions come as invokes; the reply is sent as messages, the invoke itself is only acknowledged. What the message extension is asked
   * is answered in the invoke, and only where signatures are checked: our own channels carry nobody's identity.
   */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { extension } = this.#around;
    const { name } = context.activity;
    if (extension && isForExtension(name) && !(context.adapter instanceof ThinAdapter)) return extension.answer(context.activity);
    if (name !== 'adaptiveCard/action') return super.onInvokeActivity(context);
    const pressed = await this.#around.staff?.press(context);
    if (pressed !== undefined) return pressed;
    await this.#take(context);
    return actionTaken;
  }

  async #take(context: TurnContext): Promise<void> {
    if (bringsOnlyCards(context.activity)) return;
    const { clock, content, entropy, turns } = this.#around;
    const turn = readTurn(context.activity, clock(), entropy());
    const help = (): readonly Partial<Activity>[] => helpFirst(turn, this.#language(context), content, this.#how(context));
    if ((await this.#around.staff?.answer(context, help)) === true) return;
    if (isShared(context.activity)) {
      const said = answerShared(context.activity, turn, this.#language(context), content, this.#how(context));
      if (said.length > 0) await context.sendActivities([...said]);
      return;
    }
    const result = await turns.run(conversationIdOf(context), { ...turn, ...this.#howOf(context, turn.at) });
    await this.#send(context, result);
    await foldAnswered(context, result, content);
  }

  /** How this turn is run, where its channel has something to say about that. */
  #howOf(context: TurnContext, at: string): Pick<ArrivedTurn, 'goesOn' | 'record'> {
    // by identity: nothing that came over a network can be it
    if (context.activity.channelData === goesOn) return goesOn;
    if (!(context.adapter instanceof LineAdapter)) return {};
    return { record: result => recordTurn(context.activity, this.#say(context, result), at) };
  }

  /** What a turn comes to, as activities. */
  #say(context: TurnContext, result: TurnResult): readonly Partial<Activity>[] {
    return sayResult(result, this.#language(context), this.#around.content, this.#how(context));
  }

  async #send(context: TurnContext, result: TurnResult): Promise<void> {
    if (context.adapter instanceof LineAdapter) {
      // clients read what was recorded; nothing else would reach them
      if (result.recorded) return;
      const unsaved = unsavedTurn(context.activity, this.#say(context, result), this.#around.clock());
      await context.sendActivity({ type: ActivityTypes.Event, name: unsavedEvent, value: unsaved });
      return;
    }
    if (context.adapter instanceof ThinAdapter) {
      await context.sendActivity({ type: ActivityTypes.Event, name: repliesEvent, value: result });
      return;
    }
    await context.sendActivities([...this.#say(context, result)]);
  }

  /** The language of the channel, where a conversation has none of its own. */
  #language({ activity }: TurnContext): string {
    return matchLanguage(activity.locale, [...this.#around.content.languages.keys()]) ?? 'en-GB';
  }

  /** How this client is told things. */
  #how({ activity }: TurnContext): Telling {
    const { clock, publicUrl } = this.#around;
    const teams = activity.channelId === teamsChannel;
    return { publicUrl, today: localDate(new Date(clock())), cards: cardsFor(activity), teams };
  }
}
