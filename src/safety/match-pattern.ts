// Matches a pattern of pattern-notation.ts against the words of a message. Where it can end is worked out as a set of places, node by node, so
// that the work grows with the words and never with the ways to read them; a group is looked up by the word at its place and not tried in turn.
import { firstOf, isPartKey } from '../content/languages/compile-pattern.js';
import { isHanNode, isSolid, type PatternNode } from '../content/languages/pattern-notation.js';
import { sentenceEnd } from '../text/split-words.js';
import { numberOf } from './key-numbers.js';
import { noKeys, type Reading } from './reading.js';

/** Places between words: a pattern that matches the second word alone begins at 1 and ends at 2. */
export type Places = readonly number[];
/** Where what begins at this word can end; nowhere: it does not begin here. */
export type Matcher = (reading: Reading, start: number) => Places;
/** From the places where it can begin to those where it can end. */
type Step = (starts: Places, reading: Reading) => Places;

type Sequence = readonly PatternNode[];
type Group = Extract<PatternNode, { readonly of: unknown }>;
type Word = Extract<PatternNode, { readonly kind: 'word' }>;

const nowhere: Places = [];
const number = /^\p{N}+$/u;

function add(places: number[], more: Places): void {
  for (const place of more) if (!places.includes(place)) places.push(place);
}

function wordTest({ text, open }: Word): (word: string) => boolean {
  switch (open) {
    case 'none':
      return word => word === text;
    case 'end':
      return word => word.startsWith(text);
    case 'start':
      return word => word.endsWith(text);
    case 'both':
      return word => word.includes(text);
  }
}

/** One word that passes. */
function oneWord(fits: (word: string) => boolean): Matcher {
  return ({ words }, start) => {
    const word = words[start];
    return word !== undefined && fits(word) ? [start + 1] : nowhere;
  };
}

/** The branches of a group by what they can begin with. */
interface GroupIndex {
  /** Branches of one whole word. */
  readonly words: ReadonlySet<string>;
  /** By the number of a key. */
  readonly byKey: ReadonlyMap<number, readonly Matcher[]>;
  /** Does one begin in the middle of a word? Few do: the keys of parts of a word are looked up for them alone. */
  readonly parts: boolean;
  /** Branches that can begin with any word. */
  readonly others: readonly Matcher[];
}

/** The one whole word that a branch is. */
function wholeWord([first, ...more]: Sequence): string | undefined {
  return more.length === 0 && first?.kind === 'word' && first.open === 'none' ? first.text : undefined;
}

function newIndex({ of }: Group): GroupIndex {
  const words = new Set(of.flatMap(branch => wholeWord(branch) ?? []));
  const byKey = new Map<number, readonly Matcher[]>();
  const others: Matcher[] = [];
  let parts = false;
  for (const branch of of.filter(each => wholeWord(each) === undefined)) {
    const matcher = sequence(branch);
    const keys = firstOf(branch);
    if (keys === undefined) others.push(matcher);
    for (const key of keys ?? []) {
      const number = numberOf(key);
      byKey.set(number, [...(byKey.get(number) ?? []), matcher]);
      parts ||= isPartKey(key);
    }
  }
  return { words, byKey, parts, others };
}

/** Ends of the branches of more than one whole word. */
function branchEnds({ byKey, parts, others }: GroupIndex, reading: Reading, start: number): Places {
  const ends: number[] = [];
  const { numbers, whole } = reading.keys[start] ?? noKeys;
  const looks = parts ? numbers.length : whole;
  for (const [at, number] of numbers.entries()) {
    if (at >= looks) break;
    for (const matcher of byKey.get(number) ?? []) add(ends, matcher(reading, start));
  }
  for (const matcher of others) add(ends, matcher(reading, start));
  return ends;
}

function groupEnds(index: GroupIndex, reading: Reading, start: number): Places {
  const word = reading.words[start];
  if (word === undefined || word === sentenceEnd) return nowhere;
  const whole = index.words.has(word) ? [start + 1] : nowhere;
  if (index.byKey.size === 0 && index.others.length === 0) return whole;
  const ends = branchEnds(index, reading, start);
  return ends.length === 0 ? whole : [...new Set([...whole, ...ends])];
}

const groups = new WeakMap<Group, Matcher>();

/** Any of the branches of a group. Lists are shared by many patterns, and so are their matchers. */
function anyOf(group: Group): Matcher {
  const known = groups.get(group);
  if (known) return known;
  let index: GroupIndex | undefined;
  const matcher: Matcher = (reading, start) => groupEnds((index ??= newIndex(group)), reading, start);
  groups.set(group, matcher);
  return matcher;
}

/** A word, a number or a group. */
function solid(node: PatternNode): Matcher {
  switch (node.kind) {
    case 'word':
      return oneWord(wordTest(node));
    case 'number':
      return oneWord(word => number.test(word));
    case 'any':
      return anyOf(node);
    default:
      return () => nowhere;
  }
}

/** Where the next word can begin: a full stop may stand between two words of a pattern. */
function across(places: Places, { words }: Reading): Places {
  if (!places.some(place => words[place] === sentenceEnd)) return places;
  const starts = [...places];
  for (const place of places) if (words[place] === sentenceEnd) add(starts, [place + 1]);
  return starts;
}

function fromEach(matcher: Matcher): Step {
  return (starts, reading) => {
    const [only] = starts;
    if (starts.length === 1 && only !== undefined) return matcher(reading, only);
    const found: number[] = [];
    for (const start of starts) add(found, matcher(reading, start));
    return found;
  };
}

/** Up to so many words of the same sentence are passed over. */
function gap(most: number): Step {
  return (starts, { words }) => {
    const found = [...starts];
    for (const start of starts) {
      for (let at = start; at < start + most && at < words.length && words[at] !== sentenceEnd; at += 1) add(found, [at + 1]);
    }
    return found;
  };
}

function optional(node: PatternNode): Step {
  const step = fromEach(solid(node));
  return (starts, reading) => {
    const found = [...starts];
    add(found, across(step(starts, reading), reading));
    return found;
  };
}

function unlessNext(group: Group): Step {
  const barred = anyOf(group);
  return (ends, reading) => ends.filter(end => !across([end], reading).some(start => barred(reading, start).length > 0));
}

function stepOf(node: PatternNode): Step {
  switch (node.kind) {
    case 'gap':
      return gap(node.most);
    case 'optional':
      return optional(node.node);
    case 'unless-next':
      return unlessNext(node);
    default:
      return fromEach(solid(node));
  }
}

function stepsOf(nodes: Sequence): readonly Step[] {
  const steps: Step[] = [];
  let before: PatternNode | undefined;
  for (const node of nodes) {
    if (node.kind === 'unless-before') continue;
    const step = stepOf(node);
    // No sentence ends within a Chinese word.
    const isApart = node.kind !== 'unless-next' && isSolid(before) && !(isHanNode(before) && isHanNode(node));
    steps.push(isApart ? (starts, reading) => step(across(starts, reading), reading) : step);
    if (node.kind !== 'unless-next') before = node;
  }
  return steps;
}

/** One node after another. */
function sequence(nodes: Sequence): Matcher {
  const steps = stepsOf(nodes);
  return (reading, start) => {
    let places: Places = [start];
    for (const step of steps) {
      places = step(places, reading);
      if (places.length === 0) return nowhere;
    }
    return places;
  };
}

/** Words before a place in which what must not stand before a match can begin. */
const furthestBefore = 12;

function unlessBefore({ of }: Group, matcher: Matcher): Matcher {
  const barred = of.map(sequence);
  const isBarred = (reading: Reading, start: number): boolean => {
    for (let from = start - 1; from >= Math.max(0, start - furthestBefore); from -= 1) {
      if (barred.some(each => each(reading, from).includes(start))) return true;
    }
    return false;
  };
  return (reading, start) => {
    const ends = matcher(reading, start);
    return ends.length > 0 && isBarred(reading, start) ? nowhere : ends;
  };
}

/** Matches a whole pattern; made ready when first asked. Pure; linear in the pattern and in the gaps it jumps. */
export function matcherOf(pattern: Sequence): Matcher {
  let ready: Matcher | undefined;
  const make = (): Matcher => {
    const [first] = pattern;
    return first?.kind === 'unless-before' ? unlessBefore(first, sequence(pattern)) : sequence(pattern);
  };
  return (reading, start) => (ready ??= make())(reading, start);
}
