// What an expression looks at, found without evaluating it. Where every way into the response ends at `where(linkId = '…')`, only those items
// matter: it may be given a response of these alone, and need not be evaluated again until they change. Anything not understood looks at
// everything. Navigation (`item`, `answer`, `repeat(item)`, `descendants()` …) looks at nothing by itself; only what is done with its end does.
import { parseExpression, type SyntaxNode } from './engine.js';
import { argumentsOf, childrenOf, conjuncts, linkIdsNamed, mentionsIn, nameOf, unwrap, variableName, type Mentions } from './syntax.js';

/** What an expression looks at. */
export interface Reads {
  /** It may look at any answer. */
  readonly everything: boolean;
  /** Items it looks at, with all that stands in them, by linkId. */
  readonly linkIds: ReadonlySet<string>;
  /** It looks at the item it stands on, with all that stands in it. */
  readonly own: boolean;
  /** Names behind `%`. */
  readonly variables: ReadonlySet<string>;
  /** It asks which day, or which moment, it is. */
  readonly day: boolean;
  readonly moment: boolean;
  readonly mentions: Mentions;
}

/** What must be there whole once nodes of the response are looked at: an item, the item the expression stands on, or everything. */
type Pin = `=${string}` | 'own' | 'everything';

/** Nodes an expression has in hand, as the pins that looking at them costs. None: they cost nothing more. */
type Held = readonly Pin[];

/** Functions whose first argument is asked of each node in hand, once these are looked at. */
const asksEach = new Set(['exists', 'all', 'aggregate', 'sort', 'select']);
const ofTypes = new Set(['ofType', 'is', 'as']);
const ways = new Set(['item', 'answer', 'QuestionnaireResponse', 'DomainResource', 'Resource']);

const chains = new Set(['EntireExpression', 'TermExpression', 'InvocationTerm', 'ParenthesizedTerm', 'InvocationExpression']);
const choices = new Set(['iif', 'coalesce']);
const clocks = new Set(['today', 'now', 'timeOfDay']);
const wayFunctions = new Set(['where', 'children', 'descendants']);

/** Does it lead from node to node, and nowhere else? */
function isWay(node: SyntaxNode): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberInvocation') return ways.has(nameOf(inner));
  if (inner.type === 'FunctionInvocation') return wayFunctions.has(nameOf(inner));
  return (inner.type === 'InvocationExpression' || inner.type === 'UnionExpression') && childrenOf(inner).every(isWay);
}

/** Does a function ask nothing of what stands before it? */
function isOfThis(name: string, held: Held, self: Held): boolean {
  return clocks.has(name) || (choices.has(name) && held === self);
}

function both(one: Held, other: Held): Held {
  return [...new Set([...one, ...other])];
}

class Reading {
  readonly pins = new Set<Pin>();
  readonly variables = new Set<string>();
  day = false;
  moment = false;

  constructor(readonly focus: Held) {}

  /** Reads one node, given what its chain has in hand so far and what `$this` is; gives what is in hand after it. */
  read(node: SyntaxNode, held: Held, self: Held): Held {
    if (chains.has(node.type)) return childrenOf(node).reduce((before, child) => this.read(child, before, self), held);
    switch (node.type) {
      case 'MemberInvocation':
        return ways.has(nameOf(node)) ? held : this.#lookAt(held);
      case 'FunctionInvocation':
        return this.#call(node, held, self);
      case 'UnionExpression':
        return childrenOf(node).reduce((before: Held, child) => both(before, this.read(child, self, self)), []);
      case 'IndexerExpression':
        for (const child of childrenOf(node)) this.#lookAt(this.read(child, held, self));
        return [];
      default:
        return this.#readTerm(node, self);
    }
  }

  #readTerm(node: SyntaxNode, self: Held): Held {
    if (node.type === 'ThisInvocation') return self;
    if (node.type === 'ExternalConstantTerm') return this.#variable(variableName(node));
    // A place among its neighbours: all of these matter.
    if (node.type === 'IndexInvocation') this.pins.add('everything');
    for (const child of childrenOf(node)) this.#lookAt(this.read(child, self, self));
    return [];
  }

  #lookAt(held: Held): Held {
    for (const pin of held) this.pins.add(pin);
    return [];
  }

  #variable(name: string): Held {
    if (name === 'resource' || name === 'rootResource') return ['everything'];
    if (name === 'context') return this.focus;
    this.variables.add(name);
    return [];
  }

  #call(node: SyntaxNode, held: Held, self: Held): Held {
    const given = argumentsOf(node);
    const [first, second] = given;
    switch (nameOf(node)) {
      case 'children':
      case 'descendants':
        return held;
      case 'where':
        return first === undefined ? [] : this.#where(first, held);
      case 'repeat':
        return first === undefined ? [] : this.#repeat(first, held);
      case 'defineVariable':
      case 'trace':
        this.#lookAt(second === undefined ? held : this.read(second, held, held));
        return held;
      default:
        return this.#function(nameOf(node), given, held, self);
    }
  }

  /** Any other function looks at what it is asked of; a choice only at what `$this` is, which is always there, where nothing stands before it. */
  #function(name: string, given: readonly SyntaxNode[], held: Held, self: Held): Held {
    this.day ||= name === 'today';
    this.moment ||= name === 'now' || name === 'timeOfDay';
    if (!isOfThis(name, held, self)) this.#lookAt(held);
    for (const [place, argument] of (ofTypes.has(name) ? [] : given).entries()) {
      const focus = place === 0 && asksEach.has(name) ? [] : self;
      this.#lookAt(this.read(argument, focus, focus));
    }
    return [];
  }

  /** Bound to linkIds: those items alone matter, and what else is asked is asked of them. */
  #where(condition: SyntaxNode, held: Held): Held {
    if (held.length === 0) {
      this.#lookAt(this.read(condition, [], []));
      return [];
    }
    const parts = conjuncts(condition).map(part => ({ part, named: linkIdsNamed(part) }));
    const bound = parts.find(({ named }) => named !== undefined)?.named;
    const kept: Held = bound?.map((linkId): Pin => `=${linkId}`) ?? held;
    for (const { part, named } of parts) if (named === undefined) this.#lookAt(this.read(part, kept, kept));
    return kept;
  }

  /** Only a way is walked without looking. Twice is enough: after a round there is in hand what was before it, or what is bound anew. */
  #repeat(step: SyntaxNode, held: Held): Held {
    if (!isWay(step)) {
      this.#lookAt(held);
      this.#lookAt(this.read(step, [], []));
      return [];
    }
    const once = this.read(step, held, held);
    return both(once, this.read(step, once, once));
  }

  finish(root: SyntaxNode): Reads {
    this.#lookAt(this.read(root, this.focus, this.focus));
    const linkIds = [...this.pins].filter(pin => pin.startsWith('=')).map(pin => pin.slice(1));
    return {
      everything: this.pins.has('everything'),
      linkIds: new Set(linkIds),
      own: this.pins.has('own'),
      variables: this.variables,
      day: this.day,
      moment: this.moment,
      mentions: mentionsIn(root),
    };
  }
}

/** What an expression looks at, standing on an item or on the questionnaire itself. Throws where it is no FHIRPath. */
export function readExpression(expression: string, standsOn: 'item' | 'questionnaire'): Reads {
  return new Reading([standsOn === 'item' ? 'own' : 'everything']).finish(parseExpression(expression));
}

/**
 * The linkIds an expression reads (with everything that stands in those items), or `everything` where that cannot be told from it. Its
 * own item and its variables are not counted. Throws where it is no FHIRPath.
 */
export function linkIdsReadBy(expression: string): readonly string[] | 'everything' {
  const reads = readExpression(expression, 'item');
  return reads.everything ? 'everything' : [...reads.linkIds];
}
