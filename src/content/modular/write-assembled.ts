// The assembled questionnaire as JSON: linkIds, conditions, expressions and references as they must read now that everything has its place.
import { placeExpression, placeLinkId, prefixName } from './link-id-prefix.js';
import { renameReferences } from './merge-contained.js';
import { type Extension, readNamedExpression, rootKey } from './modular-extensions.js';
import { assembledExpectation } from './modular-rules.js';
import { modularUrls } from './modular-urls.js';
import type { Gathered, Moved, Placed, Source } from './placed-item.js';
import type { Questionnaire, QuestionnaireItem } from '../forms/questionnaire-schema.js';
import { readText } from '../forms/read-extension.js';

type Known = ReadonlySet<string>;
type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// An Expression is FHIRPath unless it says otherwise; questionnaire-constraint of R4 holds its FHIRPath as an extension of that name.
function isExpression(value: Json): boolean {
  return typeof value['expression'] === 'string' && (value['language'] === undefined || value['language'] === 'text/fhirpath');
}

function rewriteExpressions(value: unknown, write: (expression: string) => string): unknown {
  if (Array.isArray(value)) return value.map(each => rewriteExpressions(each, write));
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rewriteExpressions(each, write)]));
  if (isExpression(value)) copy['expression'] = write(String(value['expression']));
  if (value['url'] === 'expression' && typeof value['valueString'] === 'string') copy['valueString'] = write(value['valueString']);
  return copy;
}

function rewrite<T extends object>(value: T, source: Source, scope: string | undefined, known: Known): T {
  const place = { own: source.own, scope, known };
  const written = rewriteExpressions(value, expression => placeExpression(expression, place));
  // Texts are changed inside and nothing else: the shape is the one that came in.
  return renameReferences(written, source.renames) as T;
}

// The prefix is spelled out everywhere, so its variable has done its work.
function isPrefix(extension: Extension): boolean {
  return extension.url === modularUrls.variable && readNamedExpression(extension).name === prefixName;
}

function writeMoved(moved: readonly Moved[], scope: string | undefined, known: Known): readonly Extension[] {
  return moved.filter(({ extension }) => !isPrefix(extension)).map(({ extension, source }) => rewrite(extension, source, scope, known));
}

function writeItem({ item, source, scope, moved, items }: Placed, known: Known): QuestionnaireItem {
  const { item: inside, extension = [], ...rest } = item;
  const place = { own: source.own, scope, known };
  const { linkId, enableWhen, ...own } = rewrite(rest, source, scope, known);
  const extensions = [...rewrite(extension, source, scope, known).filter(each => !isPrefix(each)), ...writeMoved(moved, scope, known)];
  return {
    linkId: source.own + linkId,
    ...own,
    ...(extensions.length > 0 && { extension: extensions }),
    ...(enableWhen !== undefined && {
      enableWhen: enableWhen.map(each => ({ ...each, question: placeLinkId(each.question, place) })),
    }),
    ...(inside !== undefined && { item: items.map(each => writeItem(each, known)) }),
  };
}

function rootExtensions(root: Questionnaire, { source, scope, moved }: Placed, known: Known, gathered: Gathered): readonly Extension[] {
  const kept = (root.extension ?? []).filter(each => each.url !== modularUrls.assembleExpectation && !isPrefix(each));
  const expectation = assembledExpectation(readText(root, modularUrls.assembleExpectation));
  const unique = new Map(kept.map(each => [rootKey(each), rewrite(each, source, scope, known)]));
  for (const { extension, source: from } of gathered.forRoot) {
    const key = rootKey(extension);
    if (!unique.has(key)) unique.set(key, rewrite(extension, from, from.own, known));
  }
  return [
    ...(expectation === undefined ? [] : [{ url: modularUrls.assembleExpectation, valueCode: expectation }]),
    ...unique.values(),
    ...writeMoved(moved, scope, known),
    ...[...gathered.from].map(canonical => ({ url: modularUrls.assembledFrom, valueCanonical: canonical })),
  ];
}

/** `whole` stands for the root: what it holds, and the extensions that came to it. `known`: every linkId of the result. */
export function writeAssembled(root: Questionnaire, whole: Placed, known: Known, gathered: Gathered): Questionnaire {
  const { item: _items, extension: _extension, contained: _contained, ...rest } = root;
  const extension = rootExtensions(root, whole, known, gathered);
  const contained = gathered.contained.all;
  return {
    ...rest,
    ...(contained.length > 0 && { contained }),
    ...(extension.length > 0 && { extension: [...extension] }),
    item: whole.items.map(each => writeItem(each, known)),
  };
}
