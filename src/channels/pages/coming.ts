// What the pages share where somebody comes with a code or by a link: the request, a link that asks before it does anything (a preview of it,
// or a browser that fetches ahead, opens nothing, uses nothing up and learns nothing), and the way in.
import { chooseLanguage } from './choose-language.js';
import { renderCodeForm } from './code-form.js';
import type { CodeForm } from './code-form.js';
import type { CameBack } from './coming-back.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderPage } from './layout.js';
import { beginVisit, endVisit } from './own-visit.js';
import type { PageRequest, PageResponse } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { sessionCookie } from './session.js';
import { textPage } from './side-pages.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

/** One request of somebody who wants to come in. */
export interface Coming {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly words: Words;
}

/** The request, with the words of its language. */
export function comingWith(parts: PagesParts, request: PageRequest): Coming {
  return { parts, request, words: wordsIn(parts.content, chooseLanguage(parts.content, request)) };
}

/** Can this be the token of a link? Anything else is not looked up. */
export function isToken(token: string): boolean {
  return /^[\w-]{24}$/u.test(token);
}

/** What a page at a link says before it does anything. */
export interface Asking {
  /** Where its button goes. */
  readonly action: string;
  readonly title: string;
  readonly intro: Html;
  readonly button: string;
  readonly after?: Html;
}

/** The same page whatever the token is, so that it tells nobody anything. Addressed by nothing that goes on from it. */
export function askFirst({ parts, request, words }: Coming, { action, title, intro, button, after }: Asking): PageResponse {
  const visit = beginVisit(request, parts.entropy());
  const body = html`${intro}
    <form method="post" action="${action}">
      ${visit.hidden}
      <input type="hidden" name="link" value="${request.path.split('/').at(-1) ?? ''}">
      <input type="hidden" name="lang" value="${words.lang}">
      <button class="nhsuk-button">${button}</button>
    </form>
    ${after}`;
  const response = respondPage(textPage(parts, words, { title, body, path: request.path }), { cookies: [visit.cookie] });
  return { ...response, headers: { ...response.headers, 'Referrer-Policy': 'no-referrer' } };
}

/** What stands around the form of a page. */
export interface Around {
  readonly status?: number;
  readonly after?: Html;
}

/** A page with the form for a code; its title says when something is wrong. */
export function codePage({ parts, request, words }: Coming, form: Omit<CodeForm, 'hidden'>, { status, after }: Around = {}): PageResponse {
  const visit = beginVisit(request, parts.entropy());
  const main = html`${renderCodeForm({ ...form, hidden: visit.hidden }, words)} ${after}`;
  const title = form.error === undefined ? form.title : `${words.t('page.error.label')}: ${form.title}`;
  const page = renderPage(parts, { words, title, main, menu: { kind: 'links', path: form.action } });
  return respondPage(page, { cookies: [visit.cookie], ...(status !== undefined && { status }) });
}

/** On to the conversation, with its session. */
export function letIn({ request }: Coming, { session, lang }: Extract<CameBack, { state: 'open' }>): PageResponse {
  return respondSeeOther(`/chat?lang=${lang}`, [sessionCookie(session, request.secure), endVisit(request.secure)]);
}
