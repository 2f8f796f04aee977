// What a system that launches a form would fill in: names that expressions may use, and that are empty in a conversation.
// Source: https://hl7.org/fhir/uv/sdc/populate.html (launchContext, itemPopulationContext, sourceQueries)
import { extensionUrls } from './extension-urls.js';
import type { Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { type Extended, findExtensions, isRecord, readText, toExtended } from './read-extension.js';
import { walkItems } from './walk-items.js';

function launchNames(element: Extended): readonly unknown[] {
  return findExtensions(element, extensionUrls.launchContext).map(extension => {
    const parts = toExtended(extension);
    const [name] = findExtensions(parts, 'name');
    const coding = name?.['valueCoding'];
    return isRecord(coding) ? coding['code'] : readText(parts, 'name');
  });
}

function populationNames(element: Extended): readonly unknown[] {
  const contexts = findExtensions(element, extensionUrls.itemPopulationContext).map(({ valueExpression }) =>
    isRecord(valueExpression) ? valueExpression['name'] : undefined,
  );
  const queries = findExtensions(element, extensionUrls.sourceQueries).map(({ valueReference }) =>
    isRecord(valueReference) && typeof valueReference['reference'] === 'string'
      ? valueReference['reference'].replace(/^#/u, '')
      : undefined,
  );
  return [...contexts, ...queries];
}

/** Every such name of a questionnaire, once. */
export function readLaunchContext(questionnaire: Questionnaire): readonly string[] {
  const elements: readonly (Questionnaire | QuestionnaireItem)[] = [questionnaire, ...walkItems(questionnaire.item)];
  const names = elements.flatMap(element => [...launchNames(element), ...populationNames(element)]);
  return [...new Set(names.flatMap(name => (typeof name === 'string' && name !== '' ? [name] : [])))];
}
