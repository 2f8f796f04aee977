// The headers every response carries, errors included: nothing from outside, no framing, no guessing of types, no referrer.
import type { ServerResponse } from 'node:http';

/** The policy; `framedBy`: origins of the sites that may show this page inside theirs. */
function contentSecurityPolicy(framedBy: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
    "base-uri 'none'",
    "connect-src 'self'",
    "manifest-src 'self'",
  ].join('; ');
}

const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Sets them; a handler may loosen one knowingly afterwards (built assets are cached, for example). */
export function setSecurityHeaders(response: ServerResponse, secure: boolean, framedBy: readonly string[] = []): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(framedBy));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}
