// A message as words to look phrases up by: each with the forms it can be found under, sentence by sentence and clause by clause.
import { foldText } from '../text/fold-text.js';
import { sentenceEnd, splitWords } from '../text/split-words.js';

/** Where one clause ends and the next begins, besides the end of a sentence. No phrase and no "not" reaches over it. */
const clauseEnds = /[,;:()]/gu;
const arabicWord = /^\p{Script=Arabic}/u;
/** What Arabic writes together with the word after it: and, so; with, for, as; the. */
const conjunction = /^[وف]/u;
const preposition = /^[بلك]/u;
const article = /^ال/u;
/** "For the" swallows a letter: للسكن is ل + ال + سكن. */
const forThe = /^لل/u;
/** A word keeps at least this many letters when something is taken off its front. */
const fewestLetters = 3;

function without(front: RegExp, forms: readonly string[]): readonly string[] {
  return forms.map(form => form.replace(front, '')).filter((rest, at) => rest !== forms[at] && rest.length >= fewestLetters);
}

/** The Arabic word without its article, as phrases are indexed. */
export function withoutArticle(word: string): string {
  return without(article, [word])[0] ?? word;
}

/** A folded word in every form under which a phrase may name it: as written, and in Arabic without what is glued to its front. */
export function formsOf(word: string): readonly string[] {
  if (word < '\u0600' || !arabicWord.test(word)) return [word];
  const bare = [word, ...without(conjunction, [word])];
  const withPreposition = [...bare, ...without(preposition, bare)];
  return [...new Set([...withPreposition, ...without(article, withPreposition), ...without(forThe, withPreposition)])];
}

/** The words of a message, `.` wherever a clause or sentence ends. */
export function readClauses(text: string): readonly string[] {
  return splitWords(foldText(text).replace(clauseEnds, ` ${sentenceEnd} `));
}
