// A Bot Framework adapter without a network: runs the bot on an activity of our own pages and gives back what it sent.
import { BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ActivityHandler, ConversationReference, ResourceResponse } from 'botbuilder';

/** Runs one activity through the bot and returns the activities it sent, in order. */
export class ThinAdapter extends BotAdapter {
  async run(activity: Partial<Activity>, bot: ActivityHandler): Promise<readonly Partial<Activity>[]> {
    // deliveryMode belongs to /api/messages alone: a client that sets it elsewhere would swallow its own replies.
    const { deliveryMode: _, ...rest } = activity;
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this, rest);
    context.turnState.set(sentKey, sent);
    await this.runMiddleware(context, async turn => {
      await bot.run(turn);
    });
    return sent;
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    context.turnState.get<Partial<Activity>[]>(sentKey).push(...activities);
    return Promise.resolve(activities.map((_, index) => ({ id: String(index) })));
  }

  override updateActivity(): ReturnType<BotAdapter['updateActivity']> {
    return Promise.reject(new Error('pages have no activities to update'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('pages have no activities to delete'));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('pages start every turn themselves'));
  }
}

const sentKey = Symbol('sent activities');
