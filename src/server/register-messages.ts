// POST /api/messages: Bot Framework channels. Without an app id nobody proves who they are, so only this machine is served.
import type { Request, Response, Server } from 'restify';
import { activitySchema } from './activity-schema.js';
import { answersHere } from './answers-here.js';
import { programReply } from './answer-error.js';
import { contextOf } from './request-context.js';
import { respond } from './respond.js';

/** What carries an Activity to the bot: botbuilder's CloudAdapter with the bot's logic bound in. It writes the whole response. */
export interface MessagesAdapter {
  readonly process: (request: Request, response: Response) => Promise<void>;
}

/** Registers the endpoint. `authenticated`: the adapter checks tokens, so callers from anywhere are welcome. */
export function registerMessages(
  server: Server,
  { adapter, authenticated }: { readonly adapter: MessagesAdapter; readonly authenticated: boolean },
): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    if (!authenticated && !contextOf(request).local) {
      await respond(request, response, programReply(403));
      return;
    }
    const activity = activitySchema.safeParse(request.body);
    if (!activity.success) {
      await respond(request, response, programReply(400));
      return;
    }
    if (!authenticated && !answersHere(activity.data)) {
      await respond(request, response, programReply(403));
      return;
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    await adapter.process(request, response);
  });
}
