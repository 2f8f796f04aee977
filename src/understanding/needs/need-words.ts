// A message as words to look phrases up by: each with the forms it can be found under, sentence by sentence and clause by clause.
import { capText, maxTextLength } from '../../text/cap-text.js';
import { foldText } from '../../text/fold-text.js';
import { apart } from '../../text/phrase-words.js';
import { sentenceEnd, splitWords } from '../../text/split-words.js';

/** Where one clause ends and the next begins, besides the end of a sentence. No phrase and no "not" reaches over it. */
const clauseEnds = /[,;:()]/gu;
/** What Arabic writes together with the word after it: and, so; with, for, as; the; and "for the", which swallows a letter of "the". */
const conjunctions = ['و', 'ف'];
const prepositions = ['ب', 'ل', 'ك'];
const article = 'ال';
const articles = [article, 'لل'];
/** A word keeps at least this many letters when something is taken off its front. */
const fewestLetters = 3;

function isArabic(word: string): boolean {
  return word >= '\u0600' && word < '\u0700';
}

/** Adds each form without the first of these fronts that it has. */
function addWithout(fronts: readonly string[], forms: string[]): void {
  for (let at = 0, known = forms.length; at < known; at += 1) {
    const form = forms[at] ?? '';
    const front = fronts.find(one => form.startsWith(one));
    if (front !== undefined && form.length - front.length >= fewestLetters) forms.push(form.slice(front.length));
  }
}

/** The Arabic word without its article, as phrases are indexed. */
export function withoutArticle(word: string): string {
  return word.startsWith(article) && word.length - article.length >= fewestLetters ? word.slice(article.length) : word;
}

/** A folded word in every form under which a phrase may name it: as written, and in Arabic without what is glued to its front. */
export function formsOf(word: string): readonly string[] {
  const forms = [word];
  if (!isArabic(word)) return forms;
  addWithout(conjunctions, forms);
  addWithout(prepositions, forms);
  addWithout(articles, forms);
  return forms;
}

/** Folding can make several letters of one: no more than this is read of what it makes. */
const mostFolded = 2 * maxTextLength;

/** The words of a message, `.` wherever a clause or sentence ends. */
export function readClauses(text: string): readonly string[] {
  return splitWords(apart(capText(foldText(text), mostFolded).text).replace(clauseEnds, ` ${sentenceEnd} `));
}
