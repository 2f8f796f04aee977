// `train`: makes models/ anew from the utterances, phrases, word lists and red-flag lines of locales/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentReader } from '../content/content-reader.js';
import type { LinearModel } from '../content/models/linear-model.js';
import { modelFiles } from '../content/models/load-models.js';
import { writeModel } from '../content/models/model-file.js';
import { hashTraining, readDangerTexts, readTrainingTexts, trainedFrom } from '../content/models/training-texts.js';
import { trainOblique } from '../safety/oblique/train-oblique.js';
import { trainLanguages, trainNeeds } from '../understanding/training/train-models.js';
import type { CommandResult } from './questionnaire-commands.js';

interface TrainFolders {
  readonly dialogs: string;
  readonly locales: string;
  readonly models: string;
}

function describe(name: string, model: LinearModel): string {
  const megabytes = (model.weights.length / 1e6).toFixed(1);
  return `models/${name}: ${String(model.classes.length)} classes, ${megabytes} MB`;
}

/** Trains all models and writes them. Exit 1, with every problem, where a language's texts cannot be read. Takes under a minute. */
export function trainCommand({ dialogs, locales, models }: TrainFolders): CommandResult {
  const reader = new ContentReader({ dialogs, locales });
  const tags = reader.listFolders('locales');
  const texts = tags.map(tag => readTrainingTexts(reader, tag)).filter(text => text !== undefined);
  const dangers = tags.map(tag => readDangerTexts(reader, tag)).filter(text => text !== undefined);
  if (reader.problems.length > 0) return { output: reader.problems.join('\n'), exitCode: 1 };
  const trainedOn = (which: keyof typeof trainedFrom): string => hashTraining(reader, tags, trainedFrom[which]);
  mkdirSync(models, { recursive: true });
  const made = [
    [modelFiles.needs, trainNeeds(texts, trainedOn('needs'))],
    [modelFiles.languages, trainLanguages(texts, trainedOn('languages'))],
    [modelFiles.redFlags, trainOblique(dangers, trainedOn('redFlags'))],
  ] as const;
  for (const [name, model] of made) writeFileSync(join(models, name), writeModel(model));
  return { output: made.map(([name, model]) => describe(name, model)).join('\n'), exitCode: 0 };
}
