// /status: how a referral stands, for whoever holds its reference and its code. Never what it is about. A wrong reference and a wrong code
// get the same answer, so that neither can be guessed apart.
import { StoreUnavailable } from '../../errors.js';
import { toAsciiDigits } from '../../text/digits.js';
import { chooseLanguage } from './choose-language.js';
import { renderCodeForm } from './code-form.js';
import { field } from './form-fields.js';
import { isSameOrigin } from './form-guard.js';
import { html } from './html.js';
import { renderPage } from './layout.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts, ReferralProgress } from './pages-parts.js';
import { respondPage } from './respond.js';
import { notOursPage, textPage, troublePage } from './side-pages.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

interface Asked {
  readonly reference: string;
  readonly code: string;
}

function readAsked(request: PageRequest): Asked {
  const clean = (name: string): string => toAsciiDigits(field(request.form, name).slice(0, 60).normalize('NFKC')).trim().toUpperCase();
  return { reference: clean('reference'), code: clean('code').replace(/\s/gu, '') };
}

function statusForm(parts: PagesParts, words: Words, asked: Asked, error?: string): PageResponse {
  const title = words.t('page.foot.status');
  const fields = [
    { name: 'reference', label: words.t('page.sent.reference'), value: asked.reference },
    { name: 'code', label: words.t('page.sent.code'), hint: words.t('page.status.code-hint'), numeric: true, value: '' },
  ];
  const main = renderCodeForm(
    { action: '/status', title, intro: words.t('page.status.intro'), fields, button: words.t('button.continue'), error },
    words,
  );
  const shown = error === undefined ? title : `${words.t('page.error.label')}: ${title}`;
  return respondPage(renderPage(parts, { words, title: shown, main, menu: { kind: 'links', path: '/status' } }));
}

function statusPage(parts: PagesParts, words: Words, found: ReferralProgress): PageResponse {
  const { phone } = parts.content.service;
  const body = html`<p class="wm-lead">${words.t(`page.status.${found.status}`)}</p>
    <p>${words.t('page.status.since', { date: { date: found.at.slice(0, 10) } })}</p>
    <p>
      ${words.t('page.status.ask')} <a href="tel:${phone.replace(/\s/gu, '')}"><bdi dir="ltr">${phone}</bdi></a>
    </p>`;
  return respondPage(textPage(parts, words, { title: words.t('page.foot.status'), body, path: '/status' }));
}

async function look(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  if (!isSameOrigin(request)) return notOursPage(parts, words);
  const asked = readAsked(request);
  try {
    const wellFormed = asked.reference !== '' && /^\d{6}$/u.test(asked.code);
    const found = wellFormed ? await parts.findStatus(asked.reference, asked.code) : undefined;
    return found === undefined ? statusForm(parts, words, asked, words.t('page.status.not-found')) : statusPage(parts, words, found);
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return troublePage(parts, words, request);
    throw fault;
  }
}

/** How a referral stands. */
export function statusRoutes(parts: PagesParts): readonly PageRoute[] {
  const empty = (request: PageRequest): PageResponse =>
    statusForm(parts, wordsIn(parts.content, chooseLanguage(parts.content, request)), { reference: '', code: '' });
  return [
    { method: 'GET', path: '/status', handle: request => Promise.resolve(empty(request)) },
    { method: 'POST', path: '/status', handle: request => look(parts, request) },
  ];
}
