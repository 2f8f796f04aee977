// Short phrases beside one another as a quiet line: free · 0.6 miles · Tuesdays. Each stands apart, so that it keeps its own direction and is
// not broken where that can be helped.
import type { Phrase } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** The line; nothing where there are no pieces. */
export function wordPieces(pieces: readonly Phrase[], words: Words): Html | undefined {
  const piece = (phrase: Phrase, at: number): Html =>
    html`${at > 0 && html` <span class="wm-dot" aria-hidden="true">·</span> `}<span class="wm-piece">${words.say(phrase)}</span>`;
  return pieces.length === 0 ? undefined : html`<span class="wm-pieces">${pieces.map(piece)}</span>`;
}
