// What the language detector sees of a text: its words and runs of letters as typed (accents tell languages apart) and without accents.
import { foldText } from '../../text/fold-text.js';
import { finishHash, hashText, startHash } from '../../text/hash-text.js';
import { eachGram } from '../../text/word-grams.js';

const salts = { word: 11, gram: 12, plain: 13 };
const longestGram = 4;
/** Words that are looked at. */
const mostWords = 40;
const notLetters = /[^\p{L}\p{M}']+/u;
const invisible = /\p{Cf}/gu;

/** The words of a text for telling its language: small letters, nothing else changed. */
export function languageWords(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(invisible, '')
    .toLowerCase()
    .split(notLetters)
    .filter(word => word !== '')
    .slice(0, mostWords);
}

/** Hashed features of the words, in order, with repeats. */
export function languageFeatures(words: readonly string[]): readonly number[] {
  const features: number[] = [];
  for (const word of words) {
    features.push(finishHash(hashText(word, startHash(salts.word))));
    eachGram(word, 1, longestGram, salts.gram, hash => features.push(hash));
  }
  for (const plain of foldText(words.join(' ')).split(' ')) features.push(finishHash(hashText(plain, startHash(salts.plain))));
  return features;
}
