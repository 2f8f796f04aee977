// A page inside a panel on another site: the session is the panel's, what may not be framed opens in a window of its own, and leaving closes the
// panel. Pages themselves know nothing of it.
import { isFramable } from './framable.js';
import type { PageHandler, PageRequest, PageResponse } from './page.js';
import { keepsPanel, panelCookies, withPanelSession } from './panel-cookie.js';
import { doorAddress } from './panel-door.js';
import { respondSeeOther } from './respond.js';

/** Is it shown in a panel? A browser that says it wants a document has it in a window of its own. */
function isInPanel(request: PageRequest): boolean {
  const { dest, query } = request;
  return dest !== 'document' && (keepsPanel(request) || dest === 'iframe' || query['panel'] === '1');
}

/** A frame that came to the first page without the door, so that nobody knows yet whether cookies are kept there. */
function missedDoor({ method, path, dest, query }: PageRequest): boolean {
  return method === 'GET' && path === '/' && dest === 'iframe' && query['panel'] === undefined;
}

function staysInPanel(address: string, ownWindow: boolean): boolean {
  if (/^(#|tel:|sms:|mailto:)/u.test(address)) return true;
  if (ownWindow) return address.startsWith('/?lang=');
  return address.startsWith('/') && isFramable(address.replace(/[?#].*$/su, ''));
}

/** One link. Only our own markup comes here: everything in it is escaped already. */
function fitLink(tag: string, address: string, ownWindow: boolean): string {
  if (tag.includes(' target=')) return tag;
  if (address === '/exit') return tag.replace(/>$/u, ' target="_top">');
  if (!staysInPanel(address, ownWindow)) return tag.replace(/>$/u, ' target="_blank" rel="noopener">');
  if (!ownWindow || !address.startsWith('/')) return tag;
  return tag.replace(`href="${address}"`, `href="${address}&amp;panel=1" target="_self"`);
}

function fitLinks(markup: string, ownWindow: boolean): string {
  return markup.replaceAll(/<a\b[^>]*?\shref="([^"]*)"[^>]*>/gu, (tag: string, address: string) => fitLink(tag, address, ownWindow));
}

/** The whole page. `origins`: the sites it may stand in, for its script. */
function fitPage(page: string, origins: readonly string[], ownWindow: boolean): string {
  const fitted = fitLinks(page, ownWindow).replace(/<body\b/u, `<body data-panel="${origins.join(' ')}"`);
  // forms too
  return ownWindow ? fitted.replace('<head>', '<head><base target="_blank">') : fitted;
}

/** What the live script reads: one line of JSON, in which no markup stands, then markup. */
function fitLive(body: string, ownWindow: boolean): string {
  const end = body.indexOf('\n') + 1;
  return body.slice(0, end) + fitLinks(body.slice(end), ownWindow);
}

function fitBody({ contentType, body }: PageResponse, origins: readonly string[], ownWindow: boolean): string {
  if (contentType.startsWith('text/html')) return fitPage(body, origins, ownWindow);
  return contentType.startsWith('text/plain') ? fitLive(body, ownWindow) : body;
}

function withPanelCookies(response: PageResponse, request: PageRequest): PageResponse {
  const { cookies } = response;
  if (cookies === undefined || !keepsPanel(request)) return response;
  return { ...response, cookies: [...cookies, ...panelCookies(cookies, request.secure)] };
}

/** The same page, also for a panel on one of the sites named. */
export function showInPanel({ embedOrigins = [] }: { readonly embedOrigins?: readonly string[] }, handle: PageHandler): PageHandler {
  if (embedOrigins.length === 0) return handle;
  return async request => {
    const kept = keepsPanel(request);
    if (missedDoor(request) && !kept) return respondSeeOther(doorAddress(request));
    const own = withPanelSession(request);
    if (!isInPanel(request)) return withPanelCookies(await handle(own), request);
    const response = await handle({ ...own, panel: kept ? 'kept' : 'own-window' });
    return { ...withPanelCookies(response, request), body: fitBody(response, embedOrigins, !kept) };
  };
}
