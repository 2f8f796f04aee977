// What Teams is to a bot: a Bot Connector that takes what is posted and drawn anew, gives ids, and can be told that a conversation is gone.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export interface Received {
  readonly method: string;
  readonly conversation: string;
  /** The activity of a PUT; of a POST the one replied to, if any. */
  readonly activity: string | undefined;
  /** The id that was given, or drawn anew. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface BotConnector {
  readonly url: string;
  readonly received: readonly Received[];
  /** What next requests to a conversation are answered with, instead of being taken. */
  readonly refusing: Map<string, { readonly status: number; readonly code: string }>;
  readonly stop: () => Promise<void>;
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/u;

/** Starts one on a free port of this machine. */
export async function startConnector(): Promise<BotConnector> {
  const received: Received[] = [];
  const refusing: BotConnector['refusing'] = new Map();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [, inPath = '', activity] = path.exec(request.url ?? '') ?? [];
      const conversation = decodeURIComponent(inPath);
      const { method = '' } = request;
      const refused = refusing.get(conversation);
      response.setHeader('content-type', 'application/json');
      response.statusCode = refused?.status ?? 200;
      if (refused !== undefined) {
        response.end(JSON.stringify({ error: { code: refused.code, message: 'refused' } }));
        return;
      }
      // Safe: the bot sends JSON objects.
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
      const id = method === 'PUT' ? (activity ?? '') : `m${String(received.length + 1)}`;
      received.push({ method, conversation, activity, id, body });
      response.end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // Safe: a server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    received,
    refusing,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
