// A short phrase stripped to its words, so that "Yes, please!" meets "yes please" in a word list.
import { foldText } from '../text/fold-text.js';

/** Longer than any phrase of a word list: longer text is a sentence, not a phrase. */
export const longestPhrase = 80;

/** Folded text without sentence punctuation. Text that is nothing but punctuation stays as it is ("?"). */
export function barePhrase(text: string): string {
  const folded = foldText(text);
  const bare = folded
    .replace(/[,;:!?"()[\]•]+/g, ' ')
    .replace(/\.+(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return bare === '' ? folded : bare;
}

/** Letters repeated three times and more, written once: "yesss" -> "yes". */
export function withoutDrawl(phrase: string): string {
  return phrase.replace(/(\p{L})\1{2,}/gu, '$1');
}

function stripOnce(phrase: string, edges: readonly string[]): string {
  for (const edge of edges) {
    if (phrase.startsWith(`${edge} `)) return phrase.slice(edge.length + 1);
    if (phrase.endsWith(` ${edge}`)) return phrase.slice(0, -edge.length - 1);
  }
  return phrase;
}

/** The phrase without any of `edges` at its beginning and end; something always remains. */
export function withoutEdges(phrase: string, edges: readonly string[]): string {
  const longestFirst = edges.toSorted((a, b) => b.length - a.length);
  let current = phrase;
  for (;;) {
    const next = stripOnce(current, longestFirst).trim();
    if (next === current || next === '') return current;
    current = next;
  }
}
