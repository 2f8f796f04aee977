// Is everything there that a completed response must have?
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.required (a required group needs at least one child;
// a disabled item is never required), https://hl7.org/fhir/R4/extension-questionnaire-minoccurs.html. What stands below a question that
// was left out has no answer to stand in, so it is not missed.
import { valuesOf } from './answers.js';
import { filledKeys } from './filled-steps.js';
import { isRepeatedOneByOne } from './form-plan.js';
import type { FormState } from './form-state.js';
import { hasPlace, lastQuestions, placeOf } from './owed-steps.js';
import { faultIssues, type ResponseIssue } from './response-issue.js';
import { optionOf } from './same-value.js';
import type { Step } from './steps.js';

type Answered = Pick<FormState, 'steps' | 'answers' | 'enabled'>;

/** The first step of each thing that repeats speaks for all of them: a later repetition is there because somebody said so. */
function isFirst({ item, path }: Step): boolean {
  return !isRepeatedOneByOne(item) || path.at(-1) === 0;
}

/** Of a required group in which nothing can be asked, nothing is missed. */
function isMissing(step: Step, state: Answered, filled: ReadonlySet<string>, askable: ReadonlyMap<string, string>): boolean {
  const { item, key } = step;
  if (!item.required || filled.has(key) || !state.enabled.hasStep(step)) return false;
  return isFirst(step) && (item.type !== 'group' || askable.has(key)) && hasPlace(step, state.answers);
}

function missing(linkId: string, text: string): ResponseIssue & { readonly linkId: string } {
  return { severity: 'error', code: faultIssues.required.code, expression: 'QuestionnaireResponse', linkId, text };
}

/** How much an item was answered at this step; an exclusive option is enough alone. */
function countOf({ item, key }: Step, { answers }: Answered, filled: ReadonlySet<string>): number {
  const values = valuesOf(answers, key);
  if (values.some(value => optionOf(item, value)?.exclusive === true)) return Number.POSITIVE_INFINITY;
  return item.type === 'group' && filled.has(key) ? 1 : values.length;
}

/** The first step of each thing that has fewer answers, or repetitions with something in them, than minOccurs where it stands. */
function tooFew(state: Answered, filled: ReadonlySet<string>): readonly Step[] {
  const places = new Map<string, { readonly first: Step; readonly least: number; readonly count: number }>();
  for (const step of state.steps) {
    const { minOccurs: least } = step.item;
    if (step.kind === 'more' || least === undefined || step.hidden || !state.enabled.hasStep(step)) continue;
    const place = placeOf(step);
    const { first, count } = places.get(place) ?? { first: step, count: 0 };
    places.set(place, { first, least, count: count + countOf(step, state, filled) });
  }
  return [...places.values()].filter(({ least, count }) => count > 0 && count < least).map(({ first }) => first);
}

/** One issue for each required, enabled, visible item without an answer, and for each that has fewer answers than it must. */
export function checkRequired(state: Answered): readonly (ResponseIssue & { readonly linkId: string })[] {
  const filled = filledKeys(state);
  const askable = lastQuestions(state);
  const asked = state.steps.filter(step => step.kind === 'item' && step.item.type !== 'display' && !step.hidden);
  return [
    ...asked.filter(step => isMissing(step, state, filled, askable)).map(({ item }) => missing(item.linkId, faultIssues.required.say(''))),
    ...tooFew(state, filled).map(({ item }) => missing(item.linkId, `has fewer than ${String(item.minOccurs)} answers`)),
  ];
}
