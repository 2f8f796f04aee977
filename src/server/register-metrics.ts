// GET /metrics: for callers on this machine, or with the token the operator set.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { programReply } from './answer-error.js';
import type { Metrics } from './metrics.js';
import { mountGet } from './register-pages.js';
import { contextOf } from './request-context.js';
import { respond } from './respond.js';

/** Registers the address. With a token set, the token is asked of everyone, this machine included. */
export function registerMetrics(server: Server, metrics: Metrics, token: string | undefined): void {
  mountGet(server, '/metrics', async (request: Request, response: Response) => {
    const allowed = token === undefined ? contextOf(request).local : bears(request, token);
    const reply = allowed ? { status: 200, contentType: metrics.contentType, body: await metrics.text() } : programReply(403);
    await respond(request, response, reply);
  });
}

function bears(request: Request, token: string): boolean {
  const [scheme, given] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
