// /: choose a language, read in a few sentences what this is, start, or ask to be called.
import type { Language } from '../../content/content.js';
import { wordHours } from '../../content/languages/word-intl.js';
import { chooseLanguage, wishUnready } from './choose-language.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { languageChooser } from './language-chooser.js';
import { renderPage } from './layout.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { readSession } from './session.js';
import { textSizeLinks } from './text-size.js';
import { interpreterAddress, wordsIn, wordsOf } from './words.js';
import type { Words } from './words.js';

/** A wish for a language we cannot talk in here yet: said in that language, with the way to an interpreter. */
function wishLine(language: Language | undefined, { content }: PagesParts): Html | undefined {
  if (language === undefined) return undefined;
  const words = wordsOf(content, language);
  return html`<div class="nhsuk-inset-text wm-wish" lang="${words.lang}" dir="${words.dir}">
    <p>${words.t('page.interpreter.not-ready')}</p>
    <p><a href="${interpreterAddress(words.lang)}">${words.t('page.languages.call')}</a></p>
  </div>`;
}

function whatThisIs({ content }: PagesParts, words: Words): Html {
  const { service } = content;
  return html`<p class="wm-lead">${words.t('page.start.what', { service: { verbatim: service.name } })}</p>
    ${service.intake.state === 'paused' && html`<p class="nhsuk-inset-text">${words.t('page.start.paused', { count: service.intake.waitWeeks })}</p>`}
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>${words.t('page.start.who-reads')} ${words.t('sent.next', { count: service.workingDays })}</li>
      <li>${words.t('page.start.skip')}</li>
      <li>${words.t('notice.not-watched')}</li>
    </ul>`;
}

/** Where local services are known: to see what is near and send nothing to anyone. */
function onlyNear({ directory }: PagesParts, words: Words): Html | undefined {
  if (directory?.() === undefined) return undefined;
  return html`<button class="nhsuk-button nhsuk-button--secondary" name="do" value="near" aria-describedby="only-near">
      ${words.t('near.only.button')}
    </button>
    <p class="nhsuk-hint" id="only-near">${words.t('near.only.intro')}</p>`;
}

function startForm(parts: PagesParts, words: Words): Html {
  const { entropy } = parts;
  const hidden = html`<input type="hidden" name="begin" value="1"><input type="hidden" name="a" value="${entropy().slice(0, 20)}"><input type="hidden" name="lang" value="${words.lang}">`;
  return html`<form class="wm-start" method="post" action="/chat">
    ${hidden}
    <button class="nhsuk-button" name="do" value="start">${words.t('page.start.start')}</button>
    <button class="nhsuk-button nhsuk-button--secondary" name="do" value="form">${words.t('page.form.show')}</button>
    <button class="nhsuk-button nhsuk-button--secondary" name="do" value="call-me" aria-describedby="call-me">
      ${words.t('button.call-me')}
    </button>
    <p class="nhsuk-hint" id="call-me">${words.t('page.start.call-me')}</p>
    ${onlyNear(parts, words)}
  </form>`;
}

function goOn(words: Words): Html {
  return html`<p class="wm-go-on">
    <a class="nhsuk-button nhsuk-button--secondary" href="/chat?lang=${words.lang}">${words.t('page.start.go-on')}</a>
  </p>`;
}

function contact({ content }: PagesParts, words: Words): Html {
  const { phone, openingHours } = content.service;
  const number = html`<a href="tel:${phone.replace(/\s/gu, '')}"><bdi dir="ltr">${phone}</bdi></a>`;
  return html`<h2>${words.t('page.start.rather-talk')}</h2>
    <p>${words.t('page.start.ring')} ${number}</p>
    <p>${wordHours(openingHours, words.lang)}</p>
    <p>${words.t('page.start.leave')}</p>
    <p><a href="/chat/resume?lang=${words.lang}">${words.t('page.resume.title')}</a></p>
    <p><a href="/code?lang=${words.lang}">${words.t('handover.code-title')}</a></p>`;
}

function renderStart(parts: PagesParts, request: PageRequest): PageResponse {
  const words = wordsIn(parts.content, chooseLanguage(parts.content, request));
  const known = readSession(request.cookies, request.secure) !== undefined;
  const main = html`<div class="wm-text">
    ${wishLine(wishUnready(parts.content, request), parts)} ${languageChooser(parts.content, words, request.query['lang'] !== words.lang)}
    ${textSizeLinks(`/?lang=${words.lang}`, words)}
    <h1>${words.t('page.start.title')}</h1>
    ${request.panel === 'own-window' && html`<p class="nhsuk-inset-text">${words.t('page.panel.own-window')}</p>`}
    ${whatThisIs(parts, words)} ${known && goOn(words)}${startForm(parts, words)} ${contact(parts, words)}
  </div>`;
  return respondPage(renderPage(parts, { words, title: parts.content.service.name, main, menu: { kind: 'links', path: '/' } }));
}

/** The first page. */
export function startRoutes(parts: PagesParts): readonly PageRoute[] {
  return [
    { method: 'GET', path: '/', handle: request => Promise.resolve(parts.kiosk ? respondSeeOther('/kiosk') : renderStart(parts, request)) },
  ];
}
