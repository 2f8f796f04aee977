// The session inside a panel on another site. Browsers withhold our ordinary cookie there, so the panel has one of its own, which they keep apart
// for each site that shows the panel (CHIPS). Where a browser keeps none at all, the chat opens in a window of its own.
// docs/decisions/0022-a-panel-on-another-site.md
import type { PageRequest } from './page.js';
import { parseCode, sessionName } from './session.js';

/** Stands for "cookies are kept here, and there is no conversation yet". */
const none = '-';

function cookieName(secure: boolean): string {
  return secure ? '__Host-waymark-panel' : 'waymark-panel';
}

function cookie(value: string, secure: boolean): string {
  // Over plain http browsers take no such cookie; there the panel is for trying out on one machine, which is one site.
  const rules = secure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';
  return `${cookieName(secure)}=${value}; Path=/; HttpOnly; ${rules}`;
}

/** Has the browser kept a panel's cookie? */
export function keepsPanel({ cookies, secure }: Pick<PageRequest, 'cookies' | 'secure'>): boolean {
  return cookies[cookieName(secure)] !== undefined;
}

/** Set-Cookie line that finds out whether it does. */
export function beginPanel(secure: boolean): string {
  return cookie(none, secure);
}

/** The same request, the panel's session taken for the ordinary one where that is withheld. */
export function withPanelSession(request: PageRequest): PageRequest {
  const name = sessionName(request.secure);
  const code = parseCode(request.cookies[cookieName(request.secure)] ?? '');
  if (code === undefined || request.cookies[name] !== undefined) return request;
  return { ...request, cookies: { ...request.cookies, [name]: code } };
}

/** Set-Cookie lines that do to the panel's session what these do to the ordinary one: begin it, or forget it. */
export function panelCookies(lines: readonly string[], secure: boolean): readonly string[] {
  const begin = `${sessionName(secure)}=`;
  const values = lines.filter(line => line.startsWith(begin)).map(line => line.slice(begin.length).split(';')[0] ?? '');
  return values.map(value => cookie(value === '' ? none : value, secure));
}
