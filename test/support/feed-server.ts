// A feed of local services on a free port of this machine, that answers as a test tells it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request; gives back false to leave it to the feed. */
export type Misbehave = (address: URL, response: ServerResponse, request: IncomingMessage) => boolean;

export interface FeedServer {
  readonly url: string;
  /** Paths with queries, in order. */
  readonly asked: readonly string[];
  /** The services of the list; may be changed between imports. */
  services: readonly Readonly<Record<string, unknown>>[];
  misbehave: Misbehave;
  readonly stop: () => Promise<void>;
}

/** A service as HSDS-UK v3 has it, full. */
export function aFeedService(id: string, over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id,
    name: `Service ${id}`,
    description: 'Somebody to talk to',
    status: 'active',
    last_modified: '2026-01-01T00:00:00Z',
    organization: { id: `o-${id}`, name: 'Kind Neighbours', description: 'A charity' },
    service_at_locations: [],
    ...over,
  };
}

/** So many services, `s1` to `sN`. */
export function feedServices(count: number, over: Readonly<Record<string, unknown>> = {}): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, n) => aFeedService(`s${String(n + 1)}`, over));
}

/** Begins to answer; gives nothing back to go on with, as restify, once loaded, takes that away from node's own. */
export function sendHead(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
}

/** Sends JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendHead(response, status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Starts it; pages hold at most `perPage`. */
export async function startFeed(services: FeedServer['services'], perPage = 10): Promise<FeedServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://feed');
    asked.push(`${address.pathname}${address.search}`);
    if (!feed.misbehave(address, response, request)) answer(address, response, feed.services, perPage);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // safe: a server that listens on a port has an address of this shape
  const { port } = server.address() as AddressInfo;
  const feed: FeedServer = {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    services,
    misbehave: () => false,
    stop: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return feed;
}

function answer(address: URL, response: ServerResponse, services: FeedServer['services'], perPage: number): void {
  const one = /^\/services\/(?<id>.+)$/u.exec(address.pathname)?.groups?.['id'];
  if (one !== undefined) {
    const found = services.find(({ id }) => id === decodeURIComponent(one));
    sendJson(response, found ?? { error: 'none' }, found ? 200 : 404);
  } else if (address.pathname === '/services') sendJson(response, pageOf(address, services, perPage));
  else sendJson(response, { error: 'none' }, 404);
}

/** The page that was asked for, of those changed since, if that was asked. */
export function pageOf(address: URL, all: FeedServer['services'], perPage: number): Readonly<Record<string, unknown>> {
  const number = Number(address.searchParams.get('page') ?? '1');
  const after = address.searchParams.get('modified_after');
  const services = after === null ? all : all.filter(service => String(service['last_modified']) > after);
  const pages = Math.ceil(services.length / perPage);
  const contents = services.slice((number - 1) * perPage, number * perPage);
  return {
    total_items: services.length,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  };
}
