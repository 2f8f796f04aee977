// The pages around signing in: without a session, with a good link, with one that is used or too old.
import { html, type Html } from '../channels/pages/html.js';
import { message } from './layout.js';
import type { LinkState } from './sign-in.js';

/** Shown to anyone without a session. `asked`: they just asked for a new link. */
export function needSignIn(asked?: 'sent' | 'too-soon'): Html {
  return message(
    'Sign in to see the worklist',
    ['You need a sign-in link. It is printed where the server runs, when it starts. Each link works once, for 15 minutes.'],
    asked === 'sent' && told('A new link was printed where the server runs. Ask whoever looks after it.'),
    asked === 'too-soon' && told('A link was printed less than a minute ago. Use that one, or wait a minute.'),
    newLinkForm(),
  );
}

function told(sentence: string): Html {
  return html`<p class="notice" role="status">${sentence}</p>`;
}

/** What a link that does not work says, and what to do. */
export function badLink(state: Exclude<LinkState, 'good'>): Html {
  const said = {
    used: ['This link has been used', 'A sign-in link works once. If you did not use it, tell whoever looks after the server.'],
    expired: ['This link is too old', 'A sign-in link works for 15 minutes.'],
    unknown: [
      'This link does not work',
      'It may be cut short, or the server was started again since. Copy the whole link, or ask for a new one.',
    ],
  } as const;
  const [heading, why] = said[state];
  return message(heading, [why], newLinkForm());
}

/** The page of a good link. The name goes with everything that is done, so that colleagues know whom to ask. */
export function giveName(token: string, missing = false): Html {
  return html`<div class="message">
    <h1>Sign in</h1>
    ${missing && html`<p class="error" id="who-error" role="alert">Write your name, up to 60 characters.</p>`}
    <form method="post" action="/worklist/sign-in">
      <input type="hidden" name="link" value="${token}" />
      <label for="who">Your name, as your colleagues know it</label>
      <p class="hint" id="who-hint">It is kept with everything you do here.</p>
      <input
        class="field"
        id="who"
        name="who"
        autocomplete="name"
        maxlength="60"
        required
        aria-describedby="who-hint${missing ? ' who-error' : ''}"
      />
      <button>Sign in</button>
    </form>
  </div>`;
}

function newLinkForm(): Html {
  return html`<form method="post" action="/worklist/sign-in/new"><button class="second">Print a new link</button></form>`;
}
