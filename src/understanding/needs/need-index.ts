// The phrases of locales/<lang>/needs.json of all languages as one tree of words, built once. How a phrase is written:
//   rent arrears   these words, one other word may stand between two of them      debt*   any ending, after three letters or more
//   ?tired         a weak hint, not enough alone                                  +heating   means the need with a "no" before it too
//   -smoke alarm   not this need: whatever stands within it is not counted
import type { Language } from '../../content/content.js';
import { splitWords } from '../../text/split-words.js';
import { apart, withoutArticle } from './need-words.js';

/** What a whole phrase says: a need, nothing (it only hides other phrases), or a denial ("not", "no problem with"). */
export interface NeedPhrase {
  readonly says: 'need' | 'nothing' | 'denial';
  readonly need: string;
  /** The language that lists it: a "no" denies only what is said in its own language (Portuguese "no" is "in the"). */
  readonly lang: string;
  /** Words of the phrase. The longer one hides the shorter. */
  readonly length: number;
  /** 0 to 1: how sure this phrase alone makes. */
  readonly weight: number;
  /** Does a denial before it lower it? */
  readonly deniable: boolean;
}

/** A place in the tree: the phrases that end here, and the words that lead on. */
export interface PhraseNode {
  readonly phrases: readonly NeedPhrase[];
  readonly words: ReadonlyMap<string, PhraseNode>;
  /** Beginnings of words, by their first `startLength` letters. */
  readonly starts: ReadonlyMap<string, readonly { readonly text: string; readonly node: PhraseNode }[]>;
}

interface GrowingNode extends PhraseNode {
  readonly phrases: NeedPhrase[];
  readonly words: Map<string, GrowingNode>;
  readonly starts: Map<string, { readonly text: string; readonly node: GrowingNode }[]>;
}

/** Letters that a beginning has at least. */
export const startLength = 3;

/** One word says less than two, two less than three. */
const weights = [0, 0.62, 0.78, 0.88, 0.92];
const weakWeight = 0.3;
const marks = /^[?+-]/u;

const cache = new WeakMap<ReadonlyMap<string, Language>, PhraseNode>();

function plant(): GrowingNode {
  return { phrases: [], words: new Map(), starts: new Map() };
}

function growWord(node: GrowingNode, word: string): GrowingNode {
  const next = node.words.get(word) ?? plant();
  node.words.set(word, next);
  return next;
}

function growStart(node: GrowingNode, text: string): GrowingNode {
  const key = text.slice(0, startLength);
  const there = node.starts.get(key) ?? [];
  node.starts.set(key, there);
  const known = there.find(start => start.text === text)?.node;
  if (known !== undefined) return known;
  const next = plant();
  there.push({ text, node: next });
  return next;
}

function growPhrase(root: GrowingNode, written: string, phrase: (length: number) => NeedPhrase): void {
  let node = root;
  let length = 0;
  for (const part of apart(written).split(/\s+/u)) {
    for (const piece of splitWords(part)) {
      const word = withoutArticle(piece);
      node = part.endsWith('*') && word.length >= startLength ? growStart(node, word) : growWord(node, word);
      length += 1;
    }
  }
  if (length > 0) node.phrases.push(phrase(length));
}

function readPhrase(lang: string, need: string, mark: string, length: number): NeedPhrase {
  const weight = weights[Math.min(length, weights.length - 1)] ?? 0;
  return {
    says: mark === '-' ? 'nothing' : 'need',
    need,
    lang,
    length,
    weight: mark === '?' ? weakWeight : weight,
    deniable: mark !== '+',
  };
}

function growLanguage(root: GrowingNode, { tag, needs, listen }: Language): void {
  for (const [need, phrases] of needs) {
    for (const written of phrases) {
      const mark = marks.exec(written)?.[0] ?? '';
      growPhrase(root, written.slice(mark.length), length => readPhrase(tag, need, mark, length));
    }
  }
  for (const denial of listen.denials ?? []) {
    const says = denial.startsWith('-') ? 'nothing' : 'denial';
    growPhrase(root, denial, length => ({ says, need: '', lang: tag, length, weight: 0, deniable: false }));
  }
}

/** The tree of all languages' phrases; built at first use and kept as long as the languages are. */
export function indexNeeds(languages: ReadonlyMap<string, Language>): PhraseNode {
  const known = cache.get(languages);
  if (known !== undefined) return known;
  const root = plant();
  for (const language of languages.values()) growLanguage(root, language);
  cache.set(languages, root);
  return root;
}
