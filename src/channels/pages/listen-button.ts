// "Listen": unseen until the script finds a voice of the device's own for the language.
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** The button; its drawing repeats the word beside it. */
export function listenButton(words: Words): Html {
  const word = words.t('page.listen');
  return html`<button class="wm-listen" type="button" data-listen="${word}" data-stop="${words.t('page.listen.stop')}" hidden><svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true" focusable="false"><path d="M4 9v6h4l5 4V5L8 9z"/><path d="M16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12"/></svg><span>${word}</span></button>`;
}
