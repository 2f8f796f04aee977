// /chat: the conversation, one form a turn. A form that was taken is answered with a redirect, so that reload and back repeat nothing;
// a form that was refused comes back with what was typed. With the live script the same turn answers with what changed.
import { chatAddress, liveParts, wholePage } from './chat-answers.js';
import { gone, interruption } from './chat-visit.js';
import type { Visit } from './chat-visit.js';
import { chooseLanguage } from './choose-language.js';
import type { PageTurn, PageView, Spoken } from './conversing.js';
import { field } from './form-fields.js';
import { activityId, isOwnForm, isSameOrigin } from './form-guard.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { readForm } from './read-form.js';
import { readTyped } from './read-typed.js';
import { respondLive, respondSeeOther } from './respond.js';
import { conversationId, makeCode, readSession, sessionCookie } from './session.js';
import { notOursPage } from './side-pages.js';
import { getWholeForm, goOn, postWholeForm } from './whole-form-page.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

function wasRefused(spoken: Spoken): boolean {
  return spoken.replies.some(reply => reply.kind === 'say' && reply.tone === 'refusal');
}

/** The same answer, with the session in it. */
async function withSession(response: PageResponse | Promise<PageResponse>, { code, request }: Visit): Promise<PageResponse> {
  const given = await response;
  return given.status === 303 ? { ...given, cookies: [...(given.cookies ?? []), sessionCookie(code, request.secure)] } : given;
}

async function answerTurn(visit: Visit, spoken: Spoken, activity: string): Promise<PageResponse> {
  const interrupted = interruption(visit, spoken);
  if (interrupted !== undefined) return interrupted;
  const typed = wasRefused(spoken) ? readTyped(visit.request.form) : undefined;
  if (visit.view !== undefined && typed === undefined) return withSession(goOn(visit, spoken, activity), visit);
  if (visit.request.live) return liveParts(visit, spoken, activity, typed);
  // What is told once is told in the answer itself: after a redirect it would have to be kept.
  if (typed !== undefined || spoken.erased || spoken.wayBack !== undefined) return wholePage(visit, spoken, typed);
  return respondSeeOther(`${chatAddress(activity, spoken.lang)}#now`, [sessionCookie(visit.code, visit.request.secure)]);
}

async function takeTurn(visit: Visit, turn: Pick<PageTurn, 'said' | 'goesOn'>): Promise<PageResponse> {
  const { parts, request, code, words, view } = visit;
  const activity = activityId(field(request.form, 'a'), turn.said, code);
  const id = { conversationId: conversationId(code), activityId: activity, locale: words.lang };
  return answerTurn(visit, await parts.conversing.say({ ...id, ...turn, ...(view && { view }) }), activity);
}

/** Are all questions on one page where this form leads to? */
function viewAfter({ form }: PageRequest): PageView | undefined {
  return field(form, 'view') === 'form' || field(form, 'do') === 'form' ? 'form' : undefined;
}

/** A new conversation always has a new code: the last person at a shared computer leaves nothing to the next. */
async function begin(parts: PagesParts, request: PageRequest, words: Words): Promise<PageResponse> {
  if (!isSameOrigin(request)) return notOursPage(parts, words);
  const visit = { parts, request, code: makeCode(parts.entropy()), words, view: viewAfter(request) };
  return takeTurn(visit, { said: readForm(request.form) });
}

async function postChat(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  if (field(request.form, 'begin') !== '') return begin(parts, request, words);
  const code = readSession(request.cookies, request.secure);
  const location = `/chat?lang=${words.lang}`;
  if (code === undefined) return gone({ parts, request, words });
  if (!isOwnForm(request, code)) return request.live ? respondLive({ location }) : notOursPage(parts, words);
  const visit = { parts, request, code, words, view: viewAfter(request) };
  if (field(request.form, 'whole') !== '') return postWholeForm({ ...visit, view: 'form' });
  return takeTurn(visit, { said: readForm(request.form), goesOn: true });
}

async function getChat(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  const code = readSession(request.cookies, request.secure);
  if (code === undefined) return respondSeeOther(`/?lang=${words.lang}`);
  const visit = { parts, request, code, words };
  if (request.query['view'] === 'form') return getWholeForm({ ...visit, view: 'form' });
  const after = request.query['view'] === 'step' ? ({ view: 'form' } as const) : {};
  const spoken = await parts.conversing.show(conversationId(code), words.lang, request.query['a']);
  return interruption(visit, spoken) ?? wholePage({ ...visit, ...after }, spoken);
}

/** The conversation's addresses. */
export function chatRoutes(parts: PagesParts): readonly PageRoute[] {
  return [
    { method: 'GET', path: '/chat', handle: request => getChat(parts, request) },
    { method: 'POST', path: '/chat', handle: request => postChat(parts, request) },
    { method: 'POST', path: '/chat/language', handle: request => postChat(parts, request) },
  ];
}
