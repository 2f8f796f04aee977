// Which rules could match a message at all: each rule names words that must be there, so that most rules never run. The rules of all languages
// stand in one index, so that a message is looked up once and not once for each language.
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';
import { put, readBranches, type Branch, type Branches } from './rule-branches.js';

interface IndexedRule {
  /** Which of the policy's hearings it belongs to. */
  readonly language: number;
  /** Read at first use. */
  readonly branches: () => Branches;
}

/** Branches of one language. */
interface OfLanguage {
  readonly language: number;
  readonly branches: readonly Branch[];
}

/** What a key leads to. */
interface Entry {
  readonly rules: IndexedRule[];
  /** The branches of these rules, read when a message first holds the key. */
  branches?: readonly OfLanguage[];
}

/** Languages by their place in `hearings`. */
type Languages = readonly number[];

/** Everything of a policy that a message is looked up in. */
export interface PolicyIndex {
  readonly hearings: readonly (RedFlagHearing | undefined)[];
  /** Rules of which no word is sure. */
  readonly always: readonly IndexedRule[];
  readonly byKey: ReadonlyMap<string, Entry>;
  /** Languages of which a rule looks into words. */
  readonly intoWords: ReadonlySet<number>;
  /** First words of spellings that some languages put right. */
  readonly spelt: ReadonlyMap<string, Languages>;
  /** Words that some languages' rules and spellings name. */
  readonly known: ReadonlyMap<string, Languages>;
  /** Languages that write a word onto the next one. */
  readonly clitic: readonly { readonly language: number; readonly clitics: readonly string[] }[];
}

const cache = new WeakMap<readonly RedFlagRule[], PolicyIndex>();

type Hearings = PolicyIndex['hearings'];

const noHearing = { lists: new Map<string, readonly string[]>(), before: [], after: [], around: [] };

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
  for (const [language, hearing] of hearings.entries()) {
    const { lists, before, after, around } = hearing ?? noHearing;
    const patterns = [...lists.values(), before, after, around].flat();
    if (patterns.some(pattern => openWord.test(pattern))) found.add(language);
  }
  return found;
}

function indexPatterns(rules: readonly RedFlagRule[], hearings: Hearings): Pick<PolicyIndex, 'always' | 'byKey'> {
  const always: IndexedRule[] = [];
  const byKey = new Map<string, Entry>();
  for (const rule of rules) {
    const entry = indexed(rule, hearings);
    const [rarest] = rule.anchors ?? [];
    if (rarest === undefined) always.push(entry);
    for (const key of rarest ?? []) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, { rules: [entry] });
      else there.rules.push(entry);
    }
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

function shareOne(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some];
  for (const key of fewer) if (more.has(key)) return true;
  return false;
}

function byLanguage(rules: readonly IndexedRule[], branchesOf: (rule: Branches) => readonly Branch[]): readonly OfLanguage[] {
  const found = new Map<number, Branch[]>();
  for (const { language, branches } of rules) {
    const there = found.get(language) ?? [];
    there.push(...branchesOf(branches()));
    found.set(language, there);
  }
  return [...found].map(([language, branches]) => ({ language, branches }));
}

const all = ({ always, byKey }: Branches): readonly Branch[] => [...always, ...new Set([...byKey.values()].flat())];

/** The branches that a key leads to; looked up once, and kept. */
function branchesAt(key: string, { byKey }: PolicyIndex): readonly OfLanguage[] | undefined {
  const entry = byKey.get(key);
  return entry && (entry.branches ??= byLanguage(entry.rules, branches => branches.byKey.get(key) ?? []));
}

/** The branches of rules that could match words with these keys, of the languages that read them so. */
export function candidateBranches(
  ofWords: readonly (readonly string[])[],
  index: PolicyIndex,
  reads: (language: number) => boolean,
): readonly Branch[] {
  const keys = new Set<string>();
  for (const ofWord of ofWords) for (const key of ofWord) keys.add(key);
  const found = new Set<Branch>();
  const addAll = (groups: readonly OfLanguage[]): void => {
    for (const { language, branches } of groups) if (reads(language)) for (const branch of branches) found.add(branch);
  };
  for (const key of keys) addAll(branchesAt(key, index) ?? []);
  if (index.always.length > 0) addAll(byLanguage(index.always, all));
  return [...found].filter(({ needs }) => needs.every(set => shareOne(set, keys)));
}
