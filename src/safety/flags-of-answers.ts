// Answers that are red flags by themselves (dialogs/red-flags.json `answers`): a chosen option means the same in every language.
import type { RedFlagPolicy } from '../content/content.js';
import { strongestFlags, type FoundFlag } from './find-red-flags.js';

/** The red flags that these chosen codes of this item raise, the strongest for each kind. `rule` is `answer:<linkId>=<code>`. */
export function flagsOfAnswers(linkId: string, codes: readonly string[], policy: RedFlagPolicy): readonly FoundFlag[] {
  const raised = policy.answers.filter(answer => answer.linkId === linkId && codes.includes(answer.code));
  return strongestFlags(raised.map(({ kind, tier, code }) => ({ kind, tier, rule: `answer:${linkId}=${code}` })));
}
