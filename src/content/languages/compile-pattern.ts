// What can be known of a pattern in the notation of pattern-notation.ts before any message: that it is sound (every repeat is of a fixed number of
// words or inside one word, so that matching is linear), and by which words it is looked up.
import { isHan, isHanNode, isSolid, PatternRefused, readPattern, type PatternNode, type Vocabulary } from './pattern-notation.js';

export interface CompiledPattern {
  /** Sets of anchor keys: of each set one must be there for the pattern to match. The rarest set first; empty: nothing is sure. */
  readonly anchors: readonly (readonly string[])[];
  /** Keys of the words it can begin with, one of which stands at its start; undefined: it can begin with any. */
  readonly first: readonly string[] | undefined;
  /** Every word written in the pattern, without stars. */
  readonly words: readonly string[];
}

/** How many words two gaps of one pattern may jump together: bounds the work per place. */
const mostGaps = 2;

/** Refuses what would match nothing, everything, or in more than one way. */
function checkSequence(nodes: readonly PatternNode[], top: boolean): void {
  if (nodes.length === 0) throw new PatternRefused('a branch is empty');
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

/** Letters of a word by which a beginning, or a part, is looked up. */
const partLength = 3;

/** The key of every number. */
const anyNumber = '#';
const numeral = /^\p{N}+$/u;

/** Is it the key of a part of a word, and not of a whole word, of its beginning or of numbers? */
export function isPartKey(key: string): boolean {
  return key.length > 1 && key.startsWith('*');
}

/**
 * What a word of a message can be anchored by: itself, its beginning (before it, that it is a number), then its parts; a Han character also with
 * the one before it.
 */
export function anchorKeys(word: string, before = '', parts = true): readonly string[] {
  if (isHan(word)) return isHan(before) ? [word, before + word] : [word];
  const beginning = `${word.slice(0, partLength)}*`;
  const keys = numeral.test(word) ? [word, anyNumber, beginning] : [word, beginning];
  if (parts) for (let at = 0; at + partLength <= word.length; at += 1) keys.push(`*${word.slice(at, at + partLength)}*`);
  return keys;
}

/** The key of a written word; undefined where too little of it is sure. */
function anchorOf({ text, open }: Extract<PatternNode, { readonly kind: 'word' }>): string | undefined {
  if (open === 'none') return text;
  if (text.length < partLength) return undefined;
  const part = text.slice(0, partLength);
  return open === 'end' ? `${part}*` : `*${part}*`;
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
    const anchor = anchorOf(node);
    return anchor === undefined ? undefined : [anchor];
  }
  if (node.kind === 'number') return [anyNumber];
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
  for (const anchor of anchors) shortest = Math.min(shortest, anchor.replaceAll('*', '').length);
  return shortest - anchors.length / 4;
}

/** One Han character says little, and two that follow one another much. */
function hanPairs(nodes: readonly PatternNode[]): readonly (readonly string[])[] {
  return nodes.flatMap((node, place) => {
    const next = nodes[place + 1];
    return isHanNode(node) && isHanNode(next) ? [[node.text + next.text]] : [];
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
    case 'number':
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
export function firstOf(nodes: readonly PatternNode[]): readonly string[] | undefined {
  const [first] = nodes;
  if (first !== undefined && first.kind !== 'optional') return firstOfNode(first);
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

/** Which words a sequence of a sound pattern is looked up by. */
export function lookUpOf(nodes: readonly PatternNode[]): Pick<CompiledPattern, 'anchors' | 'first'> {
  const body = nodes.filter(({ kind }) => kind !== 'unless-before');
  return { anchors: anchorSets(body), first: firstOf(body) };
}

/** Checks one pattern, and works out what messages are looked up by. Throws PatternRefused with the reason. */
export function compilePattern(pattern: string, vocabulary: Vocabulary): CompiledPattern {
  const nodes = readPattern(pattern, vocabulary);
  checkSequence(nodes, true);
  if (countGaps(nodes) > mostGaps) throw new PatternRefused(`more than ${String(mostGaps)} gaps`);
  return { ...lookUpOf(nodes), words: nodes.flatMap(wordsOf) };
}
