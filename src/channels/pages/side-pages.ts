// The short pages beside the conversation: it is gone, it cannot be saved just now, the form was not ours, leaving.
import { field } from './form-fields.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderPage } from './layout.js';
import { endVisit } from './own-visit.js';
import type { Frame } from './pages-parts.js';
import type { PageRequest, PageResponse } from './page.js';
import { respondPage } from './respond.js';
import { forgetSession } from './session.js';
import { days, hours } from './spans.js';
import { forgetSize } from './text-size.js';
import type { Words } from './words.js';

/** Where "exit this page" leads: a page anyone might look at. */
export const exitAddress = 'https://www.bbc.co.uk/weather';

interface SidePage {
  readonly title: string;
  readonly body: Html;
  /** The page its language menu leads back to. */
  readonly path: string;
}

/** Text under a heading: all that such a page says. */
export function article(title: string, body: Html): Html {
  return html`<article class="wm-text">
    <h1>${title}</h1>
    ${body}
  </article>`;
}

/** A page of text with a heading. */
export function textPage(frame: Frame, words: Words, { title, body, path }: SidePage): Html {
  const main = article(title, body);
  return renderPage(frame, { words, title, main, menu: { kind: 'links', path } });
}

function waysOn(words: Words): Html {
  return html`<p><a class="nhsuk-button" href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>
    <p><a href="/chat/resume?lang=${words.lang}">${words.t('page.resume.title')}</a></p>`;
}

/** No such conversation any more. `crisis`: help for danger told to it, first. */
export function goneBody(frame: Frame, words: Words, crisis?: Html): Html {
  const { conversationHours, pausedDays } = frame.content.service.retention;
  return html`${crisis}<p>${words.t('page.gone.why', { time: hours(conversationHours) })}</p>
    <p>${words.t('page.gone.paused', { time: days(pausedDays) })}</p>
    ${waysOn(words)}`;
}

/** The page of it. */
export function gonePage(frame: Frame, words: Words, request: PageRequest, crisis?: Html): PageResponse {
  const body = goneBody(frame, words, crisis);
  return respondPage(textPage(frame, words, { title: words.t('page.gone.title'), body, path: '/' }), {
    cookies: [forgetSession(request.secure)],
  });
}

/** The form did not come from one of our pages. */
export function notOursPage(frame: Frame, words: Words): PageResponse {
  const body = html`<p>${words.t('page.not-ours.why')}</p>
    <p><a class="nhsuk-button" href="/chat?lang=${words.lang}">${words.t('page.go-on')}</a></p>`;
  return respondPage(textPage(frame, words, { title: words.t('page.not-ours.title'), body, path: '/' }), { status: 403 });
}

/** Fields that hold what a person wrote, in the order they see them. */
const writtenFields = ['answer', 'day', 'month', 'year', 'words'] as const;

/** The very same form once more: its id makes sure that it counts once. */
function sameFormAgain({ form, path }: PageRequest, words: Words): Html {
  const hidden = Object.entries(form).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map(one => [name, one]),
  );
  const written = field(form, 'kind') === 'text' || field(form, 'words') !== '' ? writtenFields.flatMap(name => form[name] ?? []) : [];
  return html`<form method="post" action="${path}">
    ${hidden.map(([name = '', value = '']) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${written.filter(text => text !== '').map(text => html`<blockquote class="wm-typed" dir="auto">${text}</blockquote>`)}
    <button class="nhsuk-button">${words.t('page.trouble.again')}</button>
  </form>`;
}

/** The store does not answer: nothing is lost, the same form can be sent again. `crisis`: help for danger told in what could not be saved, first. */
export function troubleBody(words: Words, request: PageRequest, crisis?: Html): Html {
  const again =
    request.method === 'POST'
      ? sameFormAgain(request, words)
      : html`<p><a class="nhsuk-button" href="${request.path}?lang=${words.lang}">${words.t('page.trouble.again')}</a></p>`;
  return html`${crisis}<p>${words.t('notice.try-again')}</p>
    ${again}`;
}

/** The page of it. */
export function troublePage(frame: Frame, words: Words, request: PageRequest, crisis?: Html): PageResponse {
  const body = troubleBody(words, request, crisis);
  return respondPage(textPage(frame, words, { title: words.t('page.trouble.title'), body, path: '/' }), { status: 503 });
}

/** Leaves for another site by itself. Not a redirect: browsers stop a form's redirect to another site. */
export function exitingPage(frame: Frame, words: Words, request: PageRequest): PageResponse {
  const main = html`<p><a href="${exitAddress}" rel="noreferrer">${words.t('page.exit')}</a></p>`;
  const page = renderPage(frame, { words, title: words.t('page.exit'), main, menu: { kind: 'links', path: '/' }, goTo: exitAddress });
  return respondPage(page, { cookies: [forgetSession(request.secure), endVisit(request.secure), forgetSize(request.secure)] });
}
