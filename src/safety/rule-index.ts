// Which rules could match a message at all: each rule names words that must be there, so that most rules never run. The rules of all languages
// stand in one index, so that a message is looked up once and not once for each language.
import { compilePattern, isLateKey } from '../content/languages/compile-pattern.js';
import { readPattern, type PatternNode, type Vocabulary } from '../content/languages/pattern-notation.js';
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';

/** A rule with its pattern ready to find every hit. */
export interface IndexedRule {
  readonly rule: RedFlagRule;
  /** Which of the policy's hearings it belongs to. */
  readonly language: number;
  /** Read at first use: most rules of most languages never run in a process's life. */
  readonly pattern: () => readonly PatternNode[];
  /** Can a hit begin with the word of these keys? */
  readonly canBegin: (keys: readonly string[]) => boolean;
  /** Of each of these sets one key must be in the message. */
  readonly needs: () => readonly ReadonlySet<string>[];
}

/** Languages by their place in `hearings`. */
type Languages = readonly number[];

/** Everything of a policy that a message is looked up in. */
export interface PolicyIndex {
  readonly hearings: readonly (RedFlagHearing | undefined)[];
  readonly always: readonly IndexedRule[];
  readonly byKey: ReadonlyMap<string, readonly IndexedRule[]>;
  /** First words of spellings that some languages put right. */
  readonly spelt: ReadonlyMap<string, Languages>;
  /** Words that some languages' rules and spellings name. */
  readonly known: ReadonlyMap<string, Languages>;
  /** Languages that write a word onto the next one. */
  readonly clitic: readonly { readonly language: number; readonly clitics: readonly string[] }[];
}

const cache = new WeakMap<RedFlagPolicy, PolicyIndex>();

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

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Looks a word up among those a rule can begin with. */
function beginsWith(first: readonly string[] | undefined): IndexedRule['canBegin'] {
  if (first === undefined) return () => true;
  let known: ReadonlySet<string> | undefined;
  // Few rules begin in the middle of a word: the others look at the word and its beginning alone.
  const most = first.some(isLateKey) ? Infinity : 2;
  return keys => {
    known ??= new Set(first);
    const end = Math.min(most, keys.length);
    for (let at = 0; at < end; at += 1) if (known.has(keys[at] ?? '')) return true;
    return false;
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (there.at(-1) !== value) there.push(value);
}

function indexed(rule: RedFlagRule, language: number): { readonly entry: IndexedRule; readonly rarest: readonly string[] | undefined } {
  const [rarest, ...needs] = rule.anchors ?? [];
  const pattern = once(() => readPattern(rule.pattern, vocabularyOf(rule.hearing)));
  return {
    entry: { rule, language, pattern, canBegin: beginsWith(rule.first), needs: once(() => needs.map(set => new Set(set))) },
    rarest,
  };
}

type Hearings = PolicyIndex['hearings'];

function indexPatterns(rules: readonly RedFlagRule[], hearings: Hearings): Pick<PolicyIndex, 'always' | 'byKey'> {
  const always: IndexedRule[] = [];
  const byKey = new Map<string, IndexedRule[]>();
  for (const rule of rules) {
    const { entry, rarest } = indexed(rule, hearings.indexOf(rule.hearing));
    if (rarest === undefined) always.push(entry);
    for (const key of rarest ?? []) put(byKey, key, entry);
  }
  return { always, byKey };
}

function indexHearings(hearings: Hearings): Pick<PolicyIndex, 'spelt' | 'known' | 'clitic'> {
  const spelt = new Map<string, number[]>();
  const known = new Map<string, number[]>();
  for (const [language, hearing] of hearings.entries()) {
    for (const key of hearing?.spellings.keys() ?? []) put(spelt, key.split(' ', 1)[0] ?? '', language);
    for (const word of hearing?.vocabulary ?? []) put(known, word, language);
  }
  const clitic = hearings.flatMap((hearing, language) => (hearing?.clitics.length ? [{ language, clitics: hearing.clitics }] : []));
  return { spelt, known, clitic };
}

function build({ rules }: RedFlagPolicy): PolicyIndex {
  const hearings = [...new Set(rules.map(rule => rule.hearing))];
  return { hearings, ...indexPatterns(rules, hearings), ...indexHearings(hearings) };
}

/** What lowers a hit from act to ask, ready to be matched. */
export interface Softener {
  readonly pattern: readonly PatternNode[];
  readonly canBegin: IndexedRule['canBegin'];
}

export type Softeners = Readonly<Record<'before' | 'after' | 'around', readonly Softener[]>>;

const softeners = new WeakMap<RedFlagHearing, Softeners>();

/** The softeners of a language, read at first use. */
export function softenersOf(hearing: RedFlagHearing): Softeners {
  const known = softeners.get(hearing);
  if (known) return known;
  const read = (patterns: readonly string[]): readonly Softener[] =>
    patterns.map(pattern => ({
      pattern: readPattern(pattern, vocabularyOf(hearing)),
      canBegin: beginsWith(compilePattern(pattern, vocabularyOf(hearing)).first),
    }));
  const all = { before: read(hearing.before), after: read(hearing.after), around: read(hearing.around) };
  softeners.set(hearing, all);
  return all;
}

/** The index of a policy, built at first use. */
export function indexRules(policy: RedFlagPolicy): PolicyIndex {
  const index = cache.get(policy) ?? build(policy);
  cache.set(policy, index);
  return index;
}

function shareOne(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some];
  for (const key of fewer) if (more.has(key)) return true;
  return false;
}

/** The rules that could match words with these keys, of the languages that read them so. */
export function candidateRules(
  ofWords: readonly (readonly string[])[],
  { byKey, always }: PolicyIndex,
  reads: (language: number) => boolean,
): readonly IndexedRule[] {
  const keys = new Set<string>();
  for (const ofWord of ofWords) for (const key of ofWord) keys.add(key);
  const found = new Set<IndexedRule>();
  for (const key of keys) for (const rule of byKey.get(key) ?? []) if (reads(rule.language)) found.add(rule);
  const likely = [...found].filter(({ needs }) => needs().every(set => shareOne(set, keys)));
  return [...likely, ...always.filter(rule => reads(rule.language))];
}
