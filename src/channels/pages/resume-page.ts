// /chat/resume: come back to a paused conversation with the code it gave.
import { chooseLanguage } from './choose-language.js';
import { renderCodeForm } from './code-form.js';
import { field } from './form-fields.js';
import { isSameOrigin } from './form-guard.js';
import { renderPage } from './layout.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { conversationId, parseCode, sessionCookie } from './session.js';
import { notOursPage, troublePage } from './side-pages.js';
import { wordsIn } from './words.js';
import { days } from './spans.js';
import type { Words } from './words.js';

function resumeForm(parts: PagesParts, words: Words, typed: string, error?: string): PageResponse {
  const title = words.t('page.resume.title');
  const main = renderCodeForm(
    {
      action: '/chat/resume',
      title,
      intro: words.t('page.resume.intro'),
      fields: [{ name: 'code', label: words.t('page.resume.code'), hint: words.t('page.resume.hint'), value: typed }],
      button: words.t('button.continue'),
      error,
    },
    words,
  );
  const shown = error === undefined ? title : `${words.t('page.error.label')}: ${title}`;
  return respondPage(renderPage(parts, { words, title: shown, main, menu: { kind: 'links', path: '/chat/resume' } }));
}

async function resume(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  if (!isSameOrigin(request)) return notOursPage(parts, words);
  const typed = field(request.form, 'code');
  const code = parseCode(typed);
  if (code === undefined) return resumeForm(parts, words, typed, words.t('page.resume.not-a-code'));
  const spoken = await parts.conversing.show(conversationId(code), words.lang);
  if (spoken.state === 'try-again') return troublePage(parts, words, request);
  if (spoken.state === 'none')
    return resumeForm(parts, words, typed, words.t('page.resume.not-found', { time: days(parts.content.service.retention.pausedDays) }));
  return respondSeeOther(`/chat?lang=${spoken.lang}`, [sessionCookie(code, request.secure)]);
}

/** Coming back after a pause. */
export function resumeRoutes(parts: PagesParts): readonly PageRoute[] {
  const empty = (request: PageRequest): PageResponse =>
    resumeForm(parts, wordsIn(parts.content, chooseLanguage(parts.content, request)), '');
  return [
    { method: 'GET', path: '/chat/resume', handle: request => Promise.resolve(empty(request)) },
    { method: 'POST', path: '/chat/resume', handle: request => resume(parts, request) },
  ];
}
