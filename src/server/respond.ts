// Puts a whole response on the wire: status, headers, compressed body, cookies. Every dynamic answer of this server leaves through here.
import type { ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import { chooseEncoding, compress } from './compress.js';

/** A response as a handler makes it. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Sent instead of the body, as they are. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** Sends the reply; for HEAD only its headers, the true length among them. */
export async function respond(request: Request, response: Response, reply: Reply): Promise<void> {
  const body =
    reply.bytes === undefined
      ? await compress(reply.body, chooseEncoding(request.headers['accept-encoding']))
      : { bytes: reply.bytes, encoding: undefined };
  if (response.headersSent) return;
  setHeaders(response, { 'Content-Type': reply.contentType, Vary: 'Accept-Encoding', ...reply.headers });
  if (body.encoding !== undefined) response.setHeader('Content-Encoding', body.encoding);
  if (reply.cookies !== undefined && reply.cookies.length > 0) response.setHeader('Set-Cookie', [...reply.cookies]);
  response.setHeader('Content-Length', String(body.bytes.length));
  response.sendRaw(reply.status, body.bytes);
}

/** A JSON reply. */
export function jsonReply(status: number, value: unknown): Reply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
