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

const mostEdgeWords = 6;
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A word list as a set; made once for each list. */
function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known;
}

/** How many words at the beginning (or, with `fromEnd`, at the end) are an edge: the longest edge counts, and something must remain. */
function edgeLength(words: readonly string[], edges: readonly ReadonlySet<string>[], fromEnd: boolean): number {
  for (let count = Math.min(mostEdgeWords, words.length - 1); count > 0; count -= 1) {
    const edge = (fromEnd ? words.slice(-count) : words.slice(0, count)).join(' ');
    if (edges.some(set => set.has(edge))) return count;
  }
  return 0;
}

/** The phrase without any phrase of the lists at its beginning and end; something always remains. */
export function withoutEdges(phrase: string, ...lists: readonly (readonly string[] | undefined)[]): string {
  const edges = lists.filter(list => list !== undefined).map(setOf);
  let words: readonly string[] = phrase.split(' ');
  for (let from = edgeLength(words, edges, false); from > 0; from = edgeLength(words, edges, false)) words = words.slice(from);
  for (let from = edgeLength(words, edges, true); from > 0; from = edgeLength(words, edges, true)) words = words.slice(0, -from);
  return words.join(' ');
}
