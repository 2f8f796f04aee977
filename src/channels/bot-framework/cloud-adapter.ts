// Microsoft's CloudAdapter for Teams and Azure channels: it checks the caller's token and, for expectReplies, answers in the response.
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ActivityHandler, ConversationReference, Request, Response, TurnContext } from 'botbuilder';
import type { Content } from '../../content/content.js';
import { AppError } from '../../errors.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import { isForExtension } from './extension/read-invoke.js';
import { showTyping } from './teams/show-typing.js';

/** Credentials of the bot's Azure registration; all absent: unauthenticated, loopback only (the server sees to that). */
export interface BotCredentials {
  readonly MicrosoftAppId?: string;
  readonly MicrosoftAppPassword?: string;
  readonly MicrosoftAppType?: string;
  readonly MicrosoftAppTenantId?: string;
}

/** Does something in a conversation outside of any turn of it, and gives what it came to. @throws whatever the work, or the way there, throws */
export type ContinueIn = <T>(where: Partial<ConversationReference>, work: (context: TurnContext) => Promise<T>) => Promise<T>;

export interface MessagesEndpoint {
  /** Answers one POST /api/messages; the body is already a validated activity. */
  readonly process: (request: object, response: object) => Promise<void>;
  readonly continueIn: ContinueIn;
}

/** The response as botbuilder may use it: a body that is text is the message of a fault, and stays here. */
function withoutFaults(response: Response): Response {
  return {
    status: code => response.status(code),
    header: (name, value) => response.header(name, value),
    send: (...args: unknown[]) => (typeof args[0] === 'string' ? undefined : response.send(...args)),
    end: (...args: unknown[]) => response.end(...args),
    socket: response.socket,
  };
}

/** Faults are handed on past `onTurnError`, which would speak to whoever is in that conversation. */
function continueBy(adapter: CloudAdapter, appId: string): ContinueIn {
  return async <T>(where: Partial<ConversationReference>, work: (context: TurnContext) => Promise<T>): Promise<T> => {
    let end: { readonly value: T } | { readonly fault: unknown } | undefined;
    await adapter.continueConversationAsync(appId, where, async context => {
      // The event that begins the turn is no message of the conversation: nothing sent is a reply to it.
      context.activity.id = '';
      end = await work(context).then(
        value => ({ value }),
        (fault: unknown) => ({ fault }),
      );
    });
    if (end === undefined) throw new AppError('not-continued', 'A conversation could not be gone on with');
    if ('fault' in end) throw end.fault;
    return end.value;
  };
}

/** CloudAdapter around the bot, with our own words when something fails. `onFault` is told the fault, never the patient. */
export function createMessagesEndpoint(
  credentials: BotCredentials,
  bot: ActivityHandler,
  content: Content,
  onFault: (error: Error) => void,
): MessagesEndpoint {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...credentials }));
  adapter.use(showTyping());
  adapter.onTurnError = async (context, error) => {
    onFault(error);
    // asked from a chat among others, where the bot says nothing: Teams tells whoever asked that it failed
    if (isForExtension(context.activity.name)) return;
    const lang = matchLanguage(context.activity.locale, [...content.languages.keys()]) ?? 'en-GB';
    const text = content.translator.word({ product: 'notice.try-again' }, lang);
    // Where even these words cannot be delivered, nobody is left to tell but the log: botbuilder would answer with the fault itself.
    await context.sendActivity({ type: ActivityTypes.Message, text, locale: lang }).catch(onFault);
  };
  return {
    // Safe: botbuilder is made for restify's request and response, and checks what it uses of them; its types only name Express's.
    process: (request, response) => adapter.process(request as Request, withoutFaults(response as Response), context => bot.run(context)),
    continueIn: continueBy(adapter, credentials.MicrosoftAppId ?? ''),
  };
}
