// Both models from the training texts of all languages: the scorer of needs and the detector of languages.
import type { LinearModel } from '../../content/models/linear-model.js';
import type { TrainingTexts } from '../../content/models/training-texts.js';
import { needKeys } from '../../content/journey/needs-schema.js';
import { nativeScript } from '../../content/languages/native-script.js';
import { languageExamples } from './language-examples.js';
import { needExamples } from './need-examples.js';
import { quantise } from '../../content/models/quantise.js';
import { trainLinear } from '../../content/models/train-linear.js';

/** The class of messages that name no need. */
const noNeed = 'none';

const seed = 20261122;
const needPlan = { buckets: 2 ** 18, epochs: 3, rate: 0.8, decay: 2e-5, seed, oneOf: false };
const languagePlan = { buckets: 2 ** 15, epochs: 2, rate: 0.5, decay: 1e-5, seed, oneOf: true };

/** Every so manieth phrase is enough to tell a language by. */
const lexiconStep = 3;

function allTexts({ utterances, phrases, listened }: TrainingTexts): readonly string[] {
  const { needs, none, several } = utterances;
  const lexicon = [...phrases.values()].flat().filter((_, at) => at % lexiconStep === 0);
  return [
    ...[...needs.values()].flat(),
    ...none,
    ...several.map(({ text }) => text),
    ...lexicon.map(written => written.replace(/[-?+*]/gu, '')),
    ...listened,
  ];
}

/** Trains the scorer of needs. Seeded: the same texts give the same weights. */
export function trainNeeds(languages: readonly TrainingTexts[], trainedOn: string): LinearModel {
  const examples = needExamples(languages, needKeys, needPlan.buckets, seed);
  const classes = [...needKeys, noNeed];
  return quantise(trainLinear(examples, { ...needPlan, classes: classes.length }), classes, trainedOn);
}

/** Trains the detector of languages. Seeded: the same texts give the same weights. */
export function trainLanguages(languages: readonly TrainingTexts[], trainedOn: string): LinearModel {
  const texts = languages.map(language => ({
    tag: language.tag,
    native: nativeScript(language.tag),
    texts: allTexts(language),
  }));
  const { classes, examples } = languageExamples(texts, languagePlan.buckets, seed);
  return quantise(trainLinear(examples, { ...languagePlan, classes: classes.length }), classes, trainedOn);
}
