// What the server knows of a request before any handler sees it: an id for the log, and where it came from.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** Facts about one request. */
export interface RequestContext {
  /** Given back as X-Request-Id and written in the log. */
  readonly id: string;
  /** Address of the caller: the socket's, or the last one a trusted proxy added. */
  readonly remote: string;
  /** Reached over TLS, as far as this server or the proxy it trusts can tell. */
  readonly secure: boolean;
  /** Sent from this very machine: a loopback socket, and no sign that a proxy passed it on. */
  readonly local: boolean;
}

const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** The facts about this request; found out at the first call, the same ever after. */
export function contextOf(request: IncomingMessage, trustProxy = false): RequestContext {
  const known = contexts.get(request);
  if (known !== undefined) return known;
  const context: RequestContext = {
    id: requestId(request, trustProxy),
    remote: remoteAddress(request, trustProxy),
    secure: request.socket instanceof TLSSocket || (trustProxy && lastOf(request.headers['x-forwarded-proto']) === 'https'),
    local: isLoopback(request.socket.remoteAddress) && !wasForwarded(request),
  };
  contexts.set(request, context);
  return context;
}

function requestId(request: IncomingMessage, trustProxy: boolean): string {
  const given = request.headers['x-request-id'];
  return trustProxy && typeof given === 'string' && /^[\w.-]{8,64}$/u.test(given) ? given : randomUUID();
}

/** Only what the nearest proxy appended is its own word; everything before it came from the caller. */
function remoteAddress(request: IncomingMessage, trustProxy: boolean): string {
  const socket = request.socket.remoteAddress ?? '';
  return trustProxy ? (lastOf(request.headers['x-forwarded-for']) ?? socket) : socket;
}

function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const last = (typeof header === 'string' ? header : header?.join(','))?.split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/u.test(address));
}

function wasForwarded(request: IncomingMessage): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(name => request.headers[name] !== undefined);
}
