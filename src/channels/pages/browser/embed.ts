// /embed.js, the one line a practice puts on its own site: a button that opens the chat in a panel. It keeps nothing, asks nobody for anything
// until it is pressed, and touches nothing of the page around it. The server puts in what it cannot know (server/embed-script.ts).

/** Words by language, English first: what the button says, what closes the panel, and whether it is written from right to left. */
declare const words: Readonly<Record<string, readonly [open: string, close: string, rtl?: 1]>>;
/** Sites that may show the panel, as origins. Elsewhere the button leads to the chat's own page. */
declare const sites: readonly string[];

const style = `:host{all:initial!important}
*{box-sizing:border-box;font:700 1.125rem/1.3 Arial,sans-serif}
button{padding:.75em 1.25em;min-height:48px;border:2px solid #fff;border-radius:6px;background:#003087;color:#fff;cursor:pointer}
button:hover{background:#005eb8}
button:focus-visible{outline:4px solid #ffeb3b;background:#ffeb3b;color:#212b32;border-color:#212b32}
.open{position:fixed;z-index:2147483000;inset-block-end:16px;inset-inline-end:16px;max-width:calc(100% - 32px);box-shadow:0 2px 8px #0006}
dialog{position:fixed;inset:0;margin-block:auto 16px;margin-inline:auto 16px;width:min(480px,100%);height:min(800px,100% - 32px);max-width:none;max-height:none;padding:0;border:2px solid #003087;border-radius:6px;overflow:hidden;background:#003087}
dialog[open]{display:flex;flex-direction:column}
dialog button{align-self:end;margin:2px;padding:.25em 1em}
dialog::backdrop{background:#212b3266}
iframe{flex:1;min-height:0;width:100%;border:0;background:#fff}
@media(max-width:640px),(max-height:520px){dialog{margin:0;width:100%;height:100%;border:0;border-radius:0}}
@media print{:host{display:none!important}}`;

// safe: a classic script outside SVG
const own = document.currentScript as HTMLScriptElement | null;

function languageOf(wish: string | undefined): string | undefined {
  const wished = (wish ?? '').toLowerCase();
  const short = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
  const known = Object.keys(words);
  return known.find(tag => tag.toLowerCase() === wished) ?? known.find(tag => short(tag) === short(wished));
}

/** Styles that need no permission of the page's policy, where the browser has them. */
function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', { textContent: style }));
  }
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}

/** What the line asks for: where the chat is, what follows its address, and the words of the button. */
interface Line {
  readonly origin: string;
  readonly query: string;
  readonly page: string;
  readonly tag: string;
}

function readLine({ src, dataset }: HTMLScriptElement): Line {
  const { lang, open } = dataset;
  const tag = languageOf(lang) ?? languageOf(document.documentElement.lang) ?? Object.keys(words)[0] ?? '';
  // only a language the practice names; else the panel speaks the one the patient's browser asks for
  const query = lang ? `lang=${encodeURIComponent(lang)}&` : '';
  return { origin: new URL(src).origin, query, page: open === 'web-chat' ? 'web-chat' : '', tag };
}

interface Panel {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly frame: HTMLIFrameElement;
}

/** The chat asks for the panel to be closed, or for everything to be left. */
function obeyChat(origin: string, { host, dialog, frame }: Panel): void {
  addEventListener('message', event => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    if (event.data === 'waymark:close') dialog.close();
    if (event.data !== 'waymark:exit') return;
    host.remove();
    location.replace(`${origin}/exit`);
  });
}

function begin(script: HTMLScriptElement): void {
  const { origin, query, page, tag } = readLine(script);
  const [label = '', closing = '', rtl] = words[tag] ?? [];
  const host = make('div', { lang: tag, dir: rtl ? 'rtl' : 'ltr' });
  const root = host.attachShadow({ mode: 'open' });
  addStyle(root);
  const button = make('button', { type: 'button', className: 'open', textContent: label });
  const dialog = make('dialog', {});
  dialog.setAttribute('aria-label', label);
  const close = make('button', { type: 'button', textContent: closing });
  const frame = make('iframe', { title: label, referrerPolicy: 'no-referrer' });
  dialog.append(close, frame);
  root.append(button, dialog);
  document.body.append(host);

  const mayOpen = sites.includes(location.origin) && 'showModal' in dialog;
  if (mayOpen) button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => {
    if (mayOpen) {
      frame.src ||= `${origin}/embed?${query}open=${page}`;
      dialog.showModal();
    } else location.href = `${origin}/${page}?${query}`;
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  obeyChat(origin, { host, dialog, frame });
}

if (own) {
  if (document.body as HTMLElement | null) begin(own);
  else
    addEventListener('DOMContentLoaded', () => {
      begin(own);
    });
}

export {};
