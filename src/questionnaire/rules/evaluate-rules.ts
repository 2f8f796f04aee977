// Everything a form's FHIRPath rules say about the answers given, worked out again only where what they read has changed. What is remembered
// travels in the state that is handed on; nothing is kept here.
// Sources: https://build.fhir.org/ig/HL7/sdc/behavior.html and https://build.fhir.org/ig/HL7/sdc/expressions.html
import { isDeepStrictEqual } from 'node:util';
import type { AnswerValue, Form, FormItem, FormOption } from '../../content/forms/form.js';
import type { Answers } from '../answers.js';
import type { Step } from '../steps.js';
import { changedSince } from './changed-since.js';
import { rulesOf, type ElementPlan, type Expression, type RulesPlan } from './compile-rules.js';
import type { Clock } from './engine.js';
import { Evaluator, type VariableMemory } from './evaluate-expression.js';
import { ResponseSoFar, type GivenByLinkId } from './response-so-far.js';
import { answersBy, brokenBy, enabledBy, optionsBy, type Outcome } from './rule-outcome.js';
import type { BrokenConstraint, Failure, RuleFault, RuleResults } from './rule-results.js';

/** What rules are evaluated over. */
export interface RulesInput {
  readonly form: Form;
  /** The layout for these answers (steps.ts). */
  readonly steps: readonly Step[];
  /** Keys of enabled item steps. */
  readonly enabled: Pick<ReadonlySet<string>, 'has'>;
  readonly answers: Answers;
  /** Now, an ISO 8601 instant: what `now()` and `today()` give. Without it they read the machine's clock. */
  readonly at?: string;
}

interface Remembered {
  readonly says: unknown;
  readonly faults: readonly RuleFault[];
}

/** What the rules say, and what the next evaluation needs to leave alone what did not change. Never changed once made. */
export interface RuleState extends RuleResults {
  readonly form?: Form;
  readonly at?: string;
  readonly given: GivenByLinkId;
  /** What each rule said, by expression, by the key of the step. */
  readonly rules: ReadonlyMap<Expression, ReadonlyMap<string, Remembered>>;
  readonly variables: VariableMemory;
}

const nothing: ReadonlyMap<never, never> = new Map<never, never>();

/** What is said of a form without any rule. */
export const noRules: RuleState = {
  enabled: nothing,
  calculated: nothing,
  initial: nothing,
  options: nothing,
  broken: [],
  faults: [],
  given: nothing,
  rules: nothing,
  variables: nothing,
};

function clockOf(at: string | undefined): { readonly clock: Clock } | undefined {
  if (at === undefined) return undefined;
  const [date = '', time = ''] = at.split('T');
  return { clock: { now: `@${at}`, today: `@${date}`, timeOfDay: `@T${time.replace(/(?:Z|[+-]\d\d:\d\d)$/u, '')}` } };
}

/** Steps whose remembered values may stand: those there still are. */
function standing<T>(values: ReadonlyMap<string, T>, keys: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...values].filter(([key]) => key === '' || keys.has(key)));
}

class Evaluation {
  readonly #enabled = new Map<string, boolean>();
  readonly #calculated = new Map<string, readonly AnswerValue[]>();
  readonly #initial = new Map<string, readonly AnswerValue[]>();
  readonly #options = new Map<string, readonly FormOption[]>();
  readonly #broken: BrokenConstraint[] = [];
  readonly #faults = new Map<string, RuleFault>();
  readonly #rules = new Map<Expression, Map<string, Remembered>>();
  readonly #fresh = new Map<Expression, boolean>();
  readonly #response: ResponseSoFar;
  readonly #changed: ReadonlySet<string>;
  readonly #evaluator: Evaluator;

  constructor(
    readonly input: RulesInput,
    readonly plan: RulesPlan,
    readonly before: RuleState,
    limited: boolean,
  ) {
    const { form, steps, at } = input;
    this.#response = new ResponseSoFar(input);
    this.#changed = changedSince(before.given, this.#response.given);
    const keys = new Set(steps.map(step => step.key));
    const kept = [...before.variables].filter(([variable]) => !this.#hasChanged(variable));
    const remembered = new Map(kept.map(([variable, values]) => [variable, standing(values, keys)]));
    this.#evaluator = new Evaluator({ form, limited, response: this.#response, ...clockOf(at) }, remembered);
  }

  run(): void {
    const { plan, input } = this;
    if (plan.root) this.#constraints(plan.root, undefined);
    for (const step of input.steps) {
      const element = step.kind === 'item' ? plan.items.get(step.item.linkId) : undefined;
      if (element !== undefined) this.#element(element, step);
    }
  }

  /** Evaluates every variable at every step it stands on, needed or not. */
  runVariables(): void {
    const at = (element: ElementPlan, step: Step | undefined): void => {
      for (const variable of element.variables) this.#say(variable, step, undefined, () => ({ says: undefined }));
    };
    if (this.plan.root) at(this.plan.root, undefined);
    for (const step of this.input.steps) {
      const element = step.kind === 'item' ? this.plan.items.get(step.item.linkId) : undefined;
      if (element !== undefined) at(element, step);
    }
  }

  #element(plan: ElementPlan, step: Step): void {
    const { item, key } = step;
    if (plan.enableWhen) this.#enabled.set(key, this.#say(plan.enableWhen, step, true, enabledBy));
    if (!this.input.enabled.has(key)) return;
    if (plan.options)
      this.#options.set(
        key,
        this.#say(plan.options, step, [], nodes => optionsBy(nodes, item)),
      );
    this.#answers(plan.calculated, step, this.#calculated);
    this.#answers(plan.initial, step, this.#initial);
    this.#constraints(plan, step);
  }

  #answers(expression: Expression | undefined, step: Step, into: Map<string, readonly AnswerValue[]>): void {
    if (expression === undefined) return;
    const { item, key }: { readonly item: FormItem; readonly key: string } = step;
    const options = this.#options.get(key) ?? item.options;
    const values = this.#say(expression, step, [], nodes => answersBy(nodes, item, options));
    if (values.length > 0) into.set(key, values);
  }

  #constraints({ constraints }: ElementPlan, step: Step | undefined): void {
    for (const { constraint, expression } of constraints) {
      if (this.#say(expression, step, false, brokenBy)) this.#broken.push({ key: step?.key ?? '', constraint });
    }
  }

  /** Has anything changed that an expression reads, directly or through its variables? */
  #hasChanged(expression: Expression): boolean {
    const known = this.#fresh.get(expression);
    if (known !== undefined) return known;
    const { before, input } = this;
    const { dependsOn, day, moment } = expression;
    const changed =
      (moment && before.at !== input.at) ||
      (day && before.at?.slice(0, 10) !== input.at?.slice(0, 10)) ||
      (dependsOn === undefined ? this.#changed.size > 0 : [...this.#changed].some(linkId => dependsOn.has(linkId)));
    this.#fresh.set(expression, changed);
    return changed;
  }

  /** What a rule says at a step: as before where nothing it reads has changed. */
  #say<T>(expression: Expression, step: Step | undefined, ofFault: T, read: (nodes: readonly unknown[]) => Outcome<T>): T {
    const key = step?.key ?? '';
    const old = this.before.rules.get(expression)?.get(key);
    const said = old !== undefined && !this.#hasChanged(expression) ? old : this.#evaluate(expression, step, ofFault, read, old);
    const known = this.#rules.get(expression) ?? new Map<string, Remembered>();
    this.#rules.set(expression, known.set(key, said));
    for (const fault of said.faults) this.#faults.set(`${fault.linkId}\n${fault.rule}`, fault);
    // Said of this very expression, by this very function, now or before.
    return said.says as T;
  }

  #evaluate<T>(
    expression: Expression,
    step: Step | undefined,
    ofFault: T,
    read: (nodes: readonly unknown[]) => Outcome<T>,
    old: Remembered | undefined,
  ): Remembered {
    const given = this.#evaluator.evaluate(expression, step);
    if ('failure' in given) return { says: ofFault, faults: [faultOf(given.of, given.failure)] };
    const { says, wrong } = read(given.nodes);
    const faults = wrong === undefined ? [] : [faultOf(expression, { why: 'failed', message: wrong })];
    return { says: isDeepStrictEqual(old?.says, says) ? old?.says : says, faults };
  }

  state(): RuleState {
    const { input, before } = this;
    const { form, at } = input;
    return {
      form,
      ...(at !== undefined && { at }),
      enabled: unlessSame(before.enabled, this.#enabled),
      calculated: unlessSame(before.calculated, this.#calculated),
      initial: unlessSame(before.initial, this.#initial),
      options: unlessSame(before.options, this.#options),
      broken: this.#broken,
      faults: [...this.#faults.values()],
      given: this.#response.given,
      rules: this.#rules,
      variables: this.#evaluator.variables,
    };
  }
}

function faultOf({ element, rule }: Expression, failure: Failure): RuleFault {
  return { linkId: element.item?.linkId ?? '', rule, ...failure };
}

/** The map that was before, where the new one says the same: whoever compares the two sees at once that nothing changed. */
function unlessSame<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const same = before.size === after.size && [...after].every(([key, value]) => before.has(key) && before.get(key) === value);
  return same ? before : after;
}

/** Is there nothing to say: no rule stands on the form itself, nor on anything that is enabled, nor decides what is? */
function isAtRest({ steps, enabled }: RulesInput, { root, items }: RulesPlan): boolean {
  if (root !== undefined && root.constraints.length > 0) return false;
  return steps.every(step => {
    const element = step.kind === 'item' ? items.get(step.item.linkId) : undefined;
    return element === undefined || (element.enableWhen === undefined && !enabled.has(step.key));
  });
}

/** A trial evaluates every variable, too, and under the time limit, whoever wrote the form. */
function evaluate(input: RulesInput, before: RuleState, isTrial: boolean): RuleState {
  const plan = rulesOf(input.form);
  if (plan === undefined || (!isTrial && isAtRest(input, plan))) return noRules;
  const evaluation = new Evaluation(input, plan, before, isTrial || input.form.foreign === true);
  if (isTrial) evaluation.runVariables();
  evaluation.run();
  return evaluation.state();
}

/**
 * What the rules of a form say about these answers. `before`, an earlier state of the same form, spares what did not change: a rule is
 * evaluated again only when an answer it reads, or a variable it uses reads, has changed, and so is one that was stopped or failed. A
 * form without rules costs nothing.
 */
export function evaluateRules(input: RulesInput, before?: RuleState): RuleState {
  return evaluate(input, before?.form === input.form ? before : noRules, false);
}

/** A trial: every rule and every variable evaluated from nothing under the time limit, whoever wrote the form. */
export function tryRules(input: RulesInput): RuleState {
  return evaluate(input, noRules, true);
}
