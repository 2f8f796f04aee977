// Was this form filled in where its page was shown? A form that lets a browser into a conversation must come from a page this browser asked
// for: otherwise another site could let a patient into its own conversation and read along.
import { timingSafeEqual } from 'node:crypto';
import { field } from './form-fields.js';
import { isSameOrigin } from './form-guard.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { PageRequest } from './page.js';

function cookieName(secure: boolean): string {
  return secure ? '__Host-waymark-visit' : 'waymark-visit';
}

function cookie(number: string, secure: boolean, rest = ''): string {
  return `${cookieName(secure)}=${number}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${rest}`;
}

/** A page's visit: the hidden field for its form, and the Set-Cookie line with the same number. */
export interface Visit {
  readonly hidden: Html;
  readonly cookie: string;
}

/** A visit, kept for as long as the browser is open; one that is under way goes on. `entropy`: 32 random hexadecimal digits. */
export function beginVisit(request: PageRequest, entropy: string): Visit {
  const name = cookieName(request.secure);
  const known = request.cookies[name] ?? '';
  const number = /^[0-9a-f]{32}$/u.test(known) ? known : entropy;
  return { hidden: html`<input type="hidden" name="visit" value="${number}">`, cookie: cookie(number, request.secure) };
}

/** Set-Cookie line that ends it. */
export function endVisit(secure: boolean): string {
  return cookie('', secure, '; Max-Age=0');
}

/** Does the form carry the number of this browser's visit? */
export function isOwnVisit(request: PageRequest): boolean {
  const kept = Buffer.from(request.cookies[cookieName(request.secure)] ?? '');
  const given = Buffer.from(field(request.form, 'visit'));
  return isSameOrigin(request) && kept.length > 0 && kept.length === given.length && timingSafeEqual(kept, given);
}
