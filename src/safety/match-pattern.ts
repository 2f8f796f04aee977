// Matches a pattern of pattern-notation.ts against the words of a message. Where it can end is worked out as a set of places, node by node, so
// that the work grows with the words and never with the ways to read them; a group is looked up by the word at its place and not tried in turn.
import { anchorKeys, firstOf, isLateKey } from '../content/languages/compile-pattern.js';
import type { PatternNode } from '../content/languages/pattern-notation.js';
import { sentenceEnd } from '../text/split-words.js';

/** A message as patterns are matched against it. */
export interface Reading {
  /** As splitWords cuts them, `.` for the end of a sentence. */
  readonly words: readonly string[];
  /** What each word can be looked up by; nothing for `.`. */
  readonly keys: readonly (readonly string[])[];
}

/** Places between words: a pattern that matches the second word alone begins at 1 and ends at 2. */
type Places = readonly number[];
type Sequence = readonly PatternNode[];
type Group = Extract<PatternNode, { readonly of: unknown }>;
type Word = Extract<PatternNode, { readonly kind: 'word' }>;

const nowhere: Places = [];
const number = /^\p{N}+$/u;
const han = /^\p{Script=Han}$/u;

/** A message with the keys of its words; those of parts of words only where they are wanted. */
export function readingOf(words: readonly string[], parts = true): Reading {
  let before = '';
  const keys = words.map(word => {
    if (word === sentenceEnd) return [];
    const found = anchorKeys(word, before, parts);
    before = word;
    return found;
  });
  return { words, keys };
}

function isSolid({ kind }: PatternNode): boolean {
  return kind === 'word' || kind === 'number' || kind === 'any';
}

function isWord({ text, open }: Word, word: string): boolean {
  switch (open) {
    case 'none':
      return word === text;
    case 'end':
      return word.startsWith(text);
    case 'start':
      return word.endsWith(text);
    case 'both':
      return word.includes(text);
  }
}

/** The branches of a group by what they can begin with. */
interface GroupIndex {
  /** Branches of one whole word. */
  readonly words: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, readonly Sequence[]>;
  /** How many keys of a word are worth a look: few groups hold what begins in the middle of a word. */
  readonly most: number;
  /** Branches that can begin with any word. */
  readonly others: readonly Sequence[];
}

/** A word's own key, and that of its beginning or of all numbers, come first. */
const wholeKeys = 2;

const indexes = new WeakMap<Group, GroupIndex>();

/** The one whole word that a branch is. */
function wholeWord([first, ...more]: Sequence): string | undefined {
  return more.length === 0 && first?.kind === 'word' && first.open === 'none' ? first.text : undefined;
}

function newIndex({ of }: Group): GroupIndex {
  const words = new Set(of.flatMap(branch => wholeWord(branch) ?? []));
  const byKey = new Map<string, Sequence[]>();
  const others: Sequence[] = [];
  for (const branch of of.filter(each => wholeWord(each) === undefined)) {
    const keys = firstOf(branch);
    if (keys === undefined) others.push(branch);
    for (const key of keys ?? []) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [branch]);
      else there.push(branch);
    }
  }
  const most = byKey.size === 0 ? 0 : [...byKey.keys()].some(isLateKey) ? Infinity : wholeKeys;
  return { words, byKey, most, others };
}

function indexOf(group: Group): GroupIndex {
  const known = indexes.get(group);
  if (known !== undefined) return known;
  const index = newIndex(group);
  indexes.set(group, index);
  return index;
}

function add(places: number[], more: Places): void {
  for (const place of more) if (!places.includes(place)) places.push(place);
}

/** Where a group that begins here can end. */
function groupEnds(group: Group, reading: Reading, start: number): Places {
  const word = reading.words[start];
  if (word === undefined || word === sentenceEnd) return nowhere;
  const { words, byKey, most, others } = indexOf(group);
  const ends: number[] = words.has(word) ? [start + 1] : [];
  const keys = reading.keys[start] ?? [];
  for (let at = 0; at < Math.min(most, keys.length); at += 1) {
    for (const branch of byKey.get(keys[at] ?? '') ?? []) add(ends, endsOf(branch, reading, start));
  }
  for (const branch of others) add(ends, endsOf(branch, reading, start));
  return ends;
}

/** Where a word, a number or a group that begins here can end. */
function solidEnds(node: PatternNode, reading: Reading, start: number): Places {
  const word = reading.words[start];
  if (word === undefined) return nowhere;
  if (node.kind === 'any') return groupEnds(node, reading, start);
  const fits = node.kind === 'word' ? isWord(node, word) : node.kind === 'number' && number.test(word);
  return fits ? [start + 1] : nowhere;
}

/** Where the next word can begin: a full stop may stand between two words of a pattern. */
function across(places: Places, { words }: Reading): Places {
  if (!places.some(place => words[place] === sentenceEnd)) return places;
  const starts = [...places];
  for (const place of places) if (words[place] === sentenceEnd) add(starts, [place + 1]);
  return starts;
}

function isFollowed(group: Group, reading: Reading, end: number): boolean {
  return across([end], reading).some(start => groupEnds(group, reading, start).length > 0);
}

/** Up to so many words of the same sentence are passed over. */
function afterGap(most: number, starts: Places, { words }: Reading): Places {
  const found = [...starts];
  for (const start of starts) {
    for (let at = start; at < start + most && at < words.length && words[at] !== sentenceEnd; at += 1) add(found, [at + 1]);
  }
  return found;
}

function afterEach(starts: Places, step: (start: number) => Places): Places {
  const [only] = starts;
  if (starts.length === 1 && only !== undefined) return step(only);
  const found: number[] = [];
  for (const start of starts) add(found, step(start));
  return found;
}

/** Places after a node, from the places where it can begin. */
function after(node: PatternNode, starts: Places, reading: Reading): Places {
  switch (node.kind) {
    case 'gap':
      return afterGap(node.most, starts, reading);
    case 'optional': {
      const found = [...starts];
      add(
        found,
        across(
          afterEach(starts, start => solidEnds(node.node, reading, start)),
          reading,
        ),
      );
      return found;
    }
    default:
      return afterEach(starts, start => solidEnds(node, reading, start));
  }
}

function isOneHan(node: PatternNode | undefined): boolean {
  return node?.kind === 'word' && node.open === 'none' && han.test(node.text);
}

/** Every place where a match that begins here can end; none where it does not match. */
function endsOf(nodes: Sequence, reading: Reading, start: number): Places {
  let places: Places = [start];
  let before: PatternNode | undefined;
  for (const node of nodes) {
    if (node.kind === 'unless-before') continue;
    if (node.kind === 'unless-next') places = places.filter(end => !isFollowed(node, reading, end));
    else {
      // No sentence ends within a Chinese word.
      const apart = before !== undefined && isSolid(before) && !(isOneHan(before) && isOneHan(node));
      places = after(node, apart ? across(places, reading) : places, reading);
      before = node;
    }
    if (places.length === 0) return nowhere;
  }
  return places;
}

/** Words before a place in which what must not stand before a match can begin. */
const furthestBefore = 12;

function isBarred({ of }: Group, reading: Reading, start: number): boolean {
  for (let from = start - 1; from >= Math.max(0, start - furthestBefore); from -= 1) {
    if (of.some(branch => endsOf(branch, reading, from).includes(start))) return true;
  }
  return false;
}

/** Every place where a match of the whole pattern that begins at this word can end. Pure; linear in the pattern and in the gaps it jumps. */
export function matchEnds(pattern: Sequence, reading: Reading, start: number): Places {
  const ends = endsOf(pattern, reading, start);
  const [first] = pattern;
  return ends.length > 0 && first?.kind === 'unless-before' && isBarred(first, reading, start) ? nowhere : ends;
}
