// Which questionnaires may hold or be held by others, and what a sub-questionnaire may not bring along
// (https://hl7.org/fhir/uv/sdc/modular.html#searching and #modular).
import { modularUrls } from './modular-urls.js';
import type { Questionnaire, QuestionnaireItem } from '../forms/questionnaire-schema.js';
import { type Extended, readText, readTexts } from '../forms/read-extension.js';

function canonicals({ extension = [] }: Extended): readonly string[] {
  return extension.flatMap(({ url, valueCanonical }) =>
    url === modularUrls.subQuestionnaire && typeof valueCanonical === 'string' ? [valueCanonical] : [],
  );
}

/** The canonical of the questionnaire that takes an item's place; undefined for an item that stays. */
export function subQuestionnaireOf(item: QuestionnaireItem): string | undefined {
  return canonicals(item)[0];
}

/** Does any item, at any depth, name a questionnaire to take its place? */
export function isModular(items: readonly QuestionnaireItem[]): boolean {
  return items.some(item => subQuestionnaireOf(item) !== undefined || isModular(item.item ?? []));
}

function asDisplay(item: QuestionnaireItem): QuestionnaireItem {
  const { extension = [], item: inside, ...rest } = item;
  const kept = extension.filter(({ url }) => url !== modularUrls.subQuestionnaire);
  return { ...rest, ...(kept.length > 0 && { extension: kept }), ...(inside && { item: inside.map(asDisplay) }) };
}

/** The questionnaire as it stands in its own file, for judging that file alone: what names a sub-questionnaire is a plain display. */
export function withoutParts(questionnaire: Questionnaire): Questionnaire {
  return isModular(questionnaire.item) ? { ...questionnaire, item: questionnaire.item.map(asDisplay) } : questionnaire;
}

/** What is wrong with the item that names a sub-questionnaire: it is taken out whole, so nothing may be lost with it. */
export function placeholderFaults(item: QuestionnaireItem): readonly string[] {
  return [
    ...(item.type === 'display' ? [] : [`names a sub-questionnaire and is of type '${item.type}'; it must be a display`]),
    ...(canonicals(item).length > 1 ? ['names more than one sub-questionnaire: give each a display of its own'] : []),
    ...(item.enableWhen === undefined
      ? []
      : ['has enableWhen, which would be lost with it: put it on a group around the display that names the sub-questionnaire']),
  ];
}

function given(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function told(language: unknown): string {
  return language === undefined ? 'none it names' : JSON.stringify(language);
}

/** What forbids this questionnaire to be a part of one in that language. `names`: the variables it finds there. */
export function partFaults(part: Questionnaire, language: unknown, names: ReadonlySet<string>): readonly string[] {
  const root = readText(part, modularUrls.assembleExpectation) === 'assemble-root';
  const needed = readTexts(part, modularUrls.assembleContext).filter(name => !names.has(name));
  const { language: own } = part;
  return [
    ...(root ? ['is made to stand alone (assemble-expectation is assemble-root), so it cannot be a part'] : []),
    ...needed.map(name => `needs the variable '${name}' (assembleContext), which is not set where it is put in`),
    ...(own !== undefined && own !== language ? [`is in language ${JSON.stringify(own)}, and what holds it is in ${told(language)}`] : []),
    ...(given(part['implicitRules']) ? ['has implicitRules, which a part may not have'] : []),
    ...(given(part['modifierExtension']) ? ['has a modifierExtension, which a part may not have'] : []),
  ];
}

/** Why a questionnaire cannot be filled in by itself, if it says so. */
export function rootFaults(root: Questionnaire): readonly string[] {
  const expectation = readText(root, modularUrls.assembleExpectation) ?? '';
  const child = expectation === 'assemble-child' || expectation === 'independent-child';
  const needed = readTexts(root, modularUrls.assembleContext).map(name => `'${name}'`);
  return [
    ...(child ? [`can only be used as a part of another questionnaire (its assemble-expectation is ${expectation})`] : []),
    ...(needed.length > 0
      ? [`can only be used as a part of another questionnaire, which gives it ${needed.join(', ')} (assembleContext)`]
      : []),
  ];
}

/** assemble-expectation once nothing is left to assemble; undefined: the extension goes. */
export function assembledExpectation(expectation: string | undefined): string | undefined {
  return expectation === 'assemble-root' ? undefined : expectation?.replace(/^assemble-/u, 'independent-');
}
