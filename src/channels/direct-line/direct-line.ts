// The Direct Line 3.0 host, without a network: each operation takes what a request holds and gives a status and a body.
// Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
import type { CallerRules, LineRequest } from './caller.js';
import { reconnect, startConversation } from './connect-client.js';
import { postActivity, readActivities } from './exchange-activities.js';
import type { LineReply } from './line-fault.js';
import type { Line } from './line.js';
import { generateToken, refreshToken } from './offer-tokens.js';
import type { Streams } from './streams.js';

export interface DirectLineParts extends CallerRules {
  readonly line: Line;
  readonly streams: Streams;
  /** 32 random hex digits. */
  readonly entropy: () => string;
  /** May one more activity be sent in this conversation now? */
  readonly mayPost: (conversationId: string) => boolean;
}

/** A request about one conversation. */
export interface ConversationRequest extends LineRequest {
  readonly conversationId: string;
}

/** The operations; `watermark` and bodies are as they came. */
export interface DirectLine {
  readonly generate: (request: LineRequest, body: unknown) => Promise<LineReply>;
  readonly refresh: (request: LineRequest) => Promise<LineReply>;
  readonly start: (request: LineRequest, body: unknown, locale: string | undefined) => Promise<LineReply>;
  readonly reconnect: (request: ConversationRequest, watermark: string | undefined) => Promise<LineReply>;
  readonly read: (request: ConversationRequest, watermark: string | undefined) => Promise<LineReply>;
  readonly post: (request: ConversationRequest, body: unknown) => Promise<LineReply>;
}

/** Makes the host. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  return {
    generate: (request, body) => generateToken(parts, request, body),
    refresh: request => refreshToken(parts, request),
    start: (request, body, locale) => startConversation(parts, request, body, locale),
    reconnect: (request, watermark) => reconnect(parts, request, watermark),
    read: (request, watermark) => readActivities(parts, request, watermark),
    post: (request, body) => postActivity(parts, request, body),
  };
}
