// "… is typing" in Teams while a turn takes longer than a second: somebody who sees nothing writes again. Only there: pages and Direct Line show
// what they wait for themselves, and a caller who wants the replies in the response gets nothing else. Never pretended: a quick turn shows none.
import { ActivityTypes, TurnContext } from 'botbuilder';
import type { Middleware } from 'botbuilder';
import { teamsChannel } from '../cards/cards-for.js';

/** After how long it is shown, and shown again: Teams takes it away after some seconds (milliseconds). */
const firstAfter = 1_000;
const againAfter = 3_000;

/** Calls something later, until it is told not to. */
export interface Later {
  readonly call: (what: () => void, ms: number) => () => void;
}

const byTimer: Later = {
  call: (what, ms) => {
    const timer = setTimeout(what, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

function isWaitedFor({ activity: { channelId, type, deliveryMode } }: TurnContext): boolean {
  const mode: string | undefined = deliveryMode;
  return channelId === teamsChannel && type === 'message' && mode !== 'expectReplies';
}

/** Past the bot's own activities: what is shown is no reply. */
async function show(context: TurnContext): Promise<void> {
  const typing = TurnContext.applyConversationReference(
    { type: ActivityTypes.Typing },
    TurnContext.getConversationReference(context.activity),
  );
  await context.adapter.sendActivities(context, [typing]);
}

/** The middleware. A sign that could not be shown is no fault of the turn. */
export function showTyping(later: Later = byTimer): Middleware {
  return {
    onTurn: async (context, next) => {
      if (!isWaitedFor(context)) return next();
      let shown: Promise<void> = Promise.resolve();
      let stop: () => void = () => undefined;
      const wait = (ms: number): void => {
        stop = later.call(() => {
          shown = show(context).catch(() => undefined);
          wait(againAfter);
        }, ms);
      };
      wait(firstAfter);
      try {
        await next();
      } finally {
        stop();
        await shown;
      }
    },
  };
}
