// A message as red-flag patterns read it: folded, cut into words, common misspellings put right, words typed letter by letter put together.
// Each language prepares the text its own way, since its spellings mean nothing in another ("im" is I am in English and "them" in Polish).
import type { RedFlagHearing } from '../content/content.js';
import { isHan } from '../content/languages/pattern-notation.js';
import { foldText } from '../text/fold-text.js';
import { splitWords } from '../text/split-words.js';

/** Characters read from the beginning and from the end of one string; together 20,000. Most messages are far shorter and read whole. */
const readFromStart = 16_000;
const readFromEnd = 4_000;

/** Of a long text its beginning and its end. */
function cut(text: string): readonly string[] {
  return text.length <= readFromStart + readFromEnd ? [text] : [text.slice(0, readFromStart), text.slice(-readFromEnd)];
}

/** The words of one string, folded. Of a string over 20,000 characters, before or after folding, the first 16,000 and the last 4,000 are read. */
export function readWords(text: string): readonly string[] {
  return cut(text).flatMap(piece => cut(foldText(piece)).flatMap(splitWords));
}

const threeAlike = /(\p{L})\1\1/u;
const runs = /(\p{L})\1\1+/gu;

/** Has this word a letter that was held down? */
export function hasRuns(word: string): boolean {
  for (let at = 2; at < word.length; at += 1) {
    const letter = word.charCodeAt(at);
    if (letter === word.charCodeAt(at - 1) && letter === word.charCodeAt(at - 2)) return threeAlike.test(word);
  }
  return false;
}

/** A letter held down stands for one of it, or for two: `dieeee` is `die`, `killll` is `kill`. */
export function withoutRuns(word: string): { readonly once: string; readonly twice: string } {
  return { once: word.replace(runs, '$1'), twice: word.replace(runs, '$1$1') };
}

function shortenRuns(word: string, { vocabulary }: RedFlagHearing): string {
  if (!hasRuns(word)) return word;
  const { once, twice } = withoutRuns(word);
  return vocabulary.has(twice) && !vocabulary.has(once) ? twice : once;
}

/** `and I want` written as one word is read as `I want`, where only that is known. */
export function dropClitic(word: string, { clitics, vocabulary }: RedFlagHearing): string {
  if (clitics.length === 0 || vocabulary.has(word)) return word;
  const clitic = clitics.find(each => word.startsWith(each) && vocabulary.has(word.slice(each.length)));
  return clitic === undefined ? word : word.slice(clitic.length);
}

const fewestLetters = 3;
const digit = /\d/u;
const isLetter = (word: string | undefined): boolean => word?.length === 1 && word !== '.' && !isHan(word) && !digit.test(word);

/** Where letters stand apart, three and more in a row: from, up to not including. */
export function lettersApart(words: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let end = at;
    while (isLetter(words[end])) end += 1;
    if (end - at >= fewestLetters) found.push([at, end]);
    if (end > at) at = end - 1;
  }
  return found;
}

/** Letters typed apart: `k i l l` is `kill`, `i k i l l` is `i kill`. Unknown runs stay as they are. */
function joinLetters(words: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const apart = lettersApart(words);
  if (apart.length === 0) return words;
  const out: string[] = [];
  let at = 0;
  for (const [from, to] of apart) {
    out.push(...words.slice(at, from), ...knownJoin(words.slice(from, to), hearing));
    at = to;
  }
  return [...out, ...words.slice(at)];
}

function knownJoin(letters: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const whole = letters.join('');
  if (hearing.vocabulary.has(whole)) return [whole];
  const tail = letters.slice(1).join('');
  return hearing.vocabulary.has(tail) ? [...letters.slice(0, 1), tail] : letters;
}

/** Words with which the misspellings of two words among these begin. */
export function firstOfPairs(misspellings: Iterable<string>): ReadonlySet<string> {
  return new Set([...misspellings].filter(key => key.includes(' ')).map(key => key.slice(0, key.indexOf(' '))));
}

const pairStarts = new WeakMap<RedFlagHearing['spellings'], ReadonlySet<string>>();

function pairStartsOf({ spellings }: RedFlagHearing): ReadonlySet<string> {
  const known = pairStarts.get(spellings);
  if (known) return known;
  const starts = firstOfPairs(spellings.keys());
  pairStarts.set(spellings, starts);
  return starts;
}

/** Misspellings put right, two words before one: `my self` is `myself`, `wanna` is `want to`. The same words where nothing is to be put right. */
function spellRight(words: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const { spellings } = hearing;
  const starts = pairStartsOf(hearing);
  const out: string[] = [];
  let isRight = true;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const pair = starts.has(word) ? spellings.get(`${word} ${words[at + 1] ?? ''}`) : undefined;
    const put = pair ?? spellings.get(word);
    if (put === undefined) out.push(word);
    else {
      isRight = false;
      out.push(...put);
    }
    if (pair !== undefined) at += 1;
  }
  return isRight ? words : out;
}

/** The words as this language's rules read them. */
export function prepareWords(words: readonly string[], hearing: RedFlagHearing | undefined): readonly string[] {
  if (hearing === undefined) return words;
  const short = words.map(word => dropClitic(shortenRuns(word, hearing), hearing));
  const joined = joinLetters(short, hearing);
  const once = spellRight(joined, hearing);
  return once === joined ? once : spellRight(once, hearing);
}
