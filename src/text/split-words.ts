// Folded text as words: the one place that says what a word is, so that patterns, phrases and messages are cut alike.

/** The word that stands for the end of a sentence. No written word is a full stop. */
export const sentenceEnd = '.';

const letter = String.raw`(?!\p{Script=Han})[\p{L}\p{M}\p{N}]`;
const pieces = new RegExp(String.raw`\p{Script=Han}|(?:${letter})+(?:'(?:${letter})+)*|\.{2,}|[.!?]+(?=\s|$|\p{Script=Han})`, 'gu');
const startsLikeWord = /^[\p{L}\p{M}\p{N}]/u;

/**
 * The words of a folded text, in order: runs of letters, vowel signs and digits, apostrophes left out (don't is `dont`), everything else a
 * gap. Chinese is written without spaces: each Han character is a word. A full stop, exclamation or question mark that ends a sentence
 * becomes `.`; dots inside a word (k.i.l.l) or trailing off (...) do not.
 */
export function splitWords(folded: string): string[] {
  const words: string[] = [];
  for (const [piece] of folded.matchAll(pieces)) {
    if (startsLikeWord.test(piece)) words.push(piece.replaceAll("'", ''));
    else if (!piece.startsWith('..')) words.push(sentenceEnd);
  }
  return words;
}
