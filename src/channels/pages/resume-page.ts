// /chat/resume: come back to a paused conversation with its reference and code, or by its link. The link asks before it does anything: a
// preview of it, or a browser that fetches ahead, opens nothing, uses nothing up and learns nothing.
import { parseReference } from '../../referral/make-reference.js';
import { toAsciiDigits } from '../../text/digits.js';
import { chooseLanguage } from './choose-language.js';
import { renderCodeForm } from './code-form.js';
import type { CameBack } from './coming-back.js';
import { field } from './form-fields.js';
import { html } from './html.js';
import { renderPage } from './layout.js';
import { beginVisit, endVisit, isOwnVisit } from './own-visit.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { sessionCookie } from './session.js';
import { notOursPage, textPage, troublePage } from './side-pages.js';
import { days } from './spans.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

const address = '/chat/resume';

/** One request of somebody who wants to come back. */
interface Coming {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly words: Words;
}

/** What a token can be; anything else is not looked up. */
const tokenShape = /^[\w-]{24}$/u;

function codeForm({ parts, request, words }: Coming, reference = '', error?: string): PageResponse {
  const title = words.t('page.resume.title');
  const visit = beginVisit(request, parts.entropy());
  const fields = [
    { name: 'reference', label: words.t('page.paused.reference'), hint: words.t('page.resume.hint'), value: reference },
    { name: 'code', label: words.t('page.sent.code'), hint: words.t('page.status.code-hint'), numeric: true, value: '' },
  ];
  const intro = words.t('page.resume.intro');
  const main = renderCodeForm(
    { action: address, title, intro, fields, button: words.t('button.continue'), error, hidden: visit.hidden },
    words,
  );
  const shown = error === undefined ? title : `${words.t('page.error.label')}: ${title}`;
  const page = renderPage(parts, { words, title: shown, main, menu: { kind: 'links', path: address } });
  return respondPage(page, { cookies: [visit.cookie] });
}

/** "Continue on this device?": the same page whatever the token is, so that it tells nobody anything. Addressed by nothing that goes on from it. */
function askFirst({ parts, request, words }: Coming): PageResponse {
  const visit = beginVisit(request, parts.entropy());
  const body = html`<p>${words.t('page.resume.here-what')}</p>
    <p>${words.t('page.resume.here-shared')}</p>
    <form method="post" action="${address}">
      ${visit.hidden}
      <input type="hidden" name="link" value="${tokenOf(request)}">
      <input type="hidden" name="lang" value="${words.lang}">
      <button class="nhsuk-button">${words.t('button.continue')}</button>
    </form>
    <p><a href="/?lang=${words.lang}">${words.t('page.resume.not-here')}</a></p>`;
  const page = textPage(parts, words, { title: words.t('page.resume.here'), body, path: request.path });
  const response = respondPage(page, { cookies: [visit.cookie] });
  return { ...response, headers: { ...response.headers, 'Referrer-Policy': 'no-referrer' } };
}

function tokenOf({ path }: PageRequest): string {
  return path.split('/').at(-1) ?? '';
}

function linkGone({ parts, words }: Coming): PageResponse {
  const body = html`<p>${words.t('page.resume.link-gone-why', { time: days(parts.content.service.retention.pausedDays) })}</p>
    <p><a class="nhsuk-button" href="${address}?lang=${words.lang}">${words.t('page.resume.title')}</a></p>
    <p><a href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>`;
  return respondPage(textPage(parts, words, { title: words.t('page.resume.link-gone'), body, path: address }), { status: 404 });
}

function welcome(coming: Coming, back: CameBack, otherwise: () => PageResponse): PageResponse {
  const { parts, request, words } = coming;
  if (back.state === 'try-again') return troublePage(parts, words, request);
  if (back.state === 'unknown') return otherwise();
  return respondSeeOther(`/chat?lang=${back.lang}`, [sessionCookie(back.session, request.secure), endVisit(request.secure)]);
}

async function byLink(coming: Coming, token: string): Promise<PageResponse> {
  const back: CameBack = tokenShape.test(token) ? await coming.parts.comingBack.byLink(token) : { state: 'unknown' };
  return welcome(coming, back, () => linkGone(coming));
}

async function byCode(coming: Coming): Promise<PageResponse> {
  const { parts, request, words } = coming;
  const typed = field(request.form, 'reference').slice(0, 60);
  const digits = toAsciiDigits(field(request.form, 'code').slice(0, 60).normalize('NFKC')).replace(/[\s-]/gu, '');
  const reference = parseReference(typed);
  const wellFormed = reference !== undefined && /^\d{6}$/u.test(digits);
  const back: CameBack = wellFormed ? await parts.comingBack.byCode(reference, digits) : { state: 'unknown' };
  const why = (): string => words.t('page.resume.not-found', { time: days(parts.content.service.retention.pausedDays) });
  return welcome(coming, back, () => codeForm(coming, typed, why()));
}

async function comeBack(coming: Coming): Promise<PageResponse> {
  const { parts, request, words } = coming;
  if (!isOwnVisit(request)) return notOursPage(parts, words);
  const token = field(request.form, 'link');
  return token === '' ? byCode(coming) : byLink(coming, token);
}

/** Coming back after a pause. */
export function resumeRoutes(parts: PagesParts): readonly PageRoute[] {
  const coming = (request: PageRequest): Coming => ({
    parts,
    request,
    words: wordsIn(parts.content, chooseLanguage(parts.content, request)),
  });
  return [
    { method: 'GET', path: address, handle: request => Promise.resolve(codeForm(coming(request))) },
    { method: 'POST', path: address, handle: request => comeBack(coming(request)) },
    { method: 'GET', path: `${address}/:token`, handle: request => Promise.resolve(askFirst(coming(request))) },
  ];
}
