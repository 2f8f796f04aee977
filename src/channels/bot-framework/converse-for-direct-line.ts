// The Direct Line host's way to the one bot: an activity runs as a turn, and what was said by both is kept in the history of the conversation,
// in the same write as the turn. Clients read it from there.
import type { Activity } from 'botbuilder';
import type { HistoryEntry, HistoryStore } from '../../storage/ports.js';
import type { ActivitySet, Line, LineAnswer, LineTurn, PlainActivity } from '../direct-line/line.js';
import type { WaymarkBot } from './bot.js';
import { LineAdapter } from './line-adapter.js';
import { plainActivity } from './recorded-activities.js';

/** channelId of conversations of our own Direct Line host, in the store; clients see `directline`. */
export const lineChannel = 'line';

function activityOf({ conversationId, activityId, userId, activity }: LineTurn): Partial<Activity> {
  return {
    // Safe: readTurn takes whatever stands in it for hostile.
    ...(activity as Partial<Activity>),
    id: activityId,
    channelId: lineChannel,
    from: { id: userId, name: '' },
    recipient: { id: 'waymark', name: '' },
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
  };
}

function idOf(conversationId: string): string {
  return `${lineChannel}:${conversationId}`;
}

/** The activities of a history, as a client of this conversation sees them. */
function activitiesOf(entries: readonly HistoryEntry[], conversationId: string, botName: string): readonly PlainActivity[] {
  // Safe: recordTurn wrote them.
  return entries.flatMap(({ values }) => values.map(value => plainActivity(value as PlainActivity, conversationId, botName)));
}

/** The Direct Line host's conversations over the bot. `botName`: whose service it is. */
export function converseForDirectLine(bot: WaymarkBot, history: HistoryStore, botName: string): Line {
  const adapter = new LineAdapter();

  const say = async (turn: LineTurn): Promise<LineAnswer> => {
    const unsaved = await adapter.say(activityOf(turn), bot);
    if (unsaved === undefined) return { state: 'saved' };
    return { state: 'unsaved', activities: unsaved.map(activity => plainActivity(activity, turn.conversationId, botName)) };
  };

  const read = async (conversationId: string, after: number): Promise<ActivitySet> => {
    const first = await history.read(idOf(conversationId), after);
    // A watermark from a history that is over: what has begun since is all new.
    const isOurs = after <= first.last;
    const { entries } = isOurs ? first : await history.read(idOf(conversationId), 0);
    return { activities: activitiesOf(entries, conversationId, botName), watermark: entries.at(-1)?.seq ?? (isOurs ? after : 0) };
  };

  return { say, read, watch: (conversationId, told) => history.watch(idOf(conversationId), told) };
}
