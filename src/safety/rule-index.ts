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

/** Languages by their place in `hearings`. */
type Languages = readonly number[];

/** Everything of a policy that a message is looked up in. */
export interface PolicyIndex {
  readonly hearings: readonly (RedFlagHearing | undefined)[];
  /** Rules of which no word is sure. */
  readonly always: readonly IndexedRule[];
  readonly byKey: ReadonlyMap<string, readonly IndexedRule[]>;
  /** What keys of messages led to before. */
  readonly resolved: Map<string, readonly OfLanguage[]>;
  /** First words of spellings that some languages put right. */
  readonly spelt: ReadonlyMap<string, Languages>;
  /** Words that some languages' rules and spellings name. */
  readonly known: ReadonlyMap<string, Languages>;
  /** Languages that write a word onto the next one. */
  readonly clitic: readonly { readonly language: number; readonly clitics: readonly string[] }[];
}

const cache = new WeakMap<RedFlagPolicy, PolicyIndex>();
const none: readonly OfLanguage[] = [];

type Hearings = PolicyIndex['hearings'];

function indexed(rule: RedFlagRule, hearings: Hearings): IndexedRule {
  let read: Branches | undefined;
  return { language: hearings.indexOf(rule.hearing), branches: () => (read ??= readBranches(rule)) };
}

function indexPatterns(rules: readonly RedFlagRule[], hearings: Hearings): Pick<PolicyIndex, 'always' | 'byKey'> {
  const always: IndexedRule[] = [];
  const byKey = new Map<string, IndexedRule[]>();
  for (const rule of rules) {
    const entry = indexed(rule, hearings);
    const [rarest] = rule.anchors ?? [];
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
  return { hearings, resolved: new Map(), ...indexPatterns(rules, hearings), ...indexHearings(hearings) };
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

/** Branches of one language. */
interface OfLanguage {
  readonly language: number;
  readonly branches: readonly Branch[];
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
function branchesAt(key: string, { byKey, resolved }: PolicyIndex): readonly OfLanguage[] {
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const rules = byKey.get(key);
  if (rules === undefined) return none;
  const found = byLanguage(rules, branches => branches.byKey.get(key) ?? []);
  resolved.set(key, found);
  return found;
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
  for (const key of keys) addAll(branchesAt(key, index));
  if (index.always.length > 0) addAll(byLanguage(index.always, all));
  return [...found].filter(({ needs }) => needs.every(set => shareOne(set, keys)));
}
