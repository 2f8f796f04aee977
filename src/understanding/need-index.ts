// The phrases of locales/<lang>/needs.json as a lookup by first word, built once for each language.
//   rent arrears     these words one after another      debt*   any ending      ?tired   a weak hint, not enough alone
//   -not homeless    says that this need is not meant
import type { Language } from '../content/content.js';
import { splitWords } from '../text/split-words.js';

/** One phrase of one need, cut into words. */
export interface NeedPhrase {
  readonly need: string;
  /** `start: true`: any word that begins so. */
  readonly words: readonly { readonly text: string; readonly start: boolean }[];
  /** 0 to 1: how sure this phrase alone makes. Below 0: it speaks against the need. */
  readonly weight: number;
}

/** Phrases by their first word, or by the first letters of it where it is a beginning. */
export interface NeedIndex {
  readonly byWord: ReadonlyMap<string, readonly NeedPhrase[]>;
  readonly byStart: ReadonlyMap<string, readonly NeedPhrase[]>;
}

/** Letters by which a beginning is looked up. Shorter beginnings are looked up by themselves. */
export const startLength = 3;

/** One word says less than two, two less than three. */
const weights = [0, 0.62, 0.78, 0.88, 0.92];
const weakWeight = 0.25;
const againstWeight = -0.8;

const cache = new WeakMap<Language, NeedIndex>();

function readPhrase(need: string, phrase: string): NeedPhrase | undefined {
  const sign = /^[?-]/u.exec(phrase)?.[0] ?? '';
  const parts = phrase.slice(sign.length).split(/\s+/u);
  const words = parts.flatMap(part => splitWords(part).map(text => ({ text, start: part.endsWith('*') })));
  if (words.length === 0) return undefined;
  const full = weights[Math.min(words.length, weights.length - 1)] ?? 0;
  return { need, words, weight: sign === '?' ? weakWeight : sign === '-' ? againstWeight : full };
}

function add(map: Map<string, NeedPhrase[]>, key: string, phrase: NeedPhrase): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [phrase]);
  else there.push(phrase);
}

/** The index of a language's phrases; built at first use and kept as long as the language is. */
export function indexNeeds(language: Language): NeedIndex {
  const known = cache.get(language);
  if (known !== undefined) return known;
  const byWord = new Map<string, NeedPhrase[]>();
  const byStart = new Map<string, NeedPhrase[]>();
  for (const [need, phrases] of language.needs) {
    for (const phrase of phrases.flatMap(text => readPhrase(need, text) ?? [])) {
      const first = phrase.words[0];
      if (first?.start === true) add(byStart, first.text.slice(0, startLength), phrase);
      else if (first !== undefined) add(byWord, first.text, phrase);
    }
  }
  const built = { byWord, byStart };
  cache.set(language, built);
  return built;
}
