// /v3/directline: carries the Direct Line host on restify. Pages of other origins may read the answers where they may speak to this server.
import type { Request, Response, Server } from 'restify';
import { mayOriginSpeak } from '../channels/direct-line/caller.js';
import type { CallerRules, LineRequest } from '../channels/direct-line/caller.js';
import type { ConversationRequest, DirectLine } from '../channels/direct-line/direct-line.js';
import { lineFault } from '../channels/direct-line/line-fault.js';
import type { LineReply } from '../channels/direct-line/line-fault.js';
import { TooManyRequests } from './http-faults.js';
import { mountGet } from './register-pages.js';
import type { RateLimiter } from './rate-limiter.js';
import { contextOf } from './request-context.js';
import { jsonReply, respond } from './respond.js';

export interface DirectLineServing {
  readonly directLine: DirectLine;
  readonly rules: Pick<CallerRules, 'origins' | 'production'>;
  /** Where this server is reached, without a slash at the end, if that is known. */
  readonly publicUrl: string | undefined;
  /** For what begins a conversation or a token, by address. */
  readonly limiter: RateLimiter;
}

const base = '/v3/directline';
const conversation = `${base}/conversations/:conversationId`;

/** Registers every operation. */
export function registerDirectLine(server: Server, serving: DirectLineServing): void {
  const { directLine, limiter, publicUrl } = serving;
  server.pre((request: Request, response: Response, next) => {
    if ((request.getUrl().pathname ?? '').startsWith(`${base}/`)) allowOrigin(request, response, serving);
    next();
  });
  // restify insists on an async function with two parameters
  server.opts(`${base}/*`, async (_request: Request, response: Response) => {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Accept, X-Requested-With, X-Ms-Bot-Agent');
    response.setHeader('Access-Control-Max-Age', '7200');
    response.sendRaw(204, '');
    return Promise.resolve();
  });
  const begins = (operation: (request: LineRequest, body: unknown, full: Request) => Promise<LineReply>) => {
    return async (request: Request, response: Response): Promise<void> => {
      const { local, remote } = contextOf(request);
      if (!local && !limiter.take(remote)) throw new TooManyRequests();
      await answer(request, response, await operation(lineRequest(request, publicUrl), request.body, request));
    };
  };
  server.post(`${base}/tokens/generate`, begins(directLine.generate));
  server.post(`${base}/tokens/refresh`, begins(directLine.refresh));
  server.post(
    `${base}/conversations`,
    begins((request, body, full) => directLine.start(request, body, full.headers['accept-language']?.split(/[,;]/u)[0])),
  );
  mountGet(server, conversation, async (request, response) => {
    await answer(request, response, await directLine.reconnect(conversationRequest(request, publicUrl), watermarkOf(request)));
  });
  mountGet(server, `${conversation}/activities`, async (request, response) => {
    await answer(request, response, await directLine.read(conversationRequest(request, publicUrl), watermarkOf(request)));
  });
  server.post(`${conversation}/activities`, async (request: Request, response: Response) => {
    await answer(request, response, await directLine.post(conversationRequest(request, publicUrl), request.body));
  });
  server.post(`${conversation}/upload`, async (request: Request, response: Response) => {
    await answer(request, response, lineFault('no-uploads'));
  });
}

/** What the host asks of a request. */
export function lineRequest(
  request: Pick<Request, 'headers' | 'socket'> & Parameters<typeof contextOf>[0],
  publicUrl: string | undefined,
): LineRequest {
  const { local, secure } = contextOf(request);
  const { authorization, host = '', origin } = request.headers;
  const here = `${secure ? 'https' : 'http'}://${host}`;
  return { authorization, origin, local, ownOrigin: publicUrl === undefined ? here : new URL(publicUrl).origin };
}

function conversationRequest(request: Request, publicUrl: string | undefined): ConversationRequest {
  // safe: the routes have this one parameter, and restify decodes it to text
  const { conversationId } = request.params as { readonly conversationId: string };
  return { ...lineRequest(request, publicUrl), conversationId };
}

function watermarkOf(request: Request): string | undefined {
  return new URLSearchParams(request.getQuery()).get('watermark') ?? undefined;
}

/** No cookie takes part, so an origin that may speak here may also read. */
function allowOrigin(request: Request, response: Response, { rules, publicUrl }: DirectLineServing): void {
  const asked = lineRequest(request, publicUrl);
  if (asked.origin !== undefined && mayOriginSpeak(asked, rules)) response.setHeader('Access-Control-Allow-Origin', asked.origin);
}

async function answer(request: Request, response: Response, { status, body }: LineReply): Promise<void> {
  const reply = jsonReply(status, body ?? {});
  await respond(request, response, status === 429 || status === 503 ? { ...reply, headers: { 'Retry-After': '2' } } : reply);
}
