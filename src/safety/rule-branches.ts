// A rule as it is matched: its pattern read into branches, each with the words it begins with and those it cannot do without. Read when a message
// first could match the rule: most rules of most languages never run in a process's life.
import { lookUpOf } from '../content/languages/compile-pattern.js';
import { readPattern, type PatternNode, type Vocabulary } from '../content/languages/pattern-notation.js';
import { matcherOf, type Matcher } from './match-pattern.js';
import type { RedFlagHearing, RedFlagRule } from '../content/content.js';
import { keySet, numberOf, type KeySet } from './key-numbers.js';

type Sequence = readonly PatternNode[];

/** One of the ways to say what a rule finds. */
export interface Branch {
  readonly rule: RedFlagRule;
  readonly endsOf: Matcher;
  /** Keys of the words a match can begin with; undefined: any. */
  readonly first: KeySet | undefined;
  /** Of each of these sets one key must be in the message; small sets, which are soonest looked through, first. */
  readonly needs: readonly KeySet[];
}

export interface Branches {
  /** By the numbers of the keys of the set that is rarest in each. */
  readonly byKey: ReadonlyMap<number, readonly Branch[]>;
  /** Those of which no word is sure. */
  readonly always: readonly Branch[];
}

const vocabularies = new WeakMap<RedFlagHearing, Vocabulary>();

function vocabularyOf(hearing: RedFlagHearing | undefined): Vocabulary {
  const known = hearing && vocabularies.get(hearing);
  if (known) return known;
  const vocabulary: Vocabulary = {
    lists: hearing?.lists ?? new Map<string, readonly string[]>(),
    spell: word => hearing?.spellings.get(word) ?? [word],
  };
  if (hearing) vocabularies.set(hearing, vocabulary);
  return vocabulary;
}

/** Adds to what a map holds for a key; once, where it is added again at once. */
export function put<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (there.at(-1) !== value) there.push(value);
}

function sequencesOf(pattern: Sequence): readonly Sequence[] {
  const [only] = pattern;
  return pattern.length === 1 && only?.kind === 'any' ? only.of : [pattern];
}

/** The branches of a rule. */
export function readBranches(rule: RedFlagRule): Branches {
  const byKey = new Map<number, Branch[]>();
  const always: Branch[] = [];
  for (const pattern of sequencesOf(readPattern(rule.pattern, vocabularyOf(rule.hearing)))) {
    const { anchors, first } = lookUpOf(pattern);
    const [rarest, ...needs] = anchors;
    const branch = {
      rule,
      endsOf: matcherOf(pattern),
      first: first && keySet(first),
      needs: needs.map(keySet).sort((a, b) => a.length - b.length),
    };
    if (rarest === undefined) always.push(branch);
    for (const key of rarest ?? []) put(byKey, numberOf(key), branch);
  }
  return { byKey, always };
}

/** What lowers a hit from act to ask, ready to be matched. */
export interface Softener {
  readonly endsOf: Matcher;
  /** Keys of the words a match can begin with; undefined: any. */
  readonly first: KeySet | undefined;
}

export type Softeners = Readonly<Record<'before' | 'after' | 'around', readonly Softener[]>>;

const softeners = new WeakMap<RedFlagHearing, Softeners>();

/** The softeners of a language, read at first use. */
export function softenersOf(hearing: RedFlagHearing): Softeners {
  const known = softeners.get(hearing);
  if (known) return known;
  const read = (patterns: readonly string[]): readonly Softener[] =>
    patterns.map(source => {
      const pattern = readPattern(source, vocabularyOf(hearing));
      const { first } = lookUpOf(pattern);
      return { endsOf: matcherOf(pattern), first: first && keySet(first) };
    });
  const all = { before: read(hearing.before), after: read(hearing.after), around: read(hearing.around) };
  softeners.set(hearing, all);
  return all;
}
