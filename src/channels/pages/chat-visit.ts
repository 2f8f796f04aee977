// A request inside a conversation, and what any answer of the conversation can mean besides going on: nothing could be saved, it is gone, it is over,
// the person leaves, a desk is put away.
import type { PageView, Spoken } from './conversing.js';
import type { Html } from './html.js';
import { overPage } from './over-page.js';
import type { PageRequest, PageResponse } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondLive, respondSeeOther } from './respond.js';
import { renderCrisis, says } from './said.js';
import { forgetSession } from './session.js';
import { desk, deskSeconds, fitScreen, waitingRoom } from './shared-screen.js';
import type { SharedScreen } from './shared-screen.js';
import { article, exitingPage, goneBody, gonePage, troubleBody, troublePage } from './side-pages.js';
import { standingOf } from './standing-card.js';
import type { Words } from './words.js';

/** One request inside a conversation. */
export interface Visit {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly code: string;
  /** Words until the conversation says which language it is in. */
  readonly words: Words;
  /** Where it goes on: all questions on one page, or one at a time. */
  readonly view?: PageView | undefined;
}

/** Who else uses this screen. */
export function sharedScreen({ parts }: Pick<Visit, 'parts'>, { by }: Spoken): { readonly shared?: SharedScreen } {
  if (parts.kiosk) return { shared: waitingRoom };
  return by === undefined ? {} : { shared: desk };
}

/** Nothing could be saved. Danger told in it is answered all the same, in place of the form. */
function notSaved({ parts, request, words }: Omit<Visit, 'code'>, spoken: Spoken): PageResponse {
  const crisis = renderCrisis(spoken.replies, parts.content, words);
  if (!request.live) return troublePage(parts, words, request, crisis);
  if (!crisis) return respondLive({ trouble: words.t('page.trouble.save') }, { status: 503 });
  const title = words.t('page.crisis.title');
  const body = article(words.t('page.trouble.title'), troubleBody(words, request, crisis));
  const main = fitScreen(body, parts.kiosk ? waitingRoom : undefined);
  return respondLive({ main: main.toString(), title, announce: title, url: request.path });
}

function goneInDanger({ parts, request, words }: Omit<Visit, 'code'>, crisis: Html): PageResponse {
  if (!request.live) return gonePage(parts, words, request, crisis);
  const title = words.t('page.crisis.title');
  const body = article(words.t('page.gone.title'), goneBody(parts, words, crisis));
  const main = fitScreen(body, parts.kiosk ? waitingRoom : undefined);
  return respondLive({ main: main.toString(), title, announce: title, url: request.path });
}

/** Nothing is there any more. In the waiting room the next person starts. Danger told to it is answered all the same. */
export function gone({ parts, request, words }: Omit<Visit, 'code'>, replies: Spoken['replies'] = []): PageResponse {
  const crisis = renderCrisis(replies, parts.content, words);
  if (crisis) return goneInDanger({ parts, request, words }, crisis);
  if (request.live) return respondLive({ location: `/chat?lang=${words.lang}` });
  return parts.kiosk ? respondSeeOther('/kiosk', [forgetSession(request.secure)]) : gonePage(parts, words, request);
}

/** What any answer of the conversation can mean besides going on. */
export function interruption(visit: Visit, spoken: Spoken): PageResponse | undefined {
  const { parts, request, words } = visit;
  if (spoken.state === 'try-again') return notSaved({ parts, request, words }, spoken);
  if (spoken.state === 'over') return request.live ? respondLive({ location: '/chat/over' }) : overPage(parts, words, request);
  if (spoken.state === 'none') return gone(visit, spoken.replies);
  if (!says(spoken.replies, 'exit')) return putAside(visit, spoken);
  if (request.live) return respondLive({ location: '/exit' });
  return parts.kiosk ? respondSeeOther('/exit') : exitingPage(parts, words, request);
}

/** Has nobody written in it at the desk for long? Then what was answered is not shown to whoever is there now. */
function isLeft({ parts }: Visit, { by, deskAt }: Spoken): boolean {
  if (by === undefined || deskAt === undefined) return false;
  return parts.clock().getTime() - Date.parse(deskAt) > deskSeconds * 1000;
}

/** Does what was just pressed tell something that is told once: help for danger, that it was sent, a way back? */
function tellsOnce({ parts, request, words }: Visit, { replies, wayBack }: Spoken): boolean {
  if (request.method === 'GET') return false;
  return wayBack !== undefined || standingOf(replies)?.kind === 'sent' || renderCrisis(replies, parts.content, words) !== undefined;
}

/** It is put away; what was written is kept. */
function putAside(visit: Visit, spoken: Spoken): PageResponse | undefined {
  if (!isLeft(visit, spoken) || tellsOnce(visit, spoken)) return undefined;
  return visit.request.live ? respondLive({ location: desk.clearedBy }) : respondSeeOther(desk.clearedBy);
}
