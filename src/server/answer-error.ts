// One place maps faults to HTTP. What a caller reads is chosen by status alone; the fault's own message and stack never leave the log.
import type { Request, Response } from 'restify';
import type { PageResponse } from '../channels/pages/page.js';
import { StoreUnavailable } from '../errors.js';
import { respond, jsonReply, type Reply } from './respond.js';

/** The page shown for a status, in the reader's language. Made by the pages room, handed in by app.ts. */
export type ErrorPage = (status: number, acceptLanguage: string) => PageResponse;

/** What programs read: a stable code and one sentence (the shape Bot Framework clients know). */
const programAnswers: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['bad-request', 'The request could not be read.'],
  403: ['forbidden', 'This address does not serve you.'],
  404: ['not-found', 'Nothing is at this address.'],
  405: ['method-not-allowed', 'This address does not take that method.'],
  408: ['timeout', 'The request took too long to arrive.'],
  409: ['conflict', 'Something changed meanwhile. Read it again first.'],
  413: ['too-large', 'The body is over 256 kB.'],
  415: ['unsupported-media-type', 'Send JSON or a URL-encoded form, without Content-Encoding.'],
  429: ['too-many-requests', 'Too many requests. Try again in a minute.'],
  500: ['error', 'Something went wrong here. Try again.'],
  503: ['unavailable', 'The service cannot answer just now. Try again in a moment.'],
};

/** The HTTP status a fault means: restify's own errors say it, a silent store is 503, anything else is 500. */
export function statusOf(fault: unknown): number {
  if (fault instanceof StoreUnavailable) return 503;
  const said = fault instanceof Error && 'statusCode' in fault ? fault.statusCode : undefined;
  return typeof said === 'number' && said in programAnswers ? said : 500;
}

/** Answers with a page where the caller reads HTML (a browser), with JSON otherwise. */
export async function answerError(request: Request, response: Response, status: number, errorPage: ErrorPage): Promise<void> {
  const reply: Reply = readsHtml(request) ? errorPage(status, request.headers['accept-language'] ?? '') : programReply(status);
  await respond(
    request,
    response,
    status === 429 || status === 503 ? { ...reply, headers: { ...reply.headers, 'Retry-After': '10' } } : reply,
  );
}

/** The JSON answer for a status. */
export function programReply(status: number): Reply {
  const [code, message] = programAnswers[status] ?? ['error', 'Something went wrong here. Try again.'];
  return jsonReply(status, { error: { code, message } });
}

/** Only an explicit text/html counts: programs send *\/* or nothing. */
function readsHtml(request: Request): boolean {
  return (request.headers.accept ?? '').toLowerCase().includes('text/html');
}
