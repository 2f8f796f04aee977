// From the desk into the conversation: on the patient's own phone, here with the patient, or on the screen in the waiting room.
import { html, type Html, type Part } from '../channels/pages/html.js';
import { offeredLanguages } from '../channels/pages/words.js';
import type { Content } from '../content/content.js';

/** What the ways in are drawn from. */
export interface StartWays {
  readonly content: Content;
  /** Form token of who is signed in. */
  readonly token: string;
  /** The language chosen so far. */
  readonly lang?: string;
  /** Codes of needs that are known already, and ids of services picked. */
  readonly needs?: readonly string[];
  readonly services?: readonly string[];
  /** A conversation was put away in this browser: `readPutAway` found its session. */
  readonly putAway?: boolean;
  /** This browser is the waiting-room screen. */
  readonly kiosk?: boolean;
}

function languageOptions(content: Content, chosen: string | undefined): Part {
  return offeredLanguages(content).map(
    ({ tag, name, englishName }) =>
      html`<option value="${tag}" lang="${tag}" ${tag === chosen && 'selected'}>${englishName === name ? name : `${englishName} – ${name}`}</option>`,
  );
}

function many(name: string, values: readonly string[] = []): Part {
  return values.map(value => html`<input type="hidden" name="${name}" value="${value}" />`);
}

/** The forms, each a POST to an address of the desk. */
export function deskStartWays({ content, token, lang, needs, services, putAway = false, kiosk = false }: StartWays): Html {
  const hidden = html`<input type="hidden" name="token" value="${token}" />`;
  return html`<section class="start-ways" aria-labelledby="start-ways">
    <h2 id="start-ways">Start a referral</h2>
    ${
      putAway &&
      html`<form method="post" action="/desk/go-on">
        ${hidden}
        <p>A referral was paused here, because nobody touched the screen.</p>
        <button class="second">Go on with it</button>
      </form>`
    }
    <form method="post" action="/desk/hand-over">
      ${hidden}${many('need', needs)}${many('service', services)}
      <label for="start-lang">The patient’s language</label>
      <select class="field" id="start-lang" name="lang">
        ${languageOptions(content, lang)}
      </select>
      <div class="start-buttons">
        <button>Hand over to their phone</button>
        <button class="second" formaction="/desk/start">Start with the patient</button>
      </div>
    </form>
    <form method="post" action="/desk/kiosk">
      ${hidden}
      <p class="hint">The waiting-room screen runs in this browser until you end it here. It signs you out.</p>
      ${
        kiosk
          ? html`<button class="second" formaction="/desk/kiosk/end">End the waiting-room screen</button>`
          : html`<button class="second">Waiting-room screen</button>`
      }
    </form>
  </section>`;
}
