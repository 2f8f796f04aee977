// What is refused before a route is even looked for: an address that cannot be read, an encoded body, a body of a type nobody here reads.
import type { IncomingMessage } from 'node:http';
import type { Request } from 'restify';

/** Types of body this server reads. Multipart is not among them: nothing is ever uploaded, and restify would write it to disk. */
const readable = /^(application\/json|application\/[\w.-]+\+json|application\/x-www-form-urlencoded)\s*(;|$)/iu;

/** The status to refuse this request with, or undefined to let it through. */
export function refuseRequest(request: Request): number | undefined {
  if (!hasReadableAddress(request)) return 400;
  if (request.headers['content-encoding'] !== undefined) return 415;
  return hasBody(request) && !readable.test(request.headers['content-type'] ?? '') ? 415 : undefined;
}

/** A Host header or target that is no address makes restify's router throw outside any handler, which would end the process. */
function hasReadableAddress(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? '0') > 0;
}
