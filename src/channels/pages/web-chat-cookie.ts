// What keeps a conversation in Web Chat while its page is loaded again: a cookie that no script reads, that ends with the browser, and that is sent
// to that page alone. In a panel on another site browsers keep it apart for that site (CHIPS).
import type { PageRequest } from './page.js';

const path = '/web-chat';

function cookieName(secure: boolean): string {
  return secure ? '__Secure-waymark-web-chat' : 'waymark-web-chat';
}

/** Set-Cookie line that keeps it. Over plain http no browser takes one for a panel; there it is for trying out on one machine. */
export function keepWebChat(kept: string, secure: boolean, rest = ''): string {
  const rules = secure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';
  return `${cookieName(secure)}=${kept}; Path=${path}; HttpOnly; ${rules}${rest}`;
}

/** Set-Cookie line that forgets it. */
export function forgetWebChat(secure: boolean): string {
  return keepWebChat('', secure, '; Max-Age=0');
}

/** What was kept, as it came. */
export function keptWebChat({ cookies, secure }: Pick<PageRequest, 'cookies' | 'secure'>): string | undefined {
  return cookies[cookieName(secure)];
}
