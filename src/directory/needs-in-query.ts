// Needs that somebody at the desk names, in any language: "lonely", "housing", "nikogo nie mam". The phrases are given by whoever has the
// content; here they are only compared.
import type { NeedKey } from '../content/journey/needs-schema.js';
import { isTelling, searchWords } from './search-words.js';

/** Labels and phrases of each need, as people write them; a `*` at the end of a phrase stands for any ending. */
export type NeedPhrases = ReadonlyMap<NeedKey, readonly string[]>;

/** A need, and the words of the query that name it. */
export interface NamedNeed {
  readonly need: NeedKey;
  readonly words: ReadonlySet<number>;
}

interface Phrase {
  readonly need: NeedKey;
  readonly words: readonly string[];
  readonly open: boolean;
}

function stands({ words, open }: Phrase, query: readonly string[], at: number): boolean {
  return words.every((word, offset) => {
    const typed = query[at + offset];
    return typed === word || (open && offset === words.length - 1 && typed?.startsWith(word) === true);
  });
}

/** Makes the phrases ready; the result finds the needs that a query's words name. */
export function needFinder(phrases: NeedPhrases): (query: readonly string[]) => readonly NamedNeed[] {
  const byFirst = new Map<string, Phrase[]>();
  const opens: Phrase[] = [];
  for (const [need, texts] of phrases) {
    for (const text of texts) {
      const phrase = { need, words: searchWords(text), open: text.trim().endsWith('*') };
      const [first] = phrase.words;
      if (first === undefined || !phrase.words.some(isTelling)) continue;
      if (phrase.open && phrase.words.length === 1) opens.push(phrase);
      else byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  return query => {
    const named = new Map<NeedKey, Set<number>>();
    query.forEach((typed, at) => {
      for (const phrase of [...(byFirst.get(typed) ?? []), ...opens]) {
        if (!stands(phrase, query, at)) continue;
        const words = named.get(phrase.need) ?? new Set();
        phrase.words.forEach((_, offset) => words.add(at + offset));
        named.set(phrase.need, words);
      }
    });
    return [...named].map(([need, words]) => ({ need, words }));
  };
}
