// Makes one measure of the answers of a group from the score of each chosen option.
// Rule: https://hl7.org/fhir/R4/extension-ordinalvalue.html (a number for each answer option); how to join them is the group's own.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { valuesOf } from './answers.js';
import type { FormState } from './form-state.js';
import { optionOf } from './same-value.js';
import type { Step } from './steps.js';

/** A measure and the lowest and highest it could have been. For `any`: 1 is positive, 0 negative. */
export interface Score {
  readonly kind: 'sum' | 'any';
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function isScored(item: FormItem): boolean {
  return !item.hidden && item.options.some(option => option.score !== undefined);
}

function standsIn(step: Step, group: Step): boolean {
  for (let at = step.parent; at !== undefined; at = at.parent) if (at === group) return true;
  return false;
}

/** What a scored question was given, or undefined when it has no answer or one that carries no score. */
function given(item: FormItem, values: readonly AnswerValue[]): number | undefined {
  const scores = values.map(value => optionOf(item, value)?.score);
  const numbers = scores.filter(score => score !== undefined);
  return values.length > 0 && numbers.length === values.length ? add(numbers) : undefined;
}

function rangeOf(item: FormItem): Range {
  const scores = item.options.flatMap(option => option.score ?? []);
  const range = { min: Math.min(...scores), max: Math.max(...scores) };
  if (!item.repeats) return range;
  // One answer there is at least: of options that all add, the least is the smallest alone.
  return {
    min: range.min < 0 ? add(scores.filter(score => score < 0)) : range.min,
    max: range.max > 0 ? add(scores.filter(score => score > 0)) : range.max,
  };
}

/** The range of everything below; a question that may not be asked (`open`) can also add nothing. */
function rangeBelow(items: readonly FormItem[], open: boolean): Range {
  const ranges = items
    .filter(item => !item.hidden)
    .flatMap(item => {
      const conditional = open || item.enableWhen.length > 0;
      const below = rangeBelow(item.items, conditional);
      if (!isScored(item)) return [below];
      const own = rangeOf(item);
      return [below, conditional ? { min: Math.min(0, own.min), max: Math.max(0, own.max) } : own];
    });
  return { min: add(ranges.map(range => range.min)), max: add(ranges.map(range => range.max)) };
}

/**
 * The measure of a group, in one repetition. Undefined when the group has none, or when none of its scored questions is enabled. A sum
 * needs an answer that scores to each that is enabled: half an instrument is no measure. `any` is positive as soon as one answer is, and
 * negative only when every one is known.
 */
export function scoreGroup(group: Step, { steps, enabled, answers }: Pick<FormState, 'steps' | 'enabled' | 'answers'>): Score | undefined {
  const { score, items } = group.item;
  if (score === undefined) return undefined;
  const asked = steps.filter(
    step => step.kind === 'item' && !step.hidden && isScored(step.item) && enabled.has(step.key) && standsIn(step, group),
  );
  const numbers = asked.map(step => given(step.item, valuesOf(answers, step.key))).filter(each => each !== undefined);
  if (score === 'any' && numbers.some(number => number > 0)) return { kind: 'any', value: 1, min: 0, max: 1 };
  if (numbers.length === 0 || numbers.length < asked.length) return undefined;
  return score === 'any' ? { kind: 'any', value: 0, min: 0, max: 1 } : { kind: 'sum', value: add(numbers), ...rangeBelow(items, false) };
}
