// Which rules could match a message at all: each rule names words that must be there, so that most rules never run.
import { anchorKeys } from '../content/languages/compile-pattern.js';
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';

/** A rule with its pattern ready to find every hit. */
export interface IndexedRule {
  readonly rule: RedFlagRule;
  /** Compiled at first use: most rules of most languages never run in a process's life. */
  readonly everyHit: () => RegExp;
  /** Of each of these sets one key must be in the message. */
  readonly needs: readonly (readonly string[])[];
}

/** The rules of one language, found by a word that each must have. */
export interface RuleIndex {
  readonly hearing: RedFlagHearing | undefined;
  readonly always: readonly IndexedRule[];
  readonly byKey: ReadonlyMap<string, readonly IndexedRule[]>;
}

const cache = new WeakMap<RedFlagPolicy, readonly RuleIndex[]>();

function onceCompiled(source: string): () => RegExp {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(source, 'gu'));
}

function buildIndex(hearing: RedFlagHearing | undefined, rules: readonly RedFlagRule[]): RuleIndex {
  const always: IndexedRule[] = [];
  const byKey = new Map<string, IndexedRule[]>();
  for (const rule of rules) {
    const [rarest, ...needs] = rule.anchors ?? [];
    const indexed = { rule, everyHit: onceCompiled(rule.pattern), needs };
    if (rarest === undefined) always.push(indexed);
    for (const key of rarest ?? []) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [indexed]);
      else there.push(indexed);
    }
  }
  return { hearing, always, byKey };
}

/** One index per language of the policy, built at first use. */
export function indexRules(policy: RedFlagPolicy): readonly RuleIndex[] {
  const known = cache.get(policy);
  if (known !== undefined) return known;
  const hearings = [...new Set(policy.rules.map(rule => rule.hearing))];
  const ofHearing = (hearing: RedFlagHearing | undefined) => policy.rules.filter(rule => rule.hearing === hearing);
  const built = hearings.map(hearing => buildIndex(hearing, ofHearing(hearing)));
  cache.set(policy, built);
  return built;
}

/** The rules of one language that could match these words. */
export function candidateRules(words: readonly string[], index: RuleIndex): ReadonlySet<IndexedRule> {
  const found = new Set<IndexedRule>();
  for (const word of words) {
    for (const key of anchorKeys(word)) for (const rule of index.byKey.get(key) ?? []) found.add(rule);
  }
  if (found.size > 0) {
    const keys = new Set(words.flatMap(anchorKeys));
    for (const rule of found) if (!rule.needs.every(set => set.some(need => keys.has(need)))) found.delete(rule);
  }
  for (const rule of index.always) found.add(rule);
  return found;
}
