// A rule as it is matched: its pattern read into branches, each with the words it begins with and those it cannot do without. Read when a message
// first could match the rule: most rules of most languages never run in a process's life.
import { isLateKey, lookUpOf } from '../content/languages/compile-pattern.js';
import { readPattern, type PatternNode, type Vocabulary } from '../content/languages/pattern-notation.js';
import type { RedFlagHearing, RedFlagRule } from '../content/content.js';

type Sequence = readonly PatternNode[];
type CanBegin = (keys: readonly string[]) => boolean;

/** One of the ways to say what a rule finds. */
export interface Branch {
  readonly rule: RedFlagRule;
  readonly pattern: Sequence;
  /** Can a match begin with the word of these keys? */
  readonly canBegin: CanBegin;
  /** Of each of these sets one key must be in the message. */
  readonly needs: readonly ReadonlySet<string>[];
}

export interface Branches {
  /** By the keys of the set that is rarest in each. */
  readonly byKey: ReadonlyMap<string, readonly Branch[]>;
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

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Lists are shared by many patterns, and so are their sets. */
function setOf(keys: readonly string[]): ReadonlySet<string> {
  const set = sets.get(keys) ?? new Set(keys);
  sets.set(keys, set);
  return set;
}

/** Looks a word up among those a match can begin with. */
function beginsWith(first: readonly string[] | undefined): CanBegin {
  if (first === undefined) return () => true;
  const known = setOf(first);
  // Few begin in the middle of a word: the others look at the word and its beginning alone.
  const most = first.some(isLateKey) ? Infinity : 2;
  return keys => keys.some((key, at) => at < most && known.has(key));
}

/** Adds to what a map holds for a key; once, where it is added again at once. */
export function put<T>(map: Map<string, T[]>, key: string, value: T): void {
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
  const byKey = new Map<string, Branch[]>();
  const always: Branch[] = [];
  for (const pattern of sequencesOf(readPattern(rule.pattern, vocabularyOf(rule.hearing)))) {
    const { anchors, first } = lookUpOf(pattern);
    const [rarest, ...needs] = anchors;
    const branch = { rule, pattern, canBegin: beginsWith(first), needs: needs.map(setOf) };
    if (rarest === undefined) always.push(branch);
    for (const key of rarest ?? []) put(byKey, key, branch);
  }
  return { byKey, always };
}

/** What lowers a hit from act to ask, ready to be matched. */
export interface Softener {
  readonly pattern: Sequence;
  readonly canBegin: CanBegin;
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
      return { pattern, canBegin: beginsWith(lookUpOf(pattern).first) };
    });
  const all = { before: read(hearing.before), after: read(hearing.after), around: read(hearing.around) };
  softeners.set(hearing, all);
  return all;
}
