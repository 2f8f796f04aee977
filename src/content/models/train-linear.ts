// Trains a linear model on hashed features: logistic regression, one class against the rest or one class of all, by AdaGrad. The same examples
// and the same seed give the same weights. Run by `waymark train`, never while someone waits.

/** One thing to learn from: hashed features, and the classes it belongs to (with `oneOf`, exactly one). */
export interface Example {
  readonly features: Int32Array;
  readonly classes: readonly number[];
  /** How much it counts; 1 unless given. */
  readonly weight?: number;
}

export interface TrainingPlan {
  readonly classes: number;
  /** A power of two. */
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero at each touch of a weight. */
  readonly decay: number;
  readonly seed: number;
  /** true: an example belongs to exactly one class (softmax); false: to any number of them. */
  readonly oneOf: boolean;
}

/** What was learnt, in logits. */
export interface Learnt {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A repeatable stream of numbers from 0 up to 1 (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(length: number, next: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const [a, b] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = b;
    order[other] = a;
  }
  return order;
}

/** Below this an error teaches nothing worth the time. */
const leastError = 0.02;

class Trainer {
  readonly #plan: TrainingPlan;
  readonly #weights: Float32Array;
  readonly #bias: Float32Array;
  readonly #seen: Float32Array;
  readonly #seenBias: Float32Array;
  readonly #scores: Float64Array;

  constructor(plan: TrainingPlan) {
    this.#plan = plan;
    this.#weights = new Float32Array(plan.buckets * plan.classes);
    this.#seen = new Float32Array(plan.buckets * plan.classes);
    this.#bias = new Float32Array(plan.classes);
    this.#seenBias = new Float32Array(plan.classes);
    this.#scores = new Float64Array(plan.classes);
  }

  get learnt(): Learnt {
    return { weights: this.#weights, bias: this.#bias };
  }

  learn(example: Example): void {
    const { features, classes, weight = 1 } = example;
    const share = 1 / Math.sqrt(Math.max(1, features.length));
    this.#predict(features, share);
    const errors = this.#scores;
    for (let at = 0; at < this.#plan.classes; at += 1) {
      const error = ((errors[at] ?? 0) - (classes.includes(at) ? 1 : 0)) * weight;
      errors[at] = Math.abs(error) > leastError ? error : 0;
    }
    this.#correct(features, share, errors);
  }

  // Chances of the classes, into #scores. Feature by feature, because the weights of one feature lie side by side.
  #predict(features: Int32Array, share: number): void {
    const { classes, oneOf } = this.#plan;
    const [scores, weights] = [this.#scores, this.#weights];
    scores.fill(0);
    for (const feature of features) {
      const row = feature * classes;
      for (let at = 0; at < classes; at += 1) scores[at] = (scores[at] ?? 0) + (weights[row + at] ?? 0);
    }
    for (let at = 0; at < classes; at += 1) scores[at] = (scores[at] ?? 0) * share + (this.#bias[at] ?? 0);
    if (oneOf) softmax(scores);
    else logistic(scores);
  }

  // Everything at hand in locals: this is where training spends its time.
  #correct(features: Int32Array, share: number, errors: Float64Array): void {
    const { classes, rate, decay } = this.#plan;
    const [weights, seen] = [this.#weights, this.#seen];
    const wrong = Int32Array.from([...errors.keys()].filter(at => errors[at] !== 0));
    const slopes = Float64Array.from(wrong, at => (errors[at] ?? 0) * share);
    for (const feature of features) {
      const row = feature * classes;
      for (let which = 0; which < wrong.length; which += 1) {
        const place = row + (wrong[which] ?? 0);
        const before = weights[place] ?? 0;
        const step = (slopes[which] ?? 0) + decay * before;
        const squares = (seen[place] ?? 0) + step * step;
        seen[place] = squares;
        weights[place] = before - (rate * step) / (Math.sqrt(squares) + 1e-6);
      }
    }
    for (const at of wrong) this.#stepBias(at, errors[at] ?? 0);
  }

  #stepBias(at: number, error: number): void {
    const squares = (this.#seenBias[at] ?? 0) + error * error;
    this.#seenBias[at] = squares;
    this.#bias[at] = (this.#bias[at] ?? 0) - (this.#plan.rate * error) / (Math.sqrt(squares) + 1e-6);
  }
}

function logistic(scores: Float64Array): void {
  for (let at = 0; at < scores.length; at += 1) scores[at] = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
}

function softmax(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] ?? 0) - top);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

/** Learns from all examples, `epochs` times, each time in another order. */
export function trainLinear(examples: readonly Example[], plan: TrainingPlan): Learnt {
  const trainer = new Trainer(plan);
  const next = seededNumbers(plan.seed);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    for (const index of shuffled(examples.length, next)) {
      const example = examples[index];
      if (example !== undefined) trainer.learn(example);
    }
  }
  return trainer.learnt;
}
