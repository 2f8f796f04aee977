// Decides which steps of a form are enabled for the answers given: enableWhen, enableBehavior, expressions, and disabled ancestors.
// Rule: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen; docs/decisions/0005 and 0011 hold what R4
// leaves open.
import type { AnswerValue } from '../content/form.js';
import { valuesOf, type Answers } from './answers.js';
import { isConditionMet } from './enable-when.js';
import { nestsByAnswer, type FormPlan } from './form-plan.js';
import { nearestSteps, type StepsByLinkId } from './nearest-steps.js';
import type { Step } from './steps.js';

/** What deciding needs: the layout, its steps by linkId, the answers, and what enableWhenExpressions say by key (absent: no say). */
export interface Deciding {
  readonly plan: FormPlan;
  readonly steps: readonly Step[];
  readonly byLinkId: StepsByLinkId;
  readonly answers: Answers;
  readonly expressions: ReadonlyMap<string, boolean>;
}

const nothing: readonly AnswerValue[] = [];

class Decision {
  readonly #known: (boolean | undefined)[] = [];

  constructor(readonly given: Deciding) {}

  readonly enabled = (step: Step): boolean => {
    const before = this.#known[step.index];
    if (before !== undefined) return before;
    // Stands while the step is being decided: a loop (refused when content is loaded) then ends here instead of hanging.
    this.#known[step.index] = false;
    const result = this.#decide(step);
    this.#known[step.index] = result;
    return result;
  };

  #decide(step: Step): boolean {
    if (step.parent !== undefined && !this.enabled(step.parent)) return false;
    if (step.kind === 'more') return true;
    if (this.given.expressions.get(step.key) === false) return false;
    const { enableWhen, enableBehavior } = step.item;
    if (enableWhen.length === 0) return true;
    const met = (condition: (typeof enableWhen)[number]): boolean => isConditionMet(condition, question => this.#answersOf(question, step));
    return enableBehavior === 'any' ? enableWhen.some(met) : enableWhen.every(met);
  }

  /** The answers that count: those of the nearest occurrence, none of a disabled one. */
  #answersOf(question: string, from: Step): readonly AnswerValue[] {
    const { plan, byLinkId, answers } = this.given;
    const own = this.#answerItStandsIn(question, from);
    if (own !== undefined) return own;
    const steps = nearestSteps(question, from, byLinkId, plan);
    const [only] = steps;
    if (only === undefined) return nothing;
    if (steps.length === 1) return this.#counted(only, answers);
    return steps.flatMap(step => this.#counted(step, answers));
  }

  #counted(step: Step, answers: Answers): readonly AnswerValue[] {
    const values = valuesOf(answers, step.key);
    return values.length > 0 && this.enabled(step) ? values : nothing;
  }

  /** What is nested in one of several answers looks at that answer alone, not at its brothers. */
  #answerItStandsIn(question: string, from: Step): readonly AnswerValue[] | undefined {
    let above = from.parent;
    while (above !== undefined && above.item.linkId !== question) above = above.parent;
    if (above === undefined || !nestsByAnswer(above.item)) return undefined;
    const place = from.path[above.path.length] ?? 0;
    return this.#counted(above, this.given.answers).slice(place, place + 1);
  }
}

/** The keys of every enabled step, hidden ones too, in the order of the layout; each step is decided once. */
export function enabledSteps(given: Deciding): ReadonlySet<string> {
  const decision = new Decision(given);
  const keys = new Set<string>();
  for (const step of given.steps) if (decision.enabled(step)) keys.add(step.key);
  return keys;
}
