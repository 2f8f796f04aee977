// Texts of dialogs/ by file, id and field: the English ones as they stand in dialogs/, the others as locales/<lang>/content gives them.
import { z } from 'zod';
import { titleId } from '../journey/assemble-journey.js';
import { anotherPracticeSystem, languageSystem, needSystem, practiceSystem } from '../journey/coding-systems.js';
import type { Form, FormItem, FormOption } from '../forms/form.js';
import { readItemTexts, type WordedFor } from '../forms/item-texts.js';
import type { QuestionnaireItem } from '../forms/questionnaire-schema.js';
import { wordsIn } from '../forms/read-rendering.js';
import { walkItems } from '../forms/walk-items.js';

/** The texts of one id: fields such as `text` and `help`, and labels of options by code. */
export interface TextEntry {
  readonly fields: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
  /** Other words people say for an option, by code. */
  readonly said: ReadonlyMap<string, readonly string[]>;
}

/** One content file, by id (the item's own linkId, a kind of red flag, an end, a helpline, a need). */
export type TextFile = ReadonlyMap<string, TextEntry>;

/** Every content file of one language, by name without `.json`. */
export type TextFiles = ReadonlyMap<string, TextFile>;

const words = z.string().refine(text => text.trim() !== '', 'is empty');

/** locales/<lang>/content/<file>.json: `{ id: { text?, help?, …, options?: { code: label } } }`; ids beginning `$` other than `$title` are notes. */
export const textFileSchema = z.record(z.string(), z.unknown()).transform((file, context): TextFile => {
  const entries = new Map<string, TextEntry>();
  for (const [id, value] of Object.entries(file)) {
    if (id.startsWith('$') && id !== titleId) continue;
    const parsed = entrySchema.safeParse(value);
    if (parsed.success) entries.set(id, toEntry(parsed.data));
    else for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', path: [id, ...issue.path], message: issue.message });
  }
  return entries;
});

const entrySchema = z
  .object({ options: z.record(z.string(), words).optional(), said: z.record(z.string(), z.array(words)).optional() })
  .catchall(z.union([words, z.record(z.string(), words)]));

function toEntry(entry: z.infer<typeof entrySchema>): TextEntry {
  const { options, said, ...fields } = entry;
  const texts = Object.entries(fields).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : []));
  return { fields: new Map(texts), options: new Map(Object.entries(options ?? {})), said: new Map(Object.entries(said ?? {})) };
}

/** An entry from plain fields. */
export function textEntry(fields: Readonly<Record<string, string | undefined>>): TextEntry {
  const texts = Object.entries(fields).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]));
  return { fields: new Map(texts), options: new Map(), said: new Map() };
}

const elsewhere = new Set<string | undefined>([needSystem, practiceSystem, anotherPracticeSystem, languageSystem]);

/** Do the labels of this option stand in the content file of its item? Needs, practices and languages are named elsewhere. */
export function isOwnOption(option: FormOption): boolean {
  return !('valueCoding' in option.value) || !elsewhere.has(option.value.valueCoding.system);
}

function optionLabel({ label, labels }: FormOption, wanted: WordedFor | undefined): string {
  return wanted === undefined || labels === undefined ? label : wordsIn(wanted.lang, wanted.own, label, labels);
}

function itemEntry(item: FormItem, source: QuestionnaireItem | undefined, wanted: WordedFor | undefined): TextEntry {
  const { text = item.text, help, why, short, example = item.example } = source === undefined ? {} : readItemTexts(source, wanted);
  const { fields } = textEntry({ text, help, why, short, example });
  const said = item.options.flatMap(option => (option.said ? [[option.code, option.said] as const] : []));
  const labels = item.options.filter(isOwnOption).map(option => [option.code, optionLabel(option, wanted)] as const);
  return { fields, options: new Map(labels), said: new Map(said) };
}

/** The texts of every questionnaire of a form as its files write them (English in dialogs/), or in the language wanted where a file has it. */
export function readEnglishTexts(form: Form, wanted?: WordedFor): TextFiles {
  const files = new Map<string, Map<string, TextEntry>>();
  const sources = new Map(
    [...form.sources].map(([part, source]) => [part, new Map(walkItems(source.item).map(item => [item.linkId, item]))]),
  );
  for (const item of form.order) {
    const file = files.get(item.file) ?? new Map<string, TextEntry>();
    files.set(item.file, file);
    if (!file.has(item.localId)) file.set(item.localId, itemEntry(item, sources.get(item.part)?.get(item.localId), wanted));
  }
  return files;
}

/** Ids whose texts a language may leave out: titles, and items nobody is shown. */
export function readOptionalIds(form: Form): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  const hidden = (item: FormItem): boolean => item.hidden || (item.parent !== undefined && hiddenParent(form, item.parent));
  for (const item of form.order) {
    const ids = files.get(item.file) ?? new Set([titleId]);
    files.set(item.file, ids);
    if (hidden(item)) ids.add(item.localId);
  }
  return files;
}

function hiddenParent(form: Form, linkId: string): boolean {
  const item = form.byLinkId.get(linkId);
  return item !== undefined && (item.hidden || (item.parent !== undefined && hiddenParent(form, item.parent)));
}
