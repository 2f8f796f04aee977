// Which repetition of a question a condition means: the nearest one.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen.question ("If multiple question occurrences
// are present for the same question (same linkId), then this refers to the nearest question occurrence reachable by tracing first the
// 'ancestor' axis and then the 'preceding' axis and then the 'following' axis").
import { valuesOf, type Answers } from './answers.js';
import { isRepeatedOneByOne, nestsByAnswer, repetitionsOf, type FormPlan } from './form-plan.js';
import type { Step } from './steps.js';

/** Steps of items, by linkId, in the order of the layout. */
export type StepsByLinkId = ReadonlyMap<string, readonly Step[]>;

/** Groups the item steps of a layout by linkId. */
export function byLinkId(steps: readonly Step[]): StepsByLinkId {
  const found = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.kind === 'more') continue;
    const same = found.get(step.item.linkId);
    if (same === undefined) found.set(step.item.linkId, [step]);
    else same.push(step);
  }
  return found;
}

/** The one of several answers of a question that something stands in. */
export interface AnswerAbove {
  readonly step: Step;
  /** Which of its answers. */
  readonly place: number;
}

/** Which answer of this question `from` is nested in: that one alone counts for it, not its brothers. Undefined where it stands in none. */
export function answerAbove(question: string, from: Step): AnswerAbove | undefined {
  let step = from.parent;
  while (step !== undefined && step.item.linkId !== question) step = step.parent;
  if (step === undefined || !nestsByAnswer(step.item)) return undefined;
  const [place = 0] = from.path.slice(step.path.length);
  return { step, place };
}

/** The steps that hold an answer, themselves or below: what stands in a response. */
export function touchedSteps(steps: readonly Step[], answers: Answers): ReadonlySet<Step> {
  const touched = new Set<Step>();
  for (const step of steps) {
    if (step.kind === 'more' || valuesOf(answers, step.key).length === 0) continue;
    for (let at: Step | undefined = step; at !== undefined; at = at.parent) touched.add(at);
  }
  return touched;
}

/** Is the repetition it stands in there at all, as far as it is not shared? One in which nothing was answered is none. */
function occurs(step: Step, shared: number, touched: ReadonlySet<Step>): boolean {
  for (let at: Step | undefined = step; at !== undefined && at.path.length > shared; at = at.parent) {
    if (isRepeatedOneByOne(at.item) && !touched.has(at)) return false;
  }
  return true;
}

/** What a condition is judged in: the form's steps by linkId, its plan, and which of the steps hold an answer. */
export interface Occurrences {
  readonly byLinkId: StepsByLinkId;
  readonly plan: FormPlan;
  readonly touched: () => ReadonlySet<Step>;
}

/** How many repetitions two items share, counted from the outside. */
function sharedRepetitions(a: readonly string[], b: readonly string[]): number {
  const differ = a.findIndex((linkId, at) => linkId !== b[at]);
  return differ < 0 ? a.length : differ;
}

const samePlace = (a: readonly number[], b: readonly number[], length: number): boolean =>
  a.slice(0, length).every((place, at) => place === b[at]);

/** The last one before `from`, else the first after it; of those that are there, if any is. */
function nearestOf(reachable: readonly Step[], from: Step, isThere: (step: Step) => boolean): Step | undefined {
  const there = reachable.filter(isThere);
  const among = there.length > 0 ? there : reachable;
  return among.findLast(step => step.index < from.index) ?? among[0];
}

/**
 * The steps of a question that count for a condition of `from`: one occurrence of it, which has several steps only where each of its
 * answers is asked by itself.
 */
export function nearestSteps(question: string, from: Step, { byLinkId: steps, plan, touched }: Occurrences): readonly Step[] {
  const all = steps.get(question) ?? [];
  if (all.length < 2) return all;
  const wanted = repetitionsOf(question, plan);
  const shared = sharedRepetitions(wanted, repetitionsOf(from.item.linkId, plan));
  const reachable = all.filter(step => samePlace(step.path, from.path, shared));
  const nearest = nearestOf(reachable, from, step => occurs(step, shared, touched()));
  if (nearest === undefined) return [];
  // Answers written one by one are one occurrence: all but the last place of the path, which is the question's own, must agree.
  const outside = wanted.at(-1) === question ? wanted.length - 1 : wanted.length;
  return reachable.filter(step => samePlace(step.path, nearest.path, outside));
}
