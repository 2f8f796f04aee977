// A linear model as data: one small whole number for each hashed feature and class. Whole numbers add up to the same on every machine.

/** Weights of a text classifier whose features are hashes. Read by understanding/, made by `waymark train`. */
export interface LinearModel {
  /** What it tells apart: needs, or languages. */
  readonly classes: readonly string[];
  /** Buckets of hashed features: a power of two. */
  readonly buckets: number;
  /** Row by row: bucket b, class c at `b * classes.length + c`; -127 to 127. */
  readonly weights: Int8Array;
  /** Added once per class, in units of the weights. */
  readonly bias: readonly number[];
  /** One unit of a weight, in logits. */
  readonly unit: number;
  /** SHA-256 of everything it was trained from, 64 hexadecimal digits. */
  readonly trainedOn: string;
}
