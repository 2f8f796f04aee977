// The mark of a browser that is a screen in the waiting room: put there by staff, kept until they take it away. Pages there are larger, lead
// nowhere else, and wipe themselves. It is no right to anything, so nothing is signed.
import type { PageRequest } from './page.js';

const days = 400;

function cookieName(secure: boolean): string {
  return secure ? '__Host-waymark-kiosk' : 'waymark-kiosk';
}

function cookie(value: string, secure: boolean, seconds: number): string {
  // Strict: no other site can have its screen wiped.
  return `${cookieName(secure)}=${value}; Path=/; Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** Is this browser a waiting-room screen? */
export function isKiosk({ cookies, secure }: Pick<PageRequest, 'cookies' | 'secure'>): boolean {
  return cookies[cookieName(secure)] === '1';
}

/** Set-Cookie line that makes it one. */
export function beginKiosk(secure: boolean): string {
  return cookie('1', secure, days * 24 * 3600);
}

/** Set-Cookie line that ends it. */
export function endKiosk(secure: boolean): string {
  return cookie('', secure, 0);
}
