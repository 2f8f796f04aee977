// Is this questionnaire, made of other files, one that Waymark can run? It is assembled first, then judged as one.
import { assembleQuestionnaire } from './assemble-questionnaire.js';
import { type CheckedQuestionnaire, checkQuestionnaireFile } from '../forms/check-questionnaire.js';
import { findAmong, type FoundQuestionnaire } from './find-questionnaire.js';
import type { FormOption } from '../forms/form.js';
import { isModular } from './modular-rules.js';
import { readQuestionnaire } from '../forms/read-questionnaire.js';

/** A JSON file as it was read, and how to name it in a problem. */
export interface JsonFile {
  readonly json: unknown;
  readonly where: string;
}

/** Does a file name questionnaires that stand in others? */
export function namesOthers(json: unknown): boolean {
  const { questionnaire } = readQuestionnaire(json, '');
  return questionnaire !== undefined && isModular(questionnaire.item);
}

function toFound({ json, where }: JsonFile): readonly FoundQuestionnaire[] {
  const { questionnaire } = readQuestionnaire(json, where);
  return questionnaire === undefined ? [] : [{ questionnaire, where }];
}

/**
 * checkQuestionnaireFile for a file that may be modular, or only a part of another. Its sub-questionnaires are looked for in `others`, of
 * which files that are no questionnaires are passed over. `questionnaire` and `form` are the assembled ones, whose linkIds the problems name.
 */
export function checkModularFile(
  { json, where }: JsonFile,
  others: readonly JsonFile[],
  valueSets: ReadonlyMap<string, FormOption[]> = new Map<string, FormOption[]>(),
): CheckedQuestionnaire {
  const { questionnaire: root, problems: misread } = readQuestionnaire(json, where);
  if (root === undefined) return { problems: [...misread], notes: [] };
  const { questionnaire, problems } = assembleQuestionnaire(root, findAmong(others.flatMap(toFound)), where);
  // A file without parts is judged as it was written, with every fault of its shape.
  const checked = checkQuestionnaireFile(isModular(root.item) ? questionnaire : json, where, valueSets);
  const unread = isModular(root.item) ? misread : [];
  return { ...checked, problems: [...unread, ...problems, ...checked.problems] };
}
