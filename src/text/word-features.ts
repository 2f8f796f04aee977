// What the linear models see of a message: its words, pairs of words and runs of letters, as hashes, word by word.
import { finishHash, hashText, startHash } from './hash-text.js';
import { consonantsOf } from './consonants.js';
import { eachGram } from './word-grams.js';

const salts = { word: 1, pair: 2, gram: 3, consonants: 5 };
const [shortestGram, longestGram] = [3, 4];
/** A run of Han characters has no spaces: each character is a word, and its pairs and triples with the next stand for words. */
const han = /\p{Script=Han}/u;

/** Is this word one Han character? */
export function isHan(word: string): boolean {
  return han.test(word);
}

function addHash(text: string, salt: number, into: number[]): void {
  into.push(finishHash(hashText(text, startHash(salt))));
}

/** Hashes for the word at `at` of a message cut into words, in an array of the caller's own; the words before it give the pairs. */
export function featuresOfWord(words: readonly string[], at: number): number[] {
  const word = words[at] ?? '';
  const [before, first] = [words[at - 1], words[at - 2]];
  const features: number[] = [];
  addHash(word, salts.word, features);
  if (before !== undefined) addHash(`${before} ${word}`, salts.pair, features);
  if (isHan(word)) {
    if (first !== undefined && isHan(first)) addHash(`${first} ${before ?? ''} ${word}`, salts.pair, features);
    return features;
  }
  const consonants = consonantsOf(word);
  if (consonants.length >= 2) addHash(consonants, salts.consonants, features);

  eachGram(word, shortestGram, longestGram, salts.gram, hash => features.push(hash));
  return features;
}
