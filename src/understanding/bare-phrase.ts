// A short phrase stripped to its words, so that "Yes, please!" meets "yes please" in a word list.
import { foldText } from '../text/fold-text.js';

/** Longer than any phrase of a word list: longer text is a sentence, not a phrase. */
export const longestPhrase = 80;

/** As typed, before folding takes spaces and signs off: longer text is not even folded, which crafted letters can make slow. */
export const longestTyped = 2 * longestPhrase;

/** What ends or wraps a sentence on any keyboard; what foldText makes straight (، ؟ 。 “ «) stands here once. */
const punctuation = /[,;:!?¿¡"()[\]{}<>*_•·・‹›「」『』〈〉《》【】〔〕۔؍٭॥॰૰᠃᠉]+/gu;
/** A full stop that ends a sentence: dots inside "k.i.l.l" or "a.m" are not. Chinese puts no space after it. */
const fullStop = /\.+(?= |$|\p{Script=Han})/gu;

/** Folded text without sentence punctuation. Text that is nothing but punctuation stays as it is ("?"). */
export function barePhrase(text: string): string {
  const folded = foldText(text);
  const bare = folded
    .replace(punctuation, ' ')
    .replace(fullStop, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/^'(.+)'$/, '$1');
  return bare === '' ? folded : bare;
}

/** Letters repeated three times and more, written once: "yesss" -> "yes". */
export function withoutDrawl(phrase: string): string {
  return phrase.replace(/(\p{L})\1{2,}/gu, '$1');
}

const mostEdgeWords = 6;
type Edges = readonly ReadonlySet<string>[];
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A word list as a set; made once for each list. */
function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known;
}

/** How many words at the beginning (or, with `fromEnd`, at the end) are an edge: the longest edge counts, and something must remain. */
function edgeLength(words: readonly string[], edges: Edges, fromEnd: boolean, joint: string): number {
  for (let count = Math.min(mostEdgeWords, words.length - 1); count > 0; count -= 1) {
    const edge = (fromEnd ? words.slice(-count) : words.slice(0, count)).join(joint);
    if (edges.some(set => set.has(edge))) return count;
  }
  return 0;
}

/** The pieces without the edges at both ends. */
function trimmed(pieces: readonly string[], edges: Edges, joint: string): readonly string[] {
  let rest = pieces;
  for (let from = edgeLength(rest, edges, false, joint); from > 0; from = edgeLength(rest, edges, false, joint)) rest = rest.slice(from);
  for (let from = edgeLength(rest, edges, true, joint); from > 0; from = edgeLength(rest, edges, true, joint)) rest = rest.slice(0, -from);
  return rest;
}

const han = /\p{Script=Han}/u;

/** The phrase without any phrase of the lists at its beginning and end; something always remains. Chinese is taken by the character. */
export function withoutEdges(phrase: string, ...lists: readonly (readonly string[] | undefined)[]): string {
  const edges = lists.filter(list => list !== undefined).map(setOf);
  const words = trimmed(phrase.split(' '), edges, ' ').join(' ');
  return han.test(words) ? trimmed(Array.from(words), edges, '').join('').trim() : words;
}
