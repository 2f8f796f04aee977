// Which rules could match a message at all: each rule names words that must be there, so that most rules never run. The rules of all languages
// stand in one index, so that a message is looked up once and not once for each language.
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';
import { numberOf } from './key-numbers.js';
import type { KeyPlaces } from './key-places.js';
import { firstOfPairs } from './prepare-text.js';
import { put, readBranches, type Branch, type Branches } from './rule-branches.js';

interface IndexedRule {
  /** Which of the policy's hearings it belongs to. */
  readonly language: number;
  /** Read at first use. */
  readonly branches: () => Branches;
}

/** Branches by their language. */
type ByLanguage = ReadonlyMap<number, readonly Branch[]>;

/** What a key leads to. */
interface Entry {
  readonly rules: IndexedRule[];
  /** The branches of these rules, read when a message first holds the key. */
  branches?: ByLanguage;
}

/** Languages by their place in `hearings`. */
type Languages = readonly number[];

/** Everything of a policy that a message is looked up in. */
export interface PolicyIndex {
  readonly hearings: readonly (RedFlagHearing | undefined)[];
  /** Rules of which no word is sure. */
  readonly always: readonly IndexedRule[];
  /** By the number of a key. */
  readonly byKey: ReadonlyMap<number, Entry>;
  /** Languages of which a rule looks into words. */
  readonly intoWords: ReadonlySet<number>;
  /** Words, and pairs of words, that some languages put right. */
  readonly spelt: ReadonlyMap<string, Languages>;
  /** First words of such pairs. */
  readonly pairStarts: ReadonlySet<string>;
  /** Words that some languages' rules and spellings name. */
  readonly known: ReadonlyMap<string, Languages>;
  /** Words that some languages write onto the next one, and how long they are. */
  readonly clitics: { readonly languages: ReadonlyMap<string, Languages>; readonly lengths: readonly number[] };
}

const cache = new WeakMap<readonly RedFlagRule[], PolicyIndex>();

type Hearings = PolicyIndex['hearings'];

const noHearing: RedFlagHearing = {
  lang: '',
  ordinary: [],
  lists: new Map<string, readonly string[]>(),
  spellings: new Map<string, readonly string[]>(),
  vocabulary: new Set<string>(),
  clitics: [],
  before: [],
  after: [],
  around: [],
};

function indexed(rule: RedFlagRule, hearings: Hearings): IndexedRule {
  let read: Branches | undefined;
  return { language: hearings.indexOf(rule.hearing), branches: () => (read ??= readBranches(rule)) };
}

/** A word that is open where it begins, as patterns write it. */
const openWord = /(?:^|[\s(|])\*/u;

/** Languages of which a pattern looks into words: only they need the keys of parts of words. */
function lookingIntoWords(rules: readonly RedFlagRule[], hearings: Hearings): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { pattern, hearing } of rules) if (openWord.test(pattern)) found.add(hearings.indexOf(hearing));
  for (const [language, { lists, before, after, around } = noHearing] of hearings.entries()) {
    const patterns = [...lists.values(), before, after, around].flat();
    if (patterns.some(pattern => openWord.test(pattern))) found.add(language);
  }
  return found;
}

function indexPatterns(rules: readonly RedFlagRule[], hearings: Hearings): Pick<PolicyIndex, 'always' | 'byKey'> {
  const always: IndexedRule[] = [];
  const byKey = new Map<number, Entry>();
  for (const rule of rules) {
    const entry = indexed(rule, hearings);
    const [rarest] = rule.anchors ?? [];
    if (rarest === undefined) always.push(entry);
    for (const key of rarest ?? []) {
      const number = numberOf(key);
      const there = byKey.get(number);
      if (there === undefined) byKey.set(number, { rules: [entry] });
      else there.rules.push(entry);
    }
  }
  return { always, byKey };
}

function indexHearings(hearings: Hearings): Pick<PolicyIndex, 'spelt' | 'pairStarts' | 'known' | 'clitics'> {
  const spelt = new Map<string, number[]>();
  const known = new Map<string, number[]>();
  const clitics = new Map<string, number[]>();
  for (const [language, hearing = noHearing] of hearings.entries()) {
    for (const key of hearing.spellings.keys()) put(spelt, key, language);
    for (const word of hearing.vocabulary) put(known, word, language);
    for (const clitic of hearing.clitics) put(clitics, clitic, language);
  }
  const lengths = [...new Set([...clitics.keys()].map(clitic => clitic.length))];
  return { spelt, pairStarts: firstOfPairs(spelt.keys()), known, clitics: { languages: clitics, lengths } };
}

function build(rules: readonly RedFlagRule[]): PolicyIndex {
  const hearings = [...new Set(rules.map(rule => rule.hearing))];
  return { hearings, intoWords: lookingIntoWords(rules, hearings), ...indexPatterns(rules, hearings), ...indexHearings(hearings) };
}

/** The index of a policy's rules, built at first use: policies that differ in something else share it. */
export function indexRules({ rules }: RedFlagPolicy): PolicyIndex {
  const index = cache.get(rules) ?? build(rules);
  cache.set(rules, index);
  return index;
}

function byLanguage(rules: readonly IndexedRule[], branchesOf: (rule: Branches) => readonly Branch[]): ByLanguage {
  const found = new Map<number, Branch[]>();
  for (const { language, branches } of rules) {
    const there = found.get(language) ?? [];
    there.push(...branchesOf(branches()));
    found.set(language, there);
  }
  return found;
}

const all = ({ always, byKey }: Branches): readonly Branch[] => [...always, ...new Set([...byKey.values()].flat())];

/** The branches that a key leads to; looked up once, and kept. */
function branchesAt(key: number, { byKey }: PolicyIndex): ByLanguage | undefined {
  const entry = byKey.get(key);
  return entry && (entry.branches ??= byLanguage(entry.rules, branches => branches.byKey.get(key) ?? []));
}

/** Languages that read a message in the same words: one, or all that do not read it in words of their own. */
export type Readers = { readonly only: number } | { readonly except: ReadonlyMap<number, unknown> };

/** Do they read what a language's rules ask for? */
export function reads(readers: Readers, language: number): boolean {
  return 'only' in readers ? readers.only === language : !readers.except.has(language);
}

/** The branches of rules that could match words with these keys, of the languages that read them so. */
export function candidateBranches(places: KeyPlaces, index: PolicyIndex, readers: Readers): readonly Branch[] {
  const found = new Set<Branch>();
  const addAll = (branches: readonly Branch[]): void => {
    for (const branch of branches) found.add(branch);
  };
  const add = (there: ByLanguage): void => {
    if ('only' in readers) addAll(there.get(readers.only) ?? []);
    else for (const [language, branches] of there) if (!readers.except.has(language)) addAll(branches);
  };
  for (const key of places.numbers) {
    const there = branchesAt(key, index);
    if (there !== undefined) add(there);
  }
  if (index.always.length > 0) add(byLanguage(index.always, all));
  return [...found].filter(({ needs }) => needs.every(set => places.has(set)));
}
