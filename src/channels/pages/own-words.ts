// Text of a feed: in English whatever the page speaks, and marked so, for screen readers and for the direction of writing.
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** Does the reader's language differ from the feed's? */
export function isForeign({ lang }: Words): boolean {
  return !lang.startsWith('en');
}

/** A text of the feed inside a line of ours. */
export function ownWords(text: string, words: Words): Html {
  return isForeign(words) ? html`<span class="wm-own-words" lang="en" dir="ltr">${text}</span>` : html`${text}`;
}
