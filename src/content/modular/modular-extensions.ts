// What an extension on the root of a sub-questionnaire becomes when its items go into another one
// (https://hl7.org/fhir/uv/sdc/modular.html#modular, step 5): some move to the assembled root, some to the item that holds the items, the
// rest stay behind with the title and the date.
import { modularUrls } from './modular-urls.js';
import type { Extended } from '../forms/read-extension.js';

/** One FHIR extension. */
export type Extension = NonNullable<Extended['extension']>[number];

const toRoot = new Set<string>([
  modularUrls.launchContext,
  modularUrls.library,
  modularUrls.observationExtract,
  modularUrls.observationLinkPeriod,
]);
const toHolder = new Set<string>([
  modularUrls.variable,
  modularUrls.targetConstraint,
  modularUrls.sdcTargetConstraint,
  modularUrls.constraint,
  modularUrls.itemPopulationContext,
  modularUrls.itemExtractionContext,
]);

/** Extensions that go to the root of the assembled questionnaire. */
export function extensionsForRoot({ extension = [] }: Extended): readonly Extension[] {
  return extension.filter(({ url }) => toRoot.has(url));
}

/** Extensions that go to the item holding the sub-questionnaire (to the root where it stands there). */
export function extensionsForHolder({ extension = [] }: Extended): readonly Extension[] {
  return extension.filter(({ url }) => toHolder.has(url));
}

function member(value: unknown, name: string): unknown {
  // An object's index signature: whatever stands under the name.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** `name` and `expression` of an extension's valueExpression, as far as they are texts. */
export function readNamedExpression(extension: Extension): { readonly name?: string; readonly expression?: string } {
  const name = member(extension['valueExpression'], 'name');
  const expression = member(extension['valueExpression'], 'expression');
  return { ...(typeof name === 'string' && { name }), ...(typeof expression === 'string' && { expression }) };
}

function launchName(extension: Extension): string | undefined {
  const inner = Array.isArray(extension['extension']) ? (extension['extension'] as readonly unknown[]) : [];
  const named = inner.find(each => member(each, 'url') === 'name');
  const name = member(member(named, 'valueCoding'), 'code') ?? member(named, 'valueId');
  return typeof name === 'string' ? name : undefined;
}

/** What makes two extensions of the root the same one: a launch context's name, a library's address, or everything. */
export function rootKey(extension: Extension): string {
  const name = extension.url === modularUrls.launchContext ? launchName(extension) : undefined;
  return name === undefined ? JSON.stringify(extension) : `${extension.url} ${name}`;
}

/** Names that expressions inside an element may use because of the extensions on it. */
export function namesGivenBy({ extension = [] }: Extended): readonly string[] {
  return extension.flatMap(each => {
    if (each.url === modularUrls.launchContext) return launchName(each) ?? [];
    const named = each.url === modularUrls.variable || each.url === modularUrls.itemPopulationContext;
    return named ? (readNamedExpression(each).name ?? []) : [];
  });
}

const once: readonly (readonly [url: string, name: string])[] = [
  [modularUrls.itemPopulationContext, 'itemPopulationContext'],
  [modularUrls.itemExtractionContext, 'itemExtractionContext'],
];

/** What is wrong with the extensions one item ends up with: two variables of one name, or two of what may stand there once. */
export function clashes(extensions: readonly Extension[]): readonly string[] {
  const names = extensions.filter(({ url }) => url === modularUrls.variable).flatMap(each => readNamedExpression(each).name ?? []);
  const twice = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  return [
    ...[...twice].map(name => `has the variable '${name}' twice once its sub-questionnaire is in place`),
    ...once
      .filter(([url]) => extensions.filter(each => each.url === url).length > 1)
      .map(([, name]) => `has ${name} twice once its sub-questionnaire is in place`),
  ];
}
