// The adapter behind our own Direct Line host: what a turn says is recorded with it; only what could not be saved comes back to be told at once.
import type { Activity, ActivityHandler } from 'botbuilder';
import type { PlainActivity } from '../direct-line/line.js';
import { ThinAdapter } from './thin-adapter.js';

/** Name of the event by which the bot hands over what could not be saved. */
export const unsavedEvent = 'waymark/unsaved';

/** Runs turns that are recorded. */
export class LineAdapter extends ThinAdapter {
  /** What must be told although it could not be saved; undefined where all of it was. */
  async say(activity: Partial<Activity>, bot: ActivityHandler): Promise<readonly PlainActivity[] | undefined> {
    const sent = await this.run(activity, bot);
    // Safe: bot.ts puts activities under this event name.
    return sent.find(({ name }) => name === unsavedEvent)?.value as readonly PlainActivity[] | undefined;
  }
}
