// The FHIRPath engine (fhirpath.js with the R4 model), loaded when the first form with rules comes, and its values made plain. Nothing of it
// may wait or call out: no terminology server, no `resolve()`, no trace to the console.
import { createRequire } from 'node:module';
import type { Model, OptionVariants } from 'fhirpath';
import { engineFunctions } from './engine-functions.js';

/** A node of a parsed expression. */
export interface SyntaxNode {
  readonly type: string;
  readonly text?: string;
  readonly delimitedText?: string;
  readonly children?: readonly SyntaxNode[];
}

/** Values an expression sees as `%name`. */
export type Environment = Readonly<Record<string, unknown>>;

/** Now, for `now()`, `today()` and `timeOfDay()`: literals of FHIRPath. */
export interface Clock {
  readonly now: string;
  readonly today: string;
  readonly timeOfDay: string;
}

/** A compiled expression: focus and environment in, the engine's own nodes out. Throws what the engine throws. */
export type Compiled = (focus: unknown, environment: Environment, clock?: Clock) => readonly unknown[];

type Evaluator = (focus: unknown, environment: Environment, more?: OptionVariants) => unknown[];

interface Library {
  readonly compile: (expression: string, model: Model, options: OptionVariants) => Evaluator;
  readonly parse: (expression: string) => SyntaxNode;
  readonly types: (value: unknown) => string[];
  readonly resolveInternalTypes: (value: unknown) => unknown;
}

interface Engine {
  readonly library: Library;
  readonly model: Model;
}

let loaded: Engine | undefined;

const options: OptionVariants = {
  resolveInternalTypes: false,
  async: false,
  traceFn: () => undefined,
  userInvocationTable: engineFunctions,
};

/** Everything the engine does a first time it does slowly; a time limit should measure the expression, not that. */
const warmUp =
  "%resource.repeat(item).where(linkId = 'a' and answer.exists()).answer.value.sum() > 1 or ('a' | 'b').select($this & 'c').count() = 2";

const warmRounds = 25;

function engine(): Engine {
  if (loaded !== undefined) return loaded;
  const load = createRequire(import.meta.url);
  // The package's CommonJS build; the members used here are those of its own declarations.
  const library = load('fhirpath') as Library;
  const model = load('fhirpath/fhir-context/r4') as Model;
  loaded = { library, model };
  const run = library.compile(warmUp, model, options);
  const resource = { resourceType: 'QuestionnaireResponse', item: [{ linkId: 'a', answer: [{ valueInteger: 1 }] }] };
  for (let round = 0; round < warmRounds; round += 1) run(resource, { resource });
  return loaded;
}

/** The syntax tree of an expression. Throws where it is none. */
export function parseExpression(expression: string): SyntaxNode {
  return engine().library.parse(expression);
}

function clockFunctions(clock: Clock): typeof engineFunctions {
  const literal = (text: string) => ({ fn: () => compileExpression(text)([], {}), arity: { 0: [] }, internalStructures: true });
  return { ...engineFunctions, now: literal(clock.now), today: literal(clock.today), timeOfDay: literal(clock.timeOfDay) };
}

/** An expression made ready. Throws where it is none. */
export function compileExpression(expression: string): Compiled {
  const { library, model } = engine();
  const run = library.compile(expression, model, options);
  return (focus, environment, clock) =>
    clock === undefined ? run(focus, environment) : run(focus, environment, { userInvocationTable: clockFunctions(clock) });
}

let itemsOf: Compiled | undefined;

/** One item of a QuestionnaireResponse or Questionnaire as the engine's own node, so that it knows the types of what stands in it. */
export function itemNode(resourceType: 'QuestionnaireResponse' | 'Questionnaire', item: object): unknown {
  itemsOf ??= compileExpression('item');
  return itemsOf({ resourceType, item: [item] }, {})[0];
}

/** A value an expression gave: its type (lower case, without namespace: `coding`, `date`, `string`, `backboneelement` …) and plain JSON. */
export interface Result {
  readonly type: string;
  readonly value: unknown;
}

/** A quantity as the engine computes with it; its unit is a calendar word, or a UCUM code in quotes. */
function plainQuantity(value: unknown, unit: unknown): object {
  const text = String(unit);
  const code = /^'(.*)'$/u.exec(text)?.[1];
  const named = code === undefined ? { unit: text } : { unit: code, system: 'http://unitsofmeasure.org', code };
  return { value: Number(String(value)), ...named };
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('parentResNode' in value && 'data' in value) return plain(value.data);
  if (!('toJSON' in value) || typeof value.toJSON !== 'function') return engine().library.resolveInternalTypes(value);
  return 'unit' in value && 'value' in value ? plainQuantity(value.value, value.unit) : Reflect.apply(value.toJSON, value, []);
}

/** The results of an expression, made plain; nodes that only carry extensions have no value and are left out. */
export function plainResults(nodes: readonly unknown[]): readonly Result[] {
  // One name for each node, in their order.
  return engine()
    .library.types(nodes)
    .flatMap((name, place) => {
      const value = plain(nodes[place]);
      return value === undefined || value === null ? [] : [{ type: name.replace(/^.*\./u, '').toLowerCase(), value }];
    });
}
