// Keys by which rules look words up, numbered: thousands of sets of them are held against every message.
import { anchorKeys, isPartKey } from '../content/languages/compile-pattern.js';
import { isHan } from '../content/languages/pattern-notation.js';

/** Keys by their numbers. */
export type KeySet = Int32Array;

/** Grows only by the keys of rules, never by those of messages. */
const numbers = new Map<string, number>();

/** The number of a key of a rule. */
export function numberOf(key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** How many keys rules have so far: more are known as rules are read. */
export function countKeys(): number {
  return numbers.size;
}

const sets = new WeakMap<readonly string[], KeySet>();

/** The set of these keys. Lists are shared by many patterns, and so are their sets. */
export function keySet(keys: readonly string[]): KeySet {
  const set = sets.get(keys) ?? Int32Array.from(keys, numberOf);
  sets.set(keys, set);
  return set;
}

/** What a word of a message is looked up by: the numbers of those of its keys that some rule has. */
export interface WordKeys {
  readonly numbers: readonly number[];
  /** How many of them, the first ones, are of the word itself, its beginning, or of all numbers; the rest are of parts of it. */
  readonly whole: number;
}

function lookUp(word: string, before: string, parts: boolean): WordKeys {
  const found: number[] = [];
  let whole = 0;
  for (const key of anchorKeys(word, before, parts)) {
    const number = numbers.get(key);
    if (number === undefined) continue;
    found.push(number);
    if (!isPartKey(key)) whole += 1;
  }
  return { numbers: found, whole };
}

/** Words that rules name, and what they are looked up by: most words of most messages. No other word of a message is remembered. */
const remembered = { keys: 0, withParts: new Map<string, WordKeys>(), without: new Map<string, WordKeys>() };

/** What a word is looked up by, the word before it being this one. */
export function wordKeys(word: string, before: string, parts: boolean): WordKeys {
  if (remembered.keys !== numbers.size) {
    remembered.keys = numbers.size;
    remembered.withParts.clear();
    remembered.without.clear();
  }
  const known = parts ? remembered.withParts : remembered.without;
  const there = known.get(word);
  if (there !== undefined) return there;
  const found = lookUp(word, before, parts);
  if (numbers.has(word) && !isHan(word)) known.set(word, found);
  return found;
}
