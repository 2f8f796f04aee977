// What would change the meaning of a form and is not followed here: it is refused by name, since a form half followed is a wrong form.
// Sources: https://hl7.org/fhir/R4/extensibility.html#modifierExtension, https://hl7.org/fhir/uv/sdc/behavior.html
import { extensionUrls, unfollowedExtensions } from './extension-urls.js';
import type { Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { findExtensions, toExtended } from './read-extension.js';
import { walkItems } from './walk-items.js';

// A modifier on any part of the element, the items inside it aside: they are asked themselves. Without recursion, whatever the depth.
function hasModifier(element: object): boolean {
  const waiting: unknown[] = [element];
  while (waiting.length > 0) {
    const here = waiting.pop();
    if (typeof here !== 'object' || here === null) continue;
    for (const [name, value] of Object.entries(here)) {
      if (name === 'modifierExtension' && (!Array.isArray(value) || value.length > 0)) return true;
      if (name !== 'item') waiting.push(value);
    }
  }
  return false;
}

function computed(element: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(element).flatMap(([name, beside]) =>
    name.startsWith('_') && findExtensions(toExtended(beside), extensionUrls.cqfExpression).length > 0 ? [name.slice(1)] : [],
  );
}

const onlyWords = new Set(['text', 'prefix', 'title', 'description']);

function faultsOf(element: Questionnaire | QuestionnaireItem): readonly string[] {
  const names = (element.extension ?? []).flatMap(({ url }) => unfollowedExtensions.get(url) ?? []);
  return [
    ...(hasModifier(element) ? ['has a modifierExtension this release does not know, so it may mean something else'] : []),
    ...[...new Set(names)].map(name => `has ${name}, which Waymark does not follow`),
    ...computed(element)
      .filter(name => !onlyWords.has(name))
      .map(name => `${name} is worked out by an expression, which Waymark does not follow`),
  ];
}

/** Every such fault of a form and its items. */
export function checkExtensions(questionnaire: Questionnaire, where: string): string[] {
  const rules = typeof questionnaire['implicitRules'] === 'string' ? [`${where}: has implicitRules, which Waymark does not know`] : [];
  return [
    ...rules,
    ...faultsOf(questionnaire).map(fault => `${where}: ${fault}`),
    ...walkItems(questionnaire.item).flatMap(item => faultsOf(item).map(fault => `${where}: item '${item.linkId}': ${fault}`)),
  ];
}

/** What a form wants that a conversation does otherwise, and may: told, and no reason not to run it. */
export function noteExtensions(questionnaire: Questionnaire, where: string): string[] {
  const notes = walkItems(questionnaire.item).flatMap(item =>
    computed(item)
      .filter(name => onlyWords.has(name))
      .map(name => `${where}: item '${item.linkId}': ${name} is worked out by an expression: it is shown as written`),
  );
  const signed = [questionnaire, ...walkItems(questionnaire.item)].some(
    element => findExtensions(element, extensionUrls.signatureRequired).length > 0,
  );
  const { name } = questionnaire;
  return [
    ...notes,
    ...(signed ? [`${where}: asks for a signature, which a conversation does not take`] : []),
    ...(name === undefined || /^[A-Z]\w{0,254}$/u.test(name)
      ? []
      : [`${where}: name '${name}' is not a name that programs can use (que-0)`]),
  ];
}
