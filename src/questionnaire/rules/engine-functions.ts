// FHIRPath functions done here instead of by the engine: patterns in linear time, and the score of an answer without a terminology server.
import type { UserInvocationTable } from 'fhirpath';
import { matches, matchesFull, replaceMatches } from './pattern-functions.js';

/** Where a score stands, in R4 and as R5 renamed it. */
export const scoreUrls: readonly string[] = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
];

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The one text in a collection; undefined where there is none. */
function textOf(collection: readonly unknown[]): string | undefined {
  if (collection.length > 1) throw new Error('Expected a single text');
  const [first] = collection;
  // Nodes of a resource hold their value; a value the expression made stands for itself.
  const data = typeof first === 'object' && first !== null && 'parentResNode' in first ? member(first, 'data') : first;
  if (data === undefined || data === null) return undefined;
  if (typeof data !== 'string') throw new Error('Expected a text');
  return data;
}

/** A function of one text and given strings; nothing where any of them is missing. */
function ofText<R>(work: (text: string, ...given: string[]) => R) {
  return (collection: readonly unknown[], ...given: readonly unknown[]): readonly R[] => {
    const text = textOf(collection);
    const strings = given.filter(each => typeof each === 'string');
    return text === undefined || strings.length < given.length ? [] : [work(text, ...strings)];
  };
}

function scoreIn(element: unknown): number | undefined {
  const extensions = member(element, 'extension');
  if (!Array.isArray(extensions)) return undefined;
  for (const extension of extensions as readonly unknown[]) {
    const score = member(extension, 'valueDecimal') ?? member(extension, 'valueInteger');
    if (scoreUrls.includes(String(member(extension, 'url'))) && typeof score === 'number') return score;
  }
  return undefined;
}

/** The elements of a node that may hold its score: it itself, what stands beside a primitive, its value, and the option it is of. */
function holders(node: unknown): readonly unknown[] {
  const data = member(node, 'data');
  const members: readonly [string, unknown][] = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const values = members.filter(([name]) => /^_?value[A-Z]/u.test(name));
  const parent = member(node, 'parentResNode');
  const option = member(parent, 'path') === 'Questionnaire.item.answerOption' ? [member(parent, 'data')] : [];
  return [data, member(node, '_data'), ...values.map(([, value]) => value), ...option];
}

/** `weight()` and `ordinal()`: the score of each thing that has one (https://build.fhir.org/ig/HL7/sdc/expressions.html#fhirpath-supplements). */
function weight(collection: readonly unknown[]): readonly number[] {
  return collection.flatMap(node => {
    for (const holder of holders(node)) {
      const score = scoreIn(holder);
      if (score !== undefined) return [score];
    }
    return [];
  });
}

const scoring = { fn: weight, arity: { 0: [] }, internalStructures: true };

/** What replaces the engine's own functions of the same names. */
export const engineFunctions: UserInvocationTable = {
  matches: { fn: ofText(matches), arity: { 1: ['String'], 2: ['String', 'String'] }, internalStructures: true },
  matchesFull: { fn: ofText(matchesFull), arity: { 1: ['String'], 2: ['String', 'String'] }, internalStructures: true },
  replaceMatches: { fn: ofText(replaceMatches), arity: { 2: ['String', 'String'] }, internalStructures: true },
  weight: scoring,
  ordinal: scoring,
};
