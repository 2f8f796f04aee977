// /chat/resume: come back to a paused conversation with its reference and code, or by its link, which asks before it does anything.
import { parseReference } from '../../referral/make-reference.js';
import { toAsciiDigits } from '../../text/digits.js';
import type { CameBack } from './coming-back.js';
import { askFirst, codePage, comingWith, isToken, letIn } from './coming.js';
import type { Coming } from './coming.js';
import { field } from './form-fields.js';
import { html } from './html.js';
import { isOwnVisit } from './own-visit.js';
import type { PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage } from './respond.js';
import { notOursPage, textPage, troublePage } from './side-pages.js';
import { days } from './spans.js';

const address = '/chat/resume';

function codeForm(coming: Coming, reference = '', error?: string): PageResponse {
  const { words } = coming;
  const fields = [
    { name: 'reference', label: words.t('page.paused.reference'), hint: words.t('page.resume.hint'), value: reference },
    { name: 'code', label: words.t('page.sent.code'), hint: words.t('page.status.code-hint'), numeric: true, value: '' },
  ];
  const [title, intro] = [words.t('page.resume.title'), words.t('page.resume.intro')];
  return codePage(coming, { action: address, title, intro, fields, button: words.t('button.continue'), error });
}

/** "Continue on this device?" */
function askAtLink(coming: Coming): PageResponse {
  const { words } = coming;
  return askFirst(coming, {
    action: address,
    title: words.t('page.resume.here'),
    intro: html`<p>${words.t('page.resume.here-what')}</p>
      <p>${words.t('page.resume.here-shared')}</p>`,
    button: words.t('button.continue'),
    after: html`<p><a href="/?lang=${words.lang}">${words.t('page.resume.not-here')}</a></p>`,
  });
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
  return letIn(coming, back);
}

async function byLink(coming: Coming, token: string): Promise<PageResponse> {
  const back: CameBack = isToken(token) ? await coming.parts.comingBack.byLink(token) : { state: 'unknown' };
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
  return [
    { method: 'GET', path: address, handle: request => Promise.resolve(codeForm(comingWith(parts, request))) },
    { method: 'POST', path: address, handle: request => comeBack(comingWith(parts, request)) },
    { method: 'GET', path: `${address}/:token`, handle: request => Promise.resolve(askAtLink(comingWith(parts, request))) },
  ];
}
