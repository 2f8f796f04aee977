// The leaflet in the making: what is on it, the patient's language, the size of print; then print, send, start with the patient, in that order.
import { html, type Html } from '../channels/pages/html.js';
import { offeredLanguages } from '../channels/pages/words.js';
import type { Content } from '../content/content.js';
import type { Service } from '../directory/service.js';
import type { DeskLeaflet } from '../directory/desk/desk-query.js';

/** What the tray shows. */
export interface TrayView {
  readonly leaflet: DeskLeaflet;
  /** The services on it, as the directory has them now. */
  readonly picked: readonly Service[];
  readonly lang: string;
  readonly content: Content;
  /** Ways to begin a referral with the patient. */
  readonly startWays: Html;
}

function line({ id, name }: Service, at: number): Html {
  return html`<li>
    <span id="on-${at}">${name}</span>
    <button class="plain" form="desk" id="off-${at}" name="drop" value="${id}" data-pick="${id}" aria-labelledby="off-${at} on-${at}">Take off</button>
  </li>`;
}

function choices({ leaflet: { size, layout }, lang, content }: TrayView): Html {
  const languages = offeredLanguages(content).map(
    ({ tag, name }) => html`<option value="${tag}" lang="${tag}" ${tag === lang && 'selected'}>${name}</option>`,
  );
  return html`<label for="lang">The patient’s language</label>
    <select class="field" id="lang" name="lang">
      ${languages}
    </select>
    <label for="size">Print</label>
    <select class="field" id="size" name="size">
      <option value="standard">Standard print</option>
      <option value="large" ${size === 'large' && 'selected'}>Large print</option>
    </select>
    <label class="tick"><input type="checkbox" id="layout" name="layout" value="easy" ${layout === 'easy' && 'checked'} /> Easy Read layout</label>`;
}

/** The tray; empty, it says how it fills. */
export function deskTray(view: TrayView): Html {
  const { picked, startWays } = view;
  const ids = picked.map(({ id }) => id).join(',');
  const empty = picked.length === 0;
  return html`<aside class="tray" id="tray" aria-label="Leaflet">
    <h2>Leaflet</h2>
    ${empty && html`<p class="none">Nothing on it yet. Add up to six services.</p>`}
    <ol>
      ${picked.map(line)}
    </ol>
    <form id="leaflet" method="get" action="/leaflet" target="_blank" rel="noopener">
      <input type="hidden" name="s" value="${ids}" />
      ${choices(view)}
      <p class="acts">
        <button id="print" ${empty && 'disabled'}>Print</button>
        <button class="second" id="send" formaction="/desk/send" ${empty && 'disabled'}>Send by e-mail</button>
      </p>
    </form>
    ${startWays}
  </aside>`;
}
