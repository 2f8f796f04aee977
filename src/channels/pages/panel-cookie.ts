// The session inside a panel on another site. Browsers withhold our ordinary cookie there, so the panel has one of its own, which they keep apart
// for each site that shows the panel (CHIPS). Where a browser keeps none at all, the chat opens in a window of its own.
// docs/decisions/0022-a-panel-on-another-site.md
import type { PageRequest } from './page.js';
import { parseCode, sessionName } from './session.js';
import { asSize, sizeName } from './text-size.js';

/** Stands for "cookies are kept here, and there is no conversation yet". */
const none = '-';

function cookieName(secure: boolean): string {
  return secure ? '__Host-waymark-panel' : 'waymark-panel';
}

function cookie(name: string, value: string, secure: boolean): string {
  // Over plain http browsers take no such cookie; there the panel is for trying out on one machine, which is one site.
  const rules = secure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';
  return `${name}=${value}; Path=/; HttpOnly; ${rules}`;
}

/** Has the browser kept a panel's cookie? */
export function keepsPanel({ cookies, secure }: Pick<PageRequest, 'cookies' | 'secure'>): boolean {
  return cookies[cookieName(secure)] !== undefined;
}

/** Set-Cookie line that finds out whether it does. */
export function beginPanel(secure: boolean): string {
  return cookie(cookieName(secure), none, secure);
}

interface Twin {
  /** The ordinary cookie's name, and the panel's own. */
  readonly ordinary: string;
  readonly own: string;
  /** What the panel's holds, if it is of use. */
  readonly read: (value: string) => string | undefined;
}

/** The cookies a panel has of its own: the session, and the size of letters. */
function twinsOf(secure: boolean): readonly Twin[] {
  return [
    { ordinary: sessionName(secure), own: cookieName(secure), read: parseCode },
    { ordinary: sizeName(secure), own: `${cookieName(secure)}-size`, read: asSize },
  ];
}

/** The same request, the panel's session and size taken for the ordinary ones where those are withheld. */
export function withPanelSession(request: PageRequest): PageRequest {
  const own = twinsOf(request.secure).flatMap(twin => {
    const value = twin.read(request.cookies[twin.own] ?? '');
    return value === undefined || request.cookies[twin.ordinary] !== undefined ? [] : [[twin.ordinary, value] as const];
  });
  return own.length === 0 ? request : { ...request, cookies: { ...request.cookies, ...Object.fromEntries(own) } };
}

/** Set-Cookie lines that do to the panel's what these do to the ordinary ones: begin, or forget. */
export function panelCookies(lines: readonly string[], secure: boolean): readonly string[] {
  return twinsOf(secure).flatMap(({ ordinary, own }) => {
    const begin = `${ordinary}=`;
    const values = lines.filter(line => line.startsWith(begin)).map(line => line.slice(begin.length).split(';')[0] ?? '');
    return values.map(value => cookie(own, value === '' ? none : value, secure));
  });
}
