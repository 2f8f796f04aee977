// How restify writes a body of each type. Its own formatters send HTML as octet-stream without a charset, FHIR as "[object Object]", an
// Error's message to the caller, and offer JSONP; these do none of that.
import type { Formatter, Formatters } from 'restify';

/** restify cuts the charset off the type it was given, so it is put back here. */
function jsonAs(type: string): Formatter {
  return (_request, response, body: unknown) => {
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    return JSON.stringify(body instanceof Error ? { error: { code: 'error' } } : (body ?? null));
  };
}

function textAs(type: string): Formatter {
  return (_request, response, body: unknown) => {
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    return typeof body === 'string' ? body : '';
  };
}

const bytes: Formatter = (_request, _response, body: unknown) => (Buffer.isBuffer(body) || typeof body === 'string' ? body : '');

/** One for each type this server answers in; the first is what a caller without an Accept header gets. */
export const formatters: Formatters = {
  'application/json; q=1.0': jsonAs('application/json'),
  'application/fhir+json; q=0.9': jsonAs('application/fhir+json'),
  'text/html; q=0.8': textAs('text/html'),
  'text/plain; q=0.7': textAs('text/plain'),
  'text/css; q=0.6': textAs('text/css'),
  'text/javascript; q=0.5': textAs('text/javascript'),
  'application/javascript; q=0.4': textAs('text/javascript'),
  'application/octet-stream; q=0.3': bytes,
};
