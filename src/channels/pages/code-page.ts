// /code: go on with what the practice began, by the six letters it gave or by its link (a QR code mostly). Wrong, used and expired look the
// same. As with a way back after a pause, the link asks before it does anything: a preview of it uses nothing up.
import { readHandOverCode } from '../../conversation/hand-over.js';
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
import { readSession, sessionCookie } from './session.js';
import { notOursPage, textPage, troublePage } from './side-pages.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

const address = '/code';

interface Coming {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly words: Words;
}

/** What a token can be; anything else is not looked up. */
const tokenShape = /^[\w-]{24}$/u;

function codeForm({ parts, request, words }: Coming, error?: string, status = 200): PageResponse {
  const title = words.t('handover.code-title');
  const visit = beginVisit(request, parts.entropy());
  const main = html`${renderCodeForm(
    {
      action: address,
      title,
      intro: words.t('handover.code-hint'),
      fields: [{ name: 'code', label: words.t('page.sent.code'), value: '' }],
      button: words.t('handover.code-open'),
      error,
      hidden: visit.hidden,
    },
    words,
  )}
    <p><a href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>`;
  const shown = error === undefined ? title : `${words.t('page.error.label')}: ${title}`;
  const page = renderPage(parts, { words, title: shown, main, menu: { kind: 'links', path: address } });
  return respondPage(page, { status, cookies: [visit.cookie] });
}

/** The same page whatever the token is, so that it tells nobody anything. Addressed by nothing that goes on from it. */
function askFirst({ parts, request, words }: Coming): PageResponse {
  const visit = beginVisit(request, parts.entropy());
  const body = html`<p>${words.t('handover.intro')}</p>
    <form method="post" action="${address}">
      ${visit.hidden}
      <input type="hidden" name="link" value="${request.path.split('/').at(-1) ?? ''}">
      <input type="hidden" name="lang" value="${words.lang}">
      <button class="nhsuk-button">${words.t('handover.carry-on')}</button>
    </form>`;
  const page = textPage(parts, words, { title: words.t('handover.title'), body, path: request.path });
  const response = respondPage(page, { cookies: [visit.cookie] });
  return { ...response, headers: { ...response.headers, 'Referrer-Policy': 'no-referrer' } };
}

/** The session this browser holds already: what stands here is not taken over here. */
function own({ request }: Coming): string | undefined {
  return readSession(request.cookies, request.secure);
}

function byLink(coming: Coming, token: string): Promise<CameBack> {
  return tokenShape.test(token) ? coming.parts.handingOver.byLink(token, own(coming)) : Promise.resolve({ state: 'unknown' });
}

/** What cannot be a code is no try: it takes nothing from those who have one. */
function byCode(coming: Coming, typed: string): Promise<CameBack | { readonly state: 'too-many' }> {
  const { parts, request } = coming;
  const code = readHandOverCode(typed.slice(0, 60));
  if (code === undefined) return Promise.resolve({ state: 'unknown' });
  return parts.mayTryCode(request.remote) ? parts.handingOver.byCode(code, own(coming)) : Promise.resolve({ state: 'too-many' });
}

async function carryOn(coming: Coming): Promise<PageResponse> {
  const { parts, request, words } = coming;
  if (!isOwnVisit(request)) return notOursPage(parts, words);
  const token = field(request.form, 'link');
  const back = await (token === '' ? byCode(coming, field(request.form, 'code')) : byLink(coming, token));
  if (back.state === 'too-many') return codeForm(coming, words.t('notice.try-again'), 429);
  if (back.state === 'try-again') return troublePage(parts, words, request);
  if (back.state === 'unknown') return codeForm(coming, words.t('handover.expired'), 404);
  return respondSeeOther(`/chat?lang=${back.lang}`, [sessionCookie(back.session, request.secure), endVisit(request.secure)]);
}

/** Going on with what the practice began. */
export function codeRoutes(parts: PagesParts): readonly PageRoute[] {
  const coming = (request: PageRequest): Coming => ({
    parts,
    request,
    words: wordsIn(parts.content, chooseLanguage(parts.content, request)),
  });
  return [
    { method: 'GET', path: address, handle: request => Promise.resolve(codeForm(coming(request))) },
    { method: 'POST', path: address, handle: request => carryOn(coming(request)) },
    { method: 'GET', path: `${address}/:token`, handle: request => Promise.resolve(askFirst(coming(request))) },
  ];
}
