// The words of the directory that a typed word may mean: itself, longer ones that begin with it, and ones a slip of the finger away.
import type { WordPostings } from './word-postings.js';

/** A word of the directory, and how surely it is meant: 1 for the word itself. */
export interface MeantWord {
  readonly word: number;
  readonly weight: number;
}

/** A word that fewer services have than this may itself be a slip. */
const rare = 20;
const shortestBeginning = 2;
const mostWords = 400;

/** Slips allowed in a word: none in short ones, which are near to too many others. */
function slips(word: string): number {
  if (word.length < 4 || /\d/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

function beginning(postings: WordPostings, typed: string): readonly MeantWord[] {
  if (typed.length < shortestBeginning) return [];
  const longer: MeantWord[] = [];
  for (const [word, number] of postings.words.atPrefix(typed)) {
    if (word.length > typed.length) longer.push({ word: number, weight: 0.4 + (0.4 * typed.length) / word.length });
    if (longer.length >= mostWords) break;
  }
  return longer;
}

/** Two letters changed about count as one slip, which plain edit distance does not know. */
function swapped(postings: WordPostings, typed: string): readonly MeantWord[] {
  return Array.from({ length: typed.length - 1 }, (_, at) =>
    postings.words.get(typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2)),
  ).flatMap(word => (word === undefined ? [] : [{ word, weight: 0.5 }]));
}

function mistaken(postings: WordPostings, typed: string): readonly MeantWord[] {
  const most = slips(typed);
  if (most === 0) return [];
  const near = [...postings.words.fuzzyGet(typed, most).values()].filter(([, distance]) => distance > 0);
  return [...swapped(postings, typed), ...near.map(([word, distance]) => ({ word, weight: 0.5 / distance }))];
}

/** `unfinished`: more letters may follow, as with the last word while somebody types. */
export function expandWord(postings: WordPostings, typed: string, unfinished: boolean): readonly MeantWord[] {
  const exact = postings.words.get(typed);
  const itself = exact === undefined ? [] : [{ word: exact, weight: 1 }];
  const longer = unfinished || exact === undefined ? beginning(postings, typed) : [];
  const sure = exact !== undefined && postings.count(exact) >= rare;
  return [...itself, ...longer, ...(sure || longer.length > 0 ? [] : mistaken(postings, typed))];
}
