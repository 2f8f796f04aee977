// The notation in which red-flag patterns are written, read into a tree. It is small on purpose: a clinician can read a pattern aloud, and
// nothing that can be written in it takes more than linear time to match.
//
//   want to die        these words, one after another (a full stop between two of them does not matter)
//   kill*  *die        any ending, any beginning of a word
//   #                  a number
//   (mum|my dad)       one of these (also without brackets, for a whole pattern)
//   <kin>              one of a named list of the same file
//   really?  (a|b)?    may be missing
//   ..  ...            up to three, up to six other words, in the same sentence
//   !(of|for)          what follows is none of these
//   ~(not|never)       what stands just before the whole pattern is none of these
import { foldText } from '../../text/fold-text.js';
import { splitWords } from '../../text/split-words.js';

/** A pattern that cannot be read, or could be slow. The message says why. */
export class PatternRefused extends Error {}

export type PatternNode =
  | { readonly kind: 'word'; readonly text: string; readonly open: 'none' | 'start' | 'end' | 'both' }
  | { readonly kind: 'number' }
  | { readonly kind: 'any'; readonly of: readonly (readonly PatternNode[])[] }
  | { readonly kind: 'optional'; readonly node: PatternNode }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'unless-next'; readonly of: readonly (readonly PatternNode[])[] }
  | { readonly kind: 'unless-before'; readonly of: readonly (readonly PatternNode[])[] };

/** Does it stand for a word of a message, whatever else is there? */
export function isSolid(node: PatternNode | undefined): boolean {
  return node?.kind === 'word' || node?.kind === 'number' || node?.kind === 'any';
}

const oneHan = /^\p{Script=Han}$/u;
const firstHan = 0x2e80;
/** The block in which all but rare characters stand. */
const [firstUnified, lastUnified] = [0x4e00, 0x9fff];

/** Is this word one Han character? */
export function isHan(word: string): boolean {
  const code = word.charCodeAt(0);
  if (word.length === 1 && code >= firstUnified && code <= lastUnified) return true;
  return code >= firstHan && oneHan.test(word);
}

/** Is this one Han character, whole? */
export function isHanNode(node: PatternNode | undefined): node is Extract<PatternNode, { readonly kind: 'word' }> {
  return node?.kind === 'word' && node.open === 'none' && isHan(node.text);
}

export interface Vocabulary {
  /** Named lists, by name. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** How a written word is spelt in prepared text: `dont` is `do not`. */
  readonly spell: (word: string) => readonly string[];
}

const tokens = /\s+|[()|?!~#]|\.{2,}|<[a-z-]+>|[^\s()|?!~#<>.]+|./gu;

/** Lists already read: many patterns use the same ones, and share their nodes. */
const listsRead = new WeakMap<Vocabulary, Map<string, PatternNode>>();
/** Words already read: a language's patterns write the same ones again and again. */
const wordsRead = new WeakMap<Vocabulary, Map<string, readonly PatternNode[]>>();

/** What a map keeps for a key, made at its first use. */
function once<T>(kept: WeakMap<Vocabulary, Map<string, T>>, vocabulary: Vocabulary, key: string, make: () => T): T {
  const known = kept.get(vocabulary) ?? new Map<string, T>();
  kept.set(vocabulary, known);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #vocabulary: Vocabulary;
  readonly #depth: number;
  #at = 0;

  constructor(source: string, vocabulary: Vocabulary, depth: number) {
    this.#tokens = (source.match(tokens) ?? []).filter(token => token.trim() !== '');
    this.#vocabulary = vocabulary;
    this.#depth = depth;
  }

  read(): readonly PatternNode[] {
    const nodes = this.#alternatives();
    if (this.#peek() !== undefined) throw new PatternRefused(`"${String(this.#peek())}" closes or divides nothing`);
    return nodes;
  }

  #alternatives(): readonly PatternNode[] {
    const first = this.#sequence();
    if (this.#peek() !== '|') return first;
    const of = [first];
    while (this.#peek() === '|') {
      this.#at += 1;
      of.push(this.#sequence());
    }
    return [{ kind: 'any', of }];
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #sequence(): readonly PatternNode[] {
    const nodes: PatternNode[] = [];
    for (let token = this.#peek(); token !== undefined && token !== ')' && token !== '|'; token = this.#peek()) {
      this.#at += 1;
      const read = this.#node(token);
      if (this.#peek() === '?') nodes.push(this.#optional(read));
      else nodes.push(...read);
    }
    return nodes;
  }

  #optional(read: readonly PatternNode[]): PatternNode {
    this.#at += 1;
    const [only] = read;
    if (only === undefined || (only.kind !== 'word' && only.kind !== 'any' && only.kind !== 'number')) {
      throw new PatternRefused('only a word, a list or a group can be optional');
    }
    return { kind: 'optional', node: read.length === 1 ? only : { kind: 'any', of: [read] } };
  }

  #node(token: string): readonly PatternNode[] {
    if (token === '(') return [{ kind: 'any', of: this.#branches() }];
    if (token === '!' || token === '~') return [this.#unless(token)];
    if (token === '#') return [{ kind: 'number' }];
    if (/^\.{2,}$/u.test(token)) return [{ kind: 'gap', most: token.length > 2 ? 6 : 3 }];
    if (token.startsWith('<')) return [this.#list(token.slice(1, -1))];
    return this.#word(token);
  }

  #unless(sign: string): PatternNode {
    if (this.#peek() !== '(') throw new PatternRefused(`"${sign}" must be followed by a group: ${sign}(…)`);
    this.#at += 1;
    return { kind: sign === '!' ? 'unless-next' : 'unless-before', of: this.#branches() };
  }

  #branches(): readonly (readonly PatternNode[])[] {
    const of = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at += 1;
      of.push(this.#sequence());
    }
    if (this.#peek() !== ')') throw new PatternRefused('a "(" is not closed');
    this.#at += 1;
    return of;
  }

  #list(name: string): PatternNode {
    const entries = this.#vocabulary.lists.get(name);
    if (entries === undefined) throw new PatternRefused(`there is no list <${name}>`);
    if (this.#depth > 3) throw new PatternRefused(`lists are nested too deep at <${name}>`);
    return once(listsRead, this.#vocabulary, name, () => ({
      kind: 'any',
      of: entries.map(entry => new Reader(entry, this.#vocabulary, this.#depth + 1).read()),
    }));
  }

  #word(token: string): readonly PatternNode[] {
    return once(wordsRead, this.#vocabulary, token, () => this.#newWord(token));
  }

  #newWord(token: string): readonly PatternNode[] {
    const letters = token.replace(/^\*|\*$/gu, '');
    const [text, ...more] = splitWords(foldText(letters));
    // Each Han character is a word, so what is one word on paper is several here.
    if (/^\p{Script=Han}+$/u.test(letters)) return splitWords(foldText(letters)).map(word => ({ kind: 'word', text: word, open: 'none' }));
    if (text === undefined || more.length > 0 || !/^[\p{L}\p{M}\p{N}'’]+$/u.test(letters)) {
      throw new PatternRefused(`"${token}" is not a word of this notation (no regular expressions: nested repeats could be slow)`);
    }
    const open = openness(token);
    return open === 'none'
      ? this.#vocabulary.spell(text).map(word => ({ kind: 'word', text: word, open }))
      : [{ kind: 'word', text, open }];
  }
}

/** At which end a word is open: where its star stands. */
function openness(token: string): 'none' | 'start' | 'end' | 'both' {
  const start = token.startsWith('*');
  if (token.endsWith('*')) return start ? 'both' : 'end';
  return start ? 'start' : 'none';
}

/** Reads a pattern. Throws PatternRefused with the reason when it is not in the notation. */
export function readPattern(source: string, vocabulary: Vocabulary): readonly PatternNode[] {
  return new Reader(source, vocabulary, 0).read();
}
