// The shipped red-flag rules and policy, compiled as the product does, and small policies of a test's own.
import { readFileSync } from 'node:fs';
import type { RedFlagPolicy, RedFlagRule } from '../../src/content/content.js';
import {
  compileRules,
  redFlagPolicySchema,
  redFlagRulesSchema,
  toRedFlagPolicy,
  type RedFlagRulesFile,
} from '../../src/content/journey/red-flags-schema.js';

export const flagLanguages = ['en-GB', 'pl', 'ar'] as const;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The shipped rules of one language as written. */
export function readShippedRules(lang: string): RedFlagRulesFile {
  return redFlagRulesSchema.parse(readJson(`locales/${lang}/red-flags.json`));
}

/** The shipped policy file, as written. */
export const readShippedPolicy = () => redFlagPolicySchema.parse(readJson('dialogs/red-flags.json'));

let shipped: RedFlagPolicy | undefined;

/** The whole shipped policy. */
export function shippedPolicy(): RedFlagPolicy {
  const read = () => flagLanguages.flatMap(lang => compileRules(readShippedRules(lang), lang, lang).rules);
  shipped ??= toRedFlagPolicy(readShippedPolicy(), read(), []);
  return shipped;
}

/** A policy that answers nobody in a child's words. */
export const nobodyYoung: RedFlagPolicy['young'] = { under: 18, kinds: new Set(), helplines: [] };

/** One rule as a file would hold it. */
export function aRule(overrides: Partial<RedFlagRulesFile['rules'][number]> = {}): RedFlagRulesFile['rules'][number] {
  const rule = { id: 'die', kind: 'self-harm', tier: 'act', pattern: 'want to die', author: 'test', review: { status: 'draft' } } as const;
  return { ...rule, match: ['I want to die'], not: [], ...overrides };
}

/** A policy with only these rules. Throws if one is refused. */
export function policyOf(file: Partial<RedFlagRulesFile>, lang = 'en-GB'): RedFlagPolicy {
  const { rules, problems } = compileRules({ rules: [aRule()], ...file }, lang, 'test');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { responses: new Map(), young: nobodyYoung, answers: [], rules };
}

/** A rule without anchors or hearing, as a neighbour's test might make it. */
export const bareRule = (pattern: string): RedFlagRule => ({
  id: 'bare',
  lang: 'en-GB',
  kind: 'child',
  tier: 'act',
  pattern,
  match: [],
  not: [],
});
