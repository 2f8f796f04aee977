// The restify server, bare: security headers, refusals, body reading, error answers and the request log. Routes are registered onto it by
// the register-* files. Each odd-looking line answers a trap of restify 12 and has a test.
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { isFramable } from '../channels/pages/framable.js';
import type { Config } from '../config.js';
import type { Logger } from '../logger.js';
import { answerError, statusOf, type ErrorPage } from './answer-error.js';
import { watchConnections } from './draining.js';
import { formatters } from './formatters.js';
import { refuseRequest } from './guard-request.js';
import { contextOf } from './request-context.js';
import { setSecurityHeaders } from './security-headers.js';

/** The server, for those who hold it without knowing restify. */
export type HttpServer = Server;

/** Longest request body, in bytes (256 kB). */
export const maxBodyBytes = 256 * 1024;

/** What the server is made of. */
export interface ServerParts {
  readonly config: Pick<Config, 'trustProxy' | 'embedOrigins'>;
  readonly logger: Logger;
  /** Page shown to browsers for 4xx and 5xx. */
  readonly errorPage: ErrorPage;
}

/** Makes the server; it does not listen yet. */
export function createServer({ config, logger, errorPage }: ServerParts): Server {
  const server = restify.createServer({ name: '', formatters, ignoreTrailingSlash: true, onceNext: true, ...restifyLog(logger) });
  limitTimes(server);
  watchConnections(server);
  server.pre(
    asHandler((request, response) => {
      prepare(request, response, config);
    }),
  );
  server.pre(guard(errorPage));
  server.use(readBody());
  server.on('restifyError', (request: Request, response: Response, fault: unknown, done: () => void) => {
    answerFault(request, response, fault, { logger, errorPage, done });
  });
  server.on('after', (request: Request, response: Response) => {
    logRequest(logger, request, response);
  });
  return server;
}

/** restify is typed for bunyan; pino has the same methods, which is all it calls. Its own log would repeat paths and messages: silent. */
function restifyLog(logger: Logger): Pick<restify.ServerOptions, 'log'> {
  const quiet = logger.child({}, { level: 'silent' });
  // safe: restify calls only trace, debug, info, warn and error on it
  return { log: quiet as unknown as NonNullable<restify.ServerOptions['log']> };
}

/** A slow or silent caller holds a connection no longer than this (milliseconds). */
function limitTimes(server: Server): void {
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 30_000;
  server.server.keepAliveTimeout = 5_000;
}

function prepare(request: Request, response: Response, { trustProxy, embedOrigins }: ServerParts['config']): void {
  const context = contextOf(request, trustProxy);
  setSecurityHeaders(response, context.secure, isFramable(pathOf(request)) ? embedOrigins : []);
  response.setHeader('X-Request-Id', context.id);
}

/** The path as it was asked for; one that cannot be read is refused later. */
function pathOf(request: Request): string {
  return (request.url ?? '').replace(/[?#].*$/su, '');
}

function guard(errorPage: ErrorPage): restify.RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const refused = refuseRequest(request);
    if (refused === undefined) {
      next();
      return;
    }
    answerError(request, response, refused, errorPage).then(() => {
      next(false);
    }, next);
  };
}

/** JSON and URL-encoded forms only, up to the limit; form names are taken as they stand, never as paths into objects. */
function readBody(): restify.RequestHandler[] {
  const { bodyReader, jsonBodyParser, urlEncodedBodyParser } = restify.plugins;
  const forms = { bodyReader: true, mapParams: false, depth: 0, parseArrays: false, allowDots: false, plainObjects: true, arrayLimit: 200 };
  const parsers = [jsonBodyParser({ bodyReader: true, mapParams: false }), urlEncodedBodyParser(forms)];
  return [bodyReader({ maxBodySize: maxBodyBytes }), ...parsers.flat()];
}

function asHandler(act: (request: Request, response: Response) => void): restify.RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    act(request, response);
    next();
  };
}

interface FaultAnswer {
  readonly logger: Logger;
  readonly errorPage: ErrorPage;
  readonly done: () => void;
}

/** Replaces every body restify would write for an error. */
function answerFault(request: Request, response: Response, fault: unknown, { logger, errorPage, done }: FaultAnswer): void {
  const status = statusOf(fault);
  if (status >= 500) logger.error({ requestId: contextOf(request).id, err: fault }, 'request failed');
  if (response.headersSent) {
    done();
    return;
  }
  answerError(request, response, status, errorPage).then(done, (second: unknown) => {
    logger.error({ requestId: contextOf(request).id, err: second }, 'error page failed');
    response.statusCode = status;
    response.end();
    done();
  });
}

/** One line a request: the route as registered, never the address asked for, which can hold a reference or a query. */
function logRequest(logger: Logger, request: Request, response: Response): void {
  // safe: restify sets route to undefined where nothing matched, though its types say otherwise
  const route = request.getRoute() as restify.Route | undefined;
  const ms = Date.now() - request.time();
  logger.info(
    { requestId: contextOf(request).id, method: request.method, route: String(route?.path ?? 'none'), status: response.statusCode, ms },
    'request',
  );
}
