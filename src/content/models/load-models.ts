// models/: the trained models, read at start, and whether they still belong to the texts they were trained from.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentReader } from '../content-reader.js';
import type { LinearModel } from './linear-model.js';
import { readModel } from './model-file.js';
import { hashTraining, trainedFrom } from './training-texts.js';

/** What understanding hears with beside its word lists. */
export interface Models {
  /** Scores each of the needs. */
  readonly needs: LinearModel;
  /** Tells languages and their romanised forms apart. */
  readonly languages: LinearModel;
  /** Hears danger that is meant and not said. */
  readonly redFlags: LinearModel;
}

/** Names of the files in models/. */
export const modelFiles = { needs: 'needs.model', languages: 'languages.model', redFlags: 'red-flags.model' } as const;

function readOne(folder: string, name: string, problems: string[]): LinearModel | undefined {
  const file = join(folder, name);
  if (!existsSync(file)) {
    problems.push(`models/${name}: is missing; make it with: npm run -s waymark -- train`);
    return undefined;
  }
  try {
    return readModel(readFileSync(file));
  } catch (error) {
    problems.push(
      `models/${name}: ${error instanceof Error ? error.message : 'cannot be read'}; make it with: npm run -s waymark -- train`,
    );
    return undefined;
  }
}

/** The models of a folder; undefined where one is missing or broken. Problems: that, and models trained from other texts than now stand there. */
export function loadModels(
  folder: string,
  reader: ContentReader,
  tags: readonly string[],
): { readonly models: Models | undefined; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const read = (which: keyof typeof modelFiles): LinearModel | undefined => {
    const model = readOne(folder, modelFiles[which], problems);
    if (model !== undefined && model.trainedOn !== hashTraining(reader, tags, trainedFrom[which])) {
      problems.push(
        `models/${modelFiles[which]}: is stale: the texts in locales/ it was trained from have changed; run: npm run -s waymark -- train`,
      );
    }
    return model;
  };
  const [needs, languages, redFlags] = [read('needs'), read('languages'), read('redFlags')];
  return { models: needs && languages && redFlags && { needs, languages, redFlags }, problems };
}
