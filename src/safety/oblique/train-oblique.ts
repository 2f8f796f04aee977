// Trains the booster (`waymark train`). Seeded: the same texts give the same weights.
import { redFlagKinds } from '../../content/content.js';
import type { LinearModel } from '../../content/models/linear-model.js';
import { quantise } from '../../content/models/quantise.js';
import { type Example, trainLinear } from '../../content/models/train-linear.js';
import type { DangerTexts } from '../../content/models/training-texts.js';
import { noDanger } from './hear-oblique.js';
import { obliqueExamples } from './oblique-examples.js';

const seed = 20261122;
const plan = { buckets: 2 ** 20, epochs: 4, rate: 0.8, decay: 2e-5, seed, oneOf: false };
/** What fewer examples than this show is chance. */
const fewestExamples = 3;

/** The examples without what hardly any of them show. */
function withoutChance(examples: readonly Example[]): readonly Example[] {
  const seen = new Uint32Array(plan.buckets);
  for (const { features } of examples) for (const feature of features) seen[feature] = (seen[feature] ?? 0) + 1;
  return examples.map(example => ({ ...example, features: example.features.filter(feature => (seen[feature] ?? 0) >= fewestExamples) }));
}

/** Trains the scorer of danger that is meant and not said. */
export function trainOblique(languages: readonly DangerTexts[], trainedOn: string): LinearModel {
  const classes = [...redFlagKinds, noDanger];
  const examples = withoutChance(obliqueExamples(languages, redFlagKinds, plan.buckets, seed));
  return quantise(trainLinear(examples, { ...plan, classes: classes.length }), classes, trainedOn);
}
