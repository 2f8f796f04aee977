// Both ears put together: what the phrases say of a need, how strongly the scorer hears it where it hears it best, and what it makes of the
// message as a whole. The weights were fitted on messages kept for tuning (`dev` in test/understanding/held-back), never on those that measure.
import type { Heard } from './hear-phrases.js';
import type { Scored } from './score-needs.js';

const weight = { always: -3.5, phrases: 3.1, otherPhrases: -0.6, strength: 0.17, whole: 0.65, otherWhole: -0.38, none: -0.29 };
/** Beyond these a value says no more. */
const [leastStrength, mostStrength] = [-12, 14];
const [leastLogit, mostLogit] = [-8, 6];

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

function clip(logit: number): number {
  return Math.max(leastLogit, Math.min(mostLogit, logit));
}

/** Every need with its logit. Where the phrases heard a need only denied, the scorer is doubted. */
export function judgeNeeds({ needs, none }: Scored, { found, denied }: Heard): readonly JudgedNeed[] {
  const phrases = new Map(found.map(({ need, score }) => [need, score]));
  const otherPhrases = largestOther(needs.map(({ need }) => phrases.get(need) ?? 0));
  const otherWhole = largestOther(needs.map(({ whole }) => clip(whole)));
  return needs.map(({ need, strength, whole }, at) => {
    const sum =
      weight.always +
      weight.phrases * (phrases.get(need) ?? 0) +
      weight.otherPhrases * otherPhrases(at) +
      weight.strength * Math.max(leastStrength, Math.min(mostStrength, strength)) +
      weight.whole * clip(whole) +
      weight.otherWhole * otherWhole(at) +
      weight.none * clip(none);
    return { need, logit: denied.has(need) ? Math.min(sum, sum / 2 - 1) : sum };
  });
}
