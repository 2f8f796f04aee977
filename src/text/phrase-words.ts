// Phrases as their files write them, cut into the words that messages are cut into.
import { foldText } from './fold-text.js';
import { splitWords } from './split-words.js';

/** What French, Italian and Albanian write onto the next word with an apostrophe: a word of its own here ("l'affitto" is "l affitto"). */
const elisions =
  /(?<![\p{L}\p{M}])((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|un|all|dall|dell|nell|sull|quest|quell|com|dov)')(?=\p{L})/gu;

/** A folded text with what is written onto the next word apart. */
export function apart(folded: string): string {
  return folded.replace(elisions, '$1 ');
}

/** A phrase folded, its words one blank apart, each with the `*` that ended it; what marks the phrase (`?`, `+`, `-`) stays before it. */
export function phraseWords(written: string): string {
  const mark = /^[?+-]/u.exec(written)?.[0] ?? '';
  const parts = apart(foldText(written.slice(mark.length))).split(/\s+/u);
  const words = parts.flatMap(part =>
    splitWords(part).map((word, at, all) => (part.endsWith('*') && at === all.length - 1 ? `${word}*` : word)),
  );
  return `${mark}${words.join(' ')}`;
}
