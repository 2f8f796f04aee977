// /exit: forget this browser's conversation and go somewhere harmless (GOV.UK "exit this page").
import { clearKiosk } from './kiosk-pages.js';
import { endVisit } from './own-visit.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondSeeOther } from './respond.js';
import { forgetSession } from './session.js';
import { exitAddress } from './side-pages.js';
import { forgetSize } from './text-size.js';
import { forgetWebChat } from './web-chat-cookie.js';

function leave(request: PageRequest): Promise<PageResponse> {
  // both names: a browser may hold one from before TLS
  const session = request.secure ? [forgetSession(true), forgetSession(false)] : [forgetSession(false)];
  const rest = [endVisit(request.secure), forgetSize(request.secure), forgetWebChat(request.secure)];
  return Promise.resolve(respondSeeOther(exitAddress, [...session, ...rest]));
}

/** Leaving, by link or by form. The waiting-room screen is cleared and leads nowhere else. */
export function exitRoutes(parts: PagesParts): readonly PageRoute[] {
  const handle = (request: PageRequest): Promise<PageResponse> => (parts.kiosk ? clearKiosk(parts, request) : leave(request));
  return [
    { method: 'GET', path: '/exit', handle },
    { method: 'POST', path: '/exit', handle },
  ];
}
