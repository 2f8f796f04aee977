// A message as the scorer of oblique danger sees it: folded words, clause by clause, and their hashed features.
import { capText, maxTextLength } from '../../text/cap-text.js';
import { foldText } from '../../text/fold-text.js';
import { addToHash, finishHash, hashText, startHash } from '../../text/hash-text.js';
import { sentenceEnd, splitWords } from '../../text/split-words.js';
import { featuresOfWord } from '../../text/word-features.js';

/** Where one clause ends and the next begins, besides the end of a sentence. */
const clauseEnds = /[,;:()]/gu;
/** Folding can make several letters of one: no more than this is read of what it makes. */
const mostFolded = 2 * maxTextLength;

/** The words of a message, `.` wherever a clause or sentence ends. Of a long message the first 1,000 characters are read. */
export function readObliqueWords(text: string): readonly string[] {
  const folded = capText(foldText(capText(text).text), mostFolded).text;
  return splitWords(folded.replace(clauseEnds, ` ${sentenceEnd} `));
}

/** How much of a word stands for it in a pair: what most languages here bend is the end of a word. */
const stemLetters = 4;
const salts = { next: 12, nextButOne: 13 };
/** Stands between two words; no folded text holds it. */
const between = 0x01;

function hashStems(before: string, word: string, salt: number): number {
  const first = addToHash(hashText(before.slice(0, stemLetters), startHash(salt)), between);
  return finishHash(hashText(word.slice(0, stemLetters), first));
}

/** The features of the word at a place, alone and with the beginnings of the two before it in its clause; none for the end of a clause. */
export function obliqueFeatures(words: readonly string[], at: number): readonly number[] {
  const word = words[at];
  if (word === undefined || word === sentenceEnd) return [];
  const [before, first] = [words[at - 1], words[at - 2]];
  const features = featuresOfWord(words, at);
  if (before !== undefined && before !== sentenceEnd) features.push(hashStems(before, word, salts.next));
  if (first !== undefined && first !== sentenceEnd) features.push(hashStems(first, word, salts.nextButOne));
  return features;
}
