// Hashes of the runs of letters within a word, its beginning and end marked: what the linear models see of a word they never met.
import { addToHash, finishHash, startHash } from './hash-text.js';

/** Marks the beginning and the end of a word. No folded text holds it. */
const edge = 0x01;
/** Letters of one word that are looked at; longer ones are no words. */
const mostLetters = 40;

function unitAt(word: string, at: number, last: number): number {
  return at === 0 || at === last ? edge : word.charCodeAt(at - 1);
}

/** Calls `found` with the hash of every run of `shortest` to `longest` letters of the marked word. Linear in its length. */
export function eachGram(word: string, shortest: number, longest: number, salt: number, found: (hash: number) => void): void {
  const last = Math.min(word.length, mostLetters) + 1;
  for (let from = 0; from <= last; from += 1) {
    let hash = startHash(salt);
    const end = Math.min(from + longest - 1, last);
    for (let at = from; at <= end; at += 1) {
      hash = addToHash(hash, unitAt(word, at, last));
      if (at - from + 1 >= shortest) found(finishHash(hash));
    }
  }
}
