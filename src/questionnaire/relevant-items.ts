// Walks a form from its start: the first enabled question without an answer is the next one. Position is derived, never stored.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item (order of asking) and #Questionnaire.item.required
import { isQuestion } from '../content/forms/form.js';
import { valuesOf } from './answers.js';
import { expectedQuestions } from './expected-questions.js';
import type { FormState } from './form-state.js';
import { mustBeAnswered } from './owed-steps.js';
import type { Step } from './steps.js';

/** Where a conversation stands in a form. */
export interface Walk {
  /** What to ask now; absent when everything is answered or skipped. */
  readonly next?: Step;
  /** Display items and headed groups to show before `next`; when there is no next, those after the last question. */
  readonly before: readonly Step[];
  /** Enabled questions that were answered, or skipped where they may be. */
  readonly done: number;
  /** Questions a person can be asked, with those that may yet come counted by how likely they are; rounded, never below `done`. */
  readonly total: number;
}

/** Is it something that is only told: a statement, or a group with a heading? */
export function isTold({ item, hidden, kind }: Step): boolean {
  return kind === 'item' && !isQuestion(item) && item.text !== '' && !hidden;
}

/** Was anything answered in the repetition that this question follows? Of an empty one nobody is asked whether there is another. */
export function isFilled(more: Step, { steps, answers, enabled }: Pick<FormState, 'steps' | 'answers' | 'enabled'>): boolean {
  const { parent = more } = more;
  const isAnswered = (step: Step): boolean =>
    step.askable && step.kind === 'item' && enabled.hasStep(step) && valuesOf(answers, step.key).length > 0;
  return steps.slice(parent.index, more.index).some(isAnswered);
}

type Walked = Pick<FormState, 'form' | 'steps' | 'byLinkId' | 'answers' | 'enabled' | 'rules'>;

class Walker {
  next: Step | undefined;
  before: Step[] = [];
  done = 0;
  asked = 0;
  readonly #passed: ReadonlySet<string>;
  readonly #unasked: ReadonlySet<string>;

  constructor(
    readonly state: Walked,
    skipped: readonly string[],
    unasked: readonly string[],
  ) {
    this.#passed = new Set(skipped);
    this.#unasked = new Set(unasked);
  }

  readonly isDone = (step: Step): boolean => this.#hasAnswer(step) || this.#unasked.has(step.key) || this.#isPassed(step);

  #isPassed(step: Step): boolean {
    return this.#passed.has(step.key) && !mustBeAnswered(step, this.state);
  }

  pass(step: Step): void {
    if (step.askable && step.kind === 'item') this.#passQuestion(step);
    else if (this.next !== undefined) return;
    else if (!step.askable) this.#passTold(step);
    else if (!this.#hasAnswer(step) && !this.#passed.has(step.key) && isFilled(step, this.state)) this.next = step;
  }

  #hasAnswer({ key }: Step): boolean {
    return valuesOf(this.state.answers, key).length > 0;
  }

  #passTold(step: Step): void {
    if (isTold(step)) this.before.push(step);
  }

  #passQuestion(step: Step): void {
    this.asked += 1;
    if (!this.isDone(step)) {
      this.next ??= step;
      return;
    }
    this.done += 1;
    if (this.next === undefined) this.before = [];
  }
}

/**
 * Walks the form. `skipped` holds answer keys. A skipped question that has become required is asked again; hidden, read-only and
 * calculated items are never asked and never counted; "another one?" is asked, and not counted. `unasked`: keys passed over for good, required
 * or not.
 */
export function walk(state: Walked, skipped: readonly string[], unasked: readonly string[] = []): Walk {
  const walker = new Walker(state, skipped, unasked);
  for (const step of state.steps) if (state.enabled.hasStep(step)) walker.pass(step);
  const { next, before, done, asked } = walker;
  const total = Math.max(done, Math.round(asked + expectedQuestions(state, walker.isDone)));
  return { ...(next !== undefined && { next }), before, done, total };
}
