// The second ear for needs: a linear model over words and runs of letters, which hears a need in words that no phrase lists. It looks at each
// clause, at stretches of a long one and at the whole, and keeps what the best of them says.
import type { LinearModel } from '../../content/models/linear-model.js';
import { clausesOf, type Span } from '../../text/clauses.js';
import { sentenceEnd } from '../../text/split-words.js';
import { featuresOfWord } from '../../text/word-features.js';

/** What the model makes of one need: how strongly it is heard where it is heard best, and the words (from, up to not including) that say it most. */
export interface ScoredNeed {
  readonly need: string;
  /** Around -6 to 12; more than any other need and than "no need" in the same stretch of words gives more. */
  readonly strength: number;
  /** Its logit in the message as a whole. */
  readonly whole: number;
  readonly from: number;
  readonly to: number;
}

/** What the model makes of a message. */
export interface Scored {
  /** In the order of the model's classes. */
  readonly needs: readonly ScoredNeed[];
  /** The logit of "no need is named here" in the message as a whole. */
  readonly none: number;
}

/** Words of a stretch, and how far the next one begins after it. */
const stretch = 4;
const stride = 1;
/** The strength where there was nothing to look at. */
const silence = -20;
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

/** The clauses, stretches of those that are long, and the whole. */
function spansOf(words: readonly string[]): readonly Span[] {
  const spans: Span[] = [[0, words.length]];
  for (const [from, to] of clausesOf(words)) {
    if (to - from < words.length) spans.push([from, to]);
    for (let start = from; start + stretch < to; start += stride) spans.push([start, start + stretch]);
  }
  return spans;
}

/** The class of the model for messages that name no need. */
export const noNeed = 'none';

/** Logits beyond this say no more. */
const mostLogit = 6;
/** What "no need" in the same words takes away. */
const noneWeight = 0.8;

function clip(logit: number): number {
  return Math.max(-mostLogit, Math.min(mostLogit, logit));
}

/** Logits of all classes in a span: long stretches say no more than short ones. */
function logitsIn(sums: Sums, [from, to]: Span, model: LinearModel): readonly number[] {
  const kinds = model.classes.length;
  const features = (sums.features[to] ?? 0) - (sums.features[from] ?? 0);
  const root = Math.sqrt(Math.max(1, features));
  return model.classes.map((_, kind) => {
    const sum = (sums.scores[to * kinds + kind] ?? 0) - (sums.scores[from * kinds + kind] ?? 0);
    return (sum / root + (model.bias[kind] ?? 0)) * model.unit;
  });
}

/** How strongly each need is heard in a span: its own logit, how far it is ahead of the next need, and less where no need is named. */
function strengthsIn(logits: readonly number[], none: number): readonly number[] {
  let [first, second] = [-Infinity, -Infinity];
  for (const [kind, logit] of logits.entries()) {
    if (kind === none) continue;
    if (logit > first) [first, second] = [logit, first];
    else if (logit > second) second = logit;
  }
  const taken = none < 0 ? 0 : noneWeight * clip(logits[none] ?? 0);
  return logits.map((logit, kind) => (kind === none ? silence : clip(logit) + clip(logit - (logit === first ? second : first)) - taken));
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

/** Every need with its strength. `words` as readClauses gives them. Linear in their number. */
export function scoreNeeds(words: readonly string[], model: LinearModel): Scored {
  const sums = sumUp(words, model);
  const none = model.classes.indexOf(noNeed);
  const spans = spansOf(words).filter(([from, to]) => (sums.features[to] ?? 0) > (sums.features[from] ?? 0));
  const strengths = spans.map(span => strengthsIn(logitsIn(sums, span, model), none));
  const whole = logitsIn(sums, [0, words.length], model);
  const needs = model.classes.flatMap((need, kind) => {
    if (kind === none) return [];
    let strength = silence;
    let span: Span = [0, words.length];
    for (const [index, each] of spans.entries()) {
      const value = strengths[index]?.[kind] ?? silence;
      if (value > strength) [strength, span] = [value, each];
    }
    const [from, to] = evidence(sums, span, kind, model.classes.length);
    return [{ need, strength, whole: whole[kind] ?? silence, from, to }];
  });
  return { needs, none: whole[none] ?? silence };
}
