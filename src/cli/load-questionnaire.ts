// A questionnaire file made ready for a command: read, its sub-questionnaires put in, checked, its expressions tried.
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { assembleQuestionnaire } from '../content/assemble-questionnaire.js';
import { checkQuestionnaireFile } from '../content/check-questionnaire.js';
import { findAmong, type FoundQuestionnaire } from '../content/find-questionnaire.js';
import type { Form } from '../content/form.js';
import type { Questionnaire } from '../content/questionnaire-schema.js';
import { readQuestionnaire } from '../content/read-questionnaire.js';
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

/** The questionnaires beside a file and in the folders beside it: where sub-questionnaires are looked for. */
async function neighbours(file: string): Promise<readonly FoundQuestionnaire[]> {
  const folder = dirname(resolve(file));
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name));
  const folders = [folder, ...inside];
  const names = await Promise.all(folders.map(async each => (await readdir(each)).map(name => join(each, name))));
  const read = names
    .flat()
    .filter(name => name.endsWith('.json'))
    .map(async where => {
      const json = await readJsonFile(where);
      const { questionnaire } = json.ok ? readQuestionnaire(json.json, where) : {};
      return questionnaire === undefined ? [] : [{ questionnaire, where }];
    });
  return (await Promise.all(read)).flat();
}

function isModularFile(json: unknown): boolean {
  return JSON.stringify(json).includes('sdc-questionnaire-subQuestionnaire');
}

interface Assembled {
  readonly json: unknown;
  readonly problems: readonly string[];
}

/** The file with its sub-questionnaires put in; as it is where it names none or cannot be read. */
async function assembled(json: unknown, file: string): Promise<Assembled> {
  if (!isModularFile(json)) return { json, problems: [] };
  const { questionnaire, problems } = readQuestionnaire(json, file);
  if (questionnaire === undefined || problems.length > 0) return { json, problems: [] };
  const whole = assembleQuestionnaire(questionnaire, findAmong(await neighbours(file)), file);
  return { json: whole.questionnaire, problems: whole.problems };
}

/** Every expression that cannot be used here, as a problem of the file. */
function ruleProblems(form: Form, file: string): readonly string[] {
  return checkRules(form).map(({ linkId, rule, why }) =>
    linkId === '' ? `${file}: ${rule}: ${why}` : `${file}: item '${linkId}': ${rule}: ${why}`,
  );
}

/** Reads and checks one questionnaire file. Never throws for what is in it. */
export async function loadQuestionnaire(file: string): Promise<LoadedQuestionnaire> {
  const read = await readJsonFile(file);
  if (!read.ok) return { problems: [read.why], notes: [] };
  const { json, problems } = await assembled(read.json, file);
  if (problems.length > 0) return { problems, notes: [] };
  const checked = checkQuestionnaireFile(json, file);
  if (checked.form === undefined || checked.problems.length > 0) return checked;
  return { ...checked, problems: ruleProblems(checked.form, file) };
}
