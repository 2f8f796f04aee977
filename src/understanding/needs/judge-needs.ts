// Both ears put together: what the phrases say of a need and how strongly the scorer hears it. The weights were fitted on messages kept for
// tuning (`dev` in test/understanding/held-back), never on those that measure.
import type { ScoredNeed } from './score-needs.js';

const weight = { always: -3, phrases: 2.3, scorer: 0.5, otherPhrases: -0.7 };

/** A need judged: above 0, rather yes than no. */
export interface JudgedNeed {
  readonly need: string;
  readonly logit: number;
}

/** The largest value of the others, for each place. */
function largestOther(values: readonly number[]): (at: number) => number {
  const sorted = values.map((value, at) => ({ value, at })).toSorted((a, b) => b.value - a.value);
  const [first, second] = sorted;
  return at => (first?.at === at ? (second?.value ?? 0) : (first?.value ?? 0));
}

/** Every need with its logit. `phrases`: what the phrases say, 0 to 1 by need; where they heard a need only denied, the scorer is doubted. */
export function judgeNeeds(
  scored: readonly ScoredNeed[],
  phrases: ReadonlyMap<string, number>,
  denied: ReadonlySet<string>,
): readonly JudgedNeed[] {
  const otherPhrases = largestOther(scored.map(({ need }) => phrases.get(need) ?? 0));
  return scored.map(({ need, strength }, at) => {
    const sum =
      weight.always + weight.phrases * (phrases.get(need) ?? 0) + weight.scorer * strength + weight.otherPhrases * otherPhrases(at);
    return { need, logit: denied.has(need) ? Math.min(sum, sum / 2 - 1) : sum };
  });
}
