// The frame of every staff page: title, service, who is signed in, and the way out.
import { html, type Html, type Part } from '../channels/pages/html.js';

/** What every staff page needs to know. */
export interface Frame {
  readonly title: string;
  /** Name of the service, from dialogs/service.json. */
  readonly service: string;
  /** An invented service: said on every page. */
  readonly sample: boolean;
  /** Address of the stylesheet. */
  readonly styles: string;
  /** Address of the page's script, where it has one. */
  readonly script?: string;
  /** Signed in as; absent on the sign-in pages. */
  readonly who?: { readonly name: string; readonly token: string };
}

/** The whole document. */
export function layout(frame: Frame, main: Html): Html {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${frame.title} – ${frame.service}</title>
        <link rel="stylesheet" href="${frame.styles}" />
        ${frame.script !== undefined && html`<script type="module" src="${frame.script}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <p class="top-name"><a href="/worklist">${frame.service}: worklist</a>${frame.who && html` <a href="/desk">Desk</a>`}</p>
          ${frame.who && signedIn(frame.who)}
        </header>
        ${frame.sample && html`<aside class="sample" aria-label="About this service">This is a sample service. Nothing here goes to a real practice.</aside>`}
        <main id="main" tabindex="-1">${main}</main>
      </body>
    </html>`;
}

function signedIn({ name, token }: { readonly name: string; readonly token: string }): Html {
  return html`<form class="top-who" method="post" action="/worklist/sign-out">
    <input type="hidden" name="token" value="${token}" /><span>Signed in as ${name}</span> <button class="plain">Sign out</button>
  </form>`;
}

/** A short page with a heading, a few sentences, and what else belongs there. */
export function message(heading: string, sentences: readonly string[], ...rest: readonly Part[]): Html {
  return html`<div class="message">
    <h1>${heading}</h1>
    ${sentences.map(sentence => html`<p>${sentence}</p>`)}${rest}
  </div>`;
}
