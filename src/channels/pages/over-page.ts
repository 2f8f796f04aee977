// When a conversation has gone over to the person's own phone, or was put away: the screen it stood on keeps nothing of it.
import { html } from './html.js';
import type { PageRequest, PageResponse } from './page.js';
import type { Frame } from './pages-parts.js';
import { respondPage } from './respond.js';
import { forgetSession } from './session.js';
import { textPage } from './side-pages.js';
import type { Words } from './words.js';

/** The way back to the desk, in the language of staff. */
const toDesk = html`<p><a href="/desk" lang="en-GB" dir="ltr">Back to the desk</a></p>`;

/** It has gone over: said, and this browser's session is forgotten. */
export function overPage(frame: Frame, words: Words, request: PageRequest): PageResponse {
  const title = words.t('handover.gone-over');
  const page = textPage(frame, words, { title, body: html`<p>${words.t('kiosk.cleared')}</p>${toDesk}`, path: '/' });
  return respondPage(page, { cookies: [forgetSession(request.secure)] });
}

/** It was cleared. `cookies`: more Set-Cookie lines. */
export function clearedPage(frame: Frame, words: Words, request: PageRequest, cookies: readonly string[] = []): PageResponse {
  const page = textPage(frame, words, { title: words.t('kiosk.cleared'), body: toDesk, path: '/' });
  return respondPage(page, { cookies: [forgetSession(request.secure), ...cookies] });
}
