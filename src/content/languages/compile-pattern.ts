// A pattern in the notation of pattern-notation.ts as a RegExp over prepared text (words of splitWords, one space before and after each). Every repeat is of a fixed number of words or inside one word: matching is linear.
import { PatternRefused, readPattern, type PatternNode, type Vocabulary } from './pattern-notation.js';

export interface CompiledPattern {
  /** Regular expression source; use with the flag `u`. */
  readonly source: string;
  /** Sets of anchor keys: of each set one must be there for the pattern to match. The rarest set first; empty: nothing is sure. */
  readonly anchors: readonly (readonly string[])[];
  /** Keys of the words it can begin with, one of which stands at its start; undefined: it can begin with any. */
  readonly first: readonly string[] | undefined;
  /** Every word written in the pattern, without stars. */
  readonly words: readonly string[];
}

/** Start and end of a word: prepared text has one space before and after each word, its first and last too. */
export const wordStart = '(?<= )';
export const wordEnd = '(?= )';
/** Between two words that follow one another; a full stop may stand there. */
export const between = String.raw` (?:\. )?`;
const inside = '[^ ]*';
/** How many words two gaps of one pattern may jump together: bounds the work per place. */
const mostGaps = 2;

type Branches = readonly (readonly PatternNode[])[];

function emitAny(of: Branches): string {
  return `(?:${of.map(emitSequence).join('|')})`;
}

function emitWord(text: string, open: 'none' | 'start' | 'end' | 'both'): string {
  const before = open === 'start' || open === 'both' ? inside : '';
  const after = open === 'end' || open === 'both' ? inside : '';
  return before + text + after;
}

/** One node with what must follow it when something comes after. Gaps and optional words bring their own space. */
function emitNode(node: PatternNode): string {
  switch (node.kind) {
    case 'word':
      return emitWord(node.text, node.open);
    case 'number':
      return String.raw`\p{N}+`;
    case 'any':
      return emitAny(node.of);
    case 'optional':
      return `(?:${emitNode(node.node)}${between})?`;
    case 'gap':
      return `(?:[^ .]+ ){0,${String(node.most)}}`;
    case 'unless-next':
      return `(?!${between}${emitAny(node.of)}${wordEnd})`;
    case 'unless-before':
      return `(?<!${wordStart}${emitAny(node.of)} )`;
  }
}

const isSolid = (node: PatternNode | undefined): boolean => node?.kind === 'word' || node?.kind === 'number' || node?.kind === 'any';

const han = /^\p{Script=Han}$/u;

/** Is this one Han character, whole? */
function isHan(node: PatternNode | undefined): node is Extract<PatternNode, { readonly kind: 'word' }> {
  return node?.kind === 'word' && node.open === 'none' && han.test(node.text);
}

function emitSequence(nodes: readonly PatternNode[]): string {
  if (nodes.length === 0) throw new PatternRefused('a branch is empty');
  let source = '';
  let open = false;
  for (const [place, node] of nodes.entries()) {
    // No sentence ends within a Chinese word; plain alternatives are matched far faster.
    if (open && node.kind !== 'unless-next') source += isHan(nodes[place - 1]) && isHan(node) ? ' ' : between;
    if (node.kind !== 'unless-next') open = isSolid(node);
    source += emitNode(node);
  }
  return source;
}

/** Refuses what would match nothing, everything, or in more than one way. */
function checkSequence(nodes: readonly PatternNode[], top: boolean): void {
  const solid = nodes.filter(node => node.kind !== 'unless-next' && node.kind !== 'unless-before');
  const first = solid[0];
  if (first === undefined) throw new PatternRefused('there is no word in it');
  if (first.kind === 'gap') throw new PatternRefused('it begins with a gap');
  if (!isSolid(solid.at(-1))) throw new PatternRefused('it ends with a gap or an optional word, which changes nothing');
  if (solid.some((node, place) => node.kind === 'gap' && !isSolid(solid[place + 1]))) {
    throw new PatternRefused('a gap must be followed by a word: a gap beside a gap or an optional word could match in many ways');
  }
  if (nodes.some((node, place) => node.kind === 'unless-next' && !isSolid(nodes[place - 1])))
    throw new PatternRefused('"!" must follow a word');
  if (nodes.some((node, place) => node.kind === 'unless-before' && (place > 0 || !top)))
    throw new PatternRefused('"~" may only stand first');
  for (const node of nodes) checkInner(node);
}

const checkInner = perNode((node): void => {
  if (node.kind === 'any' || node.kind === 'unless-next' || node.kind === 'unless-before')
    for (const branch of node.of) checkSequence(branch, false);
  if (node.kind === 'optional') checkInner(node.node);
});

function countGaps(nodes: readonly PatternNode[]): number {
  let count = 0;
  for (const node of nodes) {
    if (node.kind === 'gap') count += 1;
    if (node.kind === 'any') count += Math.max(...node.of.map(countGaps));
  }
  return count;
}

/** Letters of a word by which a beginning is looked up. */
const startLength = 3;

/** What a word of a message can be anchored by: itself, and its beginning; a Han character also with the one before it. */
export function anchorKeys(word: string, before = ''): readonly string[] {
  if (han.test(word)) return han.test(before) ? [word, before + word] : [word];
  return [word, `${word.slice(0, startLength)}*`];
}

/** Works a figure of a group out once: lists are shared by many patterns. A word is sooner read than remembered. */
function perNode<T>(work: (node: PatternNode) => T): (node: PatternNode) => T {
  const known = new WeakMap<PatternNode, { readonly value: T }>();
  return node => {
    if (node.kind !== 'any') return work(node);
    const found = known.get(node) ?? { value: work(node) };
    known.set(node, found);
    return found.value;
  };
}

/** The anchors of one node: keys of which one must occur. Undefined: none is sure. */
const anchorsOf = perNode((node): readonly string[] | undefined => {
  if (node.kind === 'word') {
    if (node.open === 'start' || node.open === 'both') return undefined;
    if (node.open === 'none') return [node.text];
    return node.text.length < startLength ? undefined : [`${node.text.slice(0, startLength)}*`];
  }
  if (node.kind !== 'any') return undefined;
  const found: string[] = [];
  for (const branch of node.of) {
    const [rarest] = anchorSets(branch);
    if (rarest === undefined) return undefined;
    found.push(...rarest);
  }
  return [...new Set(found)];
});

/** Rough rarity: long words are rarer, and few alternatives are better than many. */
function rarity(anchors: readonly string[]): number {
  let shortest = Infinity;
  for (const anchor of anchors) shortest = Math.min(shortest, anchor.endsWith('*') ? anchor.length - 1 : anchor.length);
  return shortest - anchors.length / 4;
}

/** One Han character says little, and two that follow one another much. */
function hanPairs(nodes: readonly PatternNode[]): readonly (readonly string[])[] {
  return nodes.flatMap((node, place) => {
    const next = nodes[place + 1];
    return isHan(node) && isHan(next) ? [[node.text + next.text]] : [];
  });
}

/** Every anchor set of a sequence, the rarest first. */
function anchorSets(nodes: readonly PatternNode[]): readonly (readonly string[])[] {
  const single = nodes.flatMap(node => {
    const anchors = anchorsOf(node);
    return anchors === undefined ? [] : [anchors];
  });
  const sets = [...single, ...hanPairs(nodes)];
  if (sets.length < 2) return sets;
  const ranked = sets.map(anchors => ({ anchors, rarity: rarity(anchors) })).sort((a, b) => b.rarity - a.rarity);
  return ranked.map(({ anchors }) => anchors);
}

/** Keys of the words a node can begin with; undefined: any. */
const firstOfNode = perNode((node): readonly string[] | undefined => {
  switch (node.kind) {
    case 'word':
      return anchorsOf(node);
    case 'any': {
      const firsts = node.of.map(firstOf);
      return firsts.some(each => each === undefined) ? undefined : [...new Set(firsts.flatMap(each => each ?? []))];
    }
    case 'optional':
      return firstOfNode(node.node);
    default:
      return undefined;
  }
});

/** Keys of the words a sequence can begin with: those of its first node, and of what follows where that may be missing. */
function firstOf(nodes: readonly PatternNode[]): readonly string[] | undefined {
  const found: string[] = [];
  for (const node of nodes) {
    const first = firstOfNode(node);
    if (first === undefined) return undefined;
    found.push(...first);
    if (node.kind !== 'optional') return [...new Set(found)];
  }
  return undefined;
}

const wordsOf = perNode((node): readonly string[] => {
  if (node.kind === 'word') return [node.text];
  if (node.kind === 'optional') return wordsOf(node.node);
  return 'of' in node ? [...new Set(node.of.flatMap(branch => branch.flatMap(wordsOf)))] : [];
});

/** Compiles one pattern. Throws PatternRefused with the reason. */
export function compilePattern(pattern: string, vocabulary: Vocabulary): CompiledPattern {
  const nodes = readPattern(pattern, vocabulary);
  checkSequence(nodes, true);
  if (countGaps(nodes) > mostGaps) throw new PatternRefused(`more than ${String(mostGaps)} gaps`);
  const [first, ...rest] = nodes;
  const before = first?.kind === 'unless-before' ? emitNode(first) : '';
  const body = before === '' ? nodes : rest;
  return {
    source: `${before}${wordStart}${emitSequence(body)}${wordEnd}`,
    anchors: anchorSets(body),
    first: firstOf(body),
    words: nodes.flatMap(wordsOf),
  };
}
