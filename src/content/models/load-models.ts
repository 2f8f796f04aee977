// models/: the trained models, read at start, and whether they still belong to the texts they were trained from.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentReader } from '../content-reader.js';
import type { LinearModel } from './linear-model.js';
import { readModel } from './model-file.js';
import { hashTraining } from './training-texts.js';

/** What understanding hears with beside its word lists. */
export interface Models {
  /** Scores each of the needs. */
  readonly needs: LinearModel;
  /** Tells languages and their romanised forms apart. */
  readonly languages: LinearModel;
}

/** Names of the files in models/. */
export const modelFiles = { needs: 'needs.model', languages: 'languages.model' } as const;

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
  const needs = readOne(folder, modelFiles.needs, problems);
  const languages = readOne(folder, modelFiles.languages, problems);
  const now = hashTraining(reader, tags);
  for (const [name, model] of [[modelFiles.needs, needs] as const, [modelFiles.languages, languages] as const]) {
    if (model !== undefined && model.trainedOn !== now) {
      problems.push(`models/${name}: is stale: the phrases or utterances in locales/ have changed; run: npm run -s waymark -- train`);
    }
  }
  return { models: needs && languages && { needs, languages }, problems };
}
