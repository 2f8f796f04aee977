// Every address of the patient's pages, in one list.
import { renderAccessibility } from './accessibility-page.js';
import { chatRoutes } from './chat-page.js';
import { codeRoutes } from './code-page.js';
import { deskRoutes } from './desk-pages.js';
import { interpreterRoutes } from './interpreter-page.js';
import { exitRoutes } from './exit-page.js';
import { isKiosk } from './kiosk-cookie.js';
import { kioskRoutes } from './kiosk-pages.js';
import { leafletRoutes } from './leaflet-page.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { panelRoutes } from './panel-door.js';
import { showInPanel } from './show-in-panel.js';
import { renderPrivacy } from './privacy-page.js';
import { resumeRoutes } from './resume-page.js';
import { startRoutes } from './start-page.js';
import { staticRoute, staticRouteForEveryone } from './static-pages.js';
import { statusRoutes } from './status-page.js';
import { inChosenSize } from './text-size.js';
import { renderUrgent } from './urgent-page.js';
import { webChatRoutes } from './web-chat-page.js';

function routesOf(parts: PagesParts): readonly PageRoute[] {
  return [
    ...startRoutes(parts),
    ...panelRoutes(parts),
    ...codeRoutes(parts),
    ...deskRoutes(parts),
    ...kioskRoutes(parts),
    ...interpreterRoutes(parts),
    ...chatRoutes(parts),
    ...resumeRoutes(parts),
    ...statusRoutes(parts),
    ...leafletRoutes(parts),
    ...exitRoutes(parts),
    ...webChatRoutes(parts),
    staticRouteForEveryone(parts, '/urgent', renderUrgent),
    staticRoute(parts, '/privacy', renderPrivacy),
    staticRoute(parts, '/accessibility', renderAccessibility),
  ];
}

async function answer(route: PageRoute, request: PageRequest): Promise<PageResponse> {
  return inChosenSize(request, await route.handle(request));
}

/** The patient's pages, ready for the server; in the waiting room they are written for that screen. Static ones are written here, once. */
export function createPages(parts: PagesParts): readonly PageRoute[] {
  const waitingRoom = routesOf({ ...parts, kiosk: true });
  return routesOf(parts).map((route, place) => ({
    ...route,
    handle: showInPanel(parts, request => answer((isKiosk(request) ? waitingRoom[place] : undefined) ?? route, request)),
  }));
}
