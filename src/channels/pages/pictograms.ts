// Plain pictures for the Easy Read leaflet: one idea each, thick lines in the colour of the text, our own drawings.
import { html, raw } from './html.js';
import type { Html } from './html.js';

const drawings = {
  person: '<circle cx="24" cy="13" r="8"/><path d="M8 44c0-12 6-19 16-19s16 7 16 19"/>',
  place: '<path d="M24 45S9 29 9 18a15 15 0 0 1 30 0c0 11-15 27-15 27z"/><circle cx="24" cy="18" r="5"/>',
  clock: '<circle cx="24" cy="24" r="20"/><path d="M24 11v13l9 6"/>',
  phone: '<rect x="13" y="3" width="22" height="42" rx="4"/><path d="M21 38h6M13 9h22M13 33h22"/>',
  money: '<circle cx="24" cy="24" r="20"/><path d="M31 15c-6-5-12-1-11 6l1 5c0 4-1 6-4 8h14M16 25h11"/>',
  speech: '<path d="M4 7h40v26H24L13 43V33H4z"/><path d="M13 16h22M13 24h14"/>',
  heart: '<path d="M24 42S5 31 5 18a10 10 0 0 1 19-4 10 10 0 0 1 19 4c0 13-19 24-19 24z"/>',
  look: '<path d="M24 5l20 37H4z"/><path d="M24 19v11M24 36v.5"/>',
  tick: '<circle cx="24" cy="24" r="20"/><path d="M15 25l6 6 13-14"/>',
  web: '<rect x="3" y="7" width="42" height="30" rx="3"/><path d="M3 15h42M16 44h16M24 37v7"/>',
} as const;

/** What there is a picture of. */
export type Pictogram = keyof typeof drawings;

/** The picture; it repeats what stands beside it, so screen readers pass it by. */
export function drawPictogram(name: Pictogram): Html {
  return html`<svg class="wm-picture" viewBox="0 0 48 48" width="48" height="48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${raw(drawings[name])}</svg>`;
}
