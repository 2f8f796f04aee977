// How a display item serves the item it stands in. Source of the codes: https://hl7.org/fhir/R4/valueset-questionnaire-item-control.html
import { extensionUrls } from './extension-urls.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { readConceptCodes, readFlag } from './read-extension.js';

/** `help`: a sentence below the question; `why`: the reason for it; `unit`, `lower`, `upper`: words beside the place for the answer. */
export type DisplayRole = 'help' | 'why' | 'unit' | 'lower' | 'upper';

const rolesAnywhere: ReadonlyMap<string, DisplayRole> = new Map([
  ['inline', 'help'],
  ['flyover', 'help'],
  ['help', 'why'],
]);
const rolesInQuestions: ReadonlyMap<string, DisplayRole> = new Map([
  ['prompt', 'help'],
  ['security', 'help'],
  ['legal', 'help'],
  ['unit', 'unit'],
  ['lower', 'lower'],
  ['upper', 'upper'],
]);
const rolesByCategory: ReadonlyMap<string, DisplayRole> = new Map([
  ['instructions', 'help'],
  ['security', 'help'],
  ['help', 'why'],
]);

/** Shown at once and always: a display with a condition, or a hidden one, stands alone whatever it says it is. */
function isUnconditional(item: QuestionnaireItem): boolean {
  const conditional = (item.enableWhen?.length ?? 0) > 0 || item.extension?.some(({ url }) => url === extensionUrls.enableWhenExpression);
  return conditional !== true && !readFlag(item, extensionUrls.hidden);
}

function roleByControl(controls: readonly string[], inQuestion: boolean): DisplayRole | undefined {
  const roles = controls.map(control => rolesAnywhere.get(control) ?? (inQuestion ? rolesInQuestions.get(control) : undefined));
  return roles.find(role => role !== undefined);
}

/** The role of a display in the item it stands in, or undefined: a statement of its own. */
export function displayRole(item: QuestionnaireItem, parent: QuestionnaireItem | undefined): DisplayRole | undefined {
  if (item.type !== 'display' || parent === undefined || !isUnconditional(item)) return undefined;
  const controls = readConceptCodes(item, extensionUrls.itemControl);
  const inQuestion = parent.type !== 'group';
  const role = roleByControl(controls, inQuestion);
  if (role !== undefined || !inQuestion || controls.length > 0) return role;
  return readConceptCodes(item, extensionUrls.displayCategory).flatMap(category => rolesByCategory.get(category) ?? [])[0];
}
