// /kiosk: the screen in the waiting room. Its start: every language in its own name, and the way to one's own phone. /kiosk/clear wipes it.
import { chooseLanguage } from './choose-language.js';
import { isSameOrigin } from './form-guard.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { isKiosk } from './kiosk-cookie.js';
import { renderPage } from './layout.js';
import { endVisit } from './own-visit.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { publicAddress } from './public-address.js';
import { renderQr } from './qr-code.js';
import { respondPage, respondSeeOther } from './respond.js';
import { forgetSession, readSession } from './session.js';
import { nothingKept } from './shared-screen.js';
import { notOursPage, troublePage } from './side-pages.js';
import { forgetSize } from './text-size.js';
import { offeredLanguages, wordsIn } from './words.js';
import type { Words } from './words.js';

/** One press chooses the language and starts. */
function languages({ content, entropy }: PagesParts): Html {
  return html`<form class="wm-kiosk__languages" method="post" action="/chat">
    <input type="hidden" name="begin" value="1"><input type="hidden" name="a" value="${entropy().slice(0, 20)}"><input type="hidden" name="do" value="start">
    ${offeredLanguages(content).map(({ tag, name, dir }) => html`<button name="lang" value="${tag}" lang="${tag}" dir="${dir}">${name}</button>`)}
  </form>`;
}

function startScreen(parts: PagesParts, request: PageRequest, words: Words): PageResponse {
  const main = html`<div class="wm-kiosk__start">
    ${request.query['cleared'] !== undefined && html`<p class="wm-kiosk__cleared" role="status">${words.t('kiosk.cleared')}</p>`}
    <h1>${words.t('kiosk.title')}</h1>
    <p>${words.t('kiosk.private')}</p>
    <p class="wm-lead">${words.t('kiosk.start')}</p>
    <div class="wm-kiosk__ways">
      ${languages(parts)}
      <div class="wm-over">
        ${renderQr(`${publicAddress(parts, request)}/`, words.t('kiosk.own-phone'))}
        <p>${words.t('kiosk.own-phone')}</p>
      </div>
    </div>
  </div>`;
  return respondPage(
    renderPage(parts, { words, title: words.t('kiosk.title'), main, menu: { kind: 'links', path: '/kiosk' }, atRest: true }),
  );
}

/** Drops the session of this browser and deletes what was not sent. */
export async function clearKiosk(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  if (!isSameOrigin(request)) return notOursPage(parts, words);
  const code = readSession(request.cookies, request.secure);
  const wiped = code === undefined ? 'wiped' : await parts.handingOver.wipe(code);
  const cookies = [forgetSession(request.secure), endVisit(request.secure), forgetSize(request.secure)];
  // The screen is cleared in any case; what could not be deleted now goes when its time is over, and nobody holds its session.
  const response =
    wiped === 'wiped'
      ? respondSeeOther('/kiosk?cleared=1', cookies)
      : { ...troublePage(parts, words, { ...request, method: 'GET', path: '/kiosk' }), cookies };
  return { ...response, headers: { ...response.headers, ...nothingKept } };
}

/** The waiting-room screen; a browser that is none is led to the start page. */
export function kioskRoutes(parts: PagesParts): readonly PageRoute[] {
  const elsewhere = Promise.resolve(respondSeeOther('/'));
  const words = (request: PageRequest): Words => wordsIn(parts.content, chooseLanguage(parts.content, request));
  const clear = (request: PageRequest): Promise<PageResponse> => (isKiosk(request) ? clearKiosk(parts, request) : elsewhere);
  return [
    {
      method: 'GET',
      path: '/kiosk',
      handle: request => (isKiosk(request) ? Promise.resolve(startScreen(parts, request, words(request))) : elsewhere),
    },
    { method: 'GET', path: '/kiosk/clear', handle: clear },
    { method: 'POST', path: '/kiosk/clear', handle: clear },
  ];
}
