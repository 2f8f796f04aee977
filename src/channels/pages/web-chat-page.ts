// /web-chat: Microsoft's Web Chat component against our own Direct Line, for practices that want it. The component is not part of Waymark: where
// the deployment does not provide it, the page leads to our own chat.
import { chooseLanguage } from './choose-language.js';
import { isSameOrigin } from './form-guard.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderPage } from './layout.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts, WebChat } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { textPage } from './side-pages.js';
import { keepWebChat, keptWebChat } from './web-chat-cookie.js';
import { hasComponentWords, webChatWords } from './web-chat-words.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

const path = '/web-chat';

/** Digest of nothing: the component puts an empty style element on the page, and fills it by script. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function wordsFor({ content }: PagesParts, request: PageRequest): Words {
  return wordsIn(content, chooseLanguage(content, request));
}

function elsewhere(words: Words): Html {
  return html`<p>${words.t('web-chat.not-here')}</p>
    <p><a class="nhsuk-button" href="/?lang=${words.lang}">${words.t('page.start-page')}</a></p>`;
}

function notHere(parts: PagesParts, words: Words): PageResponse {
  const page = textPage(parts, words, { title: words.t('page.go-on.title'), body: elsewhere(words), path });
  return respondPage(page, { status: 404 });
}

/**
 * The policy of this page alone: the component writes style elements, which carry the nonce, and shows pictures it holds itself. Older browsers
 * do not count a WebSocket to this host as 'self'.
 */
function policy({ embedOrigins = [] }: PagesParts, { secure, host }: PageRequest, nonce: string): string {
  const socket = /^[\w.-]+(:\d+)?$/u.test(host) ? ` ${secure ? 'wss' : 'ws'}://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${emptyStyle}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${socket}`,
    "form-action 'self'",
    `frame-ancestors ${embedOrigins.length === 0 ? "'none'" : embedOrigins.join(' ')}`,
    "base-uri 'none'",
  ].join('; ');
}

function chatPage(parts: PagesParts, request: PageRequest, { component }: WebChat): PageResponse {
  const words = wordsFor(parts, request);
  const title = words.t('page.go-on.title');
  const nonce = parts.entropy();
  const plain = !hasComponentWords(words) && html` wm-web-chat--plain`;
  const main = html`<h1 class="nhsuk-u-visually-hidden">${title}</h1>
    <div class="wm-web-chat${plain}" id="web-chat" data-nonce="${nonce}" data-words="${JSON.stringify(webChatWords(words))}">
      <p role="status">${words.t('web-chat.moment')}</p>
    </div>
    <noscript>${elsewhere(words)}</noscript>
    <template id="web-chat-trouble">${elsewhere(words)}</template>
    <script src="${component}" defer></script>
    <script type="module" src="${parts.assets.url('web-chat.js')}"></script>`;
  const response = respondPage(renderPage(parts, { words, title, main, menu: { kind: 'links', path } }));
  return { ...response, headers: { ...response.headers, 'Content-Security-Policy': policy(parts, request, nonce) } };
}

/** A token for a conversation that nobody else has: asked for by a page of ours, which alone can read it. Loaded again, it goes on. */
async function giveToken(parts: PagesParts, request: PageRequest, { issueToken }: WebChat): Promise<PageResponse> {
  const json = 'application/json; charset=utf-8';
  const { origin, secure } = request;
  if (origin === undefined || origin === 'null' || !isSameOrigin(request)) return { status: 403, contentType: json, body: '{}' };
  const lang = chooseLanguage(parts.content, request);
  const { token, kept } = await issueToken({ origin: new URL(origin).origin, lang, kept: keptWebChat(request) });
  return { status: 200, contentType: json, body: JSON.stringify({ token }), cookies: [keepWebChat(kept, secure)] };
}

/** The page and where its script gets a token. */
export function webChatRoutes(parts: PagesParts): readonly PageRoute[] {
  const { webChat, kiosk } = parts;
  const page = (request: PageRequest): PageResponse => {
    // what was said there could not be cleared from that screen
    if (kiosk) return respondSeeOther('/kiosk');
    return webChat === undefined ? notHere(parts, wordsFor(parts, request)) : chatPage(parts, request, webChat);
  };
  const token = (request: PageRequest): Promise<PageResponse> =>
    webChat === undefined || kiosk ? Promise.resolve(notHere(parts, wordsFor(parts, request))) : giveToken(parts, request, webChat);
  return [
    { method: 'GET', path, handle: request => Promise.resolve(page(request)) },
    { method: 'POST', path: `${path}/token`, handle: token },
  ];
}
