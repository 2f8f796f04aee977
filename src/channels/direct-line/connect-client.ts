// Starting a conversation and coming back to it: both give a token and the address of a stream.
import { callerIn, callerOf } from './caller.js';
import type { LineRequest } from './caller.js';
import type { ConversationRequest, DirectLineParts } from './direct-line.js';
import { readWatermark, startBody } from './line-bodies.js';
import { lineFault } from './line-fault.js';
import type { LineReply } from './line-fault.js';
import { TOKEN_SECONDS } from './token.js';
import type { Bound } from './token.js';

/** As whom a server that uses its secret alone speaks. */
const theServer = 'dl_server';

/** Starts the conversation of a token, or a new one; started again it goes on. `locale`: the browser's, where the body names none. */
export async function startConversation(
  parts: DirectLineParts,
  request: LineRequest,
  body: unknown,
  locale: string | undefined,
): Promise<LineReply> {
  const caller = await callerOf(request, parts);
  if (typeof caller === 'string') return lineFault(caller);
  const read = startBody(body);
  if (read === undefined) return lineFault('bad-request');
  const bound = caller.kind === 'client' ? caller.opened : { conversation: parts.entropy(), user: read.user ?? theServer };
  const conversationId = bound.conversation;
  if ((await parts.line.read(conversationId, 0)).watermark > 0) return connected(parts, 200, bound, request, 0);
  const activity = { type: 'conversationUpdate', membersAdded: [{ id: bound.user }], locale: read.locale ?? locale };
  const answer = await parts.line.say({ conversationId, activityId: 'start', userId: bound.user, activity });
  return answer.state === 'saved' ? connected(parts, 201, bound, request, 0) : lineFault('unavailable');
}

/** A new address for the stream, from a watermark on. */
export async function reconnect(parts: DirectLineParts, request: ConversationRequest, watermark: string | undefined): Promise<LineReply> {
  const caller = await callerIn(request, parts);
  if (typeof caller === 'string') return lineFault(caller);
  const after = readWatermark(watermark);
  if (after === undefined) return lineFault('bad-request');
  const { conversationId } = request;
  if ((await parts.line.read(conversationId, 0)).watermark === 0) return lineFault('no-conversation');
  return connected(
    parts,
    200,
    caller.kind === 'client' ? caller.opened : { conversation: conversationId, user: theServer },
    request,
    after,
  );
}

interface Renewable extends Bound {
  readonly since?: number;
}

async function connected(
  { tokens }: DirectLineParts,
  status: number,
  bound: Renewable,
  { ownOrigin }: LineRequest,
  after: number,
): Promise<LineReply> {
  const { conversation, since } = bound;
  const [token, stream] = await Promise.all([tokens.issue(bound, 'token', since), tokens.issue(bound, 'stream', since)]);
  const host = ownOrigin.replace(/^http/u, 'ws');
  const streamUrl = `${host}/v3/directline/conversations/${conversation}/stream?watermark=${String(after)}&t=${stream}`;
  return { status, body: { conversationId: conversation, token, expires_in: TOKEN_SECONDS, streamUrl } };
}
