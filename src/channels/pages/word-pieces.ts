// Short phrases beside one another as a quiet line: free · 0.6 miles · Tuesdays. Each stands apart, so that it keeps its own direction, with the
// dot of the stylesheet that follows it, so that no line begins with one.
import type { Phrase } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html, Part } from './html.js';
import type { Words } from './words.js';

/** Pieces of markup with dots between them. */
export function joinPieces(pieces: readonly Part[]): Html {
  return html`${pieces.map(piece => html`<span class="wm-piece">${piece}</span> `)}`;
}

/** The line; nothing where there are no pieces. */
export function wordPieces(pieces: readonly Phrase[], words: Words): Html | undefined {
  return pieces.length === 0 ? undefined : joinPieces(pieces.map(words.say));
}
