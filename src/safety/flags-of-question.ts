// What a question itself speaks of: an instrument a clinic brings may ask about ending one's life or being hurt, and a yes to it is a red
// flag though nobody wrote it into the policy.
import type { RedFlagPolicy } from '../content/content.js';
import { findEveryHit, strongestFlags, type FoundFlag } from './find-red-flags.js';

const known = new WeakMap<RedFlagPolicy, Map<string, readonly FoundFlag[]>>();

/**
 * The red flags the words of a question hold, as if a person had said them; each question is read once. `rule` is `question:<rule>`. None
 * for a question whose answers the policy names itself: it knows better.
 */
export function flagsOfQuestion(linkId: string, text: string, policy: RedFlagPolicy): readonly FoundFlag[] {
  if (policy.answers.some(answer => answer.linkId === linkId)) return [];
  const read = known.get(policy) ?? new Map<string, readonly FoundFlag[]>();
  known.set(policy, read);
  const before = read.get(text);
  if (before !== undefined) return before;
  const found = strongestFlags(findEveryHit([text], policy)).map(({ kind, tier, rule }): FoundFlag => ({
    kind,
    tier,
    rule: `question:${rule}`,
  }));
  read.set(text, found);
  return found;
}
