// Does a language say everything English says, and nothing else? Content files by id and field, product files by key and plural form.
import type { TextEntry, TextFile } from './content-texts.js';
import { hasBrokenPlaceholder, listPlaceholders } from './fill-template.js';

function checkPair(english: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>, where: string): string[] {
  const problems: string[] = [];
  for (const [name, text] of english) {
    const translated = other.get(name);
    if (translated === undefined) problems.push(`${where}: '${name}' is missing`);
    else
      problems.push(
        ...comparePlaceholders(listPlaceholders(text), listPlaceholders(translated), `${where}: '${name}'`),
        ...checkBraces(translated, `${where}: '${name}'`),
      );
  }
  for (const name of other.keys()) if (!english.has(name)) problems.push(`${where}: '${name}' has no English text`);
  return problems;
}

function comparePlaceholders(english: ReadonlySet<string>, other: ReadonlySet<string>, where: string): string[] {
  return [
    ...[...english].filter(name => !other.has(name)).map(name => `${where} leaves out {{${name}}}`),
    ...[...other].filter(name => !english.has(name)).map(name => `${where} has {{${name}}}, which the English text has not`),
  ];
}

function checkBraces(text: string, where: string): string[] {
  return hasBrokenPlaceholder(text) ? [`${where} has braces that are no placeholder`] : [];
}

function checkEntry(english: TextEntry, other: TextEntry, where: string): string[] {
  return [...checkPair(english.fields, other.fields, where), ...checkPair(english.options, other.options, `${where}: options`)];
}

/** One content file of a language against the English texts; `optional` ids may be left out. */
export function checkTextFile(english: TextFile, other: TextFile, optional: ReadonlySet<string>, where: string): string[] {
  const problems: string[] = [];
  for (const [id, entry] of english) {
    const translated = other.get(id);
    if (translated !== undefined) problems.push(...checkEntry(entry, translated, `${where}: '${id}'`));
    else if (!optional.has(id) && entry.fields.size + entry.options.size > 0) problems.push(`${where}: '${id}' is missing`);
  }
  for (const id of other.keys()) if (!english.has(id)) problems.push(`${where}: '${id}' is not in dialogs/`);
  return problems;
}

/** English content texts: every placeholder must be one that every text can have (`variables`). */
export function checkEnglishFile(english: TextFile, variables: ReadonlySet<string>, where: string): string[] {
  return [...english].flatMap(([id, entry]) =>
    [...entry.fields, ...entry.options].flatMap(([name, text]) => [
      ...[...listPlaceholders(text)]
        .filter(each => !variables.has(each))
        .map(each => `${where}: '${id}': '${name}' has {{${each}}}, which nothing fills`),
      ...checkBraces(text, `${where}: '${id}': '${name}'`),
    ]),
  );
}

const pluralEnding = /_(zero|one|two|few|many|other)$/u;

type Forms = ReadonlyMap<string, ReadonlyMap<string, string>>;

// Keys without plural endings; the forms of a key that has none stand under ''.
function groupForms(product: ReadonlyMap<string, string>): Forms {
  const forms = new Map<string, Map<string, string>>();
  for (const [key, text] of product) {
    const ending = pluralEnding.exec(key)?.[1] ?? '';
    const base = ending === '' ? key : key.slice(0, -ending.length - 1);
    forms.set(base, (forms.get(base) ?? new Map<string, string>()).set(ending, text));
  }
  return forms;
}

function pluralCategories(lang: string): readonly string[] {
  return new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
}

function checkForms(
  key: string,
  english: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
  lang: string,
  where: string,
): string[] {
  const wanted = english.has('') ? [''] : pluralCategories(lang);
  const names = new Set([...english.values()].flatMap(text => [...listPlaceholders(text)]));
  const nameOf = (ending: string) => (ending === '' ? `'${key}'` : `'${key}_${ending}'`);
  const problems = wanted.filter(ending => !own.has(ending)).map(ending => `${where}: ${nameOf(ending)} is missing`);
  for (const [ending, text] of own) {
    const place = `${where}: ${nameOf(ending)}`;
    if (!wanted.includes(ending)) problems.push(`${place} is not a form this language has`);
    // A form for one or two may say the number in its word.
    const given = listPlaceholders(text);
    const said = ending !== '' && names.has('count') ? new Set([...given, 'count']) : given;
    problems.push(...comparePlaceholders(names, said, place), ...checkBraces(text, place));
  }
  return problems;
}

/** One product file (product.json, pages.json or near.json) of a language against the English one; for English, against itself (its plural forms). */
export function checkProductFile(
  english: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  lang: string,
  where: string,
): string[] {
  const [wanted, given] = [groupForms(english), groupForms(other)];
  return [
    ...[...wanted].flatMap(([key, forms]) => {
      const own = given.get(key);
      return own === undefined ? [`${where}: '${key}' is missing`] : checkForms(key, forms, own, lang, where);
    }),
    ...[...given.keys()].filter(key => !wanted.has(key)).map(key => `${where}: '${key}' is not a key of the English file`),
  ];
}
