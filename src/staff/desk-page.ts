// The desk: one box and the flag on top, results beneath, the leaflet beside them. Drawn for 1366 x 768.
import { html, type Html } from '../channels/pages/html.js';

/** The parts of the page, made already. */
export interface DeskPage {
  readonly form: Html;
  readonly flag: Html;
  readonly results: Html;
  readonly tray: Html;
  /** The services are made up. */
  readonly sample: boolean;
  /** Nothing was imported yet. */
  readonly empty: boolean;
}

/** The whole of `main`. */
export function deskPage({ form, flag, results, tray, sample, empty }: DeskPage): Html {
  return html`<div class="desk">
    <div class="desk-top">
      <h1>Desk</h1>
      ${flag}
    </div>
    ${sample && html`<p class="sample">Samples: every service here is made up, until a real directory is imported. Give none of them to a patient.</p>`}
    ${empty && html`<p class="notice stale">No directory of services was imported yet, so nothing can be found.</p>`}
    ${form}
    <p class="said" id="said" role="status" aria-live="polite"></p>
    <div class="desk-columns" id="desk-columns">${results}${tray}</div>
  </div>`;
}
