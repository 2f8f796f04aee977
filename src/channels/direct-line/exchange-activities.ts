// Activities from a client, and those it has not seen yet.
import { createHash } from 'node:crypto';
import { StoreUnavailable } from '../../errors.js';
import { callerIn } from './caller.js';
import type { ConversationRequest, DirectLineParts } from './direct-line.js';
import { readWatermark, turnBody } from './line-bodies.js';
import { lineFault } from './line-fault.js';
import type { LineReply } from './line-fault.js';
import type { ActivitySet } from './line.js';

/** Typing, events and the like are taken, and say nothing to the conversation. */
const turns: ReadonlySet<string> = new Set(['message', 'invoke']);

/** One activity from the client. */
export async function postActivity(parts: DirectLineParts, request: ConversationRequest, body: unknown): Promise<LineReply> {
  const caller = await callerIn(request, parts);
  if (typeof caller === 'string') return lineFault(caller);
  const read = turnBody(body);
  if (read === undefined) return lineFault('bad-request');
  const { conversationId } = request;
  if (!parts.mayPost(conversationId)) return lineFault('too-many');
  const activityId = read.clientId === undefined ? parts.entropy() : numberOf(read.clientId);
  const done = { status: 200, body: { id: `${conversationId}|${activityId}` } };
  if (!turns.has(read.activity.type)) return done;
  const userId = caller.kind === 'client' ? caller.opened.user : (read.from ?? 'dl_server');
  const answer = await parts.line.say({ conversationId, activityId, userId, activity: read.activity });
  if (answer.state === 'saved') return done;
  parts.streams.tell(conversationId, answer.activities);
  return lineFault('unavailable');
}

/** What came after a watermark. */
export async function readActivities(
  parts: DirectLineParts,
  request: ConversationRequest,
  watermark: string | undefined,
): Promise<LineReply> {
  const caller = await callerIn(request, parts);
  if (typeof caller === 'string') return lineFault(caller);
  const after = readWatermark(watermark);
  if (after === undefined) return lineFault('bad-request');
  const { conversationId } = request;
  const set = await parts.line.read(conversationId, after).catch((fault: unknown): ActivitySet => {
    // A client that polls gives up for good at the first failure: while the store is away there is just nothing new.
    if (fault instanceof StoreUnavailable) return { activities: [], watermark: after };
    throw fault;
  });
  const activities = [...set.activities, ...parts.streams.untold(conversationId)];
  return { status: 200, body: { activities, watermark: String(set.watermark) } };
}

/** The activity's number from the client's own: an activity that is sent again is the same one. */
function numberOf(clientId: string): string {
  return createHash('sha256').update(clientId).digest('base64url').slice(0, 24);
}
