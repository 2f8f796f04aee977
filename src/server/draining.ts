// A clean stop: no new connection, requests in hand are finished, connections with nothing in hand are closed at once. Node alone waits
// for every kept-alive connection, and for those a browser opened ahead and never used.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Server } from 'restify';

interface Connections {
  /** Requests in hand, by connection. */
  readonly busy: Map<Socket, number>;
  draining: boolean;
}

const known = new WeakMap<Server, Connections>();

/** Begins to watch the server's connections; called once, before it listens. */
export function watchConnections(server: Server): void {
  const connections: Connections = { busy: new Map(), draining: false };
  known.set(server, connections);
  server.server.on('connection', (socket: Socket) => {
    connections.busy.set(socket, 0);
    socket.once('close', () => connections.busy.delete(socket));
  });
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    countRequest(connections, request.socket, response);
  });
}

function countRequest(connections: Connections, socket: Socket, response: ServerResponse): void {
  const count = (by: number): number => {
    const now = (connections.busy.get(socket) ?? 0) + by;
    if (connections.busy.has(socket)) connections.busy.set(socket, now);
    return now;
  };
  count(1);
  if (connections.draining) response.setHeader('Connection', 'close');
  response.once('close', () => {
    if (count(-1) === 0 && connections.draining) socket.end();
  });
}

/** True from the moment a stop was asked for: /health/ready says so, and load balancers send nothing new. */
export function isDraining(server: Server): boolean {
  return known.get(server)?.draining ?? false;
}

/** How to stop: for how long /health/ready says so while everything is still served, and how long requests in hand may then take. */
export interface StopTimes {
  readonly announceMs?: number;
  readonly graceMs: number;
}

/** Stops the server. Resolves when every request in hand was answered (`finished`), or with what was left after the grace time `cut-off`. */
export async function stopServer(server: Server, { announceMs = 0, graceMs }: StopTimes): Promise<'finished' | 'cut-off'> {
  const connections = known.get(server);
  if (connections !== undefined) connections.draining = true;
  if (announceMs > 0) await setTimeout(announceMs);
  const closed = new Promise<'finished'>(resolve => {
    server.server.close(() => {
      resolve('finished');
    });
  });
  for (const [socket, requests] of connections?.busy ?? []) if (requests === 0) socket.destroy();
  const abort = new AbortController();
  const late = setTimeout(graceMs, 'cut-off' as const, { signal: abort.signal }).catch(() => 'cut-off' as const);
  const how = await Promise.race([closed, late]);
  abort.abort();
  server.server.closeAllConnections();
  return how;
}
