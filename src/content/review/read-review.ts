// locales/<lang> beside English, for a reviewer: read file by file, so that a draft with faults can be reviewed too.
import { z } from 'zod';
import { AppError, ContentError } from '../../errors.js';
import { type ContentFolders, ContentReader } from '../content-reader.js';
import { type LoadedDialogs, loadDialogs } from '../journey/load-dialogs.js';
import { type TextEntry, textFileSchema, type TextFile } from '../languages/content-texts.js';
import { loadEnglishProduct } from '../languages/load-language.js';
import { english, localeSchema, productSchema } from '../languages/locale-schema.js';
import { flattenWords } from './flatten-words.js';
import {
  partOfProduct,
  partOfText,
  type ReviewGroup,
  reviewOrder,
  type ReviewPart,
  type ReviewRow,
  type ReviewSection,
} from './review-material.js';

/** A language as a reviewer reads it. */
export interface Review {
  readonly locale: z.output<typeof localeSchema>;
  readonly sections: readonly ReviewSection[];
}

type Placed = ReviewGroup & { readonly part: ReviewPart };

const pluralEnding = /_(?<form>zero|one|two|few|many|other)$/u;

/** Sentences by key, their plural forms together, each after the name of its form. */
function withForms(product: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [key, sentence] of product) {
    const form = pluralEnding.exec(key)?.groups?.['form'];
    const base = form === undefined ? key : key.slice(0, -form.length - 1);
    forms.set(base, [...(forms.get(base) ?? []), form === undefined ? sentence : `${form}: ${sentence}`]);
  }
  return forms;
}

/** The first word of a key names what it belongs to; for pages the first two. */
function topicOf(key: string): string {
  const [first = '', second = ''] = key.split('.');
  return first === 'page' ? `page.${second}` : first;
}

function productGroups(file: string, wanted: ReadonlyMap<string, string>, given: ReadonlyMap<string, string>): readonly Placed[] {
  const own = withForms(given);
  const groups = new Map<string, Placed & { readonly rows: ReviewRow[] }>();
  for (const [key, sentences] of withForms(wanted)) {
    const part = partOfProduct(key);
    const name = `${part} ${topicOf(key)}`;
    const group = groups.get(name) ?? { part, heading: topicOf(key), file, rows: [] };
    groups.set(name, group);
    group.rows.push({ what: key, english: sentences, own: own.get(key) ?? [] });
  }
  return [...groups.values()];
}

function rowsOf(wanted: TextEntry, given: TextEntry | undefined): readonly ReviewRow[] {
  const one = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
  return [
    ...[...wanted.fields].map(([field, text]) => ({ what: field, english: [text], own: one(given?.fields.get(field)) })),
    ...[...wanted.options].map(([code, text]) => ({ what: `option ${code}`, english: [text], own: one(given?.options.get(code)) })),
    ...[...new Set([...wanted.said.keys(), ...(given?.said.keys() ?? [])])].map(code => ({
      what: `also said for ${code}`,
      english: wanted.said.get(code) ?? [],
      own: given?.said.get(code) ?? [],
    })),
  ];
}

function textGroups(name: string, wanted: TextFile, given: TextFile, { journey, optional }: LoadedDialogs): readonly Placed[] {
  return [...wanted].flatMap(([id, entry]): readonly Placed[] => {
    const item = journey.form.order.find(one => one.file === name && one.localId === id);
    const rows = rowsOf(entry, given.get(id));
    const mayBeLeftOut = optional.get(name)?.has(id) === true && !given.has(id);
    if (rows.length === 0 || mayBeLeftOut) return [];
    const heading = item === undefined ? id : `${item.linkId} (${item.type})`;
    return [{ part: partOfText(name, id), heading, file: `content/${name}.json`, rows }];
  });
}

/** The files of texts in the order of the journey; what is no questionnaire comes after. */
function filesInOrder({ journey, english: files }: LoadedDialogs): readonly string[] {
  return [...new Set([...journey.form.order.map(item => item.file), ...files.keys()])].filter(name => files.has(name));
}

function listGroup(part: ReviewPart, file: string, wanted: unknown, given: unknown): Placed {
  const [english, own] = [flattenWords(wanted), flattenWords(given)];
  const places = [...new Set([...english.keys(), ...own.keys()])];
  return {
    part,
    heading: file,
    file,
    rows: places.map(place => ({ what: place, english: english.get(place) ?? [], own: own.get(place) ?? [] })),
  };
}

const rulesFile = z.looseObject({
  rules: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      tier: z.string(),
      pattern: z.string(),
      match: z.array(z.string()),
      not: z.array(z.string()),
    }),
  ),
});

/** Rules have no English beside them: each language finds danger in its own way. The left column says what a rule is for. */
function ruleGroups(file: z.output<typeof rulesFile>): readonly Placed[] {
  const { rules, ...lists } = file;
  const kinds = [...new Set(rules.map(rule => rule.kind))];
  const groups = kinds.map((kind): Placed => {
    const rows = rules
      .filter(rule => rule.kind === kind)
      .flatMap(({ id, tier, pattern, match, not }): readonly ReviewRow[] => [
        { what: id, english: [tier === 'act' ? 'help is shown at once' : 'one direct question is asked', 'listens for:'], own: [pattern] },
        { what: `${id}: must find`, english: ['danger is told in:'], own: match },
        ...(not.length > 0 ? [{ what: `${id}: must not find`, english: ['this rule is silent in:'], own: not }] : []),
      ]);
    return { part: 'red-flags', heading: kind, file: 'red-flags.json', rows };
  });
  const words = [...flattenWords(lists)].map(([what, own]) => ({ what, english: [], own }));
  return words.length === 0
    ? groups
    : [...groups, { part: 'red-flags', heading: 'spellings and softeners', file: 'red-flags.json', rows: words }];
}

const anything = z.unknown();

interface Sources {
  readonly reader: ContentReader;
  readonly tag: string;
  readonly dialogs: LoadedDialogs;
}

/** One file of the language, empty where it is missing or broken: then everything in it is shown as missing. */
function readOwn<Schema extends z.ZodType>({ reader, tag }: Sources, name: string, schema: Schema): z.output<Schema> | undefined {
  return reader.listFiles('locales', tag).includes(`${tag}/${name}`) ? reader.read('locales', `${tag}/${name}.json`, schema) : undefined;
}

function textsOf(sources: Sources, name: string): TextFile {
  const { dialogs, tag } = sources;
  return (
    (tag === english ? dialogs.english.get(name) : readOwn(sources, `content/${name}`, textFileSchema)) ?? new Map<string, TextEntry>()
  );
}

function listGroups(sources: Sources): readonly Placed[] {
  const lists = (['listen', 'needs'] as const).map(name =>
    listGroup(name, `${name}.json`, sources.reader.read('locales', `${english}/${name}.json`, anything), readOwn(sources, name, anything)),
  );
  const rules = readOwn(sources, 'red-flags', rulesFile);
  return [...lists, ...(rules === undefined ? [] : ruleGroups(rules))];
}

/**
 * Reads a language for review.
 * @throws AppError `unknown-language` where there is no such folder; ContentError where the English itself, or locale.json, is broken.
 */
export function readReview(folders: ContentFolders, tag: string): Review {
  const reader = new ContentReader(folders);
  const tags = reader.listFolders('locales');
  if (!tags.includes(tag)) {
    throw new AppError('unknown-language', `There is no language '${tag}' in locales/; there are: ${tags.join(', ')}`);
  }
  const product = loadEnglishProduct(reader);
  const dialogs = loadDialogs(reader, new Date().toISOString().slice(0, 10), product?.product.get('answer.another-practice') ?? '');
  const locale = reader.read('locales', `${tag}/locale.json`, localeSchema);
  if (product === undefined || dialogs === undefined || locale === undefined) throw new ContentError([...new Set(reader.problems)]);
  const sources = { reader, tag, dialogs };
  const files = filesInOrder(dialogs);
  const placed = [
    ...files.flatMap(name => textGroups(name, dialogs.english.get(name) ?? new Map(), textsOf(sources, name), dialogs)),
    ...(['product', 'pages'] as const).flatMap(name =>
      productGroups(`${name}.json`, product[name], readOwn(sources, name, productSchema) ?? new Map<string, string>()),
    ),
    ...listGroups(sources),
  ];
  const sections = reviewOrder.map(part => ({ part, groups: placed.filter(group => group.part === part) }));
  return { locale, sections };
}
