// From the terms of a feed's taxonomies to the needs the product knows, by directory/needs.json, which practice managers edit.
import { z } from 'zod';
import { needKeys, type NeedKey } from '../../content/journey/needs-schema.js';
import { ContentError } from '../../errors.js';
import { foldText } from '../../text/fold-text.js';
import { splitWords } from '../../text/split-words.js';

/** One term as a feed gives it. */
export interface TaxonomyTerm {
  readonly id: string;
  readonly name: string;
  readonly uri?: string;
  readonly taxonomy?: string;
  /** The id within the taxonomy, where `id` is a UUID made for the feed. */
  readonly code?: string;
}

/** directory/needs.json, ready for looking up. */
export interface NeedMap {
  /** Needs by the id or address of a term, lower case. */
  readonly byTerm: ReadonlyMap<string, readonly NeedKey[]>;
  /** Needs by a word or words in a term's name, folded; longest first. */
  readonly byWords: readonly { readonly words: string; readonly needs: readonly NeedKey[] }[];
}

/** The needs that terms speak of, best first, and the terms that speak of none. */
export interface MappedNeeds {
  readonly needs: readonly NeedKey[];
  readonly unmapped: readonly TaxonomyTerm[];
}

const filled = z.string().trim().min(1, 'is empty');
const entrySchema = z.strictObject({ terms: z.array(filled).default([]), words: z.array(filled).default([]) });
const needMapSchema = z.partialRecord(z.enum(needKeys), entrySchema);
type NeedFile = z.infer<typeof needMapSchema>;

/** Addresses of one term differ in their scheme and last stroke. */
function termKey(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');
}

/** "debts" and "debt" are one word. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** The words of a text as they are compared, sentences kept apart. */
function compared(text: string): readonly string[] {
  return splitWords(foldText(text)).map(singular);
}

function gather(file: NeedFile, pick: (entry: z.infer<typeof entrySchema>) => readonly string[]): Map<string, NeedKey[]> {
  const found = new Map<string, NeedKey[]>();
  for (const need of needKeys) {
    const entry = file[need];
    for (const key of new Set(entry === undefined ? [] : pick(entry))) found.set(key, [...(found.get(key) ?? []), need]);
  }
  return found;
}

/**
 * directory/needs.json (`{"<need>": {"terms": ["id or uri", …], "words": ["debt advice", …]}, …}`) ready for use.
 * Throws a ContentError with every problem in it.
 */
export function compileNeedMap(json: unknown): NeedMap {
  const parsed = needMapSchema.safeParse(json);
  if (!parsed.success) {
    throw new ContentError(
      parsed.error.issues.flatMap(({ path, message, ...issue }) => {
        const unknown =
          issue.code === 'unrecognized_keys' ? issue.keys.map(key => `'${key}' is none of the needs or fields known`) : [message];
        return unknown.map(each => `directory/needs.json: ${[...path.map(String), each].join(': ')}`);
      }),
    );
  }
  const words = gather(parsed.data, entry => entry.words.map(each => compared(each).join(' ')).filter(Boolean));
  return {
    byTerm: gather(parsed.data, entry => entry.terms.map(termKey)),
    byWords: [...words].map(([each, needs]) => ({ words: each, needs })).sort((a, b) => b.words.length - a.words.length),
  };
}

type Phrase = NeedMap['byWords'][number] & { readonly each: readonly string[] };
/** Phrases by their first word: a description has hundreds of words and a map hundreds of phrases. */
const phrasesOf = new WeakMap<NeedMap, ReadonlyMap<string, readonly Phrase[]>>();

function indexPhrases(map: NeedMap): ReadonlyMap<string, readonly Phrase[]> {
  const made = phrasesOf.get(map);
  if (made !== undefined) return made;
  const index = new Map<string, Phrase[]>();
  for (const phrase of map.byWords) {
    const each = compared(phrase.words);
    const first = each[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), { ...phrase, each }]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.each.length - a.each.length);
  phrasesOf.set(map, index);
  return index;
}

/** Needs of the phrases in a text, those met most often first; a word belongs to the longest phrase it begins. */
export function needsInText(text: string, map: NeedMap): readonly NeedKey[] {
  const index = indexPhrases(map);
  const words = compared(text);
  const counts = new Map<NeedKey, number>();
  for (let at = 0; at < words.length; at += 1) {
    const phrase = index.get(words[at] ?? '')?.find(({ each }) => each.every((word, step) => words[at + step] === word));
    if (phrase === undefined) continue;
    for (const need of phrase.needs) counts.set(need, (counts.get(need) ?? 0) + 1);
    at += phrase.each.length - 1;
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([need]) => need);
}

const mostKept = 4_000;
const needsKept = new WeakMap<NeedMap, Map<string, readonly NeedKey[]>>();

/** A feed has few terms and many services. */
function needsOfTerm(term: TaxonomyTerm, map: NeedMap): readonly NeedKey[] {
  const kept = needsKept.get(map) ?? new Map<string, readonly NeedKey[]>();
  needsKept.set(map, kept);
  const key = `${term.id}\n${term.code ?? ''}\n${term.uri ?? ''}\n${term.name}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const needs = findNeeds(term, map);
  kept.set(key, needs);
  return needs;
}

function findNeeds(term: TaxonomyTerm, map: NeedMap): readonly NeedKey[] {
  for (const id of [term.id, term.code, term.uri]) {
    const needs = id === undefined ? undefined : (map.byTerm.get(termKey(id)) ?? map.byTerm.get(id.toLowerCase()));
    if (needs !== undefined) return needs;
  }
  return needsInText(term.name, map);
}

/** The needs of the terms, in their order: by id or address where the map has it, else by words of the name. */
export function mapNeeds(terms: readonly TaxonomyTerm[], map: NeedMap): MappedNeeds {
  const mapped = terms.map(term => ({ term, needs: needsOfTerm(term, map) }));
  return {
    needs: [...new Set(mapped.flatMap(({ needs }) => needs))],
    unmapped: mapped.filter(({ needs }) => needs.length === 0).map(({ term }) => term),
  };
}
