// A message as red-flag patterns read it: folded, cut into words, common misspellings put right, words typed letter by letter put together.
// Each language prepares the text its own way, since its spellings mean nothing in another ("im" is I am in English and "them" in Polish).
import type { RedFlagHearing } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { splitWords } from '../text/split-words.js';

/** Characters read from the beginning and from the end of one string; together 20,000. Most messages are far shorter and read whole. */
const readFromStart = 16_000;
const readFromEnd = 4_000;

/** The words of one string, folded. Of a string over 20,000 characters the first 16,000 and the last 4,000 are read. */
export function readWords(text: string): readonly string[] {
  if (text.length <= readFromStart + readFromEnd) return splitWords(foldText(text));
  return [...splitWords(foldText(text.slice(0, readFromStart))), ...splitWords(foldText(text.slice(-readFromEnd)))];
}

const threeAlike = /(\p{L})\1\1/u;
const runs = /(\p{L})\1\1+/gu;

/** `dieeee` as `die`, `killll` as `kill`: a letter held down stands for one or two of it, whichever makes a known word. */
function shortenRuns(word: string, hearing: RedFlagHearing): string {
  if (!threeAlike.test(word)) return word;
  const once = word.replace(runs, '$1');
  const twice = word.replace(runs, '$1$1');
  return hearing.vocabulary.has(twice) && !hearing.vocabulary.has(once) ? twice : once;
}

/** `and I want` written as one word is read as `I want`, where only that is known. */
function dropClitic(word: string, { clitics, vocabulary }: RedFlagHearing): string {
  if (clitics.length === 0 || vocabulary.has(word)) return word;
  const clitic = clitics.find(each => word.startsWith(each) && vocabulary.has(word.slice(each.length)));
  return clitic === undefined ? word : word.slice(clitic.length);
}

const isLetter = (word: string | undefined): boolean => word?.length === 1 && word !== '.' && !/\d/u.test(word);

/** Letters typed apart: `k i l l` is `kill`, `i k i l l` is `i kill`. Unknown runs stay as they are. */
function joinLetters(words: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let end = at;
    while (isLetter(words[end])) end += 1;
    if (end - at >= 3) {
      const letters = words.slice(at, end);
      out.push(...knownJoin(letters, hearing));
      at = end - 1;
    } else out.push(words[at] ?? '');
  }
  return out;
}

function knownJoin(letters: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const whole = letters.join('');
  if (hearing.vocabulary.has(whole)) return [whole];
  const tail = letters.slice(1).join('');
  return hearing.vocabulary.has(tail) ? [letters[0] ?? '', tail] : letters;
}

/** Misspellings put right, two words before one: `my self` is `myself`, `wanna` is `want to`. */
function spellRight(words: readonly string[], hearing: RedFlagHearing): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const pair = next === undefined ? undefined : hearing.spellings.get(`${word} ${next}`);
    if (pair !== undefined) {
      out.push(...pair);
      at += 1;
    } else out.push(...(hearing.spellings.get(word) ?? [word]));
  }
  return out;
}

/** The words as this language's rules read them. */
export function prepareWords(words: readonly string[], hearing: RedFlagHearing | undefined): readonly string[] {
  if (hearing === undefined) return words;
  const short = words.map(word => dropClitic(shortenRuns(word, hearing), hearing));
  return spellRight(spellRight(joinLetters(short, hearing), hearing), hearing);
}
