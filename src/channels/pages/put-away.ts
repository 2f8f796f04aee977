// A conversation that staff began and nobody touched for ten minutes is put away. Its session moves to a cookie that only the desk is sent, where
// staff who are signed in can go on with it within the hour.
import { parseCode } from './session.js';
import type { PageRequest } from './page.js';

/** How long it can be gone on with, and is kept. */
export const putAwaySeconds = 3600;

function cookieName(secure: boolean): string {
  return secure ? '__Secure-waymark-put-away' : 'waymark-put-away';
}

function cookie(value: string, secure: boolean, age: number): string {
  return `${cookieName(secure)}=${value}; Path=/desk; Max-Age=${String(age)}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The session that was put away in this browser; seen at addresses of the desk alone. */
export function readPutAway({ cookies, secure }: Pick<PageRequest, 'cookies' | 'secure'>): string | undefined {
  return parseCode(cookies[cookieName(secure)] ?? '');
}

/** Set-Cookie line that puts a session away. */
export function putAway(session: string, secure: boolean): string {
  return cookie(session, secure, putAwaySeconds);
}

/** Set-Cookie line that forgets it. */
export function forgetPutAway(secure: boolean): string {
  return cookie('', secure, 0);
}
