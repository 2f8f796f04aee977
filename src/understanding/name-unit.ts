// Which unit a number is said in: its label or code, or what a language calls it ("kilos", "كيلو"), after the number or before it.
import type { Listen } from '../content/content.js';
import type { Unit } from '../content/forms/form.js';
import { foldText } from '../text/fold-text.js';

/** One name found at the edge of a phrase, and the phrase without it. */
export interface NamedUnit<T> {
  readonly unit: T;
  readonly name: string;
  readonly rest: string;
}

type Names<T> = readonly (readonly [name: string, unit: T])[];

function byLength<T>(names: Names<T>): Names<T> {
  return [...names].sort(([one], [other]) => other.length - one.length);
}

function startsApart(text: string, name: string): boolean {
  return text.startsWith(name) && !/^\p{L}/u.test(/\p{L}$/u.test(name) ? text.slice(name.length) : '');
}

function endsApart(text: string, name: string): boolean {
  return text.endsWith(name) && !/\p{L}$/u.test(/^\p{L}/u.test(name) ? text.slice(0, -name.length) : '');
}

function take<T>(phrase: string, names: Names<T>): NamedUnit<T> | undefined {
  for (const [name, unit] of byLength(names)) {
    if (endsApart(phrase, name)) return { unit, name, rest: phrase.slice(0, -name.length).trim() };
    if (startsApart(phrase, name)) return { unit, name, rest: phrase.slice(name.length).trim() };
  }
  return undefined;
}

function namesOf(unit: Unit, listens: readonly Listen[]): readonly string[] {
  const spoken = listens.flatMap(listen => listen.units?.[unit.code ?? unit.label] ?? []);
  return [unit.label, unit.code ?? '', ...spoken].map(foldText).filter(name => name !== '');
}

/** The one of these units a folded phrase begins or ends with; the longest name counts. */
export function takeUnit(phrase: string, units: readonly Unit[], listens: readonly Listen[]): NamedUnit<Unit> | undefined {
  return take(
    phrase,
    units.flatMap(unit => namesOf(unit, listens).map(name => [name, unit] as const)),
  );
}

/** Any unit these languages know, by its code. */
export function takeKnownUnit(phrase: string, listens: readonly Listen[]): NamedUnit<string> | undefined {
  const names = listens.flatMap(listen =>
    Object.entries(listen.units ?? {}).flatMap(([code, list]) => list.map(name => [name, code] as const)),
  );
  return take(phrase, names);
}
