// /code: go on with what the practice began, by the six letters it gave or by its link (a QR code mostly). Wrong, used and expired look the
// same. As with a way back after a pause, the link asks before it does anything.
import { readHandOverCode } from '../../conversation/hand-over.js';
import type { CameBack } from './coming-back.js';
import { askFirst, codePage, comingWith, isToken, letIn } from './coming.js';
import type { Coming } from './coming.js';
import { field } from './form-fields.js';
import { html } from './html.js';
import { isOwnVisit } from './own-visit.js';
import type { PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { readSession } from './session.js';
import { notOursPage, troublePage } from './side-pages.js';

const address = '/code';

function codeForm(coming: Coming, error?: string, status = 200): PageResponse {
  const { words } = coming;
  const form = {
    action: address,
    title: words.t('handover.code-title'),
    intro: words.t('handover.code-hint'),
    fields: [{ name: 'code', label: words.t('page.sent.code'), value: '' }],
    button: words.t('handover.code-open'),
    error,
  };
  return codePage(coming, form, { status, after: html`<p><a href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>` });
}

function askAtLink(coming: Coming): PageResponse {
  const { words } = coming;
  const intro = html`<p>${words.t('handover.intro')}</p>`;
  return askFirst(coming, { action: address, title: words.t('handover.title'), intro, button: words.t('handover.carry-on') });
}

/** The session this browser holds already: what stands here is not taken over here. */
function own({ request }: Coming): string | undefined {
  return readSession(request.cookies, request.secure);
}

function byLink(coming: Coming, token: string): Promise<CameBack> {
  return isToken(token) ? coming.parts.handingOver.byLink(token, own(coming)) : Promise.resolve({ state: 'unknown' });
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
  return letIn(coming, back);
}

/** Going on with what the practice began. */
export function codeRoutes(parts: PagesParts): readonly PageRoute[] {
  return [
    { method: 'GET', path: address, handle: request => Promise.resolve(codeForm(comingWith(parts, request))) },
    { method: 'POST', path: address, handle: request => carryOn(comingWith(parts, request)) },
    { method: 'GET', path: `${address}/:token`, handle: request => Promise.resolve(askAtLink(comingWith(parts, request))) },
  ];
}
