// One folder of locales/ -> a language: its words checked against English, what it listens for folded, its red-flag rules compiled.
import type { z } from 'zod';
import { checkProductFile, checkTextFile } from './check-texts.js';
import { checkProductWording, checkTextWording } from './check-wording.js';
import type { Language, RedFlagRule } from '../content.js';
import type { ContentReader } from '../content-reader.js';
import { type TextEntry, type TextFile, textFileSchema, type TextFiles } from './content-texts.js';
import type { LanguageWords } from './create-translator.js';
import { listenSchema, toListen } from './listen-schema.js';
import type { LoadedDialogs } from '../journey/load-dialogs.js';
import { english, localeSchema, needPhrasesSchema, productSchema } from './locale-schema.js';
import type { ProductKey } from './phrase.js';
import { compileRules, redFlagRulesSchema } from '../journey/red-flags-schema.js';

/** The English product files, which every language is compared with. */
export interface EnglishProduct {
  readonly product: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
  readonly near: ReadonlyMap<string, string>;
}

/** A language as loaded. */
export interface LoadedLanguage {
  readonly language: Language;
  readonly words: LanguageWords;
  readonly rules: readonly RedFlagRule[];
}

/** Sentences this room itself needs, whatever else English says. */
const neededKeys: readonly ProductKey[] = ['answer.yes', 'answer.no', 'answer.another-practice', 'helpline.always'];

const productFiles = ['product', 'pages', 'near'] as const;

/** A key is worded in one file only, or nobody knows which sentence is meant. */
function standingTwice(files: EnglishProduct): readonly string[] {
  return productFiles.flatMap((name, at) =>
    productFiles
      .slice(0, at)
      .flatMap(before =>
        [...files[name].keys()]
          .filter(key => files[before].has(key))
          .map(key => `locales/${english}/${name}.json: '${key}' stands in ${before}.json too`),
      ),
  );
}

/** Reads the English product files; undefined where one is broken. A key may stand in only one of them. */
export function loadEnglishProduct(reader: ContentReader): EnglishProduct | undefined {
  const [product, pages, near] = productFiles.map(name => reader.read('locales', `${english}/${name}.json`, productSchema));
  if (product === undefined || pages === undefined || near === undefined) return undefined;
  for (const key of neededKeys) {
    if (!product.has(key)) reader.problems.push(`locales/${english}/product.json: '${key}' is missing`);
  }
  reader.problems.push(...standingTwice({ product, pages, near }));
  return { product, pages, near };
}

function readProduct(reader: ContentReader, tag: string, wanted: EnglishProduct): ReadonlyMap<string, string> | undefined {
  const merged = new Map<string, string>();
  let whole = true;
  for (const name of productFiles) {
    const path = `${tag}/${name}.json`;
    const given = tag === english ? wanted[name] : reader.read('locales', path, productSchema);
    if (given === undefined) whole = false;
    else {
      reader.problems.push(...checkProductFile(wanted[name], given, tag, `locales/${path}`));
      for (const [key, sentence] of given) merged.set(key, sentence);
    }
  }
  return whole ? merged : undefined;
}

function readTextFile(reader: ContentReader, tag: string, name: string, dialogs: LoadedDialogs): TextFile | undefined {
  const wanted = dialogs.english.get(name) ?? new Map<string, TextEntry>();
  const optional = dialogs.optional.get(name) ?? new Set<string>();
  const needed = [...wanted].some(([id, { fields, options }]) => !optional.has(id) && fields.size + options.size > 0);
  const path = `${tag}/content/${name}.json`;
  if (!needed && !reader.listFiles('locales', `${tag}/content`).includes(`${tag}/content/${name}`)) return undefined;
  const given = reader.read('locales', path, textFileSchema);
  if (given !== undefined) reader.problems.push(...checkTextFile(wanted, given, optional, `locales/${path}`));
  return given;
}

function isWorded({ english: files, named }: LoadedDialogs, name: string): boolean {
  return files.has(name) || named.has(name);
}

function readTexts(reader: ContentReader, tag: string, dialogs: LoadedDialogs): TextFiles {
  const surplus = reader
    .listFiles('locales', `${tag}/content`)
    .filter(path => tag === english || !isWorded(dialogs, path.slice(`${tag}/content/`.length)));
  const why = tag === english ? 'English texts stand in dialogs/ itself' : 'it words no file of dialogs/';
  reader.problems.push(...surplus.map(path => `locales/${path}.json: ${why}`));
  if (tag === english) return dialogs.english;
  const texts = new Map<string, TextFile>();
  for (const name of dialogs.english.keys()) {
    const file = readTextFile(reader, tag, name, dialogs);
    if (file !== undefined) texts.set(name, file);
  }
  return texts;
}

function readRules(reader: ContentReader, tag: string): readonly RedFlagRule[] {
  const file = reader.read('locales', `${tag}/red-flags.json`, redFlagRulesSchema);
  if (file === undefined) return [];
  const { rules, problems } = compileRules(file, tag, `locales/${tag}/red-flags.json`);
  reader.problems.push(...problems);
  return rules;
}

type Locale = z.output<typeof localeSchema>;

function readLocale(reader: ContentReader, tag: string): Locale | undefined {
  const locale = reader.read('locales', `${tag}/locale.json`, localeSchema);
  if (locale !== undefined && locale.tag !== tag) {
    reader.problems.push(`locales/${tag}/locale.json: tag: is '${locale.tag}', but the folder is '${tag}'`);
  }
  return locale;
}

function describe({ tag, englishName, name, dir, review, interpreter }: Locale): Omit<Language, 'listen' | 'needs'> {
  return { tag, englishName, name, dir, review, ...(interpreter && { interpreter }) };
}

/**
 * Reads locales/<tag>. Undefined where a file is missing or broken; problems are the reader's. Without `dialogs` or the English `product`
 * (themselves broken) the rest is still checked.
 */
export function loadLanguage(
  reader: ContentReader,
  tag: string,
  dialogs: LoadedDialogs | undefined,
  product: EnglishProduct | undefined,
): LoadedLanguage | undefined {
  const locale = readLocale(reader, tag);
  const listen = reader.read('locales', `${tag}/listen.json`, listenSchema);
  const needs = reader.read('locales', `${tag}/needs.json`, needPhrasesSchema);
  const sentences = product && readProduct(reader, tag, product);
  const texts = dialogs && readTexts(reader, tag, dialogs);
  const rules = readRules(reader, tag);
  if (!locale || !listen || !needs || !sentences || !texts) return undefined;
  if (tag !== english) {
    reader.problems.push(
      ...checkProductWording(new Map([...product.product, ...product.pages, ...product.near]), sentences, locale),
      ...checkTextWording(dialogs.english, texts, locale),
    );
  }
  return {
    language: { ...describe(locale), listen: toListen(listen), needs },
    words: { tag, dir: locale.dir, product: sentences, texts },
    rules,
  };
}
