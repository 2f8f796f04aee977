// Which rules could match a message at all: each rule names words that must be there, so that most rules never run. The rules of all languages
// stand in one index, so that a message is looked up once and not once for each language.
import { anchorKeys } from '../content/languages/compile-pattern.js';
import { sentenceEnd } from '../text/split-words.js';
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';

/** A rule with its pattern ready to find every hit. */
export interface IndexedRule {
  readonly rule: RedFlagRule;
  /** Which of the policy's hearings it belongs to. */
  readonly language: number;
  /** Sticky: it matches where it is told to look. Compiled at first use: most rules of most languages never run in a process's life. */
  readonly hitAt: () => RegExp;
  /** Can a hit begin with this word? */
  readonly canBegin: (word: string) => boolean;
  /** Of each of these sets one key must be in the message. */
  readonly needs: readonly (readonly string[])[];
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

function onceCompiled(source: string): () => RegExp {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(source, 'yu'));
}

/** Looks a word up among those a rule can begin with. */
function beginsWith(first: readonly string[] | undefined): (word: string) => boolean {
  if (first === undefined) return () => true;
  let known: ReadonlySet<string> | undefined;
  return word => {
    known ??= new Set(first);
    return known.has(word) || (word.length >= 3 && known.has(`${word.slice(0, 3)}*`));
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (there.at(-1) !== value) there.push(value);
}

function indexed(rule: RedFlagRule, language: number): { readonly entry: IndexedRule; readonly rarest: readonly string[] | undefined } {
  const [rarest, ...needs] = rule.anchors ?? [];
  return { entry: { rule, language, hitAt: onceCompiled(rule.pattern), canBegin: beginsWith(rule.first), needs }, rarest };
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

/** The index of a policy, built at first use. */
export function indexRules(policy: RedFlagPolicy): PolicyIndex {
  const index = cache.get(policy) ?? build(policy);
  cache.set(policy, index);
  return index;
}

/** The rules that could match these words, of the languages that read them so. */
export function candidateRules(
  words: readonly string[],
  { byKey, always }: PolicyIndex,
  reads: (language: number) => boolean,
): readonly IndexedRule[] {
  const keys = new Set<string>();
  const found = new Set<IndexedRule>();
  let before = '';
  for (const word of words) {
    if (word === sentenceEnd) continue;
    for (const key of anchorKeys(word, before)) {
      if (keys.has(key)) continue;
      keys.add(key);
      for (const rule of byKey.get(key) ?? []) if (reads(rule.language)) found.add(rule);
    }
    before = word;
  }
  const likely = [...found].filter(({ needs }) => needs.every(set => set.some(need => keys.has(need))));
  return [...likely, ...always.filter(rule => reads(rule.language))];
}
