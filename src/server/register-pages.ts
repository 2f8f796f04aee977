// Carries PageRoutes (the patient's pages, the staff rooms) on restify: reads a request into a PageRequest, writes the PageResponse.
import type { Request, Response, Server } from 'restify';
import type { PageRequest, PageRoute } from '../channels/pages/page.js';
import { TooManyRequests } from './http-faults.js';
import type { RateLimiter } from './rate-limiter.js';
import { contextOf } from './request-context.js';
import { respond } from './respond.js';

/** Registers every route; GET also serves HEAD. Forms sent too fast from one address get 429. */
export function registerPages(server: Server, routes: readonly PageRoute[], limiter: RateLimiter): void {
  for (const route of routes) {
    const handler = async (request: Request, response: Response): Promise<void> => {
      if (route.method === 'POST' && isTooFast(request, limiter)) throw new TooManyRequests();
      await answerPage(route, request, response);
    };
    if (route.method === 'POST') server.post(route.path, handler);
    else mountGet(server, route.path, handler);
  }
}

/** Mounts a handler for GET and HEAD: restify answers 405 to HEAD where only GET is mounted. */
export function mountGet(server: Server, path: string, handler: (request: Request, response: Response) => Promise<void>): void {
  // restify insists on an async function with two parameters, so the handler is wrapped in one
  const answer = async (request: Request, response: Response): Promise<void> => {
    await handler(request, response);
  };
  server.get(path, answer);
  server.head(path, answer);
}

function isTooFast(request: Request, limiter: RateLimiter): boolean {
  const { local, remote } = contextOf(request);
  return !local && !limiter.take(remote);
}

async function answerPage(route: PageRoute, request: Request, response: Response): Promise<void> {
  const page = await route.handle(readPageRequest(route.method, request));
  const location: Readonly<Record<string, string>> = page.location === undefined ? {} : { Location: page.location };
  await respond(request, response, { ...page, headers: { ...page.headers, ...location } });
}

function readPageRequest(method: PageRoute['method'], request: Request): PageRequest {
  const context = contextOf(request);
  return {
    method,
    path: request.getUrl().pathname ?? '/',
    query: Object.fromEntries(new URLSearchParams(request.getQuery())),
    form: method === 'POST' ? readForm(request.body) : {},
    cookies: readCookies(request.headers.cookie),
    acceptLanguage: request.headers['accept-language'] ?? '',
    live: request.headers['x-waymark'] === 'live',
    secure: context.secure,
    host: request.headers.host ?? '',
    origin: request.headers.origin,
    remote: context.remote,
    dest: oneOf(request.headers['sec-fetch-dest']),
  };
}

function oneOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Only texts and lists of texts are form fields; anything else a body held is left out. */
function readForm(body: unknown): PageRequest['form'] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (isField(value) ? [[name, value]] : [])));
}

function isField(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every(part => typeof part === 'string'));
}

/** RFC 6265 section 5.4; the first of two cookies with one name counts. */
function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, decode(pair.slice(at + 1).trim()));
  }
  return Object.fromEntries(cookies);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a cookie somebody else set: left as it is
  }
}
