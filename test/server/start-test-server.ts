// A real server on a free port of this machine, and raw sockets to speak to it as clients that follow no rules do.
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { createLogger } from '../../src/logger.js';
import { createServer } from '../../src/server/create-server.js';
import { stopServer } from '../../src/server/draining.js';
import type { PageResponse } from '../../src/channels/pages/page.js';

export interface TestServer {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  /** Everything logged so far, one object a line. */
  readonly lines: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface TestServerOptions {
  readonly trustProxy?: boolean;
  readonly embedOrigins?: readonly string[];
  readonly register?: (server: Server) => void | Promise<void>;
}

export function kindPage(status: number, acceptLanguage: string): PageResponse {
  const body = `<!doctype html><title>${String(status)}</title><p lang="${acceptLanguage.slice(0, 2)}">A kind page</p>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const lines: string[] = [];
  const logger = createLogger('info', { write: line => lines.push(line) });
  const server = createServer({
    config: { trustProxy: options.trustProxy ?? false, embedOrigins: options.embedOrigins ?? [] },
    logger,
    errorPage: kindPage,
  });
  await options.register?.(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // safe: a server that listens on a port has an address of this shape
  const { port } = server.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await stopServer(server, { graceMs: 500 });
  };
  return { server, url: `http://127.0.0.1:${String(port)}`, port, lines, stop };
}

/** Sends bytes as they are and gives back everything the server said until it closed. */
export async function sayRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      heard += chunk;
    });
    socket.on('end', () => {
      resolve(heard);
    });
    socket.on('error', reject);
  });
}
