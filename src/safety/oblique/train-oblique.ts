// Trains the booster (`waymark train`). Seeded: the same texts give the same weights.
import { redFlagKinds } from '../../content/content.js';
import type { LinearModel } from '../../content/models/linear-model.js';
import { quantise } from '../../content/models/quantise.js';
import { trainLinear } from '../../content/models/train-linear.js';
import type { DangerTexts } from '../../content/models/training-texts.js';
import { noDanger } from './hear-oblique.js';
import { obliqueExamples } from './oblique-examples.js';

const seed = 20261122;
const plan = { buckets: 2 ** 19, epochs: 4, rate: 0.8, decay: 2e-5, seed, oneOf: false };

/** Trains the scorer of danger that is meant and not said. */
export function trainOblique(languages: readonly DangerTexts[], trainedOn: string): LinearModel {
  const classes = [...redFlagKinds, noDanger];
  const examples = obliqueExamples(languages, redFlagKinds, plan.buckets, seed);
  return quantise(trainLinear(examples, { ...plan, classes: classes.length }), classes, trainedOn);
}
