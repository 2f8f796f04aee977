// Learnt weights as small whole numbers: what a model file holds.
import type { LinearModel } from './linear-model.js';
import type { Learnt } from './train-linear.js';

const largest = 127;

/** The weights in steps of `unit`: the largest few may be cut, so that the many small ones keep their shades. */
export function quantise(learnt: Learnt, classes: readonly string[], trainedOn: string): LinearModel {
  const sizes = Float32Array.from(learnt.weights, Math.abs)
    .filter(size => size > 1e-4)
    .sort();
  const nearTop = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const unit = Number((nearTop / largest).toPrecision(6));
  const weights = Int8Array.from(learnt.weights, weight => Math.max(-largest, Math.min(largest, Math.round(weight / unit))));
  const bias = Array.from(learnt.bias, value => Math.round(value / unit));
  return { classes, buckets: learnt.weights.length / classes.length, weights, bias, unit, trainedOn };
}
