// Direct Line as a program speaks it: requests and a socket, with nothing between them and the test.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface LineActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: { readonly waymark?: Readonly<Record<string, unknown>> };
}

export interface LineBody {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in: number;
  readonly id: string;
  readonly activities: readonly LineActivity[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
}

export interface LineReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: LineBody;
}

export interface Sending {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request to the host at `url`; `path` from /v3/directline on. */
export async function callLine(url: string, method: string, path: string, { token, body, headers = {} }: Sending = {}): Promise<LineReply> {
  const response = await fetch(`${url}/v3/directline${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // safe: the host answers in JSON; a test that reads what is not there fails
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as LineBody };
}

/** A message as clients send it; `number`: the client's own for it. */
export function message(text: string, number?: string): object {
  return { type: 'message', text, from: { id: 'me' }, ...(number !== undefined && { channelData: { clientActivityID: number } }) };
}

/** A socket and what came over it. */
export interface LineSocket {
  readonly socket: WebSocket;
  readonly sets: readonly { readonly activities: readonly LineActivity[]; readonly watermark?: string }[];
}

/** Opens a stream. @throws Error when it is refused, with the status. */
export async function openLineSocket(streamUrl: string, headers: Readonly<Record<string, string>> = {}): Promise<LineSocket> {
  const socket = new WebSocket(streamUrl, { headers });
  const sets: LineSocket['sets'][number][] = [];
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text !== '') sets.push(JSON.parse(text) as LineSocket['sets'][number]);
  });
  await once(socket, 'open');
  return { socket, sets };
}
