// The upgrade of a request to a stream of the Direct Line host: a socket is only made for whoever holds the address that names it, from a page
// that may. Any other upgrade is refused.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { WebSocketServer } from 'ws';
import { mayOriginSpeak, openFor } from '../channels/direct-line/caller.js';
import type { CallerRules } from '../channels/direct-line/caller.js';
import { readWatermark } from '../channels/direct-line/line-bodies.js';
import type { Streams } from '../channels/direct-line/streams.js';
import { isDraining } from './draining.js';
import { lineRequest } from './register-direct-line.js';
import { contextOf } from './request-context.js';

export interface StreamServing {
  readonly rules: Pick<CallerRules, 'tokens' | 'origins' | 'production'>;
  readonly streams: Streams;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
}

/** A client has nothing to say on a stream but that it is there. */
const longestMessage = 1_024;
const streamPath = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/u;

interface Place {
  readonly conversationId: string;
  readonly after: number;
}

/** Serves upgrades on this server. */
export function openStreams(server: Server, serving: StreamServing): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false, clientTracking: false });
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    placeOf(request, server, serving)
      .then(place => {
        if (typeof place === 'number') refuse(socket, place);
        else
          sockets.handleUpgrade(request, socket, head, opened => {
            if (!serving.streams.open(opened, place.conversationId, place.after)) opened.close(1013, 'try again later');
          });
      })
      .catch(() => socket.destroy());
  });
}

/** Where the stream begins, or the status it is refused with. */
async function placeOf(request: IncomingMessage, server: Server, serving: StreamServing): Promise<Place | number> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
  const conversationId = streamPath.exec(pathname)?.[1];
  const after = readWatermark(searchParams.get('watermark') ?? undefined);
  if (conversationId === undefined || after === undefined) return 404;
  if (isDraining(server)) return 503;
  return (await mayOpen(request, conversationId, searchParams.get('t') ?? '', serving)) ? { conversationId, after } : 403;
}

async function mayOpen(request: IncomingMessage, conversationId: string, token: string, serving: StreamServing): Promise<boolean> {
  const { rules, publicUrl, trustProxy } = serving;
  contextOf(request, trustProxy);
  const asked = lineRequest(request, publicUrl);
  if (!mayOriginSpeak(asked, rules)) return false;
  const opened = await openFor(rules.tokens, token, 'stream', asked.origin);
  return typeof opened !== 'string' && opened.conversation === conversationId;
}

const reasons: Readonly<Record<number, string>> = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' };

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${String(status)} ${reasons[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
