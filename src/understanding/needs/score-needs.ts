// The second ear for needs: a linear model over words and runs of letters, which hears a need in words that no phrase lists. It looks at each
// clause, at stretches of a long one and at the whole, and keeps what the best of them says.
import type { LinearModel } from '../../content/models/linear-model.js';
import { sentenceEnd } from '../../text/split-words.js';
import { featuresOfWord } from './need-features.js';

/** What the model makes of one need: how sure, 0 to 1, and the words (from, up to not including) that say it most. */
export interface ScoredNeed {
  readonly need: string;
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** Words of a stretch, and how far the next one begins after it. */
const stretch = 9;
const stride = 3;
/** Words of the evidence shown. */
const mostEvidence = 5;

/** Sums over words, class by class, so that any stretch is one subtraction: row i holds everything before word i. */
interface Sums {
  readonly scores: Int32Array;
  readonly features: Int32Array;
}

function sumUp(words: readonly string[], model: LinearModel): Sums {
  const kinds = model.classes.length;
  const scores = new Int32Array((words.length + 1) * kinds);
  const features = new Int32Array(words.length + 1);
  for (let at = 0; at < words.length; at += 1) {
    const found = words[at] === sentenceEnd ? [] : featuresOfWord(words, at);
    const [row, next] = [at * kinds, (at + 1) * kinds];
    for (let kind = 0; kind < kinds; kind += 1) scores[next + kind] = scores[row + kind] ?? 0;
    for (const feature of found) {
      const weights = (feature & (model.buckets - 1)) * kinds;
      for (let kind = 0; kind < kinds; kind += 1) scores[next + kind] = (scores[next + kind] ?? 0) + (model.weights[weights + kind] ?? 0);
    }
    features[at + 1] = (features[at] ?? 0) + found.length;
  }
  return { scores, features };
}

type Span = readonly [from: number, to: number];

/** The clauses, stretches of those that are long, and the whole. */
function spansOf(words: readonly string[]): readonly Span[] {
  const spans: Span[] = [[0, words.length]];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at] !== sentenceEnd) continue;
    if (at > from && at - from < words.length) spans.push([from, at]);
    for (let start = from; start + stretch < at; start += stride) spans.push([start, start + stretch]);
    from = at + 1;
  }
  return spans;
}

/** A sum as logits: long stretches say no more than short ones. */
function logit(sums: Sums, [from, to]: Span, kind: number, model: LinearModel): number {
  const kinds = model.classes.length;
  const sum = (sums.scores[to * kinds + kind] ?? 0) - (sums.scores[from * kinds + kind] ?? 0);
  const features = (sums.features[to] ?? 0) - (sums.features[from] ?? 0);
  return features === 0 ? -Infinity : (sum / Math.sqrt(features) + (model.bias[kind] ?? 0)) * model.unit;
}

/** 0 to 1 without the exponential, whose last bit may differ between machines. */
function squash(value: number): number {
  return 0.5 + (0.5 * value) / (1 + Math.abs(value));
}

/** The few words of the span that say most for this class. */
function evidence(sums: Sums, [from, to]: Span, kind: number, kinds: number): Span {
  if (to - from <= mostEvidence) return [from, to];
  let best = from;
  let most = -Infinity;
  for (let start = from; start + mostEvidence <= to; start += 1) {
    const sum = (sums.scores[(start + mostEvidence) * kinds + kind] ?? 0) - (sums.scores[start * kinds + kind] ?? 0);
    if (sum > most) [most, best] = [sum, start];
  }
  return [best, best + mostEvidence];
}

/** Every class of the model with its score, in the order of its classes. `words` as readClauses gives them. Linear in their number. */
export function scoreNeeds(words: readonly string[], model: LinearModel): readonly ScoredNeed[] {
  const sums = sumUp(words, model);
  const spans = spansOf(words);
  return model.classes.map((need, kind) => {
    let best = -Infinity;
    let span: Span = [0, words.length];
    for (const each of spans) {
      const value = logit(sums, each, kind, model);
      if (value > best) [best, span] = [value, each];
    }
    const [from, to] = evidence(sums, span, kind, model.classes.length);
    return { need, score: best === -Infinity ? 0 : squash(best), from, to };
  });
}
