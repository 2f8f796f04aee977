// Reading the syntax tree of a FHIRPath expression: what is written where, without evaluating anything.
import type { SyntaxNode } from './engine.js';

const wrappers = new Set(['EntireExpression', 'TermExpression', 'InvocationTerm', 'ParenthesizedTerm', 'LiteralTerm']);

const insideOf = (node: SyntaxNode): readonly SyntaxNode[] => (wrappers.has(node.type) ? childrenOf(node) : []);

/** A node without the nodes that only stand round it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let [only] = insideOf(node); only !== undefined; [only] = insideOf(only)) inner = only;
  return inner;
}

/** The parts of a node, in order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children ?? [];
}

const textOf = ({ text = '' }: SyntaxNode): string => text;

/** A name as written, without back-quotes. */
export function nameOf(node: SyntaxNode): string {
  return textOf(node).replace(/^`|`$/gu, '');
}

/** The name behind `%`. */
export function variableName(node: SyntaxNode): string {
  return (node.delimitedText ?? textOf(node)).replace(/^['`]|['`]$/gu, '');
}

/** The arguments of a function's call. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = childrenOf(call)
    .flatMap(childrenOf)
    .find(({ type }) => type === 'ParamList');
  return list === undefined ? [] : childrenOf(list);
}

/** The text of a string literal; undefined for anything else, and for one with escapes. */
export function literalOf(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const inner = unwrap(node);
  const text = textOf(inner);
  return inner.type !== 'StringLiteral' || text.includes('\\') ? undefined : text.slice(1, -1);
}

/** Is it `linkId`, of whatever stands before it? */
function endsInLinkId(node: SyntaxNode): boolean {
  const inner = unwrap(node);
  const last = inner.type === 'InvocationExpression' ? childrenOf(inner).at(-1) : inner;
  return last?.type === 'MemberInvocation' && nameOf(last) === 'linkId';
}

/** Is it `linkId` or `$this.linkId`? */
function isOwnLinkId(node: SyntaxNode): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'InvocationExpression') return endsInLinkId(inner);
  const [first, ...rest] = childrenOf(inner);
  return first !== undefined && unwrap(first).type === 'ThisInvocation' && rest.length === 1 && endsInLinkId(inner);
}

/** The literals of `'a' | 'b'`; undefined where anything else stands in it. */
function literalsOf(node: SyntaxNode): readonly string[] | undefined {
  const inner = unwrap(node);
  if (inner.type !== 'UnionExpression') {
    const literal = literalOf(inner);
    return literal === undefined ? undefined : [literal];
  }
  return joined(childrenOf(inner).map(literalsOf));
}

function joined(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.every(list => list !== undefined) ? lists.flat() : undefined;
}

function comparedWith(node: SyntaxNode, isLinkId: (side: SyntaxNode) => boolean): readonly string[] | undefined {
  const others = childrenOf(node).filter(side => !isLinkId(side));
  return others.length === 1 ? joined(others.map(literalsOf)) : undefined;
}

const isEquals = (node: SyntaxNode): boolean => node.type === 'EqualityExpression' && node.text === '=';
const isIn = (node: SyntaxNode): boolean => node.type === 'MembershipExpression' && node.text === 'in';

/** The linkIds a condition is bound to: `linkId = 'a'`, `linkId in ('a' | 'b')`, or several of these joined by `or`. */
export function linkIdsNamed(condition: SyntaxNode): readonly string[] | undefined {
  const inner = unwrap(condition);
  if (isEquals(inner) || isIn(inner)) return comparedWith(inner, isOwnLinkId);
  return inner.type === 'OrExpression' && inner.text === 'or' ? joined(childrenOf(inner).map(linkIdsNamed)) : undefined;
}

/** The conditions that `and` joins. */
export function conjuncts(condition: SyntaxNode): readonly SyntaxNode[] {
  const inner = unwrap(condition);
  return inner.type === 'AndExpression' ? childrenOf(inner).flatMap(conjuncts) : [inner];
}

/** Every node of a tree. */
export function* everyNode(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

/** What an expression names, wherever it stands in it. */
export interface Mentions {
  /** linkIds that something's `linkId` is compared with. */
  readonly linkIds: readonly string[];
  readonly functions: readonly string[];
  /** Patterns written out in the expression. */
  readonly patterns: readonly string[];
  /** Variables it makes itself, with defineVariable(). */
  readonly defines: readonly string[];
}

const patternFunctions = new Set(['matches', 'matchesFull', 'replaceMatches']);

/** Everything an expression names. */
export function mentionsIn(root: SyntaxNode): Mentions {
  const nodes = [...everyNode(root)];
  const calls = nodes.filter(({ type }) => type === 'FunctionInvocation');
  const firstLiterals = (wanted: (name: string) => boolean): readonly string[] =>
    calls.filter(call => wanted(nameOf(call))).flatMap(call => literalOf(argumentsOf(call)[0]) ?? []);
  return {
    linkIds: nodes.filter(node => node.type === 'EqualityExpression' || isIn(node)).flatMap(node => comparedWith(node, endsInLinkId) ?? []),
    functions: calls.map(nameOf),
    patterns: firstLiterals(name => patternFunctions.has(name)),
    defines: firstLiterals(name => name === 'defineVariable'),
  };
}
