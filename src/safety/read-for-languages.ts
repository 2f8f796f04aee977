// One message as all languages read it: most read it alike, and only those that put something in it right read it their own way.
import { dropClitic, hasRuns, lettersApart, prepareWords, withoutRuns } from './prepare-text.js';
import type { PolicyIndex } from './rule-index.js';

/** A message in the words that most languages read, and in the words of those that read it otherwise. */
export interface Readings {
  readonly alike: readonly string[];
  /** By the language's place in the index. */
  readonly own: ReadonlyMap<number, readonly string[]>;
}

function addAll(to: Set<number>, languages: readonly number[] | undefined): void {
  for (const language of languages ?? []) to.add(language);
}

/** Languages that know a word which letters typed apart, or a letter held down, may stand for. */
function addKnowing(words: readonly string[], alike: readonly string[], { known }: PolicyIndex, to: Set<number>): void {
  for (const word of words) if (hasRuns(word)) addAll(to, known.get(withoutRuns(word).twice));
  for (const [from, end] of lettersApart(alike)) {
    const letters = alike.slice(from, end);
    addAll(to, known.get(letters.join('')));
    addAll(to, known.get(letters.slice(1).join('')));
  }
}

/** Languages that would read a word without the one written onto it. */
function addClitics(alike: readonly string[], { clitics, hearings }: PolicyIndex, to: Set<number>): void {
  for (const word of alike) {
    for (const length of clitics.lengths) {
      for (const language of clitics.languages.get(word.slice(0, length)) ?? []) {
        const hearing = hearings[language];
        if (hearing && !to.has(language) && dropClitic(word, hearing) !== word) to.add(language);
      }
    }
  }
}

/** The readings of a message. What a language does not put right it reads as all others do, so nothing is missed by reading it once. */
export function readForLanguages(words: readonly string[], index: PolicyIndex): Readings {
  const alike = words.some(hasRuns) ? words.map(word => (hasRuns(word) ? withoutRuns(word).once : word)) : words;
  const otherwise = new Set<number>();
  for (const [at, word] of alike.entries()) {
    addAll(otherwise, index.spelt.get(word));
    if (index.pairStarts.has(word)) addAll(otherwise, index.spelt.get(`${word} ${alike[at + 1] ?? ''}`));
  }
  addKnowing(words, alike, index, otherwise);
  addClitics(alike, index, otherwise);
  return { alike, own: new Map([...otherwise].map(language => [language, prepareWords(words, index.hearings[language])])) };
}
