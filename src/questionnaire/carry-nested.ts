// When the several answers of a question change, what is nested in an answer that stays goes with it, and what is nested in one that is
// gone goes too.
// Rule: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.answer.item (nested items belong to an
// answer, not to its place in the list).
import type { AnswerValue, Form } from '../content/forms/form.js';
import { keyOf, readKey } from './answer-key.js';
import { planOf, repetitionsOf } from './form-plan.js';
import { sameValue } from './same-value.js';
import type { Step } from './steps.js';

/** Where each answer that was there stands now; absent where it is gone. */
function moves(before: readonly AnswerValue[], after: readonly AnswerValue[]): readonly (number | undefined)[] {
  return before.map(value => {
    const place = after.findIndex(each => sameValue(each, value));
    return place < 0 ? undefined : place;
  });
}

/**
 * The same record with the keys of everything nested in the answers of `step` moved to where each answer stands now; what was nested in
 * an answer that is gone is left out.
 */
export function carryNested<T>(
  record: Readonly<Record<string, T>>,
  form: Form,
  step: Step,
  before: readonly AnswerValue[],
  after: readonly AnswerValue[],
): Readonly<Record<string, T>> {
  const plan = planOf(form);
  const depth = step.path.length;
  const moved = moves(before, after);
  const entries = Object.entries(record).flatMap(([key, value]): [string, T][] => {
    const { linkId, path, more } = readKey(key);
    const repetitions = repetitionsOf(linkId, plan);
    const full = repetitions.map((_, at) => path[at] ?? 0);
    const isNested = repetitions[depth] === step.item.linkId && linkId !== step.item.linkId;
    if (!isNested || !step.path.every((place, at) => full[at] === place)) return [[key, value]];
    const [old = 0, ...within] = full.slice(depth);
    const place = moved[old];
    if (place === undefined) return [];
    const next = keyOf(linkId, [...step.path, place, ...within]);
    return [[more ? `${next}+` : next, value]];
  });
  return Object.fromEntries(entries);
}
