// The Direct Line host, put together: its conversations, tokens and sockets, and where the server carries them.
import type { WaymarkBot } from './channels/bot-framework/bot.js';
import { converseForDirectLine } from './channels/bot-framework/converse-for-direct-line.js';
import { createDirectLine } from './channels/direct-line/direct-line.js';
import type { Line } from './channels/direct-line/line.js';
import { createStreams } from './channels/direct-line/streams.js';
import type { Streams } from './channels/direct-line/streams.js';
import { createLineTokens } from './channels/direct-line/token.js';
import type { Config } from './config.js';
import type { Core } from './core.js';
import { describeFault } from './logger.js';
import type { Logger } from './logger.js';
import type { HttpServer } from './server/create-server.js';
import { openStreams } from './server/open-streams.js';
import { createRateLimiter } from './server/rate-limiter.js';
import { registerDirectLine } from './server/register-direct-line.js';

/** Activities of one conversation: a person who types fast never meets it. */
const postRate = { burst: 60, perSecond: 2 };
/** Conversations begun and tokens asked for, by address: a waiting room behind one address, as for the pages. */
const beginRate = { burst: 60, perSecond: 2 };

interface Serving {
  readonly server: HttpServer;
  readonly bot: WaymarkBot;
  readonly core: Pick<Core, 'content' | 'store' | 'signingKey' | 'clock' | 'entropy'>;
  readonly config: Config;
  readonly logger: Logger;
}

/** What others need of it: its conversations, and its sockets, to be closed at the end. */
export interface ServedLine {
  readonly line: Line;
  readonly streams: Streams;
}

/** Serves it. */
export function serveDirectLine({ server, bot, core, config, logger }: Serving): ServedLine {
  const { content, store, signingKey, clock, entropy } = core;
  const { directLineSecrets: secrets, embedOrigins: origins, production, publicUrl, trustProxy } = config;
  const now = (): number => clock().getTime();
  const line = converseForDirectLine(bot, store.history, content.service.name);
  const onFault = (fault: unknown): void => {
    logger.warn(describeFault(fault), 'a stream could not read on');
  };
  const streams = createStreams({ line, now, onFault });
  const rules = { tokens: createLineTokens(signingKey, clock), secrets, origins, production };
  const { take: mayPost } = createRateLimiter(postRate, now);
  const directLine = createDirectLine({ ...rules, line, streams, entropy, mayPost });
  registerDirectLine(server, { directLine, rules, publicUrl, limiter: createRateLimiter(beginRate, now) });
  openStreams(server, { rules, streams, publicUrl, trustProxy });
  return { line, streams };
}
