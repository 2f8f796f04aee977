// Short phrases beside one another as a quiet line: free · 0.6 miles · Tuesdays. Each stands apart, so that it keeps its own direction, with the
// dot that follows it, so that no line begins with one.
import type { Phrase } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html, Part } from './html.js';
import type { Words } from './words.js';

/** Pieces of markup with dots between them. */
export function joinPieces(pieces: readonly Part[]): Html {
  const dot = html`<span class="wm-dot" aria-hidden="true"> ·</span>`;
  return html`${pieces.map((piece, at) => html`<span class="wm-piece">${piece}${at < pieces.length - 1 && dot}</span> `)}`;
}

/** The line; nothing where there are no pieces. */
export function wordPieces(pieces: readonly Phrase[], words: Words): Html | undefined {
  return pieces.length === 0 ? undefined : joinPieces(pieces.map(words.say));
}
