// The ValueSets a Questionnaire contains, as options to choose from. A set that would have to be worked out by a terminology server is
// refused with the reason. Sources: https://hl7.org/fhir/R4/valueset.html#expansion and #compositions
import { z } from 'zod';
import { extensionUrls } from './extension-urls.js';
import type { FormOption } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { Questionnaire } from './questionnaire-schema.js';
import { isRecord, readNumber, toExtended } from './read-extension.js';
import { readTranslations, readWords } from './read-rendering.js';

/** What a value set offers, or why it cannot be used (`includes codes by a filter …`). */
export type ReadValueSet = { readonly options: readonly FormOption[] } | { readonly refused: string };

const designations = z.array(z.looseObject({ language: z.string().optional(), value: z.string() }));
const concept = z.looseObject({ code: z.string(), display: z.string().optional(), designation: designations.optional() });
const include = z.looseObject({
  system: z.string().optional(),
  concept: z.array(concept).optional(),
  filter: z.array(z.unknown()).optional(),
  valueSet: z.array(z.unknown()).optional(),
});
const valueSetSchema = z.looseObject({
  url: z.string().optional(),
  version: z.string().optional(),
  expansion: z
    .looseObject({ total: z.number().optional(), offset: z.number().optional(), contains: z.array(z.unknown()).optional() })
    .optional(),
  compose: z.looseObject({ include: z.array(include), exclude: z.array(include).optional() }).optional(),
});
const containedSchema = concept.extend({
  system: z.string().optional(),
  code: z.string().optional(),
  abstract: z.boolean().optional(),
  inactive: z.boolean().optional(),
  contains: z.array(z.unknown()).optional(),
});

type Concept = z.infer<typeof concept>;
type Compose = NonNullable<z.infer<typeof valueSetSchema>['compose']>;

/** An option of a listed concept. */
function conceptOption(listed: Concept, system: string | undefined): FormOption {
  const { code, display } = listed;
  const translations = new Map(readTranslations(listed['_display']));
  for (const { language, value } of listed.designation ?? []) {
    if (language !== undefined && !translations.has(language)) translations.set(language, value);
  }
  const own = toExtended(listed);
  const score = readNumber(own, extensionUrls.ordinalValue) ?? readNumber(own, extensionUrls.itemWeight);
  return {
    code,
    value: { valueCoding: omitUndefined({ system, code, display }) },
    label: readWords(display ?? code, listed['_display']),
    exclusive: false,
    ...omitUndefined({ score, labels: translations.size > 0 ? translations : undefined }),
  };
}

// Without recursion: an expansion from outside may be nested to any depth.
function flatten(contains: readonly unknown[]): {
  readonly options: readonly FormOption[];
  readonly entries: number;
  readonly sound: boolean;
} {
  const options: FormOption[] = [];
  const waiting = [...contains].reverse();
  let entries = 0;
  while (waiting.length > 0) {
    const parsed = containedSchema.safeParse(waiting.pop());
    if (!parsed.success) return { options, entries, sound: false };
    const { code, system, abstract, inactive, contains: inside = [] } = parsed.data;
    entries += 1;
    if (code !== undefined && abstract !== true && inactive !== true) options.push(conceptOption({ ...parsed.data, code }, system));
    for (let place = inside.length - 1; place >= 0; place -= 1) waiting.push(inside[place]);
  }
  return { options, entries, sound: true };
}

function whyNotListed({ include: included, exclude = [] }: Compose): string | undefined {
  for (const part of [...included, ...exclude]) {
    if ((part.filter ?? []).length > 0) return 'picks codes by a filter';
    if ((part.valueSet ?? []).length > 0) return 'takes codes from another value set';
    if ((part.concept ?? []).length === 0) return 'takes a whole code system';
  }
  return undefined;
}

function readCompose(compose: Compose): ReadValueSet {
  const why = whyNotListed(compose);
  if (why !== undefined) return { refused: `${why}, which needs a terminology server: give its expansion in the file` };
  const left = new Set(compose.exclude?.flatMap(part => (part.concept ?? []).map(({ code }) => `${part.system ?? ''}|${code}`)));
  const options = compose.include.flatMap(part =>
    (part.concept ?? []).filter(({ code }) => !left.has(`${part.system ?? ''}|${code}`)).map(each => conceptOption(each, part.system)),
  );
  return { options };
}

function readSet(resource: Readonly<Record<string, unknown>>): ReadValueSet {
  const parsed = valueSetSchema.safeParse(resource);
  if (!parsed.success) return { refused: 'is not a sound ValueSet' };
  const { expansion, compose } = parsed.data;
  if (expansion?.contains === undefined || expansion.contains.length === 0) return compose ? readCompose(compose) : { options: [] };
  const { options, entries, sound } = flatten(expansion.contains);
  if (!sound) return { refused: 'is not a sound ValueSet' };
  if ((expansion.total ?? 0) > entries) {
    return { refused: `is expanded only in part (${String(entries)} of ${String(expansion.total)})` };
  }
  return { options };
}

/** The ValueSets a Questionnaire contains, by every name an item may use: `#id`, their url, and `url|version`. */
export function readContainedValueSets(questionnaire: Questionnaire): ReadonlyMap<string, ReadValueSet> {
  const contained: unknown = questionnaire['contained'];
  const sets = new Map<string, ReadValueSet>();
  for (const resource of Array.isArray(contained) ? (contained as readonly unknown[]) : []) {
    if (!isRecord(resource) || resource['resourceType'] !== 'ValueSet') continue;
    const { id, url, version } = resource;
    const set = readSet(resource);
    if (typeof id === 'string') sets.set(`#${id}`, set);
    if (typeof url !== 'string') continue;
    sets.set(url, set);
    if (typeof version === 'string') sets.set(`${url}|${version}`, set);
  }
  return sets;
}
