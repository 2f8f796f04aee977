// A form with its answers, worked out: its layout, what is enabled, and what its rules add. Position, review, export and validation all
// read this one thing.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.initial and
// https://build.fhir.org/ig/HL7/sdc/behavior.html (calculatedExpression, initialExpression, enableWhenExpression).
import { isQuestion, type AnswerValue, type Form, type FormItem } from '../content/forms/form.js';
import type { GivenAnswer } from './answers.js';
import { enabledSteps, type EnabledSteps } from './enabled-steps.js';
import { planOf } from './form-plan.js';
import { byLinkId, type StepsByLinkId } from './nearest-steps.js';
import { evaluateRules, noRules, type RuleState } from './rules/evaluate-rules.js';
import { stepsOf, type Step } from './steps.js';

/** A form with its answers, worked out. Keys are those of answer-key.ts. */
export interface FormState<A extends GivenAnswer = GivenAnswer> {
  readonly form: Form;
  readonly steps: readonly Step[];
  /** Steps of items, by linkId. */
  readonly byLinkId: StepsByLinkId;
  /** What was given, with initial values of what nobody is asked beneath and calculated values above. */
  readonly answers: Readonly<Record<string, A>>;
  readonly enabled: EnabledSteps;
  readonly rules: RuleState;
}

/** What is worked out of: the answers given, and how a value that nobody gave becomes an answer. */
export interface GivenAnswers<A extends GivenAnswer> {
  readonly answers: Readonly<Record<string, A>>;
  readonly toAnswer: (values: readonly AnswerValue[]) => A;
  /** The ISO instant that `now()` and `today()` mean in rules. */
  readonly at?: string;
}

const linked = new WeakMap<readonly Step[], StepsByLinkId>();

/** The index of a layout; a form without repetitions has one layout and one index. */
function indexOf(steps: readonly Step[]): StepsByLinkId {
  const known = linked.get(steps);
  if (known !== undefined) return known;
  const index = byLinkId(steps);
  linked.set(steps, index);
  return index;
}

/** A whole number may stand as the initial value of a decimal question; its answer is a decimal. */
function typed(item: FormItem, value: AnswerValue): AnswerValue {
  return item.type === 'decimal' && 'valueInteger' in value ? { valueDecimal: value.valueInteger } : value;
}

type Values = ReadonlyMap<string, readonly AnswerValue[]>;

/** Initial values of questions nobody is asked: of one that is asked they are only a suggestion until the person gives them. */
function initialValues(steps: readonly Step[]): Values {
  const initial = new Map<string, readonly AnswerValue[]>();
  for (const { kind, key, item, askable } of steps) {
    if (askable || item.initial.length === 0 || kind === 'more' || !isQuestion(item)) continue;
    initial.set(
      key,
      item.initial.map(value => typed(item, value)),
    );
  }
  return initial;
}

/** The answers given, with values nobody gave beneath them and those that are calculated above. */
function joined<A extends GivenAnswer>(given: GivenAnswers<A>, beneath: readonly Values[], above: Values): Readonly<Record<string, A>> {
  if (above.size === 0 && beneath.every(values => values.size === 0)) return given.answers;
  const toAnswers = (values: Values) => Object.fromEntries(Array.from(values, ([key, each]) => [key, given.toAnswer(each)]));
  return Object.assign({}, ...beneath.map(toAnswers), given.answers, toAnswers(above)) as Readonly<Record<string, A>>;
}

/** What initialExpression gives to steps nobody is asked. */
function unasked(values: RuleState['initial'], steps: readonly Step[]): RuleState['initial'] {
  if (values.size === 0) return values;
  const askable = new Set(steps.filter(step => step.askable).map(step => step.key));
  return new Map([...values].filter(([key]) => !askable.has(key)));
}

function isSettled(before: RuleState, after: RuleState): boolean {
  return before.enabled === after.enabled && before.calculated === after.calculated && before.initial === after.initial;
}

/** Rules feed one another; a chain longer than this is a loop, which `questionnaire check` refuses. */
const mostRounds = 24;

/** One round: what follows from what the rules said so far, and what they say then. */
function deriveOnce<A extends GivenAnswer>(form: Form, given: GivenAnswers<A>, rules: RuleState): FormState<A> {
  const steps = stepsOf(form, given.answers);
  const answers = joined(given, [initialValues(steps), unasked(rules.initial, steps)], rules.calculated);
  const index = indexOf(steps);
  const enabled = enabledSteps({ plan: planOf(form), steps, byLinkId: index, answers, expressions: rules.enabled });
  const next = evaluateRules({ form, steps, enabled, answers, ...(given.at !== undefined && { at: given.at }) }, rules);
  return { form, steps, byLinkId: index, answers, enabled, rules: next };
}

/** Works a form out. `before` (an earlier state of this form) lets rules whose answers did not change stand as they were. */
export function deriveFormState<A extends GivenAnswer>(form: Form, given: GivenAnswers<A>, before?: FormState): FormState<A> {
  let rules = before?.rules ?? noRules;
  let state = deriveOnce(form, given, rules);
  for (let round = 1; round < mostRounds && !isSettled(rules, state.rules); round += 1) {
    rules = state.rules;
    state = deriveOnce(form, given, rules);
  }
  return state;
}
