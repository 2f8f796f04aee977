// A message as the scorer of oblique danger sees it: folded words, clause by clause, and their hashed features.
import { capText, maxTextLength } from '../../text/cap-text.js';
import { foldText } from '../../text/fold-text.js';
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

/** The features of the word at a place; none for the end of a clause. */
export function obliqueFeatures(words: readonly string[], at: number): readonly number[] {
  return words[at] === sentenceEnd ? [] : featuresOfWord(words, at);
}
