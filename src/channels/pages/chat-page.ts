// /chat: the conversation, one form a turn. A form that was taken is answered with a redirect, so that reload and back repeat nothing;
// a form that was refused comes back with what was typed. With the live script the same turn answers with what changed.
import { viewChat } from './chat-view.js';
import type { ChatView } from './chat-view.js';
import { chooseLanguage } from './choose-language.js';
import type { PageTurn, Spoken } from './conversing.js';
import { field } from './form-fields.js';
import { activityId, isOwnForm, isSameOrigin } from './form-guard.js';
import type { Html } from './html.js';
import { renderPage } from './layout.js';
import { localDate } from '../local-date.js';
import { overPage } from './over-page.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import type { ShownHandOver } from './private-card.js';
import { publicAddress } from './public-address.js';
import { readForm } from './read-form.js';
import { readTyped } from './read-typed.js';
import type { Typed } from './read-typed.js';
import { respondLive, respondPage, respondSeeOther } from './respond.js';
import { renderCrisis, says } from './said.js';
import { conversationId, forgetSession, makeCode, readSession, sessionCookie } from './session.js';
import { desk, deskSeconds, fitScreen, waitingRoom } from './shared-screen.js';
import type { SharedScreen } from './shared-screen.js';
import { article, exitingPage, goneBody, gonePage, notOursPage, troubleBody, troublePage } from './side-pages.js';
import { standingOf } from './standing-card.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

/** One request inside a conversation. */
interface Visit {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly code: string;
  /** Words until the conversation says which language it is in. */
  readonly words: Words;
}

function chatAddress(activity: string, lang: string): string {
  return `/chat?a=${encodeURIComponent(activity)}&lang=${lang}`;
}

/** The way over to the person's own phone, where a private question stands at a desk; made anew each time it is shown. */
async function wayOver({ parts, request, code }: Visit, { replies }: Spoken): Promise<ShownHandOver | undefined> {
  const standing = standingOf(replies);
  if (standing?.kind !== 'ask' || standing.question.variant !== 'private') return undefined;
  const given = await parts.handingOver.give(code);
  return given.state === 'given' ? { origin: publicAddress(parts, request), handOver: given.handOver } : undefined;
}

async function view(visit: Visit, spoken: Spoken, typed?: Typed): Promise<ChatView> {
  const { parts, code } = visit;
  const { content, entropy, clock } = parts;
  const shown = await wayOver(visit, spoken);
  return viewChat({ content, spoken, code, formId: entropy().slice(0, 20), typed, shown, today: localDate(clock()) });
}

/** Who else uses this screen. */
function sharedScreen({ parts }: Visit, { by }: Spoken): { readonly shared?: SharedScreen } {
  if (parts.kiosk) return { shared: waitingRoom };
  return by === undefined ? {} : { shared: desk };
}

async function wholePage(visit: Visit, spoken: Spoken, typed?: Typed): Promise<PageResponse> {
  const { words, title, main, hidden } = await view(visit, spoken, typed);
  const menu = spoken.erased ? ({ kind: 'links', path: '/' } as const) : ({ kind: 'form', hidden } as const);
  const extra = spoken.erased ? { cookies: [forgetSession(visit.request.secure)] } : {};
  return respondPage(renderPage(visit.parts, { words, title, main, menu, ...sharedScreen(visit, spoken) }), extra);
}

async function liveParts(visit: Visit, spoken: Spoken, activity: string, typed?: Typed): Promise<PageResponse> {
  const url = spoken.erased ? '/' : chatAddress(activity, spoken.lang);
  if (spoken.lang !== field(visit.request.form, 'lang')) return respondLive({ location: url });
  const { title, main: whole, announce } = await view(visit, spoken, typed);
  const main = fitScreen(whole, sharedScreen(visit, spoken).shared);
  const extra = spoken.erased ? { cookies: [forgetSession(visit.request.secure)] } : {};
  return respondLive({ main: main.toString(), title: `${title} – ${visit.parts.content.service.name}`, announce, url }, extra);
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
function gone({ parts, request, words }: Omit<Visit, 'code'>, replies: Spoken['replies'] = []): PageResponse {
  const crisis = renderCrisis(replies, parts.content, words);
  if (crisis) return goneInDanger({ parts, request, words }, crisis);
  if (request.live) return respondLive({ location: `/chat?lang=${words.lang}` });
  return parts.kiosk ? respondSeeOther('/kiosk', [forgetSession(request.secure)]) : gonePage(parts, words, request);
}

/** What any answer of the conversation can mean besides going on. */
function interruption(visit: Visit, spoken: Spoken): PageResponse | undefined {
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

function wasRefused(spoken: Spoken): boolean {
  return spoken.replies.some(reply => reply.kind === 'say' && reply.tone === 'refusal');
}

async function answerTurn(visit: Visit, spoken: Spoken, activity: string): Promise<PageResponse> {
  const interrupted = interruption(visit, spoken);
  if (interrupted !== undefined) return interrupted;
  const typed = wasRefused(spoken) ? readTyped(visit.request.form) : undefined;
  if (visit.request.live) return liveParts(visit, spoken, activity, typed);
  // What is told once is told in the answer itself: after a redirect it would have to be kept.
  if (typed !== undefined || spoken.erased || spoken.wayBack !== undefined) return wholePage(visit, spoken, typed);
  return respondSeeOther(`${chatAddress(activity, spoken.lang)}#now`, [sessionCookie(visit.code, visit.request.secure)]);
}

async function takeTurn(visit: Visit, turn: Pick<PageTurn, 'said' | 'goesOn'>): Promise<PageResponse> {
  const { parts, request, code, words } = visit;
  const activity = activityId(field(request.form, 'a'), turn.said, code);
  const spoken = await parts.conversing.say({ conversationId: conversationId(code), activityId: activity, locale: words.lang, ...turn });
  return answerTurn(visit, spoken, activity);
}

/** A new conversation always has a new code: the last person at a shared computer leaves nothing to the next. */
async function begin(parts: PagesParts, request: PageRequest, words: Words): Promise<PageResponse> {
  if (!isSameOrigin(request)) return notOursPage(parts, words);
  return takeTurn({ parts, request, code: makeCode(parts.entropy()), words }, { said: readForm(request.form) });
}

async function postChat(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  if (field(request.form, 'begin') !== '') return begin(parts, request, words);
  const code = readSession(request.cookies, request.secure);
  const location = `/chat?lang=${words.lang}`;
  if (code === undefined) return gone({ parts, request, words });
  if (!isOwnForm(request, code)) return request.live ? respondLive({ location }) : notOursPage(parts, words);
  return takeTurn({ parts, request, code, words }, { said: readForm(request.form), goesOn: true });
}

async function getChat(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  const code = readSession(request.cookies, request.secure);
  if (code === undefined) return respondSeeOther(`/?lang=${words.lang}`);
  const spoken = await parts.conversing.show(conversationId(code), words.lang, request.query['a']);
  const visit = { parts, request, code, words };
  return interruption(visit, spoken) ?? wholePage(visit, spoken);
}

/** The conversation's addresses. */
export function chatRoutes(parts: PagesParts): readonly PageRoute[] {
  return [
    { method: 'GET', path: '/chat', handle: request => getChat(parts, request) },
    { method: 'POST', path: '/chat', handle: request => postChat(parts, request) },
    { method: 'POST', path: '/chat/language', handle: request => postChat(parts, request) },
  ];
}
