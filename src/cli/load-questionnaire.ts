// A questionnaire file made ready for a command: read, its sub-questionnaires put in, checked, its expressions tried.
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkModularFile, namesOthers, type JsonFile } from '../content/modular/check-modular-file.js';
import type { Form, FormOption } from '../content/forms/form.js';
import type { Questionnaire } from '../content/forms/questionnaire-schema.js';
import { checkRules } from '../questionnaire/rules/check-rules.js';
import { readJsonFile } from './read-json-file.js';

/**
 * What a file holds. `questionnaire` and `form` are there when its shape could be read; it may be run only when `problems` is empty.
 * `notes`: what whoever runs it should know and that does not stop it.
 */
export interface LoadedQuestionnaire {
  readonly questionnaire?: Questionnaire;
  readonly form?: Form;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** The JSON files beside a file and in the folders beside it: where sub-questionnaires are looked for. */
async function neighbours(file: string): Promise<readonly JsonFile[]> {
  const folder = dirname(resolve(file));
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = [folder, ...entries.filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name))];
  const names = await Promise.all(folders.map(async each => (await readdir(each)).map(name => join(each, name))));
  const files = names.flat().filter(name => name.endsWith('.json'));
  const read = await Promise.all(files.map(async where => ({ where, read: await readJsonFile(where) })));
  return read.flatMap(each => (each.read.ok ? [{ where: each.where, json: each.read.json }] : []));
}

/** Every expression that cannot be used here, as a problem of the file. */
function ruleProblems(form: Form, file: string): readonly string[] {
  return checkRules(form).map(({ linkId, rule, why }) =>
    linkId === '' ? `${file}: ${rule}: ${why}` : `${file}: item '${linkId}': ${rule}: ${why}`,
  );
}

/** Reads and checks one questionnaire file; `valueSets` as in checkQuestionnaireFile. Never throws for what is in it. */
export async function loadQuestionnaire(file: string, valueSets?: ReadonlyMap<string, FormOption[]>): Promise<LoadedQuestionnaire> {
  const read = await readJsonFile(file);
  if (!read.ok) return { problems: [read.why], notes: [] };
  const others = namesOthers(read.json) ? await neighbours(file) : [];
  const checked = checkModularFile({ json: read.json, where: file }, others, valueSets);
  if (checked.form === undefined || checked.problems.length > 0) return checked;
  return { ...checked, problems: ruleProblems(checked.form, file) };
}
