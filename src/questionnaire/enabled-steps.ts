// Decides which steps of a form are enabled for the answers given: enableWhen, enableBehavior, expressions, and disabled ancestors.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen; docs/decisions/0005 and 0011 hold what R4
// leaves open.
import type { AnswerValue } from '../content/forms/form.js';
import { valuesOf, type Answers } from './answers.js';
import { isConditionMet } from './enable-when.js';
import type { FormPlan } from './form-plan.js';
import { answerAbove, nearestSteps, touchedSteps, type StepsByLinkId } from './nearest-steps.js';
import type { Step } from './steps.js';

/** What deciding needs: the layout, its steps by linkId, the answers, and what enableWhenExpressions say by key (absent: no say). */
export interface Deciding {
  readonly plan: FormPlan;
  readonly steps: readonly Step[];
  readonly byLinkId: StepsByLinkId;
  readonly answers: Answers;
  readonly expressions: ReadonlyMap<string, boolean>;
}

const places = new WeakMap<readonly Step[], ReadonlyMap<string, number>>();

/** Where each key stands in a layout; of a form without repetitions worked out once. */
function placesIn(steps: readonly Step[]): ReadonlyMap<string, number> {
  const known = places.get(steps);
  if (known !== undefined) return known;
  const made = new Map(steps.map(step => [step.key, step.index]));
  places.set(steps, made);
  return made;
}

/** Which steps of a layout are enabled: by answer key, or, where the step is at hand, at once. */
export class EnabledSteps {
  constructor(
    readonly steps: readonly Step[],
    readonly decided: readonly (boolean | undefined)[],
  ) {}

  /** Is there a step with this key, and is it enabled? */
  has(key: string): boolean {
    const place = placesIn(this.steps).get(key);
    return place !== undefined && this.decided[place] === true;
  }

  /** Is this step of the layout enabled? */
  hasStep({ index }: Step): boolean {
    return this.decided[index] === true;
  }
}

const nothing: readonly AnswerValue[] = [];

class Decision {
  readonly decided: (boolean | undefined)[];
  #touched: ReadonlySet<Step> | undefined;

  constructor(readonly given: Deciding) {
    this.decided = new Array<boolean | undefined>(given.steps.length).fill(undefined);
  }

  readonly #touchedSteps = (): ReadonlySet<Step> => (this.#touched ??= touchedSteps(this.given.steps, this.given.answers));

  /** Most steps have no say of their own: they are as what they stand in, which was decided before them. */
  decideAll(): void {
    const { steps, expressions } = this.given;
    for (const step of steps) {
      if (step.item.enableWhen.length > 0 || expressions.size > 0) this.enabled(step);
      else this.decided[step.index] ??= step.parent === undefined || this.enabled(step.parent);
    }
  }

  enabled(step: Step): boolean {
    const before = this.decided[step.index];
    if (before !== undefined) return before;
    // Stands while the step is being decided: a loop (refused when content is loaded) then ends here instead of hanging.
    this.decided[step.index] = false;
    const result = this.#decide(step);
    this.decided[step.index] = result;
    return result;
  }

  #decide(step: Step): boolean {
    if (step.parent !== undefined && !this.enabled(step.parent)) return false;
    if (step.kind === 'more') return true;
    const { enableWhen, enableBehavior } = step.item;
    if (this.given.expressions.get(step.key) === false) return false;
    if (enableWhen.length === 0) return true;
    const met = (condition: (typeof enableWhen)[number]): boolean => isConditionMet(condition, question => this.#answersOf(question, step));
    return enableBehavior === 'any' ? enableWhen.some(met) : enableWhen.every(met);
  }

  /** The answers that count: those of the nearest occurrence, none of a disabled one. */
  #answersOf(question: string, from: Step): readonly AnswerValue[] {
    const { plan, byLinkId, answers } = this.given;
    const above = answerAbove(question, from);
    if (above !== undefined) return this.#counted(above.step, answers).slice(above.place, above.place + 1);
    const steps = nearestSteps(question, from, { byLinkId, plan, touched: this.#touchedSteps });
    const [only] = steps;
    if (only === undefined) return nothing;
    if (steps.length === 1) return this.#counted(only, answers);
    return steps.flatMap(step => this.#counted(step, answers));
  }

  #counted(step: Step, answers: Answers): readonly AnswerValue[] {
    const values = valuesOf(answers, step.key);
    return values.length > 0 && this.enabled(step) ? values : nothing;
  }
}

/** Decides every step of a layout, hidden ones too; each is decided once. */
export function enabledSteps(given: Deciding): EnabledSteps {
  const decision = new Decision(given);
  decision.decideAll();
  return new EnabledSteps(given.steps, decision.decided);
}
