// One expression evaluated where it stands: its resource, its item, its variables, its time limit. What its variables gave is kept and given
// back, so that it is worked out once.
// Contexts: https://build.fhir.org/ig/HL7/sdc/expressions.html#fhirpath-supplements
import type { Form } from '../../content/forms/form.js';
import type { Step } from '../steps.js';
import type { Element, Expression } from './compile-rules.js';
import { itemNode, type Clock, type Environment } from './engine.js';
import { safeMessage } from './safe-message.js';
import type { ResponseSoFar } from './response-so-far.js';
import type { Failure } from './rule-results.js';
import { runLimited } from './run-limited.js';

/** Milliseconds an expression of a foreign form may take. */
export const longestEvaluation = 50;

/** So many expressions of a foreign form may be stopped in one go; the rest are not tried. */
export const mostStopped = 5;

/** What an expression gave: the engine's nodes, or why it gave nothing. */
export type Given = { readonly nodes: readonly unknown[] } | { readonly failure: Failure; readonly of: Expression };

/** Values of variables: by expression, by the key of the step they stand on. */
export type VariableMemory = ReadonlyMap<Expression, ReadonlyMap<string, Given>>;

/** What evaluating goes by. */
export interface Setting {
  readonly form: Form;
  readonly limited: boolean;
  readonly response: ResponseSoFar;
  readonly clock?: Clock;
}

const constants: Environment = { sct: 'http://snomed.info/sct', loinc: 'http://loinc.org' };

/** The step an element stands at, seen from a step in it; undefined for the form itself. */
function stepOfElement(element: Element, from: Step | undefined): Step | undefined {
  let step = element.item === undefined ? undefined : from;
  while (step !== undefined && step.item !== element.item) step = step.parent;
  return step;
}

/** Evaluates expressions over one response. */
export class Evaluator {
  readonly variables: Map<Expression, Map<string, Given>>;
  #stopped = 0;

  constructor(
    readonly setting: Setting,
    remembered: VariableMemory,
  ) {
    this.variables = new Map([...remembered].map(([expression, values]) => [expression, new Map(values)]));
  }

  /** Evaluates an expression at a step of its item (undefined: on the form). A variable that fails makes what uses it fail. */
  evaluate(expression: Expression, step: Step | undefined): Given {
    const { ready, variables } = expression;
    if (typeof ready !== 'function') return { failure: ready, of: expression };
    const values: [string, unknown][] = [];
    for (const [name, variable] of variables) {
      const given = this.#variable(variable, stepOfElement(variable.element, step));
      if ('failure' in given) return given;
      values.push([name, given.nodes]);
    }
    const environment = { ...this.#environment(expression), ...Object.fromEntries(values) };
    const focus = this.#focus(expression, step, environment);
    return this.#attempt(expression, () => ready(focus, environment, this.setting.clock));
  }

  #environment({ element, keep }: Expression): Environment & { readonly resource: unknown } {
    const { form, response } = this.setting;
    const launched = Object.fromEntries((form.launchContext ?? []).map((name): [string, unknown] => [name, []]));
    const resource = response.response(element.part, keep);
    const questionnaire = element.part === undefined ? [] : form.sources.get(element.part);
    return { ...constants, ...launched, resource, rootResource: resource, questionnaire, qitem: element.qitem };
  }

  #focus({ element, keep }: Expression, step: Step | undefined, { resource }: { readonly resource: unknown }): unknown {
    if (step === undefined) return resource;
    return itemNode('QuestionnaireResponse', this.setting.response.itemAt(step, element.part, keep));
  }

  #variable(variable: Expression, step: Step | undefined): Given {
    const key = step?.key ?? '';
    const values = this.variables.get(variable) ?? new Map<string, Given>();
    this.variables.set(variable, values);
    const given = values.get(key) ?? this.evaluate(variable, step);
    values.set(key, given);
    return given;
  }

  #attempt(expression: Expression, run: () => readonly unknown[]): Given {
    try {
      const done = this.setting.limited ? this.#runLimited(run) : { value: run() };
      if (done !== 'too-slow') return { nodes: done.value };
      return { failure: { why: 'too-slow' }, of: expression };
    } catch (error) {
      return { failure: { why: 'failed', message: safeMessage(error) }, of: expression };
    }
  }

  /** Tried twice: a machine that was busy for a moment must not lose an answer. */
  #runLimited(run: () => readonly unknown[]): ReturnType<typeof runLimited<readonly unknown[]>> {
    if (this.#stopped >= mostStopped) return 'too-slow';
    const first = runLimited(run, longestEvaluation);
    const done = first === 'too-slow' ? runLimited(run, longestEvaluation) : first;
    if (done === 'too-slow') this.#stopped += 1;
    return done;
  }
}
