// When a conversation has gone over to the person's own phone, or was put away: the screen it stood on keeps nothing of it.
import { html } from './html.js';
import type { PageRequest, PageResponse } from './page.js';
import type { Frame } from './pages-parts.js';
import { respondPage } from './respond.js';
import { forgetSession } from './session.js';
import { nothingKept } from './shared-screen.js';
import { textPage } from './side-pages.js';
import type { Words } from './words.js';

/** For staff, whose screen it is. */
const goneOver = html`<p lang="en-GB" dir="ltr">The conversation goes on on the patient’s own phone.</p>`;

/** The way back to the desk, in the language of staff. */
const toDesk = html`<p><a href="/desk" lang="en-GB" dir="ltr">Back to the desk</a></p>`;

/** It has gone over: said, and this browser's session is forgotten. */
export function overPage(frame: Frame, words: Words, request: PageRequest): PageResponse {
  const page = textPage(frame, words, { title: words.t('kiosk.cleared'), body: html`${goneOver}${toDesk}`, path: '/' });
  return respondPage(page, { cookies: [forgetSession(request.secure)] });
}

/** It was cleared. `cookies`: more Set-Cookie lines. */
export function clearedPage(frame: Frame, words: Words, request: PageRequest, cookies: readonly string[] = []): PageResponse {
  const page = textPage(frame, words, { title: words.t('kiosk.cleared'), body: toDesk, path: '/' });
  const response = respondPage(page, { cookies: [forgetSession(request.secure), ...cookies] });
  return { ...response, headers: { ...response.headers, ...nothingKept } };
}
