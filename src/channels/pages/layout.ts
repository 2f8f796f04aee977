// What stands around every patient page: whose service, the languages, exit, and urgent help. The same on each, whatever else fails.
import type { Language } from '../../content/content.js';
import { html, raw } from './html.js';
import type { Html, Part } from './html.js';
import { listenButton } from './listen-button.js';
import type { Frame } from './pages-parts.js';
import { askIfThere, clearing, finishForm, fitScreen, waitingRoom, wipesAlone } from './shared-screen.js';
import type { SharedScreen } from './shared-screen.js';
import { textSizeLinks } from './text-size.js';
import { withoutConnection } from './without-connection.js';
import { interpreterAddress, isDraft, offeredLanguages, sourceLanguage, unreadyLanguages } from './words.js';
import type { Words } from './words.js';

/** How the language menu works: by links to this page (`query`: what else its address says, beginning with `&`), or by a form inside a conversation. */
export type LanguageMenu =
  | { readonly kind: 'links'; readonly path: string; readonly query?: string }
  /** `query`: what else its address says; `within`: id of the form on the page that goes along, with all that is filled in. */
  | { readonly kind: 'form'; readonly hidden: Html; readonly query?: string; readonly within?: string };

export interface Page {
  readonly words: Words;
  readonly title: string;
  readonly main: Html;
  readonly menu: LanguageMenu;
  /** Loads this address after a moment, without script. */
  readonly goTo?: string;
  /** A conversation in hand on a screen that others use too: it is cleared when nobody touches it for long. */
  readonly shared?: SharedScreen;
  /** Where the screen in the waiting room rests: nothing is left to clear. */
  readonly atRest?: true;
}

function isCurrent(tag: string, words: Words): Html {
  return raw(tag === words.lang ? ' aria-current="true"' : '');
}

function languageChoice(tag: string, name: string, menu: LanguageMenu, words: Words): Html {
  const current = isCurrent(tag, words);
  if (menu.kind === 'links')
    return html`<li><a href="${menu.path}?lang=${tag}${menu.query}" lang="${tag}" hreflang="${tag}" ${current}>${name}</a></li>`;
  const within = menu.within === undefined ? undefined : html` form="${menu.within}"`;
  return html`<li><button name="do" value="language:${tag}" lang="${tag}"${within} ${current}>${name}</button></li>`;
}

function languageMenu(frame: Frame, { words, menu }: Page): Html {
  const languages = offeredLanguages(frame.content);
  const { languages: ready, unready } = frame.content;
  const own = (ready.get(words.lang) ?? unready.get(words.lang))?.name ?? words.lang;
  const choices = html`<ul>
    ${languages.map(language => languageChoice(language.tag, language.name, menu, words))}
  </ul>`;
  const body =
    menu.kind === 'links' ? choices : html`<form method="post" action="/chat/language" data-live>${menu.hidden}${choices}</form>`;
  return html`<details class="wm-languages">
    <summary><span class="nhsuk-u-visually-hidden">${words.t('page.language')}: </span>${own}</summary>
    <div class="wm-languages__list">${body} ${callLinks(frame, words)}</div>
  </details>`;
}

/** Languages in which we cannot talk here yet: a call with an interpreter. */
function callLinks({ content }: Frame, words: Words): Part {
  const link = ({ tag, name }: Language): Html =>
    html`<li><a href="${interpreterAddress(tag)}" lang="${tag}" hreflang="${tag}" ${isCurrent(tag, words)}>${name}</a></li>`;
  return (
    content.unready.size > 0 &&
    html`<p class="wm-languages__call">${words.t('page.languages.call')}</p>
      <ul>
        ${unreadyLanguages(content).map(link)}
      </ul>`
  );
}

function header(frame: Frame, page: Page): Html {
  const { words } = page;
  return html`<header class="wm-top">
    <div class="wm-top__row">
      <a class="wm-top__name" href="/?lang=${words.lang}">${frame.content.service.name}</a>
      ${languageMenu(frame, page)}
      <a class="wm-exit" href="/exit" rel="nofollow" data-exit>${words.t('page.exit')}</a>
    </div>
  </header>`;
}

function notices(frame: Frame, words: Words): Part {
  const { languages, unready, service } = frame.content;
  const language = languages.get(words.lang) ?? unready.get(words.lang);
  const draft = language !== undefined && language.tag !== sourceLanguage && isDraft(language);
  const marks = [...(service.sample ? [words.t('notice.sample-service')] : []), ...(draft ? [words.t('notice.draft-language')] : [])];
  return marks.length > 0 && html`<p class="wm-mark">${marks.join(' ')}</p>`;
}

function urgentBar(words: Words, beside?: Html): Html {
  return html`<div class="wm-urgent${beside && html` wm-urgent--two`}"><a href="/urgent?lang=${words.lang}">${words.t('button.urgent')}</a>${listenButton(words)}${beside}</div>`;
}

/** Where this page is, in its language; more may follow. */
function addressOf({ words, menu }: Page): string {
  return menu.kind === 'links' ? `${menu.path}?lang=${words.lang}${menu.query ?? ''}` : `/chat?lang=${words.lang}${menu.query ?? ''}`;
}

function foot(page: Page, shared: SharedScreen | undefined): Html {
  const { words } = page;
  const link = (path: string, text: string): Html => html`<li><a href="${path}?lang=${words.lang}">${text}</a></li>`;
  return html`<footer class="wm-foot">
      <ul>
        ${link('/status', words.t('page.foot.status'))}${link('/privacy', words.t('page.foot.privacy'))}${link('/accessibility', words.t('page.foot.accessibility'))}
      </ul>
      ${textSizeLinks(addressOf(page), words)}
    </footer>
    ${urgentBar(words, shared?.beside)}`;
}

function kioskHeader(frame: Frame, page: Page): Html {
  return html`<header class="wm-top">
    <div class="wm-top__row">
      <span class="wm-top__name">${frame.content.service.name}</span>
      ${languageMenu(frame, page)}
      ${finishForm('/kiosk/clear', page.words)}
    </div>
  </header>`;
}

/** The whole document, as the screen it is shown on needs it. In the waiting room every page but the one it rests at clears itself. */
export function renderPage(frame: Frame, page: Page): Html {
  const shared = page.shared ?? (frame.kiosk && !page.atRest ? waitingRoom : undefined);
  return fitScreen(renderDocument(frame, page, shared), frame.kiosk ? waitingRoom : shared);
}

function renderDocument(frame: Frame, page: Page, shared: SharedScreen | undefined): Html {
  const { words } = page;
  const { assets, content } = frame;
  const title = page.title === content.service.name ? page.title : `${page.title} – ${content.service.name}`;
  return html`<!doctype html>
    <html lang="${words.lang}" dir="${words.dir}">
      <head>
        <meta charset="utf-8">
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="theme-color" content="#003087">
        <meta name="format-detection" content="telephone=no">
        ${wipesAlone(shared)} ${page.goTo !== undefined && html`<meta http-equiv="refresh" content="0; url=${page.goTo}">`}
        <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
        <link rel="stylesheet" href="${assets.url('pages.css')}">
        <script type="module" src="${assets.url('live.js')}"></script>
      </head>
      <body${frame.kiosk && raw(' class="wm-kiosk"')}${shared && clearing(shared)}>
        <a class="nhsuk-skip-link" href="#main">${words.t('page.skip-link')}</a>
        ${frame.kiosk ? kioskHeader(frame, page) : header(frame, page)}
        <div class="wm-page">
          ${notices(frame, words)}
          <main id="main" tabindex="-1">${page.main}</main>
        </div>
        ${frame.kiosk ? urgentBar(words) : foot(page, shared)} ${shared && askIfThere(words)}
        <div id="news" class="nhsuk-u-visually-hidden" role="status" data-trouble="${words.t('page.trouble.save')}"></div>
        ${withoutConnection(frame, words)}
      </body>
    </html>`;
}
